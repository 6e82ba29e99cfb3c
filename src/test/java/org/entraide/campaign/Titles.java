package org.entraide.campaign;

/** What our columns are called in the sheets of campaigns, and the number of the settings' tab. */
public final class Titles {

  public static final String REF = "Réf";
  public static final String STATUS = "Statut";
  static final String EXPLANATION = "Explication";
  static final String INSTRUCTION = "Consigne";
  static final String WITH = "Avec";
  static final String NEVER_WITH = "Jamais avec";
  static final String CHECKED = "Vérifié";
  static final String CHECK = "Contrôle";

  public static final int SETTINGS = 741_852_002;

  private Titles() {}
}

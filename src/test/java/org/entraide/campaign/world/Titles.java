package org.entraide.campaign.world;

/** What our columns are called in the sheets of campaigns, and the number of the settings' tab. */
public final class Titles {

  public static final String REF = "Réf";
  public static final String STATUS = "Statut";
  public static final String EXPLANATION = "Explication";
  public static final String INSTRUCTION = "Consigne";
  public static final String WITH = "Avec";
  public static final String NEVER_WITH = "Jamais avec";
  public static final String CHECKED = "Vérifié";
  public static final String CHECK = "Contrôle";

  public static final int SETTINGS = 741_852_002;

  private Titles() {}
}

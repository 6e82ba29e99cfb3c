package org.entraide.match.model;

/** How far away help is, and how much of their capacity helpers have taken. */
public record HelpFigures(DistanceFigures distance, LoadFigures load) {

  /** Where nothing is known. */
  public static final HelpFigures NONE = new HelpFigures(DistanceFigures.NONE, LoadFigures.NONE);
}

package org.entraide.campaign.story;

import org.entraide.campaign.world.World;

/** What organisers type beside people in short stories, and how a row tells that it counts. */
enum Word {
  PAUSE("Consigne", "Pause", "Statut", "En pause"),
  BAR("Consigne", "Exclu", "Statut", "Exclu"),
  TICK("Vérifié", "oui", "Explication", "Bénévole vérifié"),
  STATUS("Statut", "En pause", "Statut", "En pause"),
  CORRECTED_PLACE("Lieu corrigé", "Sud", "Lieu compris", "Sud"),
  TYPED_PLACE("Lieu compris", "Sud", "Lieu compris", "Sud");

  final String title;
  final String text;
  private final String answer;
  private final String shown;

  /**
   * @param title of the column
   * @param text what is typed
   * @param answer the column that tells whether it counts
   * @param shown what it holds then
   */
  Word(String title, String text, String answer, String shown) {
    this.title = title;
    this.text = text;
    this.answer = answer;
    this.shown = shown;
  }

  /** Whether it is typed over what the daemon writes. */
  boolean isOverOurs() {
    return this == STATUS || this == TYPED_PLACE;
  }

  boolean counts(World world, int row) {
    String cell = world.table.text(World.ANSWERS, row, answer);
    return answer.equals("Statut") ? cell.equals(shown) : cell.contains(shown);
  }
}

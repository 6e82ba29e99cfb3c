package org.entraide.plan;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/** Spreadsheets for tests. */
final class Sheets {

  static final int ANSWERS = 1;

  private Sheets() {}

  /** A tab with answers and nothing of ours. */
  static Tab answers() {
    List<Cell> header =
        List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement")
            .stream()
            .map(Cell::text)
            .toList();
    return new Tab(ANSWERS, "Réponses", true, 1000, 26, List.of(new Row(0, header)), Map.of());
  }

  static Layout found(Overlay overlay, Tab... tabs) {
    try {
      return Layout.of(
          new Workbook("b", "E", "fr_FR", ZoneOffset.UTC, List.of(tabs), overlay),
          Optional.empty(),
          Map.of(),
          Folk.LANGUAGES);
    } catch (Layout.Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fresh, and about to be prepared. */
  static Layout fresh() {
    return found(Overlay.NONE, answers());
  }
}

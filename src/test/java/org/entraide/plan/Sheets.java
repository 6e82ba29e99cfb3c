package org.entraide.plan;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/** Spreadsheets for tests. */
public final class Sheets {

  public static final int ANSWERS = 1;

  private Sheets() {}

  /** A tab with answers and nothing of ours. */
  public static Tab answers() {
    List<Cell> header =
        List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement")
            .stream()
            .map(Cell::text)
            .toList();
    return new Tab(ANSWERS, "Réponses", true, 1000, 26, List.of(new Row(0, header)), Map.of());
  }

  public static SheetLayout found(Overlay overlay, Tab... tabs) {
    try {
      return SheetLayout.of(
          new Workbook("b", "E", "fr_FR", ZoneOffset.UTC, List.of(tabs), overlay),
          Optional.empty(),
          Map.of(),
          Folk.LANGUAGES);
    } catch (SheetLayout.Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** Fresh, and about to be prepared. */
  public static SheetLayout fresh() {
    return found(Overlay.NONE, answers());
  }
}

package org.entraide.plan;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.RowIdentity;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.write.CellPlanner;
import org.entraide.table.Cell;
import org.entraide.table.Overlay;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** A sheet as it is read, and what is to be written. */
public abstract class CellPlannerFixture {

  private static final Texts FRENCH = Folk.LANGUAGES.get(0);
  public static final List<String> QUESTIONS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement");
  public static final SheetLayout LAYOUT = layout(Overlay.NONE);
  public static final RowIdentity CONTENTS = new RowIdentity("book", ErasedPeople.NOBODY, Set.of());

  /** With something over its cells. */
  protected static SheetLayout layout(Overlay overlay) {
    Tab tab =
        new Tab(
            1,
            "A",
            true,
            1000,
            26,
            List.of(new Row(0, QUESTIONS.stream().map(Cell::text).toList())),
            Map.of());
    try {
      return SheetLayout.of(
              new Workbook("book", "E", "fr_FR", ZoneOffset.UTC, List.of(tab), overlay),
              Optional.empty(),
              Map.of(),
              Folk.LANGUAGES)
          .prepared();
    } catch (SheetLayout.Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  public static CellPlanner plan(Map<CellKey, String> last) {
    return plan(LAYOUT, last);
  }

  protected static CellPlanner plan(SheetLayout layout, Map<CellKey, String> last) {
    return new CellPlanner(layout, last, Folk.WORDS, FRENCH, ZoneOffset.UTC, CONTENTS);
  }

  /** An answer with some of our cells. */
  public static Row row(int index, String email, Map<PersonColumn, String> ours) {
    List<Cell> cells = new ArrayList<>();
    for (String text : List.of("2020-03-25 14:05", email, "Ana Alba", "Nord", "Courses", "Oui")) {
      cells.add(Cell.text(text));
    }
    for (PersonColumn column : PersonColumn.values()) {
      cells.add(Cell.text(ours.getOrDefault(column, "")));
    }
    return new Row(index, cells);
  }
}

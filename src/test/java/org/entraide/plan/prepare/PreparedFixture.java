package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.OwnTabs;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/** A spreadsheet that was prepared. */
abstract class PreparedFixture {

  /** The cell of the sign of life. */
  static final Area SIGN_OF_LIFE = Area.cell(OwnTabs.DASHBOARD, 6, 1);

  static final Texts FRENCH = Folk.LANGUAGES.get(0);

  /** A spreadsheet that was prepared, and what people do to it since. */
  static final class Prepared {
    final List<Tab> tabs = new ArrayList<>();
    Decorations looks;

    Prepared() {
      SheetLayout fresh = Sheets.fresh();
      List<Change> changes =
          AppearanceRepair.missing(fresh, Decorations.NONE, FRENCH, Folk.LANGUAGES);
      looks = Decorations.NONE.with(changes);
      SheetLayout layout = fresh.prepared();
      tabs.add(tab(Sheets.answers(), layout.answerColumns().at(), PersonColumn::mark));
      tabs.add(tab(empty(OwnTabs.LEDGER), layout.ledgerColumns().at(), LedgerColumn::mark));
      tabs.add(tab(empty(OwnTabs.SETTINGS), layout.settingsColumns().at(), SettingsColumn::mark));
      tabs.add(
          tab(empty(OwnTabs.DASHBOARD), layout.dashboardColumns().at(), DashboardColumn::mark));
      tabs.add(tab(empty(OwnTabs.TODO), layout.todoTab().columns().at(), TodoColumn::mark));
    }

    static Tab empty(int sheet) {
      return new Tab(sheet, "Onglet " + sheet, false, 1000, 26, List.of(), Map.of());
    }

    static <C> Tab tab(Tab tab, Map<C, Integer> at, Function<C, String> mark) {
      List<Cell> header = new ArrayList<>(tab.header().cells());
      Map<Integer, String> marks = new HashMap<>();
      at.forEach((column, index) -> marks.put(index, mark.apply(column)));
      while (header.size() < at.values().stream().mapToInt(i -> i + 1).max().orElse(0)) {
        header.add(Cell.text("Titre " + header.size()));
      }
      return new Tab(
          tab.sheetId(), tab.title(), tab.hasForm(), 1000, 26, List.of(new Row(0, header)), marks);
    }

    SheetLayout layout() {
      return Sheets.found(looks.overlay(), tabs.toArray(Tab[]::new));
    }

    List<Change> missing() {
      return AppearanceRepair.missing(layout(), looks, FRENCH, Folk.LANGUAGES);
    }
  }

  static Decorations with(
      Decorations looks, Map<Area, String> notes, Map<Integer, List<Decorations.Rule>> rules) {
    return new Decorations(
        looks.recalculatesOnChange(),
        notes,
        looks.helped(),
        looks.formatted(),
        looks.wrapped(),
        rules,
        looks.guarded(),
        looks.overlay());
  }
}

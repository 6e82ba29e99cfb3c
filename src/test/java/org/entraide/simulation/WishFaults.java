package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.campaign.port.Table;
import org.entraide.resilience.RemoteFailure;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;
import org.entraide.simulation.Faults.Reading;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/** What a daemon does wrong about settings, filter views, and the line about the week. */
final class WishFaults {

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "a delegate is given more drafts than organisers want",
              () -> Faults.reading(setting("Brouillons en attente au plus", Cell.EMPTY)),
              StoryFamily.SETTINGS),
          new Fault(
              "switched-off questions are asked",
              () -> Faults.reading(setting("Questions aux personnes", Cell.text("Oui"))),
              StoryFamily.SETTINGS),
          new Fault("filter views are not made", NoViews::new, StoryFamily.VIEWS),
          new Fault("the line about the week stays as it was first", OldWeek::new));

  private WishFaults() {}

  /** A setting for which something is typed is read otherwise. */
  private static Reading setting(String label, Cell value) {
    return (tab, row) ->
        row.cell(0).text().equals(label) && !row.cell(1).isBlank()
            ? Faults.with(row, 1, value)
            : row;
  }

  /** Only some changes are written. */
  private static Table writing(Table table, Predicate<Change> which) {
    return Bending.of(
        Table.class,
        table,
        (method, args, real) -> {
          if (!method.equals("write")) {
            return real.call(args);
          }
          List<Change> some = new ArrayList<>();
          for (Object change : (List<?>) args[0]) {
            if (change instanceof Change one && which.test(one)) {
              some.add(one);
            }
          }
          return some.isEmpty() ? readBack(table, args[1]) : real.call(some, args[1]);
        });
  }

  @SuppressWarnings("unchecked") // as the port declares
  private static Object readBack(Table table, Object columns) throws RemoteFailure {
    return table.reread((Map<Integer, Set<Integer>>) columns);
  }

  private static final class NoViews implements Bent {
    @Override
    public Table table(Table table) {
      return writing(table, change -> !(change instanceof Change.FilterView));
    }
  }

  /** What is to be written there from the second time on is not, and taken for written. */
  private static final class OldWeek implements Bent {
    private final Map<Integer, String> shown = new HashMap<>(); // by tab
    private final Map<Integer, String> first = new HashMap<>();

    @Override
    public Table table(Table table) {
      return writing(Faults.read(table, this::read), this::isFirst);
    }

    private boolean isFirst(Change change) {
      if (!(change instanceof Change.SetCell cell)
          || cell.row() != 0
          || cell.column() != 1
          || !cell.text().startsWith("Sept jours")) {
        return true;
      }
      shown.put(cell.sheetId(), cell.text());
      return first.putIfAbsent(cell.sheetId(), cell.text()) == null;
    }

    private Row read(Tab tab, Row row) {
      String text = shown.get(tab.sheetId());
      return row.index() == 0 && tab.title().equals(WeekWatch.DASHBOARD) && text != null
          ? Faults.with(row, 1, Cell.text(text))
          : row;
    }
  }
}

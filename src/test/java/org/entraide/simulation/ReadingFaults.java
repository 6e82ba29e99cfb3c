package org.entraide.simulation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;
import org.entraide.simulation.Faults.Reading;
import org.entraide.table.Cell;
import org.entraide.testkit.Human;

/** What a daemon does wrong that passes over what one column or one line of a sheet says. */
final class ReadingFaults {

  private static final String CHECKED = "Vérifié";
  private static final Cell TICK = Cell.bool(true, "TRUE");

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "the settings' lines about people who are barred are not read",
              () -> Faults.reading(Faults.without(text -> text.startsWith(Bars.WORD + "\u202f:")))),
          new Fault("every helper counts as known", () -> under(CHECKED, cell -> TICK)),
          new Fault(
              "a tick that was taken back still counts", () -> Faults.reading(lastingTicks())),
          new Fault(
              "telephone numbers of two people are not compared",
              () -> under(Human.PHONE, cell -> Cell.EMPTY)),
          new Fault(
              "the country that was answered is passed over",
              () -> under(Human.COUNTRY, cell -> Cell.EMPTY)),
          new Fault(
              "nobody's consent is looked at",
              () -> under(Human.CONSENT, cell -> Cell.text("Oui"))));

  private ReadingFaults() {}

  /** The cells of answers under a title are read otherwise. */
  private static Bent under(String title, UnaryOperator<Cell> otherwise) {
    return Faults.reading(
        (tab, row) -> {
          int column = Faults.titled(tab, title);
          boolean answered = row.index() > 0 && !row.cell(1).isBlank();
          return column >= 0 && answered
              ? Faults.with(row, column, otherwise.apply(row.cell(column)))
              : row;
        });
  }

  /** Whoever was ticked once stays so. */
  private static Reading lastingTicks() {
    Set<String> ticked = new HashSet<>(); // by address
    return (tab, row) -> {
      int column = Faults.titled(tab, CHECKED);
      if (column < 0 || row.index() == 0) {
        return row;
      }
      String address = row.cell(1).text();
      if (row.cell(column).isTrue()) {
        ticked.add(address);
      }
      return ticked.contains(address) ? Faults.with(row, column, TICK) : row;
    };
  }
}

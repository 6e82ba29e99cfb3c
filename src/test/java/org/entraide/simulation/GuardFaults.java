package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Table;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Participant;
import org.entraide.plan.settings.Bar;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;
import org.entraide.simulation.Faults.Reading;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.testkit.Human;

/** What a daemon does wrong that lacks one of its guards against what people rarely do. */
final class GuardFaults {

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault("two people of a household are introduced to each other", Housemates::new),
          new Fault(
              "a tick in a row that was copied and typed over counts for who was typed there",
              () -> Faults.reading(GuardFaults::typedAnew)),
          new Fault(
              "an instruction in a row that was copied and typed over counts for who was typed"
                  + " there",
              () -> Faults.reading(withoutTicks())),
          new Fault("the bar of somebody whose row was deleted is forgotten", BarGone::new),
          new Fault("the new tab of a form that is linked anew is not read", GuardFaults::firstTab),
          new Fault(
              "two `run --once` at the same time do not claim",
              Unclaimed::new,
              seed -> Story.everyDay(seed, Mixture.OTHERS),
              ""));

  private GuardFaults() {}

  /** The column that the daemon marked so; -1 for none. */
  static int marked(Tab tab, String mark) {
    return tab.columnMarks().entrySet().stream()
        .filter(entry -> entry.getValue().equals(mark))
        .mapToInt(Map.Entry::getKey)
        .findFirst()
        .orElse(-1);
  }

  /** Nobody shares a contact. */
  private static final class Housemates implements Bent {
    @Override
    public Instance instance(Instance instance) {
      return new Instance(
          instance.participants().stream().map(Housemates::alone).toList(),
          instance.rules(),
          instance.settings(),
          instance.previous(),
          instance.groups());
    }

    private static Participant alone(Participant one) {
      return new Participant(
          one.ref(),
          one.point(),
          one.uncertaintyKm(),
          one.needs(),
          one.offers(),
          one.capacity(),
          one.radiusKm(),
          one.languages(),
          one.priority(),
          one.since(),
          one.checked(),
          one.availability(),
          Set.of(),
          one.group());
    }
  }

  // ---- copied rows

  /** What tells whose a row was. */
  private static final Set<String> WHOSE = Set.of("ref", "check");

  /** Nothing tells that a row was copied: it looks as if all of it had been typed for somebody. */
  private static Row typedAnew(Tab tab, Row row) {
    return isCopied(tab, row) ? nobodys(tab, row) : row;
  }

  /** The same, but of a tick that is copied nobody makes anything, then and later. */
  private static Reading withoutTicks() {
    Set<String> copied = new HashSet<>(); // by address
    return (tab, row) -> {
      int checked = marked(tab, "checked");
      Row read = row;
      if (isCopied(tab, row)) {
        copied.add(row.cell(1).text());
        read = nobodys(tab, row);
      }
      return checked >= 0 && copied.contains(row.cell(1).text())
          ? Faults.with(read, checked, Cell.EMPTY)
          : read;
    };
  }

  private static boolean isCopied(Tab tab, Row row) {
    int check = marked(tab, "check");
    String text = check < 0 || row.index() == 0 ? "" : row.cell(check).text();
    return !text.isEmpty()
        && tab.rows().stream()
            .filter(other -> other.index() > 0 && other.index() < row.index())
            .anyMatch(
                other ->
                    other.cell(check).text().equals(text)
                        && !other.cell(1).text().equals(row.cell(1).text()));
  }

  private static Row nobodys(Tab tab, Row row) {
    List<Cell> cells = new ArrayList<>(row.cells());
    tab.columnMarks()
        .forEach(
            (column, mark) -> {
              if (WHOSE.contains(mark) && column < cells.size()) {
                cells.set(column, Cell.EMPTY);
              }
            });
    return new Row(row.index(), cells);
  }

  // ---- people who are barred

  /** A bar counts until its person has no row: whoever answers again after that is free. */
  private static final class BarGone implements Bent {
    private final Map<String, Set<String>> ever = new HashMap<>(); // references, by spreadsheet
    private final Set<String> forgotten = new HashSet<>();

    @Override
    public Table table(Table table) {
      Table watched =
          Bending.of(
              Table.class,
              table,
              (method, args, real) -> {
                Object answer = real.call(args);
                if (answer instanceof Workbook workbook) {
                  sees(workbook);
                }
                return answer;
              });
      return Faults.read(
          watched, (tab, row) -> isForgotten(row) ? new Row(row.index(), List.of()) : row);
    }

    private void sees(Workbook workbook) {
      Set<String> everSeen = ever.computeIfAbsent(workbook.id(), id -> new HashSet<>());
      Set<String> shown = new HashSet<>();
      for (Tab tab : workbook.tabs()) {
        int ref = marked(tab, "ref");
        for (Row row : ref < 0 ? List.<Row>of() : tab.body()) {
          shown.add(row.cell(ref).text());
          if (row.cells().stream().anyMatch(cell -> cell.text().equals(Bars.WORD))) {
            forgotten.remove(row.cell(ref).text()); // barred anew
          }
        }
      }
      everSeen.removeAll(shown);
      forgotten.addAll(everSeen);
      everSeen.addAll(shown);
      everSeen.remove("");
    }

    private boolean isForgotten(Row row) {
      return row.cells().stream()
          .map(Cell::text)
          .filter(text -> text.startsWith(Bars.WORD + "\u202f:"))
          .anyMatch(text -> forgotten.stream().anyMatch(text::contains));
    }

    @Override
    public Journal journal(Journal journal) {
      return Bending.of(
          Journal.class,
          journal,
          (method, args, real) -> {
            Object answer = real.call(args);
            return answer instanceof Journal.Memory memory ? forgetful(memory) : answer;
          });
    }

    private Journal.Memory forgetful(Journal.Memory memory) {
      Map<Journal.Note, String> notes = new HashMap<>(memory.notes());
      notes
          .entrySet()
          .removeIf(
              note ->
                  note.getKey().kind() == Journal.Note.Kind.BARRED
                      && Bar.ofNote(note.getKey().subject(), note.getValue())
                          .filter(bar -> forgotten.contains(bar.ref()))
                          .isPresent());
      return BentMemory.withNotes(memory, notes);
    }
  }

  // ---- forms that are linked anew

  /** Of each spreadsheet's tabs of answers only the first that there was is there. */
  private static Bent firstTab() {
    Map<String, Integer> first = new HashMap<>(); // by spreadsheet
    return new Bent() {
      @Override
      public Table table(Table table) {
        return Bending.of(
            Table.class,
            table,
            (method, args, real) -> {
              Object answer = real.call(args);
              return answer instanceof Workbook workbook ? ofFirst(workbook, first) : answer;
            });
      }
    };
  }

  private static Workbook ofFirst(Workbook workbook, Map<String, Integer> first) {
    List<Tab> all = workbook.tabs();
    List<Tab> answers = all.stream().filter(tab -> Faults.titled(tab, Human.NAME) >= 0).toList();
    for (Tab tab : answers) {
      first.putIfAbsent(workbook.id(), tab.sheetId());
    }
    return new Workbook(
        workbook.id(),
        workbook.title(),
        workbook.locale(),
        workbook.zone(),
        all.stream()
            .filter(
                tab ->
                    !answers.contains(tab)
                        || Objects.equals(first.get(workbook.id()), tab.sheetId()))
            .toList(),
        workbook.overlay());
  }

  // ---- single runs

  /** A single run that finds nobody at work takes the sheet for its own, and does not say so. */
  private static final class Unclaimed implements Bent {
    private static final String FIRST = "dashboard_first";
    private static final String SECOND = "dashboard_second";
    private static final String INSTALLATION = "Installation";
    private static final String STATE = "État";
    private static final String STOPPED = "Arrêté";

    @Override
    public Table table(Table table, InstallationIdentity identity) {
      if (identity.signs()) {
        return table;
      }
      Map<String, Cell> own =
          Map.of(INSTALLATION, Cell.text(identity.installation()), STATE, Cell.EMPTY);
      return Faults.read(
          table,
          (tab, row) -> {
            Cell cell = isFree(tab) ? own.get(row.cell(marked(tab, FIRST)).text()) : null;
            return cell == null ? row : Faults.with(row, marked(tab, SECOND), cell);
          });
    }

    /** Whether it is a dashboard that says that the last daemon has ended. */
    private static boolean isFree(Tab tab) {
      return tab.rows().stream()
          .filter(row -> row.cell(marked(tab, FIRST)).text().equals(STATE))
          .anyMatch(row -> row.cell(marked(tab, SECOND)).text().equals(STOPPED));
    }
  }
}

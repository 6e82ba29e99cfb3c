package org.entraide.simulation;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.entraide.google.wire.Wire;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.testkit.Human;
import org.jspecify.annotations.Nullable;

/** What tools of this kind died of, each put into the daemon on purpose. */
final class Faults {

  /** Each of them. */
  static final List<Fault> ALL =
      Stream.of(
              generalFaults(),
              DraftFaults.ALL,
              ReadingFaults.ALL,
              GuardFaults.ALL,
              QuestionFaults.ALL,
              HandMadeFaults.ALL,
              WishFaults.ALL,
              AlertFaults.ALL,
              ErasureFaults.ALL)
          .flatMap(List::stream)
          .toList();

  private static final int OBSTINATE = 200;

  private Faults() {}

  private static List<Fault> generalFaults() {
    return List.of(
        new Fault("row numbers are kept from the first read to the write", Faults::keepingRows),
        new Fault(
            "the status is written before the draft is made",
            () ->
                mailbox(
                    (method, args, real) ->
                        method.equals("create")
                            ? new Mailbox.Draft("later", "later", "later")
                            : real.call(args))),
        new Fault(
            "the creation of a draft is repeated after a 503", () -> wire(Faults::creatingAgain)),
        new Fault("after a restart, helpers' capacity is forgotten", CapacityForgotten::new),
        new Fault(
            "a row that is missing once is a withdrawal",
            () ->
                journal(
                    (method, args, real) ->
                        method.equals("memory")
                            ? longGone((Journal.Memory) result(real.call(args)))
                            : real.call(args))),
        new Fault(
            "what a person typed as a status is not seen",
            () -> reading(without(text -> text.startsWith(StatusWatch.NOTE)))),
        new Fault(
            "people of one name are taken for one person", () -> reading(oneContactForOneName())),
        new Fault("a refused token is tried again and again", () -> wire(Faults::insisting)),
        new Fault("an instruction is not seen", () -> reading(without(Site.STOPS::containsKey))),
        new Fault(
            "a mailbox's history counts as read before what it tells is done", HistoryFirst::new),
        new Fault(
            "« Suspendre » is not obeyed",
            () ->
                reading(
                    (tab, row) ->
                        row.cells().stream().anyMatch(c -> c.text().equals("Suspendre"))
                            ? with(row, 1, Cell.EMPTY)
                            : row)));
  }

  /**
   * One of them.
   *
   * @param words what is wrong with the daemon
   * @param stories makes the story of a seed; seeds are tried until one finds the fault
   * @param keys more of the configuration of each campaign
   */
  record Fault(String words, Supplier<Bent> bent, LongFunction<Story> stories, String keys)
      implements DeliberateFault {

    /** One that the usual stories find. */
    Fault(String words, Supplier<Bent> bent) {
      this(words, bent, Story::random, "");
    }

    /** One that the stories of a family find. */
    Fault(String words, Supplier<Bent> bent, StoryFamily family) {
      this(words, bent, family::story, family.keys());
    }

    Story story(long seed) {
      return stories.apply(seed);
    }

    Stage stage() {
      return new Stage(this, 1, keys);
    }

    @Override
    public Bent begin() {
      return bent.get();
    }

    @Override
    public String toString() {
      return words;
    }
  }

  // ---- where it is wrong

  private static Bent wire(UnaryOperator<Wire> otherwise) {
    return new Bent() {
      @Override
      public Wire wire(Wire wire) {
        return otherwise.apply(wire);
      }
    };
  }

  static Bent mailbox(Bending.Instead instead) {
    return new Bent() {
      @Override
      public Mailbox mailbox(Mailbox mailbox) {
        return Bending.of(Mailbox.class, mailbox, instead);
      }
    };
  }

  static Bent journal(Bending.Instead instead) {
    return new Bent() {
      @Override
      public Journal journal(Journal journal) {
        return Bending.of(Journal.class, journal, instead);
      }
    };
  }

  static Bent reading(Reading reading) {
    return new Bent() {
      @Override
      public Table table(Table table) {
        return Faults.read(table, reading);
      }
    };
  }

  // ---- what is asked for wrongly

  private static Wire creatingAgain(Wire wire) {
    return call -> {
      boolean create = call.method().equals("POST") && call.uri().getPath().endsWith("/drafts");
      try {
        Wire.Answer answer = wire.exchange(call);
        return create && answer.status() == 503 ? wire.exchange(call) : answer;
      } catch (IOException e) {
        if (create) {
          return wire.exchange(call);
        }
        throw e;
      }
    };
  }

  private static Wire insisting(Wire wire) {
    return call -> {
      Wire.Answer answer = wire.exchange(call);
      for (int i = 0; i < OBSTINATE && answer.status() == 401; i++) {
        answer = wire.exchange(call);
      }
      return answer;
    };
  }

  /** Each campaign's rows stay those of its first read of a pass. */
  private static Bent keepingRows() {
    return new Bent() {
      @Override
      public Table table(Table table) {
        Map<Integer, List<Row>> kept = new HashMap<>();
        return Bending.of(
            Table.class,
            table,
            (method, args, real) -> {
              if (method.equals("read")) {
                Workbook workbook = (Workbook) result(real.call(args));
                workbook.tabs().forEach(tab -> kept.put(tab.sheetId(), tab.rows()));
                return workbook;
              }
              return method.equals("reread") ? Map.copyOf(kept) : real.call(args);
            });
      }
    };
  }

  // ---- how sheets are read wrongly

  /** One row, read otherwise. */
  interface Reading {
    Row read(Tab tab, Row row);
  }

  /** Cells with such a text look empty. */
  static Reading without(Predicate<String> texts) {
    return (tab, row) ->
        new Row(
            row.index(),
            row.cells().stream().map(cell -> texts.test(cell.text()) ? Cell.EMPTY : cell).toList());
  }

  /** Whoever has a name that another row had first gets the contact of that row. */
  private static Reading oneContactForOneName() {
    Map<String, List<Cell>> contacts = new HashMap<>();
    return (tab, row) -> {
      int name = titled(tab, Human.NAME);
      int phone = titled(tab, Human.PHONE);
      if (row.index() == 0 || name < 0 || row.cell(name).isBlank()) {
        return row;
      }
      List<Cell> contact =
          contacts.computeIfAbsent(
              row.cell(name).text(), n -> List.of(row.cell(1), row.cell(phone)));
      return with(with(row, 1, contact.get(0)), phone, contact.get(1));
    };
  }

  static Table read(Table table, Reading reading) {
    Map<Integer, Tab> tabs = new HashMap<>();
    return Bending.of(
        Table.class,
        table,
        (method, args, real) -> {
          Object answer = real.call(args);
          if (answer instanceof Workbook workbook) {
            workbook.tabs().forEach(tab -> tabs.put(tab.sheetId(), tab));
            return new Workbook(
                workbook.id(),
                workbook.title(),
                workbook.locale(),
                workbook.zone(),
                workbook.tabs().stream().map(tab -> with(tab, reading)).toList(),
                workbook.overlay());
          }
          if (!method.equals("reread") && !method.equals("write")) {
            return answer;
          }
          Map<Integer, List<Row>> read = new HashMap<>();
          rows(answer)
              .forEach(
                  (id, all) -> {
                    Tab tab = tabs.get(id);
                    read.put(id, tab == null ? all : each(all, row -> reading.read(tab, row)));
                  });
          return read;
        });
  }

  private static Tab with(Tab tab, Reading reading) {
    return new Tab(
        tab.sheetId(),
        tab.title(),
        tab.hasForm(),
        tab.rowCount(),
        tab.columnCount(),
        each(tab.rows(), row -> reading.read(tab, row)),
        tab.columnMarks());
  }

  private static List<Row> each(List<Row> rows, UnaryOperator<Row> change) {
    return rows.stream().map(change).toList();
  }

  static Row with(Row row, int column, Cell cell) {
    List<Cell> cells = new ArrayList<>(row.cells());
    while (cells.size() <= column) {
      cells.add(Cell.EMPTY);
    }
    cells.set(column, cell);
    return new Row(row.index(), cells);
  }

  /** The column under a title; -1 for none. */
  static int titled(Tab tab, String title) {
    List<Cell> header = tab.header().cells();
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).text().equals(title)) {
        return i;
      }
    }
    return -1;
  }

  @SuppressWarnings("unchecked") // as the port declares
  private static Map<Integer, List<Row>> rows(@Nullable Object answer) {
    return (Map<Integer, List<Row>>) result(answer);
  }

  static Object result(@Nullable Object answer) {
    if (answer == null) {
      throw new AssertionError("the port gave nothing");
    }
    return answer;
  }

  // ---- what is remembered wrongly

  private static Journal.Memory longGone(Journal.Memory memory) {
    Map<Journal.Note, String> notes = new HashMap<>(memory.notes());
    notes.replaceAll(
        (note, text) ->
            note.kind() == Journal.Note.Kind.VANISHED && text.contains("T")
                ? Instant.parse(text).minus(Duration.ofHours(1)).toString()
                : text);
    return BentMemory.withNotes(memory, notes);
  }

  /** Reads every helper's capacity as nine, but in the first process. */
  private static final class CapacityForgotten implements Bent {
    private int starts;

    @Override
    public void starts() {
      starts++;
    }

    @Override
    public Table table(Table table) {
      return starts < 2
          ? table
          : read(
              table,
              (tab, row) -> {
                int column = titled(tab, Human.CAPACITY);
                return row.index() > 0 && !row.cell(column).isEmpty()
                    ? with(row, column, Cell.number(9, "9"))
                    : row;
              });
    }
  }

  /** Notes where a mailbox's history stands as soon as it is read. */
  private static final class HistoryFirst implements Bent {
    private Optional<Journal> journal = Optional.empty();

    @Override
    public Journal journal(Journal real) {
      journal = Optional.of(real);
      return real;
    }

    @Override
    public Mailbox mailbox(Mailbox mailbox) {
      return Bending.of(
          Mailbox.class,
          mailbox,
          (method, args, real) -> {
            Object answer = real.call(args);
            if (answer instanceof Optional<?> some
                && some.isPresent()
                && some.get() instanceof Mailbox.Changes changes) {
              Journal.Note note =
                  new Journal.Note(
                      Journal.Note.Kind.MAILBOX, Correspondence.hash(mailbox.address()));
              for (String campaign : Stage.NAMES) {
                journal.orElseThrow().storeNotes(campaign, Map.of(note, changes.position()));
              }
            }
            return answer;
          });
    }
  }
}

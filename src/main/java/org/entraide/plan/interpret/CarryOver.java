package org.entraide.plan.interpret;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.ResponseTabState;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;

/**
 * What people typed in the tab that was served before, each to its person's row in the tab that is
 * served now, where nothing is yet. It is written once, and with the last of it a mark on the
 * former tab that says so; until then the rows are read as if it were written. {@link
 * AwaitedPeople} get theirs later. Pure.
 */
public final class CarryOver {

  /** Nothing is to be carried over. */
  public static final CarryOver NOTHING =
      new CarryOver(List.of(), Map.of(), Map.of(), Map.of(), false);

  /** Columns in which several words count together. */
  private static final Set<PersonColumn> LISTS =
      Set.of(PersonColumn.INSTRUCTION, PersonColumn.WITH, PersonColumn.NEVER_WITH);

  private final List<Change> mark;
  private final Map<String, Map<PersonColumn, String>> texts;
  private final Map<String, String> names;
  private final Map<String, String> awaited;
  private final boolean recalled;

  /**
   * @param names by row, the reference that its person has in the former tab: once that is marked,
   *     nothing else may know it, and what is carried over names people by it
   * @param awaited references of people whose row does not show yet what was typed for them, by
   *     fingerprint
   */
  CarryOver(
      List<Change> mark,
      Map<String, Map<PersonColumn, String>> texts,
      Map<String, String> names,
      Map<String, String> awaited,
      boolean recalled) {
    this.mark = mark;
    this.texts = texts;
    this.names = names;
    this.awaited = Map.copyOf(awaited);
    this.recalled = recalled;
  }

  /**
   * What is known once the former tab was read, too: its people are the same people.
   *
   * @param former as it reads by itself
   */
  public static KnownRows knownRows(KnownRows knownRows, Interpretation former) {
    Set<String> references = new HashSet<>(knownRows.references());
    Map<String, String> byFingerprint = new HashMap<>();
    former
        .refByKnownHash()
        .forEach(
            (fingerprint, ref) -> {
              if (Reference.isValid(ref) && !knownRows.erased().hasReference(ref)) {
                byFingerprint.put(fingerprint, ref);
                references.add(ref);
              }
            });
    byFingerprint.putAll(knownRows.refByKnownHash());
    Map<String, String> aliases = new HashMap<>(former.aliases());
    aliases.putAll(knownRows.aliases());
    return new KnownRows(
        references,
        byFingerprint,
        knownRows.cellHashes(),
        knownRows.barred().after(former.bars()), // such as those that were lifted there
        aliases,
        knownRows.erased(),
        knownRows.gone(),
        knownRows.introduced());
  }

  /**
   * Finds for whom things were typed.
   *
   * @param layout of the former tab
   * @param former its rows
   * @param now the rows of the tab that is served
   */
  public static CarryOver of(SheetLayout layout, Interpretation former, Interpretation now) {
    Map<String, Map<PersonColumn, String>> texts = new HashMap<>();
    Map<String, String> rows = countingRows(now);
    Set<String> keys = new HashSet<>();
    now.rows().forEach(row -> keys.add(row.key()));
    // by person, where the answer was corrected, or was typed by hand
    Map<String, Map<PersonColumn, String>> others = new LinkedHashMap<>();
    for (int i = 0; i < former.rows().size(); i++) {
      ResponseRow row = former.rows().get(i);
      Map<PersonColumn, String> typed = typed(former.authorship(), row);
      if (row.profile().isErased() || typed.isEmpty()) {
        continue;
      }
      if (keys.contains(row.key())) {
        add(texts, row.key(), typed);
      } else {
        add(others, now.nowCalled(former.assigned().get(i).ref()), typed);
      }
    }
    Set<String> absent = new HashSet<>(others.keySet());
    absent.removeAll(rows.keySet());
    others.forEach(
        (ref, typed) ->
            Optional.ofNullable(rows.get(ref)).ifPresent(key -> add(texts, key, typed)));
    Map<String, String> awaited = new HashMap<>();
    former
        .refByKnownHash()
        .forEach(
            (fingerprint, ref) -> {
              if (absent.contains(now.nowCalled(ref))) {
                awaited.put(fingerprint, now.nowCalled(ref));
              }
            });
    return new CarryOver(mark(layout), texts, names(former, now), awaited, false);
  }

  private static Map<String, String> names(Interpretation former, Interpretation now) {
    Set<String> formerRefs = new HashSet<>(former.refByKnownHash().values());
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < now.rows().size(); i++) {
      ResponseRow row = now.rows().get(i);
      String ref = now.assigned().get(i).ref();
      if (!row.profile().isErased() && formerRefs.contains(ref)) {
        names.put(row.key(), ref);
      }
    }
    return names;
  }

  /**
   * Where the former tab cannot be read any more: what the journal knows of it.
   *
   * @param now the rows of the tab that is served
   * @param words what the journal knows that people typed, by the key of a row
   * @param knownRows the journal's
   */
  public static CarryOver recalled(Interpretation now, KnownRows knownRows, RecalledWords words) {
    Set<String> keys = new HashSet<>();
    now.rows().forEach(row -> keys.add(row.key()));
    Map<String, String> rows = countingRows(now);
    Map<String, Map<PersonColumn, String>> texts = new HashMap<>();
    words
        .byRow()
        .forEach(
            (key, typed) -> {
              String ref =
                  knownRows.refByKnownHash().getOrDefault(ResponseRow.fingerprintIn(key), "");
              String rowKey = keys.contains(key) ? key : rows.get(now.nowCalled(ref));
              if (rowKey != null) {
                add(texts, rowKey, typed);
              }
            });
    return texts.isEmpty() ? NOTHING : new CarryOver(List.of(), texts, Map.of(), Map.of(), true);
  }

  /** By reference, the key of the row that counts. */
  static Map<String, String> countingRows(Interpretation now) {
    Map<String, String> rows = new HashMap<>();
    for (int i = 0; i < now.rows().size(); i++) {
      ResponseRow row = now.rows().get(i);
      if (!row.profile().isErased() && now.assigned().get(i).counts()) {
        rows.put(now.assigned().get(i).ref(), row.key());
      }
    }
    return rows;
  }

  /** Says on the former tab that this is done. */
  private static List<Change> mark(SheetLayout layout) {
    return layout.answerColumns().at().entrySet().stream()
        .min(Map.Entry.comparingByKey()) // that of references, unless people deleted it
        .<Change>map(
            e ->
                new Change.MarkColumn(
                    layout.responses().sheetId(), e.getValue(), Tab.LEFT + e.getKey().mark()))
        .stream()
        .toList();
  }

  /** Also what was typed into the daemon's columns: it is obeyed, and nothing typed is lost. */
  static Map<PersonColumn, String> typed(CellAuthorship authorship, ResponseRow row) {
    Map<PersonColumn, String> typed = new EnumMap<>(PersonColumn.class);
    typed.putAll(authorship.organiserTexts(row));
    for (PersonColumn column : PersonColumn.REPORTED) {
      authorship.typed(row, column).ifPresent(text -> typed.put(column, text));
    }
    return typed;
  }

  static void add(
      Map<String, Map<PersonColumn, String>> texts, String key, Map<PersonColumn, String> typed) {
    Map<PersonColumn, String> all =
        texts.computeIfAbsent(key, k -> new EnumMap<>(PersonColumn.class));
    typed.forEach(
        (column, text) ->
            all.merge(
                column, text, (a, b) -> a.equals(b) || !LISTS.contains(column) ? a : a + ", " + b));
  }

  /** This, and beside it what is to be carried over for people who were {@link AwaitedPeople}. */
  public CarryOver and(CarryOver late) {
    Map<String, Map<PersonColumn, String>> all = new HashMap<>(late.texts);
    texts.forEach(
        (key, typed) -> {
          Map<PersonColumn, String> both = new EnumMap<>(PersonColumn.class);
          both.putAll(late.texts.getOrDefault(key, Map.of()));
          both.putAll(typed);
          all.put(key, both);
        });
    return new CarryOver(
        mark, all, both(late.names, names), both(late.awaited, awaited), recalled || late.recalled);
  }

  private static Map<String, String> both(Map<String, String> some, Map<String, String> others) {
    Map<String, String> both = new HashMap<>(some);
    both.putAll(others);
    return both;
  }

  /** Whether anything is to be done. */
  public boolean isDue() {
    return !mark.isEmpty() || !texts.isEmpty();
  }

  /** People for whom something was typed that no row of theirs shows, by their identity. */
  public Map<String, String> awaited() {
    return awaited;
  }

  /** Whether it is the journal alone that knows of it. */
  public boolean isRecalled() {
    return recalled;
  }

  /** A layout whose rows show what is to be written in them. */
  public SheetLayout into(SheetLayout layout, List<ResponseRow> answers) {
    Map<Integer, String> keys = new HashMap<>();
    answers.forEach(answer -> keys.put(answer.sheetRow().index(), answer.key()));
    Tab tab = layout.responses();
    List<Row> rows = new ArrayList<>();
    for (Row row : tab.rows()) {
      Map<PersonColumn, String> rowTexts = texts.get(keys.getOrDefault(row.index(), ""));
      rows.add(rowTexts == null ? row : filled(row, rowTexts, layout));
    }
    return layout.with(tab.with(rows));
  }

  private static Row filled(Row row, Map<PersonColumn, String> texts, SheetLayout layout) {
    List<Cell> cells = new ArrayList<>(row.cells());
    texts.forEach(
        (column, text) -> {
          int at = layout.answerColumns().of(column);
          while (cells.size() <= at) {
            cells.add(Cell.EMPTY);
          }
          if (isFree(cells.get(at))) {
            cells.set(at, cell(text));
          }
        });
    return new Row(row.index(), cells);
  }

  /** An empty cell, or a box that nobody ticked. */
  private static boolean isFree(Cell cell) {
    return ResponseTabState.organiserText(cell).isEmpty();
  }

  private static Cell cell(String text) {
    return text.equals(PersonColumn.TICKED) ? Cell.bool(true, text) : Cell.text(text);
  }

  /**
   * What is to be written, a row each.
   *
   * @param layout of the tab that is served, with all its columns
   * @param now its answers as they are
   */
  public List<RowChange> rows(SheetLayout layout, List<ResponseRow> now) {
    List<RowChange> rows = new ArrayList<>();
    for (ResponseRow row : now) {
      List<Change> cells = new ArrayList<>();
      cells.addAll(name(layout, row));
      texts
          .getOrDefault(row.key(), Map.of())
          .forEach(
              (column, text) -> {
                int at = layout.answerColumns().of(column);
                if (isFree(row.sheetRow().cell(at))) {
                  cells.add(
                      new Change.PutBack(
                          layout.responses().sheetId(), row.sheetRow().index(), at, cell(text)));
                }
              });
      RowChange.of(
              layout.responses().sheetId(),
              row.sheetRow().index(),
              row.fingerprint(),
              "",
              cells,
              Map.of())
          .ifPresent(rows::add);
    }
    return rows;
  }

  /**
   * Whether an answer for which something is to be written is not there as it was read: somebody
   * edited it since, and the next pass knows it again.
   *
   * @param now the answers as they are
   */
  public boolean misses(List<ResponseRow> now) {
    Set<String> keys = new HashSet<>();
    now.forEach(row -> keys.add(row.key()));
    return !keys.containsAll(texts.keySet());
  }

  /**
   * The changes that write the reference and the check. The check names the person, says that the
   * daemon wrote no text in its own columns, and has the hashes of what organisers typed. It is
   * true in any row.
   */
  private List<Change> name(SheetLayout layout, ResponseRow row) {
    String ref = names.getOrDefault(row.key(), "");
    int sheet = layout.responses().sheetId();
    int at = layout.answerColumns().of(PersonColumn.REF);
    int check = layout.answerColumns().of(PersonColumn.CHECK);
    if (ref.isEmpty()
        || !row.sheetRow().cell(at).isBlank()
        || !row.sheetRow().cell(check).isBlank()) {
      return List.of();
    }
    List<String> held = new ArrayList<>();
    PersonColumn.REPORTED.forEach(column -> held.add(""));
    PersonColumn.ORGANISERS.forEach(
        column -> held.add(ShortHashes.of(organiserText(layout, row, column))));
    String checkText = new RowCheck(List.of(row.fingerprint()), held, List.of(ref)).text();
    return List.of(
        new Change.SetCell(sheet, row.sheetRow().index(), at, ref),
        new Change.SetCell(sheet, row.sheetRow().index(), check, checkText));
  }

  /** What an organisers' cell holds once that is written. */
  private String organiserText(SheetLayout layout, ResponseRow row, PersonColumn column) {
    String shown =
        ResponseTabState.organiserText(row.sheetRow().cell(layout.answerColumns().of(column)));
    return shown.isEmpty()
        ? texts.getOrDefault(row.key(), Map.of()).getOrDefault(column, "")
        : shown;
  }

  /** Says on the former tab that this is done; to be written with the last of the rows. */
  public List<Change> mark() {
    return mark;
  }

  /** The columns to look at before that is written, beside those that show who is where. */
  public static Set<Integer> columns(SheetLayout layout) {
    Set<Integer> columns = new HashSet<>();
    PersonColumn.ORGANISERS.forEach(column -> columns.add(layout.answerColumns().of(column)));
    return columns;
  }
}

package org.entraide.plan.write;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.reference.Reference;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.CellAuthorshipReader;
import org.entraide.plan.authorship.CellHistory;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.OrganiserMarks;
import org.entraide.plan.authorship.ResponseTabState;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.MergedCells;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.RowIdentity;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/**
 * The cells to write so that every row says what it should: wanted minus shown, and nothing that a
 * person typed. Pure; made once from what a pass read, to know whether anything is to be done, and
 * again from the rows as they are right before the write.
 */
public final class CellPlanner {

  /** The identity of a row without an answer. */
  private static final String NOBODY = "";

  private final SheetLayout layout;
  private final Map<CellKey, String> cellHashes;
  private final MergedCells merged;
  private final SheetVocabulary vocabulary;
  private final Texts texts;
  private final RowIdentity rowIdentity;
  private final LedgerPlanner ledger;

  /**
   * @param layout complete: {@link SheetLayout#prepared}
   * @param cellHashes hash of what was last written, by cell
   * @param vocabulary words that mean something when a person types them
   * @param zone in which days are written
   * @param rowIdentity the fingerprints by which rows are recognised
   */
  public CellPlanner(
      SheetLayout layout,
      Map<CellKey, String> cellHashes,
      SheetVocabulary vocabulary,
      Texts texts,
      ZoneId zone,
      RowIdentity rowIdentity) {
    this.layout = layout;
    this.cellHashes = cellHashes;
    this.merged = layout.merged();
    this.vocabulary = vocabulary;
    this.texts = texts;
    this.rowIdentity = rowIdentity;
    this.ledger =
        new LedgerPlanner(layout, cellHashes, vocabulary, texts, zone, rowIdentity.erased());
  }

  /**
   * What an answer's row should say.
   *
   * @param key of the row: {@link ResponseRow#key}
   * @param rememberedBy the key by which its person is remembered
   * @param ref whose it is
   * @param refs what that person is or was called
   * @param contentRef what the person was called whose answer this was first taken for
   * @param toReplace introductions instead of which another was asked for, to be remembered
   *     likewise
   * @param marks what organisers typed in this row, to be remembered in its check
   */
  public record WantedRow(
      String key,
      String rememberedBy,
      String ref,
      Set<String> refs,
      String contentRef,
      List<String> toReplace,
      OrganiserMarks marks,
      RowReport report) {
    public WantedRow {
      refs = Set.copyOf(refs);
      toReplace = toReplace.stream().sorted().toList();
    }

    /** What the row's check remembers beside hashes. */
    List<String> references() {
      List<String> references = new ArrayList<>();
      references.add(contentRef);
      references.addAll(toReplace);
      return references;
    }
  }

  /**
   * Plans the response tab.
   *
   * @param rows its answers as they are
   * @param wanted by rows when the sheet was interpreted
   * @param authorship of {@link #authorship}
   */
  public List<RowChange> answerRowChanges(
      List<ResponseRow> rows, List<WantedRow> wanted, CellAuthorship authorship) {
    Map<String, WantedRow> byKey = new HashMap<>();
    wanted.forEach(w -> byKey.put(w.key(), w));
    List<RowChange> changes = new ArrayList<>();
    for (ResponseRow row : rows) {
      WantedRow want = byKey.get(row.key());
      if (want != null) {
        new ResponseRowPlan(layout, merged, cellHashes, texts, row, want, authorship)
            .change()
            .ifPresent(changes::add);
      } // else it arrived after the sheet was interpreted: the next pass's
    }
    return changes;
  }

  /** Plans the rows of the ledger. */
  public LedgerPlanner ledger() {
    return ledger;
  }

  /**
   * Who wrote what is in the rows.
   *
   * @param tab the response tab as it is, the header among its rows
   */
  public CellAuthorship authorship(List<Row> tab, List<ResponseRow> rows, List<WantedRow> wanted) {
    Map<String, WantedRow> byKey = new HashMap<>();
    Map<String, String> former = new HashMap<>();
    wanted.forEach(w -> byKey.put(w.key(), w));
    wanted.forEach(w -> former.put(w.key(), w.rememberedBy()));
    Predicate<ResponseRow> aligned =
        row ->
            Optional.ofNullable(byKey.get(row.key()))
                .flatMap(want -> Reference.parse(row.shownRef()).map(want.refs()::contains))
                .orElse(true);
    CellHistory history = new CellHistory(rows, cellHashes, former, aligned, Set.of());
    return CellAuthorshipReader.of(
        ResponseTabState.of(tab, rows, layout, history, aligned), vocabulary);
  }

  /**
   * Clears our words where no answer is beside them any more, as when a row is deleted right before
   * the one after it is written, and what is written beside its person instead.
   *
   * @param tab the response tab as it is, the header among its rows
   * @param answers those of its rows that are somebody's answer
   * @param authorship of these
   */
  public List<RowChange> clearedBesideNobody(
      List<Row> tab, List<ResponseRow> answers, CellAuthorship authorship) {
    Set<Integer> answered = new HashSet<>();
    Map<String, ResponseRow> byContent = new HashMap<>();
    for (ResponseRow answer : answers) {
      answered.add(answer.sheetRow().index());
      byContent.putIfAbsent(answer.fingerprint(), answer);
    }
    List<RowChange> changes = new ArrayList<>();
    for (Row row : tab) {
      if (row.index() == 0 || answered.contains(row.index())) {
        continue;
      }
      if (isOurs(row, authorship)) {
        RowChange.of(
                layout.responses().sheetId(),
                row.index(),
                NOBODY,
                ResponseRow.text(row, layout, PersonColumn.REF),
                cleared(row, byContent, authorship),
                Map.of())
            .ifPresent(changes::add);
      }
    }
    return changes;
  }

  /**
   * Whether we wrote beside that row. People copy a reference, but not an explanation of ours; the
   * check may have been cleared.
   */
  private boolean isOurs(Row row, CellAuthorship authorship) {
    String explanation = ResponseRow.text(row, layout, PersonColumn.EXPLANATION);
    return RowCheck.parse(ResponseRow.text(row, layout, PersonColumn.CHECK)).isPresent()
        || (!explanation.isEmpty() && authorship.wasOurs(PersonColumn.EXPLANATION, explanation));
  }

  /**
   * @param byContent the answers there are, to one of which the row's check may belong
   */
  private List<Change> cleared(
      Row row, Map<String, ResponseRow> byContent, CellAuthorship authorship) {
    Optional<RowCheck> check =
        RowCheck.parse(ResponseRow.text(row, layout, PersonColumn.CHECK)); // ours, no person's
    Optional<ResponseRow> person = check.flatMap(RowCheck::fingerprint).map(byContent::get);
    List<PersonColumn> columnsToClear =
        new ArrayList<>(List.of(PersonColumn.REF, PersonColumn.CHECK));
    for (int i = 0; i < PersonColumn.REPORTED.size(); i++) {
      PersonColumn column = PersonColumn.REPORTED.get(i);
      String shown = ResponseRow.text(row, layout, column);
      if (!shown.isEmpty()) {
        int position = i;
        boolean back =
            person.flatMap(p -> authorship.typed(p, column)).filter(shown::equals).isPresent();
        boolean written =
            check
                .map(c -> c.wrote(position, shown))
                .orElseGet(() -> authorship.wasOurs(column, shown));
        if (back || written) {
          columnsToClear.add(column);
        }
      }
    }
    return columnsToClear.stream()
        .filter(column -> !ResponseRow.text(row, layout, column).isEmpty())
        .<Change>map(
            column ->
                new Change.SetCell(
                    layout.responses().sheetId(),
                    row.index(),
                    layout.answerColumns().of(column),
                    ""))
        .toList();
  }

  /** The answers among rows that were read again. */
  public List<ResponseRow> answers(Map<Integer, List<Row>> tabs, ProfileReader reader) {
    return ResponseRow.read(
        tabs.getOrDefault(layout.responses().sheetId(), List.of()), layout, reader, rowIdentity);
  }

  /**
   * Finds the rows that were written where they were not meant.
   *
   * @param tabs identity as it was right after the write
   * @return the changes whose row held somebody else by then
   */
  public List<RowChange> misplaced(
      List<RowChange> changes, Map<Integer, List<Row>> tabs, ProfileReader reader) {
    Map<Integer, List<Row>> touched = touched(changes, tabs);
    Map<Integer, String> answers = new HashMap<>();
    answers(touched, reader).forEach(r -> answers.put(r.sheetRow().index(), r.fingerprint()));
    Map<Integer, String> entries = entries(changes, touched);
    List<RowChange> misplaced = new ArrayList<>();
    for (RowChange change : changes) {
      Map<Integer, String> rows =
          change.sheetId() == layout.responses().sheetId() ? answers : entries;
      if (!change.identity().equals(rows.getOrDefault(change.row(), NOBODY))) {
        misplaced.add(change);
      }
    }
    return misplaced;
  }

  /**
   * Finds what a write hit that was not meant.
   *
   * @param sheetBefore as it was right before
   * @param tabs as they were right after
   */
  public List<WriteHit> damage(
      MisplacedWrite.SheetBeforeWrite sheetBefore,
      List<RowChange> changes,
      Map<Integer, List<Row>> tabs,
      ProfileReader reader) {
    Map<Integer, List<Row>> touched = touched(changes, tabs);
    Map<Integer, ResponseRow> answers = new HashMap<>();
    answers(touched, reader).forEach(r -> answers.put(r.sheetRow().index(), r));
    Map<Integer, String> entries = entries(changes, touched);
    return MisplacedWrite.of(layout, sheetBefore, changes, tabs, answers, entries, texts);
  }

  /** What identifies rows of the ledger: a reference, or what is typed where there is none. */
  private Map<Integer, String> entries(List<RowChange> changes, Map<Integer, List<Row>> touched) {
    Map<Integer, String> entries = new HashMap<>();
    ledger.entries(touched).forEach(entry -> entries.put(entry.index(), entry.ref()));
    Map<Integer, Row> rows = new HashMap<>();
    touched
        .getOrDefault(layout.ledgerSheet(), List.of())
        .forEach(row -> rows.put(row.index(), row));
    for (RowChange change : changes) {
      if (HandMadeRow.isIdentity(change.identity())) {
        Row row = rows.getOrDefault(change.row(), new Row(change.row(), List.of()));
        entries.put(change.row(), HandMadeRow.identity(row, layout.ledgerColumns()));
      }
    }
    return entries;
  }

  /** What people typed into columns that are written; see {@link TypedTextBackup#restored}. */
  public List<TypedTextBackup> kept(
      List<ResponseRow> fresh, CellAuthorship authorship, List<RowChange> changes) {
    return TypedTextBackup.of(layout, fresh, authorship, changes);
  }

  /** Only these, since a large sheet is written in parts: each would read all its rows again. */
  private static Map<Integer, List<Row>> touched(
      List<RowChange> changes, Map<Integer, List<Row>> tabs) {
    Map<Integer, Set<Integer>> written = new HashMap<>();
    changes.forEach(c -> written.computeIfAbsent(c.sheetId(), s -> new HashSet<>()).add(c.row()));
    Map<Integer, List<Row>> touched = new HashMap<>();
    written.forEach(
        (tab, rows) ->
            touched.put(
                tab,
                tabs.getOrDefault(tab, List.of()).stream()
                    .filter(row -> rows.contains(row.index()))
                    .toList()));
    return touched;
  }
}

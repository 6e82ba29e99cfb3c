package org.entraide.plan.authorship;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.people.word.Category;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.TabColumns;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.typed.ReadLimit;

/**
 * A row that organisers type into the ledger to say that they introduced two people by hand. It has
 * no reference yet, so that only its text tells it from others: people sort, insert and delete
 * rows.
 *
 * @param index from 0, for the moment of reading only
 * @param cells of the ledger's columns
 * @param needs what is typed under Besoins/Needs and understood
 * @param outcome what is noted under Suite/Outcome, where it is an outcome
 * @param check the hidden cell, where it can be read
 */
public record HandMadeRow(
    int index,
    Map<LedgerColumn, Cell> cells,
    Set<Category> needs,
    Optional<Introduction.State> outcome,
    Optional<RowCheck> check) {

  /** Before the hash of the two people's cells, so that no reference is taken for it. */
  private static final String IDENTITY = "typed:";

  private static final Set<LedgerColumn> OURS =
      EnumSet.of(LedgerColumn.REF, LedgerColumn.EXPLANATION, LedgerColumn.CHECK);

  /** What the daemon may have written there for another row, which moved in that instant. */
  private static final Set<LedgerColumn> WRITTEN =
      EnumSet.of(LedgerColumn.STATE, LedgerColumn.SENT_ON, LedgerColumn.EXPLANATION);

  public HandMadeRow {
    cells = Map.copyOf(cells);
    needs = Set.copyOf(needs);
  }

  /**
   * Reads the rows in which somebody typed a person, and those that still show our refusal of what
   * was typed there before.
   *
   * @param tab the ledger's rows, the header first
   * @param strays references that are not those of the rows that show them
   */
  public static List<HandMadeRow> read(
      List<Row> tab,
      TabColumns<LedgerColumn> columns,
      SheetVocabulary vocabulary,
      Set<String> strays) {
    List<HandMadeRow> rows = new ArrayList<>();
    for (Row row : tab) {
      String ref = text(row, columns, LedgerColumn.REF);
      if (row.index() > 0 && (ref.isBlank() || strays.contains(ref))) {
        HandMadeRow read = read(row, columns, vocabulary);
        if (!read.text(LedgerColumn.PERSON).isBlank()
            || !read.text(LedgerColumn.HELPER).isBlank()
            || read.showsOurRefusal()) {
          rows.add(read);
        }
      }
    }
    return rows;
  }

  private static HandMadeRow read(
      Row row, TabColumns<LedgerColumn> columns, SheetVocabulary vocabulary) {
    Map<LedgerColumn, Cell> cells = new EnumMap<>(LedgerColumn.class);
    columns.at().forEach((column, at) -> cells.put(column, row.cell(at)));
    String needs = ReadLimit.cut(text(row, columns, LedgerColumn.NEEDS));
    String outcome = ReadLimit.cut(text(row, columns, LedgerColumn.OUTCOME));
    return new HandMadeRow(
        row.index(),
        cells,
        vocabulary.categories(needs),
        vocabulary.outcome(outcome),
        RowCheck.parse(text(row, columns, LedgerColumn.CHECK)));
  }

  private static String text(Row row, TabColumns<LedgerColumn> columns, LedgerColumn column) {
    Integer at = columns.at().get(column);
    return at == null ? "" : row.cell(at).text();
  }

  public Cell cell(LedgerColumn column) {
    return cells.getOrDefault(column, Cell.EMPTY);
  }

  public String text(LedgerColumn column) {
    return cell(column).text();
  }

  /** All that people typed, by which it is known whether the row is still the same. */
  public String typed() {
    return cells.keySet().stream()
        .filter(column -> !OURS.contains(column))
        .sorted()
        .map(column -> text(column).strip())
        .collect(Collectors.joining("\n"));
  }

  /**
   * What must still be in a row when it is written, in the place of the reference that it lacks. It
   * is made of cells that are not written with it.
   */
  public String identity() {
    return identity(text(LedgerColumn.PERSON), text(LedgerColumn.HELPER));
  }

  /** What must still be in a row of the ledger when it is written, whichever row it is. */
  public static String identity(Row row, TabColumns<LedgerColumn> columns) {
    return identity(
        text(row, columns, LedgerColumn.PERSON), text(row, columns, LedgerColumn.HELPER));
  }

  private static String identity(String person, String helper) {
    return IDENTITY + ShortHashes.longer(person + "\n" + helper);
  }

  /** Whether that is an identity of a row without a reference. */
  public static boolean isIdentity(String text) {
    return text.startsWith(IDENTITY);
  }

  /** Whether its explanation is empty, or an answer of ours. */
  public boolean mayBeAnswered() {
    return text(LedgerColumn.EXPLANATION).isBlank() || showsOwnExplanation();
  }

  /** Whether it shows why we made no introduction of it: what we explain beside no reference. */
  public boolean showsOurRefusal() {
    return showsOwnExplanation()
        && check.filter(c -> c.fingerprints().stream().allMatch(String::isEmpty)).isPresent();
  }

  /** Whether an explanation is there that we wrote. */
  public boolean showsOwnExplanation() {
    return isWritten(LedgerColumn.EXPLANATION);
  }

  /** The columns of which the check says that the daemon wrote what they show. */
  public List<LedgerColumn> written() {
    return WRITTEN.stream().filter(this::isWritten).toList();
  }

  private boolean isWritten(LedgerColumn column) {
    String shown = text(column);
    int position = LedgerColumn.REPORTED.indexOf(column);
    return !shown.isBlank() && check.filter(c -> c.wrote(position, shown)).isPresent();
  }

  /** What somebody typed under Envoyé le/Sent on. */
  public Cell day() {
    return isWritten(LedgerColumn.SENT_ON) ? Cell.EMPTY : cell(LedgerColumn.SENT_ON);
  }

  /** Nothing of what somebody typed. */
  @Override
  public String toString() {
    return "HandMadeRow[" + index + "]";
  }
}

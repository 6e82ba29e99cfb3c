package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.reference.LetterReference;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.typed.ReadLimit;

/**
 * A row of the ledger as it was read.
 *
 * @param index from 0, for the moment of reading only
 * @param ref the introduction's reference
 * @param person the reference of the one who needs help, empty where the cell has none
 * @param helper the same of the helper
 * @param state what the state's cell says, where it says a state; of one that people typed in or
 *     cleared, what had been written there
 * @param outcome what an organiser noted under Suite/Outcome, where it is an outcome
 * @param check the hidden cell, where it can be read
 * @param day what is under Envoyé le/Sent on
 * @param shown the text of every cell of the ledger's own
 */
public record LedgerRow(
    int index,
    String ref,
    String person,
    String helper,
    Set<Category> needs,
    Optional<Double> distanceKm,
    Optional<Introduction.State> state,
    Optional<Introduction.State> outcome,
    Optional<RowCheck> check,
    Cell day,
    Map<LedgerColumn, String> shown) {

  /** The columns whose words are understood, each cell as far as {@link ReadLimit} says. */
  static final List<LedgerColumn> READ =
      List.of(
          LedgerColumn.NEEDS,
          LedgerColumn.DISTANCE,
          LedgerColumn.STATE,
          LedgerColumn.SENT_ON,
          LedgerColumn.OUTCOME);

  private static final String ABSENT = "absent";

  private static final List<LedgerColumn> BARE =
      List.of(LedgerColumn.PERSON, LedgerColumn.HELPER, LedgerColumn.STATE, LedgerColumn.CHECK);

  /** Among the references of a row's check: organisers made the introduction. */
  public static final String BY_HAND = "BYHAND";

  public static final Set<Introduction.State> OUTCOMES =
      Set.of(
          Introduction.State.ACCEPTED,
          Introduction.State.DECLINED,
          Introduction.State.NO_ANSWER,
          Introduction.State.DONE);

  /** This row as one that introduces these two, whatever its cells show. */
  public LedgerRow between(String one, String other) {
    return new LedgerRow(
        index, ref, one, other, needs, distanceKm, state, outcome, check, day, shown);
  }

  /** Whether nothing at all is noted under Suite/Outcome. */
  public boolean hasNoOutcome() {
    String text = shown.get(LedgerColumn.OUTCOME);
    return text != null && text.isBlank();
  }

  /** What is noted under Suite/Outcome and is no outcome that is understood. */
  public Optional<String> notUnderstood() {
    String text = shown.getOrDefault(LedgerColumn.OUTCOME, "");
    return outcome.isPresent() || text.isBlank() ? Optional.empty() : Optional.of(text);
  }

  /**
   * What organisers typed there in the row of an introduction that they made; empty where it is
   * what the daemon wrote.
   */
  public Optional<Cell> typedDay() {
    int position = LedgerColumn.REPORTED.indexOf(LedgerColumn.SENT_ON);
    boolean writtenByDaemon =
        day.isBlank() || check.filter(c -> c.wrote(position, day.text())).isPresent();
    return writtenByDaemon || !isMadeByHand() ? Optional.empty() : Optional.of(day);
  }

  /** The columns of which only the beginning of the cell is read. */
  public List<LedgerColumn> tooLong() {
    return READ.stream()
        .filter(column -> ReadLimit.isExceededBy(shown.getOrDefault(column, "")))
        .toList();
  }

  /**
   * The outcome that holds: as it is noted, else, beside words that are not understood, the one
   * that the row had before.
   */
  public Optional<Introduction.State> holding() {
    boolean stays = notUnderstood().isPresent() && showsOwnState();
    return stays ? state.filter(OUTCOMES::contains) : outcome;
  }

  /** The delegates whom the ledger names, by introduction; of those whom it does. */
  public static Map<String, String> delegates(List<LedgerRow> ledger) {
    Map<String, String> delegates = new HashMap<>();
    for (LedgerRow row : ledger) {
      String text = ReadLimit.cut(row.shown.getOrDefault(LedgerColumn.DELEGATE, "")).strip();
      if (!text.isEmpty()) {
        delegates.put(row.ref, text);
      }
    }
    return delegates;
  }

  /**
   * Whether nothing but the reference tells of it: nobody is named, and nothing was ever written
   * there, or all of it was emptied since somebody was erased. Where a column is not there, nobody
   * can say.
   */
  boolean isBare() {
    return ref.equals(shown.get(LedgerColumn.REF)) // as the daemon writes it, which finds it so
        && BARE.stream().allMatch(column -> shown.getOrDefault(column, ABSENT).isEmpty());
  }

  /** The references of which bare rows alone tell. */
  public static Set<String> bare(List<LedgerRow> ledger) {
    Set<String> bare = new HashSet<>();
    ledger.stream().filter(LedgerRow::isBare).forEach(row -> bare.add(row.ref));
    ledger.stream().filter(row -> !row.isBare()).forEach(row -> bare.remove(row.ref));
    return bare;
  }

  /** Whether its state's cell is empty. */
  public boolean hasNoState() {
    return shown.getOrDefault(LedgerColumn.STATE, "").isBlank();
  }

  /** Whether its state's cell shows just what was last written there. */
  public boolean showsOwnState() {
    int position = LedgerColumn.REPORTED.indexOf(LedgerColumn.STATE);
    return check
        .filter(c -> c.wrote(position, shown.getOrDefault(LedgerColumn.STATE, "")))
        .isPresent();
  }

  /** Whether it is about a question, which has no helper. */
  public boolean isQuestion() {
    return LetterReference.isQuestion(ref);
  }

  /** Whether it is an introduction that organisers made: then the check has a word for that. */
  public boolean isMadeByHand() {
    return named().contains(BY_HAND);
  }

  /** Whether a row that organisers typed has its reference and check, and nothing else yet. */
  public boolean hasReferenceAlone() {
    return isMadeByHand()
        && ref.equals(shown.get(LedgerColumn.REF)) // as the daemon writes it, which finds it so
        && check.filter(c -> c.hashes().stream().allMatch(String::isEmpty)).isPresent();
  }

  /** The introductions that this one answers; of a question, the answer that it asks about. */
  public Set<String> answers() {
    Set<String> named = new HashSet<>(named());
    named.remove(ref);
    named.remove(BY_HAND);
    return Set.copyOf(named);
  }

  /** Whether a follow-up was begun: then the row's check names the introduction itself. */
  public boolean wasFollowedUp() {
    return named().contains(ref);
  }

  /** Whether that one was asked for, too: then the check names the introduction twice. */
  public boolean wasFollowUpTried() {
    return Collections.frequency(named(), ref) > 1;
  }

  private List<String> named() {
    return check.map(RowCheck::references).orElse(List.of());
  }

  /** Reads the rows that name an introduction or a question; others are people's notes. */
  public static List<LedgerRow> read(
      List<Row> tab, Map<LedgerColumn, Integer> columns, SheetVocabulary vocabulary) {
    List<LedgerRow> rows = new ArrayList<>();
    for (Row row : tab) {
      String ref = text(row, columns, LedgerColumn.REF).strip();
      if (LetterReference.isLetter(ref)) {
        rows.add(read(row, ref, columns, vocabulary));
      }
    }
    return rows;
  }

  private static LedgerRow read(
      Row row, String ref, Map<LedgerColumn, Integer> columns, SheetVocabulary vocabulary) {
    Map<LedgerColumn, String> shown = new EnumMap<>(LedgerColumn.class);
    columns.forEach((column, at) -> shown.put(column, row.cell(at).text()));
    return new LedgerRow(
        row.index(),
        ref,
        reference(text(row, columns, LedgerColumn.PERSON)),
        LetterReference.isQuestion(ref) ? "" : reference(text(row, columns, LedgerColumn.HELPER)),
        vocabulary.categories(read(row, columns, LedgerColumn.NEEDS)),
        kilometres(read(row, columns, LedgerColumn.DISTANCE)),
        state(row, columns, vocabulary),
        vocabulary.outcome(read(row, columns, LedgerColumn.OUTCOME)),
        check(row, columns),
        cell(row, columns, LedgerColumn.SENT_ON),
        shown);
  }

  /**
   * Whom a cell points to: by the reference after a name, or alone as earlier versions wrote it.
   * Other words are no reference, and could be a name, which goes nowhere.
   */
  private static String reference(String cell) {
    String text = ReadLimit.cut(cell).strip();
    return Reference.inParentheses(text).orElse(Reference.isValid(text) ? text : "");
  }

  private static Optional<RowCheck> check(Row row, Map<LedgerColumn, Integer> columns) {
    return RowCheck.parse(text(row, columns, LedgerColumn.CHECK));
  }

  /** The state that the daemon last wrote: a cell that people changed or emptied says nothing. */
  private static Optional<Introduction.State> state(
      Row row, Map<LedgerColumn, Integer> columns, SheetVocabulary vocabulary) {
    int position = LedgerColumn.REPORTED.indexOf(LedgerColumn.STATE);
    String shown = text(row, columns, LedgerColumn.STATE);
    Optional<Introduction.State> shownState =
        vocabulary.state(read(row, columns, LedgerColumn.STATE));
    Optional<RowCheck> check = check(row, columns).filter(c -> !c.wrote(position, shown));
    return check.isEmpty() ? shownState : vocabulary.stateWritten(check.get().hash(position));
  }

  /** As much of a cell as is read. */
  private static String read(Row row, Map<LedgerColumn, Integer> columns, LedgerColumn column) {
    return ReadLimit.cut(text(row, columns, column));
  }

  private static String text(Row row, Map<LedgerColumn, Integer> columns, LedgerColumn column) {
    return cell(row, columns, column).text();
  }

  private static Cell cell(Row row, Map<LedgerColumn, Integer> columns, LedgerColumn column) {
    Integer at = columns.get(column);
    return at == null ? Cell.EMPTY : row.cell(at);
  }

  private static Optional<Double> kilometres(String text) {
    try {
      return Optional.of(Double.parseDouble(text.strip().replace(',', '.')));
    } catch (NumberFormatException e) {
      return Optional.empty(); // "à distance", or a person's word
    }
  }
}

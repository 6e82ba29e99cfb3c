package org.entraide.plan.authorship;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.table.Row;

/** What rows show in one of the daemon's columns, and what is known of who wrote it there. */
final class DaemonColumn {

  private final CellAuthorship authorship;
  private final ResponseTabState tabState;
  private final SheetVocabulary vocabulary;
  private final PersonColumn column;
  private final int position;
  private final Supplier<Set<String>> lost = Suppliers.memoize(this::lost);
  private final Supplier<Set<String>> foreign = Suppliers.memoize(this::foreign);
  private final Supplier<Set<RowCheck>> copies = Suppliers.memoize(this::copies);

  /**
   * @param vocabulary which words mean something when a person types them, and which are the
   *     daemon's
   * @param position of the column's hash in a row's check
   */
  DaemonColumn(
      CellAuthorship authorship,
      ResponseTabState tabState,
      SheetVocabulary vocabulary,
      PersonColumn column,
      int position) {
    this.authorship = authorship;
    this.tabState = tabState;
    this.vocabulary = vocabulary;
    this.column = column;
    this.position = position;
  }

  List<ResponseRow> rows() {
    return tabState.rows();
  }

  List<Row> others() {
    return tabState.others();
  }

  CellHistory history() {
    return tabState.history();
  }

  private AnswersByContent answers() {
    return history().answers();
  }

  String text(ResponseRow row) {
    return tabState.text(row, column);
  }

  /** What a row beside which there is no answer shows. */
  String text(Row row) {
    return ResponseRow.text(row, tabState.layout(), column);
  }

  String hash(ResponseRow row) {
    return authorship.shownHash(row, column);
  }

  /** The hash of what a person had typed for a row. */
  String typedBefore(ResponseRow row) {
    return history().remembered(row, column.typedMark());
  }

  /** Whether a row still shows what a person had typed for it. */
  boolean isAsTyped(ResponseRow row) {
    return hash(row).equals(typedBefore(row));
  }

  private List<String> held(ResponseRow row) {
    return history().held(row, column.mark(), position);
  }

  boolean isMerged(ResponseRow row) {
    return tabState.isMerged(row, column);
  }

  boolean isAligned(ResponseRow row) {
    return tabState.aligned().test(row);
  }

  /** Whether the row's check has the hash of what the cell shows. */
  boolean isAsChecked(ResponseRow row) {
    return history().lastLook().isAsChecked(row, position, hash(row));
  }

  /** Whether a row shows one of the few words of ours that mean something when they are typed. */
  boolean isWord(ResponseRow row) {
    return column == PersonColumn.STATUS && vocabulary.obeyed(text(row)).isPresent();
  }

  /** Whether a row shows a status that stops nobody. */
  boolean isNote(ResponseRow row) {
    return column == PersonColumn.STATUS && !isWord(row);
  }

  /** Whether the daemon wrote in this row what it shows. */
  boolean isOurs(ResponseRow row) {
    return (held(row).contains(hash(row)) || isInWordsOfOurs(row))
        && !isTypedBesideEqual(row)
        && !isStillTyped(row);
  }

  /** Whether the daemon wrote what this row shows, and no check of another row is there. */
  boolean isOwn(ResponseRow row) {
    return (!row.showsOthersCheck() || history().hasOwnCheck(row)) && held(row).contains(hash(row));
  }

  /**
   * Whether the text alone shows that a person typed it. Of our words a few mean something when a
   * person types them: they were typed unless they were moved from another row, alone or with its
   * reference. All other texts were typed unless we ever wrote them.
   */
  boolean isTyped(ResponseRow row) {
    if (!isWord(row)) {
      return !authorship.wasOurs(column, text(row));
    }
    boolean isLost = lost.get().contains(hash(row));
    boolean isOver = isTypedOver(row);
    boolean aligned = isAligned(row) || history().lastLook().stoodBeside(row);
    return (!isLost && (aligned || isOver)) || (isOver && aligned);
  }

  /** Whether a person typed it in one of several rows that are equal, or were. */
  boolean isTypedBesideEqual(ResponseRow row) {
    return (wasTypedAmongEqual(row) || wasTypedBeforeAnEdit(row))
        && (isWord(row) || !authorship.wasOurs(column, text(row)));
  }

  /** See {@link CopiedCells#isTypedOver}. */
  boolean isTypedOverCopy(ResponseRow row, CopiedCells copied) {
    return copied.isTypedOver(row, position, copies.get());
  }

  /** See {@link CopiedCells#came}. */
  boolean cameAsCopy(ResponseRow row, CopiedCells copied) {
    return copied.came(row, position, hash(row));
  }

  /** Hashes of what the daemon wrote in rows that show something else by now. */
  private Set<String> lost() {
    Set<String> lost = new HashSet<>();
    for (ResponseRow row : rows()) {
      for (String hash : held(row)) {
        if (!hash.isEmpty() && !hash.equals(hash(row))) {
          lost.add(hash);
        }
      }
    }
    return lost;
  }

  /**
   * Hashes of what rows show since the last look and the daemon did not write there: typed, or
   * moved there from others. Beside nobody the daemon writes nothing: what is there stayed where a
   * sort of some columns took the answer away.
   */
  private Set<String> foreign() {
    Set<String> foreign = new HashSet<>();
    others().forEach(row -> foreign.add(ShortHashes.of(text(row))));
    for (ResponseRow row : rows()) {
      boolean hashIsRemembered =
          typedBefore(row).isEmpty()
              ? held(row).contains(hash(row))
              : isAsTyped(row) || isAsChecked(row);
      if (!hashIsRemembered) {
        foreign.add(hash(row));
      }
    }
    return foreign;
  }

  private Set<RowCheck> copies() {
    return answers().shownBesideOthers(position, this::hash);
  }

  /**
   * Whether a person typed over what the daemon wrote in a row: no other row shows it. What is
   * moved with a part of a column takes the place of what is moved, too.
   */
  boolean isTypedOver(ResponseRow row) {
    Set<String> held = new HashSet<>(held(row));
    held.remove("");
    return held.isEmpty() ? wasTyped(row) : held.stream().noneMatch(foreign.get()::contains);
  }

  /** Whether only the row's check shows that a person had typed there. */
  private boolean wasTyped(ResponseRow row) {
    return typedBefore(row).isEmpty()
        && answers().checkOfNobodyElse(row).filter(this::tellsNothing).isPresent();
  }

  /** Whether a check knows the column, and that the daemon wrote nothing there. */
  private boolean tellsNothing(RowCheck check) {
    return check.knows(position) && check.hash(position).isEmpty();
  }

  /**
   * Whether the row's own check shows that a person had typed there, and other rows are equal to
   * it. The journal numbers equal rows anew when one of them goes or comes back, so what it
   * remembers may be another row's.
   */
  private boolean wasTypedAmongEqual(ResponseRow row) {
    return answers().sameAs(row).size() > 1
        && row.ownCheck().filter(this::tellsNothing).isPresent();
  }

  /**
   * Whether a person typed this word in one of several equal rows, in which the answer was edited
   * or typed over since. In another of them the daemon wrote the same word, or the journal has it
   * under the number of another: it numbers equal rows anew when one of them goes. The check names
   * the contents that all had, and is this row's own, since the others have another. A copy shows
   * the very check of its original, and its word, unless that was typed over.
   */
  boolean wasTypedBeforeAnEdit(ResponseRow row) {
    return row.showsOthersCheck()
        && row
            .check()
            .filter(this::tellsNothing)
            .filter(check -> check.references().contains(row.shownRef()))
            .flatMap(RowCheck::fingerprint)
            .stream()
            .flatMap(fingerprint -> answers().withContents(fingerprint).stream())
            .filter(equal -> equal.shownRef().equals(row.shownRef()))
            // without its own check a sort took it beside another row, maybe beside this one
            .filter(equal -> equal.ownCheck().isPresent())
            .anyMatch(
                equal ->
                    equal.isAsChecked(position, hash(row))
                        || typedBefore(equal).equals(hash(row))
                        || isRemembered(row))
        && answers().wholeOriginals(row).stream().allMatch(it -> showsAnother(it, row));
  }

  /**
   * Whether another word than a row's was typed in a row of equal contents. A word that nobody saw
   * before may have been typed there after the row was copied.
   */
  private boolean showsAnother(ResponseRow original, ResponseRow row) {
    Set<String> typed = typedBesideEqual(original);
    return !text(original).isEmpty()
        && !hash(original).equals(hash(row))
        && (typed.isEmpty() || typed.contains(hash(original)));
  }

  /** Hashes of what had been typed beside an answer's contents, also in a row that is gone. */
  private Set<String> typedBesideEqual(ResponseRow row) {
    Set<String> typed = new HashSet<>();
    answers().sameAs(row).forEach(equal -> typed.add(typedBefore(equal)));
    history()
        .ofAbsentRows(column.typedMark())
        .forEach(
            (key, hash) -> {
              if (ResponseRow.areEqual(key.row(), row.key())) {
                typed.add(hash);
              }
            });
    typed.remove("");
    return typed;
  }

  private boolean isRemembered(ResponseRow row) {
    return history().remembered(row, column.mark()).equals(hash(row));
  }

  /**
   * Whether a row still shows what a person typed, and only the check of another row, which came
   * with a sort or a write that people overtook, says that the daemon wrote the same word.
   */
  private boolean isStillTyped(ResponseRow row) {
    return row.showsOthersCheck()
        && isAsTyped(row)
        && !history().heldOfItsOwn(row, column.mark(), position).contains(hash(row));
  }

  /**
   * Whether a row shows a place, people who were introduced, or a status that means nothing when it
   * is typed, in the daemon's words, where the journal was lost and a write that people overtook
   * put another row's check there: nothing else says who wrote it. Nobody types a place with how
   * well it is known, or people with how far away they are, and hardly anybody such a status.
   */
  private boolean isInWordsOfOurs(ResponseRow row) {
    if (!history().isForgotten(row, column)
        || !row.showsOthersCheck()
        || row.shownRef().isEmpty()) {
      return false;
    }
    boolean strange =
        row.check().stream().noneMatch(check -> check.references().contains(row.shownRef()));
    return switch (column) {
      case PLACE -> strange && vocabulary.isPlace(text(row));
      case STATUS -> strange && isNote(row) && vocabulary.isStatus(text(row));
      // the other's reference may have come, too; a copy shows its original's very check
      case INTRODUCED ->
          (strange || answers().wholeOriginals(row).isEmpty())
              && vocabulary.isIntroduced(text(row));
      default -> false;
    };
  }

  /** See {@link AnswersByContent#originalOf}. */
  Optional<ResponseRow> originalOf(ResponseRow row) {
    return answers().originalOf(row, position, tabState.aligned(), history()::saw, this::hash);
  }

  /**
   * The contents of another row from which the check beside a row came, where that has no hash of
   * anything that the daemon wrote in the column.
   */
  Optional<String> checkedElsewhere(ResponseRow row, CopiedCells copied) {
    return row.check()
        .filter(check -> check.knows(position))
        .filter(c -> c.hash(position).isEmpty() || copied.cameUnchecked(row, hash(row)))
        .flatMap(RowCheck::fingerprint)
        .filter(other -> !other.equals(row.fingerprint()));
  }

  /**
   * Whether all of our cells were brought along, as an undone sort does that we had mended, or a
   * copy of a row.
   */
  boolean isBlockOf(String other, ResponseRow row) {
    return !isAligned(row)
        && (hash(row).equals(history().journalled(new CellKey(other, column.typedMark())))
            || answers().isCopied(row, this::hash));
  }
}

package org.entraide.plan.authorship;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;

/**
 * Whether an order may be gone from a cell although no person cleared it: something of another row
 * came there, moved by people or in a write that they overtook. Pure.
 */
public final class DoubtfulClearing {

  private final SheetLayout layout;
  private final CellAuthorship authorship;
  private final Map<CellKey, String> cellHashes;
  private final Set<String> turned; // contents of equal rows, whose words may have been exchanged

  /** Hashes of instructions that a sort had brought beside others, where another one came since. */
  private final Set<String> underStrays;

  private final Set<String> strays; // hashes of instructions that are beside somebody else
  private final Set<String> newStrays; // since the last time
  private final Set<String> typed; // hashes of instructions that count for somebody

  /** By column, contents whose check is beside another row and an empty cell. */
  private final SetMultimap<PersonColumn, String> clearedAway;

  /**
   * @param cellHashes of cells, before this reading
   */
  public DoubtfulClearing(
      List<ResponseRow> rows,
      SheetLayout layout,
      SheetVocabulary vocabulary,
      CellAuthorship authorship,
      Map<CellKey, String> cellHashes) {
    this.clearedAway = clearedAway(rows, layout);
    this.layout = layout;
    this.authorship = authorship;
    this.cellHashes = cellHashes;
    this.underStrays =
        rows.stream()
            .filter(this::isStray)
            .map(row -> remembered(row, CellKey.STRAY + PersonColumn.INSTRUCTION.mark()))
            .collect(Collectors.toSet());
    this.strays = new HashSet<>();
    this.newStrays = new HashSet<>();
    this.typed = new HashSet<>();
    for (ResponseRow row : rows) {
      String stray = authorship.stray(row, PersonColumn.INSTRUCTION);
      if (!stray.isEmpty()) {
        strays.add(stray);
      }
      Optional.ofNullable(authorship.organiserTexts(row).get(PersonColumn.INSTRUCTION))
          .ifPresent(text -> typed.add(ShortHashes.of(text)));
      if (!stray.equals(remembered(row, CellKey.STRAY + PersonColumn.INSTRUCTION.mark()))) {
        newStrays.add(stray);
      }
    }
    this.turned = new HashSet<>();
    rows.stream()
        .filter(row -> !row.profile().isErased())
        .collect(Collectors.groupingBy(ResponseRow::fingerprint))
        .forEach(
            (fingerprint, equal) -> {
              if (equal.size() > 1 && mayBeTurned(equal, layout, vocabulary)) {
                turned.add(fingerprint);
              }
            });
  }

  private static SetMultimap<PersonColumn, String> clearedAway(
      List<ResponseRow> rows, SheetLayout layout) {
    SetMultimap<PersonColumn, String> cleared = HashMultimap.create();
    for (PersonColumn column : List.of(PersonColumn.INSTRUCTION, PersonColumn.STATUS)) {
      rows.stream()
          .filter(ResponseRow::showsOthersCheck)
          .filter(row -> ResponseRow.text(row.sheetRow(), layout, column).isBlank())
          .forEach(
              row ->
                  row.fingerprintInCheck()
                      .ifPresent(fingerprint -> cleared.put(column, fingerprint)));
    }
    return cleared;
  }

  /**
   * Of equal rows none shows which one was hit. The word is still in one of them, as ours, and in
   * none of them is the status empty or typed.
   */
  private boolean mayBeTurned(
      List<ResponseRow> equal, SheetLayout layout, SheetVocabulary vocabulary) {
    List<String> shown =
        equal.stream()
            .map(row -> ResponseRow.text(row.sheetRow(), layout, PersonColumn.STATUS))
            .toList();
    return shown.stream().noneMatch(String::isEmpty)
        && equal.stream().allMatch(row -> authorship.typed(row, PersonColumn.STATUS).isEmpty())
        && shown.stream().map(vocabulary::obeyed).anyMatch(Optional.of(Status.BARRED)::equals);
  }

  /**
   * Whether the instruction may have been written over by what was beside somebody else. What a
   * sort had brought beside another before is cleared there, unless such a text was written over it
   * there, or it counts for somebody else by now: a sort may have brought it beside nobody, and the
   * form wrote an answer there.
   */
  public boolean isInstructionInDoubt(ResponseRow row) {
    String mark = PersonColumn.INSTRUCTION.mark();
    String away = remembered(row, CellKey.AWAY + mark);
    boolean gone =
        away.isEmpty() ? isStray(row) : underStrays.contains(away) || typed.contains(away);
    return gone || isBesideOthers(row, PersonColumn.INSTRUCTION);
  }

  /**
   * Whether the instruction is beside somebody else now: another one that somebody chose in its
   * cell since was not chosen in its place.
   */
  public boolean isElsewhere(ResponseRow row) {
    String mark = PersonColumn.INSTRUCTION.mark();
    String own = remembered(row, mark);
    return (!own.isEmpty() && newStrays.contains(own))
        || strays.contains(remembered(row, CellKey.AWAY + mark));
  }

  /**
   * Whether a cell shows what it showed in an older version of the row, which somebody put back: no
   * word was cleared there. The check beside the row is older, too: it has another explanation than
   * was last written for the person.
   */
  public boolean isOfOlderVersion(ResponseRow row, PersonColumn column) {
    String rememberedFingerprint = ResponseRow.fingerprintIn(authorship.rememberedBy(row));
    String written = remembered(row, PersonColumn.EXPLANATION.mark());
    String shown = ResponseRow.text(row.sheetRow(), layout, column);
    return row.check()
        .filter(
            check ->
                row.ownCheck().isPresent()
                    || row.fingerprintInCheck().equals(Optional.of(rememberedFingerprint)))
        .filter(check -> !written.isEmpty())
        .filter(check -> !check.hash(RowCheck.position(PersonColumn.EXPLANATION)).equals(written))
        .filter(check -> !column.isWritten() || !shown.isEmpty()) // a typed status has no hash
        .filter(check -> check.wrote(RowCheck.position(column), shown))
        .isPresent();
  }

  private boolean isStray(ResponseRow row) {
    return !authorship.stray(row, PersonColumn.INSTRUCTION).isEmpty();
  }

  private String remembered(ResponseRow row, String mark) {
    return cellHashes.getOrDefault(new CellKey(authorship.rememberedBy(row), mark), "");
  }

  /**
   * Whether the status may have been written over, by what was typed for another row, or by a write
   * of ours that was meant for another row, or for one without an answer: of that one nothing of
   * ours is left, and it still shows ours where nobody's answer is. Else somebody cleared all that
   * was there.
   */
  public boolean isStatusInDoubt(ResponseRow row) {
    CellKey written = new CellKey(authorship.rememberedBy(row), PersonColumn.EXPLANATION.mark());
    boolean bare =
        row.check().isEmpty() && row.shownRef().isEmpty() && authorship.isLeftBesideNobody();
    return isBesideOthers(row, PersonColumn.STATUS)
        || authorship.typedFor(row, PersonColumn.STATUS).isPresent()
        || turned.contains(row.fingerprint())
        || isUnderOthers(row)
        || (bare && cellHashes.containsKey(written));
  }

  /** Whether a status and a reference that is another's came there, without the hidden check. */
  private boolean isUnderOthers(ResponseRow row) {
    return Reference.isValid(row.shownRef())
        && !ResponseRow.text(row.sheetRow(), layout, PersonColumn.STATUS).isBlank()
        && row.ownCheck().filter(check -> !check.references().contains(row.shownRef())).isPresent();
  }

  /**
   * Whether the check of another row, neither its own nor that of its answer before an edit, came
   * beside a row with what is in a cell. What was cleared before a sort went with the row's own
   * check, and where the other check was there already somebody cleared the cell since.
   */
  private boolean isBesideOthers(ResponseRow row, PersonColumn column) {
    String rememberedFingerprint = ResponseRow.fingerprintIn(authorship.rememberedBy(row));
    return row.showsOthersCheck()
        && row.fingerprintInCheck().filter(rememberedFingerprint::equals).isEmpty()
        && !authorship.stoodBeside(row)
        && !clearedAway.containsEntry(column, row.fingerprint());
  }
}

package org.entraide.plan.authorship;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.OwnChecks;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;

/** What rows held before, by hashes that the journal and the rows' hidden checks remember. */
public final class CellHistory {

  /** After the key of a row that was meant and not hit. */
  public static final String LOST = "?";

  /** The journal, the row's check, and the check that is the row's wherever it is. */
  private static final int REMEMBERING = 3;

  private final Map<CellKey, String> cellHashes;
  private final RowsJournal ofRows;
  private final List<ResponseRow> rows;
  private final Map<String, String> former;
  private final Set<String> typedOver; // keys
  private final OwnChecks checks;
  private final JournalledRows lastLook;
  private final AnswersByContent answers;
  private final Map<String, Set<String>> everHeld = new HashMap<>(); // by mark
  private final Set<String> present = new HashSet<>(); // keys
  private final Supplier<Map<String, Map<CellKey, String>>> absent; // by mark
  private final PreviousValues earlier;

  /**
   * @param cellHashes hashes of what cells held, by row and mark
   * @param former by the key of a row that is not in the journal, the key of another that is gone
   *     and was the same person's
   * @param aligned whether a row's reference is its person's own, or none
   * @param typedOver keys of {@link OverwrittenCopies#copies}
   */
  public CellHistory(
      List<ResponseRow> rows,
      Map<CellKey, String> cellHashes,
      Map<String, String> former,
      Predicate<ResponseRow> aligned,
      Set<String> typedOver) {
    this.rows = rows;
    this.typedOver = typedOver;
    this.former = former;
    this.cellHashes = cellHashes;
    this.earlier = new PreviousValues(cellHashes);
    this.absent = Suppliers.memoize(this::absent);
    for (ResponseRow row : rows) {
      present.add(row.key());
      present.add(key(row));
    }
    this.ofRows = new RowsJournal(cellHashes, present);
    answers = new AnswersByContent(rows);
    checks =
        new OwnChecks(
            rows,
            row -> aligned.test(row) && !answers.isContested(row),
            (row, check) -> JournalledRows.isSeen(ofRows, row, check));
    lastLook = new JournalledRows(ofRows, checks);
  }

  String journalled(CellKey key) {
    return journalled(key.row(), key.column());
  }

  private String journalled(String row, String mark) {
    String hash = ofRows.get(row, mark);
    return hash == null ? "" : hash;
  }

  /** The key by which this row's person is remembered. */
  String key(ResponseRow row) {
    return former.isEmpty() ? row.key() : former.getOrDefault(row.key(), row.key());
  }

  /** What is remembered of a cell of this row's person. */
  String remembered(ResponseRow row, String mark) {
    return journalled(key(row), mark);
  }

  /** Hashes of what the daemon wrote in this row, by whatever remembers. */
  List<String> held(ResponseRow row, String mark, int position) {
    List<String> held = heldOfItsOwn(row, mark, position);
    row.check().map(check -> check.hash(position)).ifPresent(held::add);
    return held;
  }

  /** Hashes of what the daemon wrote in this row, but for those of a check of another row. */
  List<String> heldOfItsOwn(ResponseRow row, String mark, int position) {
    List<String> held = new ArrayList<>(REMEMBERING);
    held.add(remembered(row, mark));
    check(row).map(check -> check.hash(position)).ifPresent(held::add);
    return held;
  }

  /**
   * Whether neither the journal nor a check of the row's own has a hash of what the daemon wrote in
   * a cell, or a person typed.
   */
  boolean isForgotten(ResponseRow row, PersonColumn column) {
    return check(row).isEmpty()
        && remembered(row, column.mark()).isEmpty()
        && remembered(row, column.typedMark()).isEmpty();
  }

  /** Hashes of what the daemon ever wrote last in any row of a column. */
  Set<String> everHeld(String mark, int position) {
    return everHeld.computeIfAbsent(mark, m -> heldInAnyRow(m, position));
  }

  private Set<String> heldInAnyRow(String mark, int position) {
    Set<String> ever = new HashSet<>();
    cellHashes.forEach(
        (key, hash) -> {
          if (key.column().equals(mark)) {
            ever.add(hash);
          }
        });
    rows.forEach(row -> row.check().ifPresent(check -> ever.add(check.hash(position))));
    return ever;
  }

  /** What is remembered under a mark of rows that are gone, and whose person has no other. */
  Map<CellKey, String> ofAbsentRows(String mark) {
    return absent.get().getOrDefault(mark, Map.of());
  }

  private Map<String, Map<CellKey, String>> absent() {
    Map<String, Map<CellKey, String>> absent = new HashMap<>();
    cellHashes.forEach(
        (key, hash) -> {
          if (!hash.isEmpty()
              && !present.contains(key.row())
              && !key.row().endsWith(LOST)) { // that is no row
            absent.computeIfAbsent(key.column(), mark -> new HashMap<>()).put(key, hash);
          }
        });
    return absent;
  }

  /** See {@link PreviousValues#note}. */
  void noteEarlier(Map<CellKey, String> hashes, CellKey key, String shown) {
    PreviousValues.note(hashes, key, shown, cellHashes);
  }

  /** Whether the daemon wrote that in a column once, before what it wrote there last. */
  boolean everWrote(String mark, String text) {
    return earlier.holds(mark, text);
  }

  /** How the journal last looked at rows. */
  JournalledRows lastLook() {
    return lastLook;
  }

  /** Whether a row is in the journal. */
  boolean saw(ResponseRow row) {
    return lastLook.saw(row);
  }

  boolean knows(ResponseRow row, String mark, int position) {
    return organiserHash(row, mark, position).isPresent();
  }

  /** The answers as they are now. */
  AnswersByContent answers() {
    return answers;
  }

  /** The hash of what organisers typed for this row's person; empty where it is not known. */
  Optional<String> organiserHash(ResponseRow row, String mark, int position) {
    if (saw(row) || former.containsKey(row.key())) {
      String held = remembered(row, mark);
      boolean went = !saw(row) && held.equals(remembered(row, CellKey.WENT + mark));
      return Optional.of(went ? "" : held);
    }
    return check(row).filter(check -> check.knows(position)).map(check -> check.hash(position));
  }

  /**
   * The hash of what was in one of the organisers' cells and was not typed for this row's person;
   * empty for nothing. A journal that is new, or older, learns it from the check.
   */
  String stray(ResponseRow row, PersonColumn column) {
    String rememberedHash = remembered(row, column.strayMark());
    return rememberedHash.isEmpty() && !lastLook.isAhead(row)
        ? check(row).map(c -> c.displaced(column).stray()).orElse("")
        : rememberedHash;
  }

  /**
   * Whether anything but emptiness is remembered of one of the organisers' cells, by whatever
   * remembers.
   */
  boolean holds(ResponseRow row, PersonColumn column, int position) {
    return holds(row.key(), column)
        || (!former.isEmpty() && holds(key(row), column))
        || row.check().filter(check -> records(check, column, position)).isPresent()
        || check(row).filter(check -> records(check, column, position)).isPresent();
  }

  private boolean holds(String key, PersonColumn column) {
    return !journalled(key, column.mark()).isEmpty()
        || !journalled(key, column.strayMark()).isEmpty()
        || !journalled(key, column.awayMark()).isEmpty()
        || !journalled(key, column.wentMark()).isEmpty();
  }

  private static boolean records(RowCheck check, PersonColumn column, int position) {
    return !check.hash(position).isEmpty()
        || !check.displaced(column).equals(RowCheck.Displaced.NOTHING);
  }

  /** Whether that is known not to be this row's, or was copied with a row of which it is known. */
  boolean isStray(ResponseRow row, PersonColumn column, String hash) {
    return !hash.isEmpty()
        && (hash.equals(stray(row, column))
            || (!saw(row)
                && answers.sameAs(row).stream()
                    .anyMatch(other -> hash.equals(stray(other, column)))));
  }

  /**
   * Whether the journal says that a text is not this row's, whatever the row's check says, which
   * may have been written before.
   */
  boolean isStillStray(ResponseRow row, PersonColumn column, String hash) {
    return !hash.isEmpty() && hash.equals(remembered(row, column.strayMark()));
  }

  /** The hash of what was typed for this row's person and was in another row; likewise. */
  String away(ResponseRow row, PersonColumn column, int position) {
    String rememberedHash = remembered(row, column.awayMark());
    return rememberedHash.isEmpty() && !lastLook.isAhead(row)
        ? check(row)
            .filter(check -> check.displaced(column).away())
            .map(check -> check.hash(position))
            .orElse("")
        : rememberedHash;
  }

  /** Whether what is remembered of a row was typed for the person whose row was copied there. */
  boolean isTypedOver(ResponseRow row) {
    return typedOver.contains(row.key());
  }

  /** Whether a row has new contents because somebody's answer was edited. */
  boolean isEdited(ResponseRow row) {
    return !saw(row) && row.ownCheck().isEmpty();
  }

  /**
   * Whether a write that people overtook put the check of another row beside a known row, and the
   * text in a cell did not come with it: the check has no hash of that text. Nothing was moved,
   * since the other row shows no check but its own. Nothing was copied, since that check differs.
   *
   * @param shown the hash of what the cell shows
   */
  boolean isWrittenAmiss(ResponseRow row, PersonColumn column, int position, String shown) {
    List<ResponseRow> others =
        row.check()
            .filter(check -> !shown.equals(check.hash(position)))
            .filter(check -> !shown.equals(check.displaced(column).stray()))
            .flatMap(RowCheck::fingerprint)
            .map(answers::withContents)
            .orElse(List.of());
    return saw(row)
        && !others.isEmpty()
        && others.stream().noneMatch(ResponseRow::showsOthersCheck)
        && others.stream().noneMatch(other -> other.check().equals(row.check()));
  }

  /**
   * The hash in a row's own check where the journal has another: our columns were deleted and came
   * back as they had been, maybe with texts that a sort had brought beside somebody else.
   */
  Optional<String> once(ResponseRow row, String mark, int position) {
    return row.ownCheck()
        .filter(check -> !lastLook.isAhead(row))
        .filter(check -> check.knows(position))
        .map(check -> check.hash(position))
        .filter(held -> !held.isEmpty())
        .filter(held -> !held.equals(journalled(row.key(), mark)));
  }

  /** Whether a row's check is its own, be it from before the answer was edited. */
  boolean hasOwnCheck(ResponseRow row) {
    return row.check().isPresent() && row.check().equals(check(row));
  }

  private Optional<RowCheck> check(ResponseRow row) {
    return checks.of(row);
  }

  /** Whether a cell shows what it showed; where nothing is remembered, whatever it shows. */
  boolean agrees(ResponseRow row, String mark, int position, String hash) {
    Optional<String> rememberedHash = organiserHash(row, mark, position);
    if (rememberedHash.filter(hash::equals).isPresent()) {
      return true;
    }
    Optional<String> checked =
        lastLook.isAhead(row)
            ? Optional.empty()
            : check(row).filter(c -> c.knows(position)).map(c -> c.hash(position));
    return checked.isEmpty() ? rememberedHash.isEmpty() : checked.get().equals(hash);
  }
}

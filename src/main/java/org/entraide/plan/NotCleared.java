package org.entraide.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an order may be gone from a cell although no person cleared it: something of another row
 * came there, moved by people or in a write that they overtook. Pure.
 */
final class NotCleared {

  private final Hands hands;
  private final Map<CellKey, String> remembered;
  private final Set<String> turned; // contents of equal rows, whose words may have been exchanged

  /**
   * @param remembered of cells, before this reading
   */
  NotCleared(
      List<ResponseRow> rows,
      Layout layout,
      Vocabulary vocabulary,
      Hands hands,
      Map<CellKey, String> remembered) {
    this.hands = hands;
    this.remembered = remembered;
    this.turned = new HashSet<>();
    rows.stream()
        .filter(row -> !row.profile().erased())
        .collect(Collectors.groupingBy(ResponseRow::fingerprint))
        .forEach(
            (contents, equal) -> {
              if (equal.size() > 1 && mayBeTurned(equal, layout, vocabulary)) {
                turned.add(contents);
              }
            });
  }

  /**
   * Of equal rows none shows which one was hit. The word still stands in one of them, as ours, and
   * in none of them is the status empty or typed.
   */
  private boolean mayBeTurned(List<ResponseRow> equal, Layout layout, Vocabulary vocabulary) {
    List<String> shown =
        equal.stream()
            .map(row -> ResponseRow.text(row.row(), layout, PersonColumn.STATUS))
            .toList();
    return shown.stream().noneMatch(String::isEmpty)
        && equal.stream().allMatch(row -> hands.typed(row, PersonColumn.STATUS).isEmpty())
        && shown.stream().map(vocabulary::obeyed).anyMatch(Optional.of(Status.BARRED)::equals);
  }

  /**
   * Whether the instruction may have gone under what stood beside somebody else. What a sort had
   * brought beside another before is cleared there.
   */
  boolean instruction(ResponseRow row) {
    String away = Hands.AWAY + PersonColumn.INSTRUCTION.mark();
    boolean stray =
        hands.strays(row).contains(PersonColumn.INSTRUCTION)
            && remembered.getOrDefault(new CellKey(hands.rememberedBy(row), away), "").isEmpty();
    return stray || isBesideOthers(row);
  }

  /**
   * Whether the status may have gone under what was typed for another row, or under a write of ours
   * that was meant for another row, or for nobody's: of that one nothing of ours is left.
   */
  boolean status(ResponseRow row) {
    CellKey written = new CellKey(hands.rememberedBy(row), PersonColumn.EXPLANATION.mark());
    boolean bare = row.check().isEmpty() && row.shownRef().isEmpty();
    return isBesideOthers(row)
        || hands.typedFor(row, PersonColumn.STATUS).isPresent()
        || turned.contains(row.fingerprint())
        || (bare && remembered.containsKey(written));
  }

  /** Whether a check stands in a row that is not its own, nor that of its answer before an edit. */
  private boolean isBesideOthers(ResponseRow row) {
    String before = ResponseRow.contents(hands.rememberedBy(row));
    return row.showsOthersCheck() && row.checked().filter(before::equals).isEmpty();
  }
}

package org.entraide.plan;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * The daemon's columns: what people typed there, and for whom; see {@link Hands}.
 *
 * @param vocabulary which words mean something when a person types them, and which are the daemon's
 */
record TypedWords(Hands hands, Standing standing, Vocabulary vocabulary) {

  /**
   * What is no longer where it was typed.
   *
   * @param texts by the row that they were typed for
   * @param copies the row where it was typed and still stands, by the key of a row that shows a
   *     copy
   * @param amongEqual the rows to which rows of equal content were moved as a whole
   */
  private record Moved(
      Map<String, String> texts, Map<String, ResponseRow> copies, Set<String> amongEqual) {}

  /**
   * Looks at one column.
   *
   * @param position of its hash in a row's check
   */
  void read(PersonColumn column, int position) {
    for (ResponseRow row : standing.rows()) {
      hands.found(row).hashes.put(column, Hashes.of(standing.text(row, column)));
    }
    // what few columns ask for, of all rows
    Supplier<Set<String>> ever = Suppliers.memoize(() -> past().everHeld(column.mark(), position));
    Supplier<Set<String>> lost = Suppliers.memoize(() -> lost(column, position));
    Supplier<Set<String>> foreign = Suppliers.memoize(() -> foreign(column, position));
    Supplier<Set<RowCheck>> copies =
        Suppliers.memoize(
            () -> past().answers().shownBesideOthers(position, row -> hands.shownHash(row, column)));
    CopiedCells copied = new CopiedCells(hands, standing, column);
    Moved moves = moved(column, position, foreign, copied);
    Set<String> theirs = new HashSet<>(); // rows that show what the daemon did not write in them
    Set<String> typed = new HashSet<>(); // those where that was typed, unless it was moved there
    for (ResponseRow row : standing.rows()) {
      String shown = standing.text(row, column);
      if (shown.isEmpty()) {
        continue;
      }
      String hash = hands.shownHash(row, column);
      boolean amongEqual =
          (wasTypedAmongEqual(row, position) || wasTypedBeforeAnEdit(row, position, hash))
              && (isWord(column, shown) || !hands.wasOurs(column, shown));
      boolean ourOwn =
          (past().held(row, column.mark(), position).contains(hash)
                  || isPlaceOfOurs(row, column, shown))
              && !amongEqual
              && !isStillTyped(row, column, position);
      if (ourOwn) {
        continue;
      }
      theirs.add(row.key());
      if (!copied.wasThere(row)) {
        boolean ours = ever.get().contains(hash) || past().everWrote(column.mark(), shown);
        if (amongEqual
            || hash.equals(typedBefore(row, column))
            || moves.amongEqual().contains(row.key())
            || copied.isTypedOver(row, position, copies.get())
            || (isWord(column, shown)
                ? isWordTyped(
                    row, lost.get().contains(hash), isTypedOver(row, column, position, foreign))
                : !ours)) {
          typed.add(row.key());
        }
      }
    }
    Map<String, String> moved = withRoom(moves.texts(), typed, column);
    Map<String, String> stuck = stuck(moved, column);
    Map<String, ResponseRow> movedFrom = movedFrom(moved);
    for (ResponseRow row : standing.rows()) {
      Hands.Found found = hands.found(row);
      String shown = standing.text(row, column);
      boolean stays = hands.shownHash(row, column).equals(typedBefore(row, column));
      ResponseRow from =
          stays ? null : moves.copies().getOrDefault(row.key(), movedFrom.get(shown));
      if (theirs.contains(row.key()) && from != null) {
        found.guests.put(column, from);
        if (stuck.containsKey(from.key())) {
          found.stuck.add(column);
        }
      }
      boolean here = typed.contains(row.key()) && from == null;
      String text = here ? shown : moved.getOrDefault(row.key(), "");
      if (!text.isEmpty() && !stuck.containsKey(row.key())) {
        found.typed.put(column, text);
      }
      hands.remember(new CellKey(row.key(), column.typedMark()), Hashes.of(text));
      copied.remember(row, from != null && moves.copies().containsKey(row.key()), here);
      row.ownCheck()
          .map(check -> check.hash(position))
          .filter(hash -> !hash.isEmpty())
          .ifPresent(hash -> hands.learn(new CellKey(row.key(), column.mark()), hash, shown));
    }
  }

  /** Hashes of what the daemon wrote in rows that show something else by now. */
  private Set<String> lost(PersonColumn column, int position) {
    Set<String> lost = new HashSet<>();
    for (ResponseRow row : standing.rows()) {
      String shown = hands.shownHash(row, column);
      for (String hash : past().held(row, column.mark(), position)) {
        if (!hash.isEmpty() && !hash.equals(shown)) {
          lost.add(hash);
        }
      }
    }
    return lost;
  }

  /**
   * Hashes of what rows show since the last look and the daemon did not write there: typed, or
   * moved there from others.
   */
  private Set<String> foreign(PersonColumn column, int position) {
    Set<String> foreign = new HashSet<>();
    for (ResponseRow row : standing.rows()) {
      String shown = hands.shownHash(row, column);
      String typed = typedBefore(row, column);
      boolean known =
          typed.isEmpty()
              ? past().held(row, column.mark(), position).contains(shown)
              : typed.equals(shown) || past().lastLook().isAsChecked(row, position, shown);
      if (!known) {
        foreign.add(shown);
      }
    }
    return foreign;
  }

  /**
   * Whether what the daemon wrote in a row is nowhere else: somebody typed over it. What is moved
   * with a part of a column takes the place of what is moved, too.
   *
   * @param foreign see {@link #foreign}
   */
  private boolean isTypedOver(
      ResponseRow row, PersonColumn column, int position, Supplier<Set<String>> foreign) {
    Set<String> held = new HashSet<>(past().held(row, column.mark(), position));
    held.remove("");
    return held.isEmpty()
        ? wasTyped(row, column, position)
        : held.stream().noneMatch(foreign.get()::contains);
  }

  /** Whether the row's check alone tells that a person's word stood there. */
  private boolean wasTyped(ResponseRow row, PersonColumn column, int position) {
    return typedBefore(row, column).isEmpty()
        && past()
            .answers().checkOfNobodyElse(row)
            .filter(check -> check.knows(position) && check.hash(position).isEmpty())
            .isPresent();
  }

  private static boolean checksNothing(ResponseRow row, int position) {
    return row.ownCheck()
        .filter(check -> check.knows(position) && check.hash(position).isEmpty())
        .isPresent();
  }

  /**
   * Whether a row tells that a person's word stood there, and has equals, which the journal numbers
   * anew when one of them goes or comes back: what it remembers may be another's.
   */
  private boolean wasTypedAmongEqual(ResponseRow row, int position) {
    return past().answers().sameAs(row).size() > 1 && checksNothing(row, position);
  }

  /**
   * Whether a person typed this word in one of two equal rows, in which the answer was edited or
   * typed over since. In the other row the daemon wrote the same word. The check names the contents
   * that both had, and is this row's own, since the other row has another. A copy shows the very
   * check of its original.
   *
   * @param shown the hash of what stands there
   */
  private boolean wasTypedBeforeAnEdit(ResponseRow row, int position, String shown) {
    return row.showsOthersCheck()
        && row
            .check()
            .filter(check -> check.knows(position) && check.hash(position).isEmpty())
            .filter(check -> check.references().contains(row.shownRef()))
            .flatMap(RowCheck::fingerprint)
            .stream()
            .flatMap(contents -> past().answers().withContents(contents).stream())
            .filter(equal -> equal.shownRef().equals(row.shownRef()))
            .anyMatch(equal -> equal.isAsChecked(position, shown))
        && !past().answers().isCopyOfWhole(row);
  }

  /**
   * Whether a person's word stands there as it did, and only the check of another row, which came
   * there with a sort or a write that people overtook, tells that the daemon wrote the same word.
   */
  private boolean isStillTyped(ResponseRow row, PersonColumn column, int position) {
    String shown = hands.shownHash(row, column);
    return row.showsOthersCheck()
        && shown.equals(typedBefore(row, column))
        && !past().heldOfItsOwn(row, column.mark(), position).contains(shown);
  }

  /**
   * Whether a place in the daemon's words stands where a write that people overtook put another
   * row's check beside somebody's own reference, and the journal was lost: nothing tells any more
   * who wrote it. Nobody types a place with how well it is known.
   */
  private boolean isPlaceOfOurs(ResponseRow row, PersonColumn column, String shown) {
    return column == PersonColumn.PLACE
        && past().isForgotten(row, column)
        && row.showsOthersCheck()
        && !row.shownRef().isEmpty()
        && row.check().stream().noneMatch(check -> check.references().contains(row.shownRef()))
        && vocabulary.isPlace(shown);
  }

  /** The hash of what a person had typed for a row. */
  private String typedBefore(ResponseRow row, PersonColumn column) {
    return past().remembered(row, column.typedMark());
  }

  /** The rows that texts were typed for, by the texts. */
  private Map<String, ResponseRow> movedFrom(Map<String, String> moved) {
    Map<String, ResponseRow> movedFrom = new HashMap<>();
    standing.rows().stream()
        .filter(row -> moved.containsKey(row.key()))
        .forEach(row -> movedFrom.put(moved.getOrDefault(row.key(), ""), row));
    return movedFrom;
  }

  /**
   * Without what cannot go back beside its person, where something else was typed since: it stays
   * where it is, as if it had been typed there, and so does what would follow it.
   *
   * @param typed rows that show what was typed in them, unless it was moved there
   */
  private Map<String, String> withRoom(
      Map<String, String> moved, Set<String> typed, PersonColumn column) {
    Map<String, String> back = new HashMap<>(moved);
    boolean blocked = !back.isEmpty();
    while (blocked) {
      Map<String, ResponseRow> movedFrom = movedFrom(back);
      blocked = false;
      for (ResponseRow row : standing.rows()) {
        if (typed.contains(row.key())
            && !movedFrom.containsKey(standing.text(row, column))
            && back.remove(row.key()) != null) {
          blocked = true;
        }
      }
    }
    return back;
  }

  /**
   * Of what is to go back, what cannot for now since its person's cell is merged into another, or
   * shows what cannot go away itself: it waits where it is.
   */
  private Map<String, String> stuck(Map<String, String> moved, PersonColumn column) {
    Map<String, String> stuck = new HashMap<>();
    boolean more = !moved.isEmpty();
    while (more) {
      more = false;
      for (ResponseRow row : standing.rows()) {
        String text = moved.get(row.key());
        if (text != null
            && (standing.isMerged(row, column)
                || stuck.containsValue(standing.text(row, column)))) {
          more |= stuck.put(row.key(), text) == null;
        }
      }
    }
    return stuck;
  }

  /**
   * What people typed for one row and a sort of some columns brought beside another: by the row
   * that it was typed for. Who typed it is known from the journal, or from a check that tells of
   * other contents and of nothing that we wrote in this column.
   */
  private Moved moved(
      PersonColumn column, int position, Supplier<Set<String>> foreign, CopiedCells copied) {
    Map<String, List<String>> missing = new HashMap<>(); // hash to the rows it was typed for
    Map<String, ResponseRow> byKey = new HashMap<>();
    Map<String, String> before = new HashMap<>(); // by which it was remembered
    for (ResponseRow row : standing.rows()) {
      before.put(row.key(), past().key(row));
      String typed = typedBefore(row, column);
      String shown = hands.shownHash(row, column);
      if (!typed.isEmpty()
          && !typed.equals(shown)
          && !isBack(row)
          && !past().lastLook().isAsChecked(row, position, shown)) {
        // what shows another's word was moved, before what was maybe cleared
        List<String> owners = missing.computeIfAbsent(typed, t -> new ArrayList<>());
        owners.add(shown.isEmpty() ? owners.size() : 0, row.key());
      }
      byKey.put(row.key(), row);
    }
    Map<String, String> moved =
        missing.isEmpty() ? new HashMap<>() : besideNobody(column, missing.keySet());
    Map<String, ResponseRow> copies = new HashMap<>();
    Set<String> amongEqual = new HashSet<>();
    for (ResponseRow row : standing.rows()) {
      String shown = standing.text(row, column);
      if (shown.isEmpty()) {
        continue;
      }
      String hash = hands.shownHash(row, column);
      if (hash.equals(typedBefore(row, column))) {
        continue;
      }
      Optional<ResponseRow> original = originalOf(row, column, position);
      boolean note = column == PersonColumn.STATUS && !isWord(column, shown); // stops nobody: kept
      if (original.isPresent() && !note) {
        copies.put(row.key(), original.get());
        continue;
      }
      if (wasTypedBeforeAnEdit(row, position, hash)) {
        continue;
      }
      boolean explained =
          isOwn(row, column, position, hash)
              || copied.came(row, position, hash)
              || (isWord(column, shown)
                  && isTypedOver(row, column, position, foreign)
                  && !copied.cameUnchecked(row, hash));
      String owner =
          explained ? null : owner(row, missing.getOrDefault(hash, List.of()), moved.keySet());
      if (owner == null) {
        boolean word = isWord(column, shown);
        owner =
            row.check()
                .filter(check -> check.knows(position))
                .filter(c -> c.hash(position).isEmpty() || copied.cameUnchecked(row, hash))
                .flatMap(RowCheck::fingerprint)
                .filter(other -> !other.equals(row.fingerprint()))
                .flatMap(other -> checked(other, hash, column))
                .filter(other -> word || isBlockOf(other, row, column, hash))
                .orElse(null);
      }
      // of equal rows one may have been edited since, by which the others are numbered anew: what
      // one of them shows was typed there
      if (owner != null && wereEqual(owner, row, before)) {
        amongEqual.add(row.key());
      } else if (owner != null) {
        ResponseRow there = byKey.get(owner);
        if (there != null
            && (hash.equals(hands.shownHash(there, column)) || isCopy(row, column, there))) {
          copies.put(row.key(), there);
        } else {
          moved.putIfAbsent(owner, shown);
        }
      }
    }
    return new Moved(moved, copies, amongEqual);
  }

  private Optional<ResponseRow> originalOf(ResponseRow row, PersonColumn column, int position) {
    return past()
        .answers().originalOf(row, position, standing.aligned(), one -> hands.shownHash(one, column));
  }

  /** Whether what a row shows came with a copy of another, and not later. */
  private boolean isCopy(ResponseRow row, PersonColumn column, ResponseRow original) {
    return row.isCopyOf(original)
        && (!past().lastLook().stoodBeside(row)
            || new CopiedCells(hands, standing, column).wasCopy(row));
  }

  /**
   * From which of the rows that miss it something came: from the one that the check tells which
   * came along, else from one that nothing came from yet.
   *
   * @return null where none misses it
   */
  private @Nullable String owner(ResponseRow row, List<String> owners, Set<String> found) {
    return row.checked().stream()
        .flatMap(contents -> past().answers().withContents(contents).stream())
        .map(ResponseRow::key)
        .filter(owners::contains)
        .findFirst()
        .or(() -> owners.stream().filter(key -> !found.contains(key)).findFirst())
        .or(() -> owners.stream().findFirst())
        .orElse(null);
  }

  /**
   * The key of the row with these contents from which something came: it was copied from one that
   * still shows the same, or moved from one whose own check is there no more. Else it was typed
   * into a copy, or was copied and then cleared where it had been typed.
   */
  private Optional<String> checked(String contents, String hash, PersonColumn column) {
    List<ResponseRow> equal = past().answers().withContents(contents);
    return equal.stream()
        .filter(row -> hands.shownHash(row, column).equals(hash))
        .findFirst()
        .or(() -> equal.stream().filter(row -> row.ownCheck().isEmpty()).findFirst())
        .map(ResponseRow::key);
  }

  /**
   * Whether somebody answered anew whose row had gone: what was typed there went with it, and the
   * same beside somebody else was typed for them.
   */
  private boolean isBack(ResponseRow row) {
    return !past().key(row).equals(row.key()) && row.check().isEmpty() && row.shownRef().isEmpty();
  }

  /** Whether the daemon wrote that in this row, where nothing of another row's stands. */
  private boolean isOwn(ResponseRow row, PersonColumn column, int position, String hash) {
    return (!row.showsOthersCheck() || past().hasOwnCheck(row))
        && past().held(row, column.mark(), position).contains(hash);
  }

  /** Whether two rows have the same contents, or had when one of them was remembered. */
  private static boolean wereEqual(String owner, ResponseRow row, Map<String, String> before) {
    return Stream.of(owner, before.getOrDefault(owner, owner))
        .anyMatch(
            key ->
                ResponseRow.areEqual(key, row.key())
                    || ResponseRow.areEqual(key, before.getOrDefault(row.key(), row.key())));
  }

  /**
   * What a sort brought beside a row where nobody's answer stands, by the row that misses it, for
   * as long as the check came along, or somebody cleared the checks of both: what is left there
   * later is nobody's, and what is cleared stays cleared.
   *
   * @param missing hashes
   */
  private Map<String, String> besideNobody(PersonColumn column, Set<String> missing) {
    Map<String, String> found = new HashMap<>();
    for (Row row : standing.others()) {
      String text = ResponseRow.text(row, standing.layout(), column);
      String hash = Hashes.of(text);
      if (missing.contains(hash)) {
        Optional<String> from =
            RowCheck.parse(ResponseRow.text(row, standing.layout(), PersonColumn.CHECK))
                .flatMap(RowCheck::fingerprint);
        standing.rows().stream()
            .filter(answer -> hash.equals(typedBefore(answer, column)))
            .filter(answer -> !hash.equals(hands.shownHash(answer, column)))
            .filter(answer -> isFrom(answer, from))
            .forEach(answer -> found.put(answer.key(), text));
      }
    }
    return found;
  }

  private static boolean isFrom(ResponseRow answer, Optional<String> fingerprint) {
    return fingerprint
        .map(answer.fingerprint()::equals)
        .orElseGet(() -> answer.check().isEmpty() && answer.shownRef().isEmpty());
  }

  /**
   * Whether all of our cells were brought along, as an undone sort does that we had mended, or a
   * copy of a row.
   */
  private boolean isBlockOf(String other, ResponseRow row, PersonColumn column, String hash) {
    return !standing.aligned().test(row)
        && (hash.equals(past().journalled(new CellKey(other, column.typedMark())))
            || past().answers().isCopied(row, one -> hands.shownHash(one, column)));
  }

  /**
   * Of our words a few mean something when a person types them: they were typed unless they were
   * moved from another row, alone or with the reference that stands beside them. The others were
   * typed unless we ever wrote them.
   *
   * @param lost whether a row shows that word no more
   * @param over whether it stands where what we wrote is nowhere else
   */
  private boolean isWordTyped(ResponseRow row, boolean lost, boolean over) {
    boolean aligned = standing.aligned().test(row) || past().lastLook().stoodBeside(row);
    return (!lost && (aligned || over)) || (over && aligned);
  }

  private boolean isWord(PersonColumn column, String shown) {
    return column == PersonColumn.STATUS && vocabulary.obeyed(shown).isPresent();
  }

  private Past past() {
    return standing.past();
  }
}

package org.entraide.plan.authorship;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;

/**
 * The organisers' columns: what was typed there, and for whom; see {@link CellAuthorship}.
 *
 * @param person whose row is one: of somebody's several answers any may have what was typed for
 *     them
 */
record OrganiserColumnReader(
    CellAuthorship authorship, ResponseTabState tabState, Function<ResponseRow, String> person) {

  /**
   * What one cell has to do with its row's person.
   *
   * @param text what was typed for that person, here or where it is now; empty for nothing
   * @param stray whether the cell shows what was typed for somebody else
   * @param away the hash of the text where another row shows it; else empty
   */
  private record Attribution(String text, boolean stray, String away) {

    static Attribution missing(String held, boolean stray, TextMoves moves) {
      String text = moves.arrived().getOrDefault(held, "");
      return new Attribution(text, stray, text.isEmpty() ? "" : held);
    }
  }

  /**
   * Looks at one column.
   *
   * @param position of its hash in a row's check
   */
  void read(PersonColumn column, int position) {
    if (column == PersonColumn.ORGANISERS.get(0)) {
      tabState.rows().forEach(row -> history().lastLook().now(row).forEach(authorship::remember));
    }
    OrganiserColumn cells = new OrganiserColumn(tabState, column, position, person);
    if (!cells.isUntouched()) {
      readRows(cells);
    }
    forgetAbsent(cells);
    missAbsent(cells);
    history()
        .ofAbsentRows(JournalledRows.SEEN)
        .keySet()
        .forEach(absent -> authorship.remember(absent, JournalledRows.GONE));
  }

  private void readRows(OrganiserColumn cells) {
    OrganiserColumn.Within within = cells.within();
    TextMoves moves = TextMoves.of(cells, within);
    if (cells.column() == PersonColumn.CHECKED
        && RevisedTicks.looksSo(tabState, cells.column(), cells.position())) {
      moves = moves.withoutMoves();
    }
    for (ResponseRow row : tabState.rows()) {
      if (within.to().contains(row.key())) {
        note(cells, row, new Attribution(cells.text(row), false, "")); // as if typed there
      } else {
        boolean gave = within.from().contains(row.key());
        note(cells, row, attribution(cells, row, gave ? moves.withoutArrivals() : moves));
      }
    }
  }

  private Attribution attribution(OrganiserColumn cells, ResponseRow row, TextMoves moves) {
    String shown = cells.text(row);
    if (!cells.agrees(row)) {
      return attributionOfChange(cells, row, moves);
    }
    if (cells.isUnheardOf(row)
        || history().isTypedOver(row)
        || (history().isStillStray(row, cells.column(), cells.hash(row))
            && !isCheckedForItsPerson(row))) {
      return new Attribution("", !shown.isEmpty(), "");
    }
    if (!shown.isEmpty()) {
      return new Attribution(shown, false, "");
    }
    String held =
        cells
            .once(row)
            .filter( // else it is another's who misses it
                once -> moves.fresh().contains(once) || once.equals(cells.away(row)))
            .orElse("");
    return Attribution.missing(held, false, moves);
  }

  private Attribution attributionOfChange(OrganiserColumn cells, ResponseRow row, TextMoves moves) {
    String shown = cells.text(row);
    boolean stray = !shown.isEmpty() && isBrought(cells, row, moves);
    if (!stray && !shown.isEmpty()) {
      return new Attribution(shown, false, "");
    }
    String held = cells.held(row);
    boolean moved =
        moves.fresh().contains(held)
            || moves.departures().cameFromAnother(held)
            || held.equals(cells.away(row))
            || history().isEdited(row);
    return Attribution.missing(moved ? held : "", stray, moves); // not moved: it was cleared
  }

  /** Whether what a row shows and did not hold was moved or copied there, not typed. */
  private boolean isBrought(OrganiserColumn cells, ResponseRow row, TextMoves moves) {
    return moves.departures().explain(cells.hash(row))
        || cells.isStray(row)
        || cells.isCopied(row)
        || !(history().lastLook().stoodBeside(row)
            || tabState.aligned().test(row)
            || row.ownCheck().isPresent()
            || history().isWrittenAmiss(row, cells.column(), cells.position(), cells.hash(row)));
  }

  /** Whether the row's check was written for its person of now; it may know more than a journal. */
  private boolean isCheckedForItsPerson(ResponseRow row) {
    return row.ownCheck().filter(it -> it.references().contains(person.apply(row))).isPresent();
  }

  private void note(OrganiserColumn cells, ResponseRow row, Attribution cell) {
    PersonColumn column = cells.column();
    CellAuthorship.RowAuthorship inRow = authorship.ofRow(row);
    String stray = cell.stray() ? cells.hash(row) : "";
    if (cell.stray()) {
      inRow.strays.put(column, stray);
    }
    if (!cell.away().isEmpty()) {
      inRow.away.add(column);
    }
    if (!cell.text().isEmpty()) {
      inRow.organiserTexts.put(column, cell.text());
    }
    authorship.remember(new CellKey(row.key(), column.strayMark()), stray);
    authorship.remember(new CellKey(row.key(), column.awayMark()), cell.away());
    authorship.remember(new CellKey(row.key(), column.wentMark()), "");
    authorship.remember(new CellKey(row.key(), column.mark()), ShortHashes.of(cell.text()));
  }

  /**
   * Notes for people whose row is gone where the text is that was typed for them. Beside another
   * person it is astray: a sort brought it there before the row went, and the row may come back. If
   * it is nowhere it went with the row: what comes to others later was typed there.
   */
  private void missAbsent(OrganiserColumn cells) {
    PersonColumn column = cells.column();
    Map<CellKey, String> absent = history().ofAbsentRows(column.mark());
    if (absent.isEmpty()) {
      return;
    }
    Set<String> astray = new HashSet<>();
    for (ResponseRow row : tabState.rows()) {
      if (authorship.ofRow(row).strays.containsKey(column)) {
        astray.add(cells.hash(row));
      }
    }
    Set<String> besideNobody = cells.elsewhere().keySet();
    absent.forEach(
        (key, hash) -> {
          if (astray.contains(hash)) {
            authorship.remember(new CellKey(key.row(), column.awayMark()), hash);
          } else if (!besideNobody.contains(hash)) {
            authorship.remember(new CellKey(key.row(), column.wentMark()), hash);
          }
        });
  }

  /** Forgets what was astray when its person's row went, and is nowhere any more. */
  private void forgetAbsent(OrganiserColumn cells) {
    Map<CellKey, String> absent = history().ofAbsentRows(cells.column().awayMark());
    if (absent.isEmpty()) {
      return;
    }
    Set<String> shownHashes = new HashSet<>(cells.elsewhere().keySet());
    tabState.rows().forEach(row -> shownHashes.add(cells.hash(row)));
    absent.forEach(
        (key, hash) -> {
          if (!shownHashes.contains(hash)) {
            authorship.remember(key, "");
          }
        });
  }

  private CellHistory history() {
    return tabState.history();
  }
}

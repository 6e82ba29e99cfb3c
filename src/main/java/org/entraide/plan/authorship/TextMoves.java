package org.entraide.plan.authorship;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.table.Row;

/**
 * What came to rows in one of the organisers' columns, and what left them.
 *
 * @param arrived hash to text, of what its row did not hold
 * @param departures what rows held and do not show
 * @param fresh hashes of what is in more rows that did not hold it than it was known to be before
 */
record TextMoves(Map<String, String> arrived, MovedTextCounts departures, Set<String> fresh) {

  /**
   * Looks at all rows.
   *
   * @param within what went from one answer to another of the same person
   */
  static TextMoves of(OrganiserColumn cells, OrganiserColumn.Within within) {
    Set<String> copied = cells.copied();
    Map<String, String> arrived = new HashMap<>();
    TextMoves moves = new TextMoves(arrived, new MovedTextCounts(), fresh(cells, within, copied));
    for (ResponseRow row : cells.rows()) {
      boolean alreadyExplained = within.to().contains(row.key()) || copied.contains(row.key());
      if (!cells.text(row).isEmpty() && !alreadyExplained && cells.arrives(row)) {
        arrived.put(cells.hash(row), cells.text(row));
      }
      moves.depart(cells, row, within);
    }
    cells.elsewhere().forEach(arrived::putIfAbsent);
    absent(cells).forEach(moves.departures::away);
    leftBesideNobody(cells).forEach(moves.departures::astray);
    return moves;
  }

  /** These moves where nothing that came is what a row misses. */
  TextMoves withoutArrivals() {
    return new TextMoves(Map.of(), departures, fresh);
  }

  /** No moves at all: nothing that came is missed, and nothing that left came elsewhere. */
  TextMoves withoutMoves() {
    return new TextMoves(Map.of(), new MovedTextCounts(), fresh);
  }

  private void depart(OrganiserColumn cells, ResponseRow row, OrganiserColumn.Within within) {
    String hash = cells.hash(row);
    String stray = cells.tabState().history().stray(row, cells.column());
    if (!stray.equals(hash)) {
      departures.movedOn(stray);
    }
    String away = cells.away(row);
    if (away.equals(hash)) {
      departures.returned(hash);
    }
    if (!cells.agrees(row)) {
      // it is known where that went which another answer of the same person shows
      String held = within.from().contains(row.key()) ? "" : cells.held(row);
      if (held.equals(away)) {
        departures.away(held);
      } else {
        departures.left(held);
      }
      if (cells.isStray(row) && !within.to().contains(row.key())) {
        departures.astray(hash, 1);
      }
    } else if (hash.isEmpty()) {
      cells
          .once(row)
          .filter(held -> fresh.contains(held) || held.equals(away))
          .ifPresent(departures::away);
    }
  }

  /**
   * What more rows show that did not hold it than were known to show it as another's. A text that
   * was astray already is not that of a person who misses the same now: theirs was cleared.
   */
  private static Set<String> fresh(
      OrganiserColumn cells, OrganiserColumn.Within within, Set<String> copied) {
    Map<String, Integer> arrivals = new HashMap<>();
    Map<String, Integer> strays = new HashMap<>();
    Map<String, Integer> missed = new HashMap<>();
    for (ResponseRow row : cells.rows()) {
      String hash = cells.hash(row);
      if (within.to().contains(row.key())) {
        continue;
      }
      if (!copied.contains(row.key()) && cells.arrives(row)) {
        arrivals.merge(hash, 1, Integer::sum);
      }
      // a stray that left its row, and what is back beside its person, explain nothing any more
      if (cells.isStray(row)) {
        strays.merge(hash, 1, Integer::sum);
      }
      String away = cells.away(row);
      if (!away.equals(hash) && !within.from().contains(row.key())) {
        missed.merge(away, 1, Integer::sum);
      }
    }
    cells.elsewhere().keySet().forEach(hash -> arrivals.merge(hash, 1, Integer::sum));
    Set<String> fresh = new HashSet<>(arrivals.keySet());
    fresh.removeIf(
        hash ->
            arrivals.getOrDefault(hash, 0)
                <= Math.max(strays.getOrDefault(hash, 0), missed.getOrDefault(hash, 0)));
    return fresh;
  }

  /**
   * How often a text that is known to be away from its person is still in a row without an answer:
   * other rows that show the same did not get it from there.
   */
  private static Map<String, Integer> leftBesideNobody(OrganiserColumn cells) {
    Map<String, Integer> missed = new HashMap<>();
    for (ResponseRow row : cells.rows()) {
      String away = cells.away(row);
      if (!away.isEmpty()) {
        missed.merge(away, 1, Integer::sum);
      }
    }
    absent(cells).forEach(away -> missed.merge(away, 1, Integer::sum));
    Map<String, Integer> besideNobody = new HashMap<>();
    for (Row row : missed.isEmpty() ? List.<Row>of() : cells.tabState().others()) {
      String text = cells.tabState().organiserText(row, cells.column());
      besideNobody.merge(ShortHashes.of(text), 1, Integer::sum);
    }
    missed.replaceAll((hash, count) -> Math.min(count, besideNobody.getOrDefault(hash, 0)));
    return missed;
  }

  /** What is away from people whose row is gone. */
  private static Collection<String> absent(OrganiserColumn cells) {
    return cells.tabState().history().ofAbsentRows(cells.column().awayMark()).values();
  }
}

package org.entraide.plan;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.table.Row;

/**
 * The organisers' columns: what was typed there, and for whom; see {@link Hands}.
 *
 * @param person whose row is one: of somebody's several answers any may bear what is told of them
 */
record ToldWords(Hands hands, Standing standing, Function<ResponseRow, String> person) {

  /**
   * What left one answer of somebody's for another of theirs, by the keys of the rows.
   *
   * @param from whose text is told beside the other from now on
   * @param to what shows it
   */
  private record Within(Set<String> from, Set<String> to) {}

  /**
   * A text beside a check.
   *
   * @param contents of the row that the check was written for
   */
  private record Beside(String contents, String text) {}

  /**
   * Looks at one column.
   *
   * @param position of its hash in a row's check
   */
  void read(PersonColumn column, int position) {
    if (column == PersonColumn.ORGANISERS.get(0)) {
      standing.rows().forEach(row -> past().lastLook().now(row).forEach(hands::remember));
    }
    if (!isUntouched(column, position)) {
      readRows(column, position);
    }
    forgetAbsent(column);
    missAbsent(column);
    past()
        .ofAbsentRows(LastLook.SEEN)
        .keySet()
        .forEach(absent -> hands.remember(absent, LastLook.GONE));
  }

  /**
   * Whether nothing stands in a column and nothing is known to have stood there, so that there is
   * nothing to tell of any row, nor to remember.
   */
  private boolean isUntouched(PersonColumn column, int position) {
    for (ResponseRow row : standing.rows()) {
      if (!standing.told(row.row(), column).isEmpty() || past().holds(row, column, position)) {
        return false;
      }
    }
    return true;
  }

  private void readRows(PersonColumn column, int position) {
    Map<String, String> arrived = new HashMap<>(); // hash to text, of what its row did not hold
    Departures departures = new Departures();
    Within within = within(column, position);
    Set<String> copied = copied(column, position);
    Set<String> fresh = fresh(column, position, within, copied);
    for (ResponseRow row : standing.rows()) {
      String shown = standing.told(row.row(), column);
      String hash = Hashes.of(shown);
      boolean known = within.to().contains(row.key()) || copied.contains(row.key());
      if (!shown.isEmpty() && !known && arrives(row, column, position, hash)) {
        arrived.put(hash, shown);
      }
      departures(row, column, position, hash, within, fresh, departures);
    }
    elsewhere(column).forEach(arrived::putIfAbsent);
    past().ofAbsentRows(column.awayMark()).values().forEach(departures::away);
    leftBesideNobody(column, position).forEach(departures::astray);
    boolean handed = column == PersonColumn.CHECKED && HandedOn.looksSo(standing, column, position);
    for (ResponseRow row : standing.rows()) {
      if (within.to().contains(row.key())) {
        told(row, column, standing.told(row.row(), column));
        continue;
      }
      boolean gave = within.from().contains(row.key());
      place(
          row,
          column,
          position,
          standing.told(row.row(), column),
          handed || gave ? Map.of() : arrived,
          handed ? new Departures() : departures,
          fresh);
    }
  }

  /** One of theirs explains one: what a further row shows may be another's who misses the same. */
  private Within within(PersonColumn column, int position) {
    Map<String, ListMultimap<String, String>> missing = new HashMap<>(); // by person, hash to rows
    for (ResponseRow row : standing.rows()) {
      String held = past().told(row, column.mark(), position).orElse("");
      if (!held.isEmpty() && !held.equals(Hashes.of(standing.told(row.row(), column)))) {
        missing
            .computeIfAbsent(person.apply(row), p -> ArrayListMultimap.create())
            .put(held, row.key());
      }
    }
    Within within = new Within(new HashSet<>(), new HashSet<>());
    for (ResponseRow row : missing.isEmpty() ? List.<ResponseRow>of() : standing.rows()) {
      String hash = Hashes.of(standing.told(row.row(), column));
      ListMultimap<String, String> theirs = missing.get(person.apply(row));
      List<String> from = theirs == null ? List.of() : theirs.get(hash);
      boolean held =
          past().told(row, column.mark(), position).filter(it -> !it.isEmpty()).isPresent();
      if (!from.isEmpty() && !held && !past().agrees(row, column.mark(), position, hash)) {
        within.from().add(from.remove(from.size() - 1));
        within.to().add(row.key());
      }
    }
    return within;
  }

  /** It was typed there, or might as well have been. */
  private void told(ResponseRow row, PersonColumn column, String shown) {
    hands.found(row).told.put(column, shown);
    remember(row, column, "", "", shown);
  }

  /**
   * Notes of people whose row is gone that what was told of them stands astray beside somebody
   * else: a sort brought it there and the row went before anybody looked, and it may come back. Or
   * that it went with the row: what comes to others later was typed there.
   */
  private void missAbsent(PersonColumn column) {
    Map<CellKey, String> told = past().ofAbsentRows(column.mark());
    if (told.isEmpty()) {
      return;
    }
    Set<String> astray = new HashSet<>();
    for (ResponseRow row : standing.rows()) {
      if (hands.found(row).strays.containsKey(column)) {
        astray.add(Hashes.of(standing.told(row.row(), column)));
      }
    }
    Set<String> besideNobody = elsewhere(column).keySet();
    told.forEach(
        (key, hash) -> {
          if (astray.contains(hash)) {
            hands.remember(new CellKey(key.reference(), column.awayMark()), hash);
          } else if (!besideNobody.contains(hash)) {
            hands.remember(new CellKey(key.reference(), column.wentMark()), hash);
          }
        });
  }

  /** What was astray when its person's row went, and stands nowhere any more. */
  private void forgetAbsent(PersonColumn column) {
    Map<CellKey, String> absent = past().ofAbsentRows(column.awayMark());
    if (absent.isEmpty()) {
      return;
    }
    Set<String> there = new HashSet<>(elsewhere(column).keySet());
    standing.rows().forEach(row -> there.add(Hashes.of(standing.told(row.row(), column))));
    absent.forEach(
        (key, hash) -> {
          if (!there.contains(hash)) {
            hands.remember(key, "");
          }
        });
  }

  /**
   * The keys of rows whose text came with a copied row. The original still shows the text, or the
   * copied check tells that it did. Where the original was edited since, another row with the same
   * check shows it. Such a text left nobody, so it is not what anybody misses.
   */
  private Set<String> copied(PersonColumn column, int position) {
    Set<Beside> originals = new HashSet<>();
    Map<Beside, Integer> contested = new HashMap<>();
    Map<String, Beside> besideOthers = new HashMap<>(); // by key
    Set<String> copied = new HashSet<>();
    for (ResponseRow row : standing.rows()) {
      String text = standing.told(row.row(), column);
      Optional<String> checked = row.checked().filter(contents -> !text.isEmpty());
      if (checked.isEmpty()) {
        continue;
      }
      Beside beside = new Beside(checked.get(), text);
      if (row.ownCheck().isPresent()) {
        originals.add(beside);
      } else if (past().answers().isCheckCopied(row, column, position, Hashes.of(text))) {
        copied.add(row.key());
      } else {
        besideOthers.put(row.key(), beside);
        contested.merge(beside, past().answers().isContested(row) ? 1 : 0, Integer::sum);
      }
    }
    besideOthers.forEach(
        (key, beside) -> {
          if (originals.contains(beside) || contested.getOrDefault(beside, 0) > 1) {
            copied.add(key);
          }
        });
    return copied;
  }

  /** Whether a row shows what it did not hold, as far as anybody knows. */
  private boolean arrives(ResponseRow row, PersonColumn column, int position, String hash) {
    return !past().agrees(row, column.mark(), position, hash) || isUnheardOf(row, column, position);
  }

  /** What a row held and does not show. */
  private void departures(
      ResponseRow row,
      PersonColumn column,
      int position,
      String hash,
      Within within,
      Set<String> fresh,
      Departures departures) {
    String stray = past().stray(row, column);
    if (!stray.equals(hash)) {
      departures.movedOn(stray);
    }
    String away = past().away(row, column, position);
    if (away.equals(hash)) {
      departures.returned(hash);
    }
    if (!past().agrees(row, column.mark(), position, hash)) {
      String held = past().told(row, column.mark(), position).orElse("");
      if (within.from().contains(row.key())) {
        held = ""; // it is known where that went
      }
      if (held.equals(away)) {
        departures.away(held);
      } else {
        departures.left(held);
      }
      if (past().isStray(row, column, hash) && !within.to().contains(row.key())) {
        departures.astray(hash, 1);
      }
    } else if (hash.isEmpty()) {
      past()
          .once(row, column.mark(), position)
          .filter(held -> fresh.contains(held) || held.equals(away))
          .ifPresent(departures::away);
    }
  }

  /**
   * What stands in more rows that did not hold it than it was known to stand in before. What stood
   * astray already is somebody else's than whoever misses the same now: theirs was cleared.
   */
  private Set<String> fresh(PersonColumn column, int position, Within within, Set<String> copied) {
    Map<String, Integer> arrivals = new HashMap<>();
    Map<String, Integer> strays = new HashMap<>();
    Map<String, Integer> missed = new HashMap<>();
    for (ResponseRow row : standing.rows()) {
      String hash = Hashes.of(standing.told(row.row(), column));
      if (within.to().contains(row.key())) {
        continue;
      }
      if (!copied.contains(row.key()) && arrives(row, column, position, hash)) {
        arrivals.merge(hash, 1, Integer::sum);
      }
      // a stray that left its row, and what is back beside its person, explain nothing any more
      if (past().isStray(row, column, hash)) {
        strays.merge(hash, 1, Integer::sum);
      }
      String away = past().away(row, column, position);
      if (!away.equals(hash) && !within.from().contains(row.key())) {
        missed.merge(away, 1, Integer::sum);
      }
    }
    elsewhere(column).keySet().forEach(hash -> arrivals.merge(hash, 1, Integer::sum));
    Set<String> fresh = new HashSet<>(arrivals.keySet());
    fresh.removeIf(
        hash ->
            arrivals.getOrDefault(hash, 0)
                <= Math.max(strays.getOrDefault(hash, 0), missed.getOrDefault(hash, 0)));
    return fresh;
  }

  /** What stands in rows where nobody's answer stands any more: it was cut from beside it. */
  private Map<String, String> elsewhere(PersonColumn column) {
    Map<String, String> elsewhere = new HashMap<>();
    for (Row row : standing.others()) {
      String text = standing.told(row, column);
      if (!text.isEmpty()) {
        elsewhere.put(Hashes.of(text), text);
      }
    }
    return elsewhere;
  }

  /**
   * How often what is known to be away from its person still stands beside nobody: whatever else
   * says the same did not come from there.
   */
  private Map<String, Integer> leftBesideNobody(PersonColumn column, int position) {
    Map<String, Integer> missed = new HashMap<>();
    for (ResponseRow row : standing.rows()) {
      String away = past().away(row, column, position);
      if (!away.isEmpty()) {
        missed.merge(away, 1, Integer::sum);
      }
    }
    past()
        .ofAbsentRows(column.awayMark())
        .values()
        .forEach(away -> missed.merge(away, 1, Integer::sum));
    Map<String, Integer> there = new HashMap<>();
    for (Row row : missed.isEmpty() ? List.<Row>of() : standing.others()) {
      String text = standing.told(row, column);
      there.merge(Hashes.of(text), 1, Integer::sum);
    }
    missed.replaceAll((hash, count) -> Math.min(count, there.getOrDefault(hash, 0)));
    return missed;
  }

  /**
   * New contents that came to stand beside somebody else's cells, as those of an edited answer do,
   * or of which nobody can say whether they were edited or typed into a copy.
   */
  private boolean isUnheardOf(ResponseRow row, PersonColumn column, int position) {
    return !past().knows(row, column.mark(), position)
        && (!standing.aligned().test(row) || past().answers().isContested(row) || isCopied(row, column));
  }

  /** Whether the row's check was written for its person of now; it may know more than a journal. */
  private boolean isCheckedForItsPerson(ResponseRow row) {
    return row.ownCheck().filter(it -> it.references().contains(person.apply(row))).isPresent();
  }

  private boolean isCopied(ResponseRow row, PersonColumn column) {
    return !past().lastLook().stoodBeside(row)
        && past().answers().isCopied(row, other -> standing.told(other.row(), column));
  }

  private void place(
      ResponseRow row,
      PersonColumn column,
      int position,
      String shown,
      Map<String, String> arrived,
      Departures departures,
      Set<String> fresh) {
    Hands.Found found = hands.found(row);
    String hash = Hashes.of(shown);
    String told = shown;
    String away = "";
    boolean stray = false;
    if (!past().agrees(row, column.mark(), position, hash)) {
      stray =
          !shown.isEmpty()
              && (departures.explain(hash)
                  || past().isStray(row, column, hash)
                  || isCopied(row, column)
                  || !(past().lastLook().stoodBeside(row)
                      || standing.aligned().test(row)
                      || row.ownCheck().isPresent()
                      || past().isWrittenAmiss(row, column, position, hash)));
      if (stray || shown.isEmpty()) {
        String held = past().told(row, column.mark(), position).orElse("");
        boolean moved =
            fresh.contains(held)
                || departures.cameFromAnother(held)
                || held.equals(past().away(row, column, position))
                || past().isEdited(row);
        told = moved ? arrived.getOrDefault(held, "") : ""; // not to be seen: it was cleared
        if (!told.isEmpty()) {
          found.away.add(column);
          away = held;
        }
      }
    } else if (isUnheardOf(row, column, position)
        || past().isTypedOver(row)
        || (past().isStillStray(row, column, hash) && !isCheckedForItsPerson(row))) {
      stray = !shown.isEmpty();
      told = "";
    } else if (shown.isEmpty()) {
      told =
          past()
              .once(row, column.mark(), position)
              .filter( // else it is another's who misses it
                  held -> fresh.contains(held) || held.equals(past().away(row, column, position)))
              .map(arrived::get)
              .orElse("");
      if (!told.isEmpty()) {
        found.away.add(column);
        away = Hashes.of(told);
      }
    }
    if (stray) {
      found.strays.put(column, hash);
    }
    if (!told.isEmpty()) {
      found.told.put(column, told);
    }
    remember(row, column, stray ? hash : "", away, told);
  }

  private void remember(
      ResponseRow row, PersonColumn column, String stray, String away, String told) {
    hands.remember(new CellKey(row.key(), column.strayMark()), stray);
    hands.remember(new CellKey(row.key(), column.awayMark()), away);
    hands.remember(new CellKey(row.key(), column.wentMark()), "");
    hands.remember(new CellKey(row.key(), column.mark()), Hashes.of(told));
  }

  private Past past() {
    return standing.past();
  }
}

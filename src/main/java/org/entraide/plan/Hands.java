package org.entraide.plan;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/**
 * Whose hand wrote what stands in our columns, and for whom. Pure.
 *
 * <p>In the daemon's columns a text that it neither wrote in this row nor moved here with a part of
 * another row was typed by a person, and stays. In the organisers' columns a text belongs to the
 * person beside whom it was typed: after a sort of a part of the columns, or a copied block, it
 * stands beside somebody else, for whom nobody typed it. Both are told from hashes of what each row
 * held before, which the journal and the row's hidden check remember; a text that left one row
 * while it came to another was moved, not typed.
 */
public final class Hands {

  /** Before the mark of a daemon's column: a text that a person typed there. */
  static final String TYPED = "typed.";

  /** Before the mark of an organisers' column: a text that was not typed for this row's person. */
  static final String STRAY = "stray.";

  /** Before the mark of an organisers' column: a text that was away from this row's person. */
  static final String AWAY = "away.";

  /** What was found in one row. */
  private static final class Found {
    private final Map<PersonColumn, String> told = new EnumMap<>(PersonColumn.class);
    private final Map<PersonColumn, String> typed = new EnumMap<>(PersonColumn.class);
    private final Map<PersonColumn, ResponseRow> guests = new EnumMap<>(PersonColumn.class);
    private final Map<PersonColumn, String> hashes = new EnumMap<>(PersonColumn.class);
    private final Set<PersonColumn> strays = EnumSet.noneOf(PersonColumn.class);
    private final Set<PersonColumn> away = EnumSet.noneOf(PersonColumn.class);
  }

  private final Past past;
  private final List<ResponseRow> rows;
  private final Predicate<ResponseRow> aligned;
  private final Map<String, Found> byKey = new HashMap<>();
  private final Map<CellKey, String> memory = new HashMap<>();

  private Hands(Past past, List<ResponseRow> rows, Predicate<ResponseRow> aligned) {
    this.past = past;
    this.rows = rows;
    this.aligned = aligned;
    rows.forEach(row -> byKey.put(row.key(), new Found()));
  }

  /**
   * Looks at all rows together.
   *
   * @param past what the rows held before
   * @param layout where our columns are
   * @param aligned whether a row's reference is its person's own, or none
   * @param meaningful whether a text in the status column means something when a person types it
   */
  static Hands of(
      List<ResponseRow> rows,
      Past past,
      Layout layout,
      Predicate<ResponseRow> aligned,
      Predicate<String> meaningful) {
    Hands hands = new Hands(past, rows, aligned);
    for (int i = 0; i < PersonColumn.REPORTED.size(); i++) {
      hands.reported(PersonColumn.REPORTED.get(i), i, layout, meaningful);
    }
    return hands;
  }

  /** The same, and what organisers told. */
  static Hands withOrders(
      List<ResponseRow> rows,
      Past past,
      Layout layout,
      Predicate<ResponseRow> aligned,
      Predicate<String> meaningful) {
    Hands hands = of(rows, past, layout, aligned, meaningful);
    for (int i = 0; i < PersonColumn.ORGANISERS.size(); i++) {
      hands.organisers(PersonColumn.ORGANISERS.get(i), PersonColumn.REPORTED.size() + i, layout);
    }
    return hands;
  }

  // ---- what was found

  /** The key by which a row's person is remembered: its own, or that of an answer edited since. */
  public String rememberedBy(ResponseRow row) {
    return past.key(row);
  }

  /** What organisers told of the person in a row: by column, empty texts left out. */
  Map<PersonColumn, String> told(ResponseRow row) {
    return found(row).told;
  }

  /** The text that a person typed into a column of the daemon's. */
  Optional<String> typed(ResponseRow row, PersonColumn column) {
    return Optional.ofNullable(found(row).typed.get(column));
  }

  /** For whose row was typed what a column of the daemon's shows; empty where for this one. */
  Optional<ResponseRow> typedFor(ResponseRow row, PersonColumn column) {
    return Optional.ofNullable(found(row).guests.get(column));
  }

  /** The hash of what a column of the daemon's shows. */
  String shownHash(ResponseRow row, PersonColumn column) {
    return found(row).hashes.getOrDefault(column, "");
  }

  /** Organisers' columns that show what was not typed for this row's person. */
  Set<PersonColumn> strays(ResponseRow row) {
    return found(row).strays;
  }

  /** Organisers' columns whose text for this person stands in another row for now. */
  Set<PersonColumn> away(ResponseRow row) {
    return found(row).away;
  }

  /** Hashes of what organisers told, in the order of their columns, for the row's check. */
  public List<String> toldHashes(ResponseRow row) {
    return PersonColumn.ORGANISERS.stream()
        .map(column -> Hashes.of(told(row).getOrDefault(column, "")))
        .toList();
  }

  /** What is to be remembered, an empty text for what is to be forgotten. */
  public Map<CellKey, String> memory() {
    return Map.copyOf(memory);
  }

  private Found found(ResponseRow row) {
    Found found = byKey.get(row.key());
    if (found == null) {
      throw new IllegalArgumentException("This row was not looked at.");
    }
    return found;
  }

  // ---- the daemon's columns

  private void reported(
      PersonColumn column, int position, Layout layout, Predicate<String> meaningful) {
    Set<String> ever = past.everHeld(column.mark(), position);
    Set<String> lost = new HashSet<>();
    for (ResponseRow row : rows) {
      String shown = Hashes.of(ResponseRow.text(row.row(), layout, column));
      found(row).hashes.put(column, shown);
      past.held(row, column.mark(), position).stream()
          .filter(hash -> !hash.isEmpty() && !hash.equals(shown))
          .forEach(lost::add);
    }
    Map<String, String> moved = moved(column, position, layout, meaningful);
    Map<String, ResponseRow> movedFrom = new HashMap<>();
    rows.stream()
        .filter(row -> moved.containsKey(row.key()))
        .forEach(row -> movedFrom.put(moved.getOrDefault(row.key(), ""), row));
    for (ResponseRow row : rows) {
      String shown = ResponseRow.text(row.row(), layout, column);
      String hash = shownHash(row, column);
      String before = remembered(row, TYPED, column);
      boolean theirs = !shown.isEmpty() && !past.held(row, column.mark(), position).contains(hash);
      ResponseRow from = hash.equals(before) ? null : movedFrom.get(shown);
      if (theirs && from != null) {
        found(row).guests.put(column, from);
      }
      boolean typed =
          theirs
              && from == null
              && (hash.equals(before)
                  || isTyped(
                      row, column, shown, lost.contains(hash), ever.contains(hash), meaningful));
      String text = typed ? shown : moved.getOrDefault(row.key(), "");
      if (!text.isEmpty()) {
        found(row).typed.put(column, text);
      }
      remember(new CellKey(row.key(), TYPED + column.mark()), Hashes.of(text));
    }
  }

  /**
   * What people typed for one row and a sort of some columns brought beside another: by the row
   * that it was typed for. Who typed it is known from the journal, or from a check that tells of
   * other contents and of nothing that we wrote in this column.
   */
  private Map<String, String> moved(
      PersonColumn column, int position, Layout layout, Predicate<String> meaningful) {
    Map<String, String> missing = new HashMap<>(); // hash to the row that it was typed for
    Map<String, String> rowOf = new HashMap<>();
    for (ResponseRow row : rows) {
      String typed = remembered(row, TYPED, column);
      if (!typed.isEmpty() && !typed.equals(shownHash(row, column))) {
        missing.put(typed, row.key());
      }
      rowOf.putIfAbsent(row.fingerprint(), row.key());
    }
    Map<String, String> moved = besideNobody(column, layout, missing, rowOf);
    for (ResponseRow row : rows) {
      String shown = ResponseRow.text(row.row(), layout, column);
      String hash = shownHash(row, column);
      String mine = remembered(row, TYPED, column);
      if (shown.isEmpty() || hash.equals(mine)) {
        continue;
      }
      String owner = missing.get(hash);
      if (owner == null) {
        boolean word = column == PersonColumn.STATUS && meaningful.test(shown);
        owner =
            row.check()
                .filter(check -> check.knows(position) && check.hash(position).isEmpty())
                .filter(check -> check.fingerprints().size() == 1)
                .map(check -> check.fingerprints().get(0))
                .filter(other -> !other.equals(row.fingerprint()))
                .map(rowOf::get)
                .filter(other -> word || isBlockOf(other, row, column, hash))
                .orElse(null);
      }
      if (owner != null && !owner.equals(row.key())) {
        moved.putIfAbsent(owner, shown);
      }
    }
    return moved;
  }

  /**
   * What a sort brought beside a row where nobody's answer stands, for as long as the check came
   * along: what is left there later is nobody's, and what is cleared stays cleared.
   */
  private Map<String, String> besideNobody(
      PersonColumn column, Layout layout, Map<String, String> missing, Map<String, String> rowOf) {
    Map<String, String> found = new HashMap<>();
    for (Row row : missing.isEmpty() ? List.<Row>of() : withoutAnswer(layout)) {
      String text = ResponseRow.text(row, layout, column);
      String owner = missing.getOrDefault(Hashes.of(text), "");
      RowCheck.parse(ResponseRow.text(row, layout, PersonColumn.CHECK))
          .filter(check -> check.fingerprints().size() == 1)
          .map(check -> rowOf.getOrDefault(check.fingerprints().get(0), ""))
          .filter(beside -> !beside.isEmpty() && beside.equals(owner))
          .ifPresent(beside -> found.put(beside, text));
    }
    return found;
  }

  private List<Row> withoutAnswer(Layout layout) {
    Set<Integer> answers = new HashSet<>();
    rows.forEach(row -> answers.add(row.row().index()));
    return layout.responses().body().stream()
        .filter(row -> !answers.contains(row.index()))
        .toList();
  }

  /** Whether all of our cells were brought along, as an undone sort does that we had mended. */
  private boolean isBlockOf(String other, ResponseRow row, PersonColumn column, String hash) {
    return !aligned.test(row)
        && hash.equals(past.journalled(new CellKey(other, TYPED + column.mark())));
  }

  /**
   * Of our words a few mean something when a person types them: they were typed unless they left
   * another row. The others were typed unless we ever wrote them.
   */
  private boolean isTyped(
      ResponseRow row,
      PersonColumn column,
      String shown,
      boolean lost,
      boolean ever,
      Predicate<String> meaningful) {
    boolean word = column == PersonColumn.STATUS && meaningful.test(shown);
    return word ? !lost && aligned.test(row) : !ever;
  }

  // ---- the organisers' columns

  private void organisers(PersonColumn column, int position, Layout layout) {
    Map<String, String> arrived = new HashMap<>(); // hash to text, of what its row did not hold
    Departures departures = new Departures();
    for (ResponseRow row : rows) {
      String shown = shown(row, layout, column);
      String hash = Hashes.of(shown);
      if (!shown.isEmpty() && arrives(row, column, position, hash)) {
        arrived.put(hash, shown);
      }
      departures(row, column, position, hash, departures);
    }
    elsewhere(column, layout).forEach(arrived::putIfAbsent);
    leftBesideNobody(column, layout).forEach(departures::astray);
    Set<String> fresh = fresh(column, position, layout);
    boolean handed = column == PersonColumn.CHECKED && isHandedOn(column, position, layout);
    for (ResponseRow row : rows) {
      place(
          row,
          column,
          position,
          shown(row, layout, column),
          handed ? Map.of() : arrived,
          handed ? new Departures() : departures,
          fresh);
    }
  }

  /** Whether a row shows what it did not hold, as far as anybody knows. */
  private boolean arrives(ResponseRow row, PersonColumn column, int position, String hash) {
    return !past.agrees(row, column.mark(), position, hash) || isUnheardOf(row, column, position);
  }

  /** What a row held and does not show. */
  private void departures(
      ResponseRow row, PersonColumn column, int position, String hash, Departures departures) {
    String stray = remembered(row, STRAY, column);
    if (!stray.equals(hash)) {
      departures.movedOn(stray);
    }
    if (!past.agrees(row, column.mark(), position, hash)) {
      String held = past.told(row, column.mark(), position).orElse("");
      if (held.equals(remembered(row, AWAY, column))) {
        departures.away(held);
      } else {
        departures.left(held);
      }
      if (isStray(row, column, hash)) {
        departures.astray(hash, 1);
      }
    } else if (hash.isEmpty()) {
      past.once(row, column.mark(), position).ifPresent(departures::away);
    }
  }

  /**
   * What stands in more rows that did not hold it than it was known to stand in before. What stood
   * astray already is somebody else's than whoever misses the same now: theirs was cleared.
   */
  private Set<String> fresh(PersonColumn column, int position, Layout layout) {
    Map<String, Integer> arrivals = new HashMap<>();
    Map<String, Integer> strays = new HashMap<>();
    Map<String, Integer> missed = new HashMap<>();
    for (ResponseRow row : rows) {
      String hash = Hashes.of(shown(row, layout, column));
      if (arrives(row, column, position, hash)) {
        arrivals.merge(hash, 1, Integer::sum);
      }
      // a stray that left its row, and what is back beside its person, explain nothing any more
      if (isStray(row, column, hash)) {
        strays.merge(hash, 1, Integer::sum);
      }
      String away = remembered(row, AWAY, column);
      if (!away.equals(hash)) {
        missed.merge(away, 1, Integer::sum);
      }
    }
    elsewhere(column, layout).keySet().forEach(hash -> arrivals.merge(hash, 1, Integer::sum));
    Set<String> fresh = new HashSet<>(arrivals.keySet());
    fresh.removeIf(
        hash ->
            arrivals.getOrDefault(hash, 0)
                <= Math.max(strays.getOrDefault(hash, 0), missed.getOrDefault(hash, 0)));
    return fresh;
  }

  /** Whether our cells stand where we wrote them, whatever reference was typed there. */
  private static boolean hasOwnCheck(ResponseRow row) {
    return row.check()
        .filter(check -> check.fingerprints().equals(List.of(row.fingerprint())))
        .isPresent();
  }

  private String remembered(ResponseRow row, String what, PersonColumn column) {
    return past.remembered(row, what + column.mark());
  }

  /** What stands in rows where nobody's answer stands any more: it was cut from beside it. */
  private Map<String, String> elsewhere(PersonColumn column, Layout layout) {
    Map<String, String> elsewhere = new HashMap<>();
    for (Row row : withoutAnswer(layout)) {
      String text = texts(row, layout.people().at()).getOrDefault(column, "");
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
  private Map<String, Integer> leftBesideNobody(PersonColumn column, Layout layout) {
    Map<String, Integer> missed = new HashMap<>();
    for (ResponseRow row : rows) {
      String away = remembered(row, AWAY, column);
      if (!away.isEmpty()) {
        missed.merge(away, 1, Integer::sum);
      }
    }
    Map<String, Integer> standing = new HashMap<>();
    for (Row row : missed.isEmpty() ? List.<Row>of() : withoutAnswer(layout)) {
      String text = texts(row, layout.people().at()).getOrDefault(column, "");
      standing.merge(Hashes.of(text), 1, Integer::sum);
    }
    missed.replaceAll((hash, count) -> Math.min(count, standing.getOrDefault(hash, 0)));
    return missed;
  }

  /**
   * Whether one box was unticked and another ticked while everybody's reference stood where it
   * should: somebody did just that. A helper whose tick was taken must not pass for checked.
   */
  private boolean isHandedOn(PersonColumn column, int position, Layout layout) {
    int came = 0;
    int went = 0;
    for (ResponseRow row : rows) {
      String hash = Hashes.of(shown(row, layout, column));
      if (!aligned.test(row) || isStray(row, column, hash)) {
        return false;
      }
      if (!past.agrees(row, column.mark(), position, hash)) {
        came += hash.isEmpty() ? 0 : 1;
        went += hash.isEmpty() ? 1 : 0;
      }
    }
    return came == 1 && went == 1;
  }

  /** What organisers wrote in a row, by column; empty cells left out. */
  static Map<PersonColumn, String> texts(Row row, Map<PersonColumn, Integer> at) {
    Map<PersonColumn, String> texts = new EnumMap<>(PersonColumn.class);
    for (PersonColumn column : PersonColumn.ORGANISERS) {
      Integer index = at.get(column);
      String text = index == null ? "" : text(row.cell(index));
      if (!text.isEmpty()) {
        texts.put(column, text);
      }
    }
    return texts;
  }

  /** Known not to be this row's, or copied with a row of which that is known. */
  private boolean isStray(ResponseRow row, PersonColumn column, String hash) {
    return !hash.isEmpty()
        && (hash.equals(remembered(row, STRAY, column))
            || (!past.saw(row)
                && past.sameAs(row).stream()
                    .anyMatch(other -> hash.equals(remembered(other, STRAY, column)))));
  }

  /** New contents that came to stand beside somebody else's cells: an edited answer does that. */
  private boolean isUnheardOf(ResponseRow row, PersonColumn column, int position) {
    return !past.knows(row, column.mark(), position) && !aligned.test(row);
  }

  private void place(
      ResponseRow row,
      PersonColumn column,
      int position,
      String shown,
      Map<String, String> arrived,
      Departures departures,
      Set<String> fresh) {
    Found found = found(row);
    String hash = Hashes.of(shown);
    String told = shown;
    String away = "";
    boolean stray = false;
    if (!past.agrees(row, column.mark(), position, hash)) {
      stray =
          !shown.isEmpty()
              && (departures.explain(hash)
                  || isStray(row, column, hash)
                  || !(aligned.test(row) || hasOwnCheck(row)));
      if (stray || shown.isEmpty()) {
        String held = past.told(row, column.mark(), position).orElse("");
        boolean moved =
            fresh.contains(held)
                || held.equals(remembered(row, AWAY, column))
                || !past.saw(row); // an edited answer
        told = moved ? arrived.getOrDefault(held, "") : ""; // not to be seen: it was cleared
        if (!told.isEmpty()) {
          found.away.add(column);
          away = held;
        }
      }
    } else if (isUnheardOf(row, column, position)) {
      stray = !shown.isEmpty();
      told = "";
    } else if (shown.isEmpty()) {
      told = past.once(row, column.mark(), position).map(arrived::get).orElse("");
      if (!told.isEmpty()) {
        found.away.add(column);
      }
    }
    if (stray) {
      found.strays.add(column);
    }
    if (!told.isEmpty()) {
      found.told.put(column, told);
    }
    remember(new CellKey(row.key(), STRAY + column.mark()), stray ? hash : "");
    remember(new CellKey(row.key(), AWAY + column.mark()), away);
    remember(new CellKey(row.key(), column.mark()), Hashes.of(told));
    remember(new CellKey(row.key(), Past.SEEN), Past.SEEN_HASH);
  }

  private void remember(CellKey key, String hash) {
    if (!hash.equals(past.journalled(key))) {
      memory.put(key, hash);
    }
  }

  /** A tick box holds a truth value, whatever the sheet's language calls it. */
  private static String shown(ResponseRow row, Layout layout, PersonColumn column) {
    Integer at = layout.people().at().get(column);
    return text(at == null ? Cell.EMPTY : row.row().cell(at));
  }

  private static String text(Cell cell) {
    if (cell.kind() == Cell.Kind.BOOLEAN) {
      return cell.isTrue() ? Orders.TICKED : "";
    }
    return cell.text().strip();
  }
}

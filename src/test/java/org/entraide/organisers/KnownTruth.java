package org.entraide.organisers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/** What organisers asked for, and what people typed, as far as anybody can say. */
abstract class KnownTruth {

  /** The organisers' columns, by the daemon's mark. */
  static final List<String> ORDERS =
      List.of("instruction", "checked", "with", "never_with", "group", "corrected_place");

  /** The daemon's columns in which what people type stays. */
  static final List<String> REPORTED = List.of("status", "place", "introduced", "explanation");

  private static final String BETWEEN_WORDS = "\n";
  static final String INSTRUCTION = "instruction";

  final Map<String, Human> humans = new TreeMap<>();
  final Set<String> everAbsent = new TreeSet<>();
  final Set<String> everUnsure = new TreeSet<>();
  final Set<String> ambiguous = new TreeSet<>();
  private final Map<String, Long> ordersBeside = new HashMap<>();
  final BiPredicate<String, String> daemons;
  TypedFor orders = TypedFor.NOTHING;
  TypedFor words = TypedFor.NOTHING;
  Map<String, String> duplicates = Map.of();
  TypedFor ordersRead = TypedFor.NOTHING;
  final Set<String> barred = new TreeSet<>();
  final Set<String> everBarred = new TreeSet<>();
  final Set<String> barredAmidMoved = new TreeSet<>();
  boolean instructable = true;
  boolean correctedUnread;

  KnownTruth(BiPredicate<String, String> daemons) {
    this.daemons = daemons;
  }

  Map<String, Human> humans() {
    return humans;
  }

  /** Everybody whose row was away, or not wholly theirs, at any time. */
  Set<String> everAbsent() {
    return everAbsent;
  }

  /** What is asked for a person in a column, beside any of their answers; empty for nothing. */
  String asked(String token, String column) {
    return humans.keySet().stream()
        .filter(one -> original(one).equals(original(token)))
        .map(one -> orders.of(one, column))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /**
   * Whether somebody is barred: the daemon has read <i>Exclu</i> beside them, and it was not
   * cleared or typed over since. A column or a row that is deleted lifts no bar.
   */
  boolean isBarred(String token) {
    return barred.stream()
        .filter(one -> !isLifted(one))
        .anyMatch(one -> original(one).equals(original(token)));
  }

  /** Whether somebody is barred, also where nobody can say what else is asked of them. */
  boolean isBarredAnyhow(String token) {
    return isBarred(token) || (barredAmidMoved.contains(token) && everBarred.contains(token));
  }

  /** Whether somebody was barred at any time. */
  boolean wasBarred(String token) {
    return everBarred.stream().anyMatch(one -> original(one).equals(original(token)));
  }

  /** What people typed for somebody into a column of the daemon's, if that is certain. */
  Optional<Set<String>> typed(String token, String column) {
    return words.unsure().contains(token)
        ? Optional.empty()
        : Optional.of(lines(words.of(token, column)));
  }

  /** What was typed for somebody, as far as one can say. */
  Set<String> maybeTyped(String token, String column) {
    return lines(words.of(token, column));
  }

  /**
   * Whether a word was typed for somebody, and moved beside somebody else before the daemon saw it:
   * that looks as if it was typed there.
   */
  boolean isAnybodys(String column, String text) {
    return words.unsure().stream().anyMatch(one -> lines(words.of(one, column)).contains(text));
  }

  /**
   * Whether a word was typed for people of whom no answer is there any more, since the form wrote
   * another's over theirs: it goes with whoever's answer that is.
   */
  boolean isTheAbsents(String column, String text, Tab answers) {
    return humans.keySet().stream()
        .filter(one -> maybeTyped(one, column).contains(text))
        .allMatch(one -> answers.rowsOf(one).isEmpty());
  }

  /** Whether a word stood beside nobody when it was typed: it may have come beside anybody. */
  boolean isNobodys(String column, String text) {
    return humans.keySet().stream().noneMatch(one -> maybeTyped(one, column).contains(text));
  }

  /** What is beside somebody in a column of the daemon's and is not the daemon's. */
  Set<String> shown(Tab answers, List<Integer> rows, String column) {
    return lines(words(answers, rows).getOrDefault(column, ""));
  }

  static Set<String> lines(String texts) {
    return texts.isEmpty() ? Set.of() : new TreeSet<>(List.of(texts.split(BETWEEN_WORDS)));
  }

  /** Who somebody is: themselves, unless an organiser said that they are somebody else. */
  String original(String token) {
    return duplicates.getOrDefault(token, token);
  }

  boolean sure(String token) {
    return !orders.unsure().contains(token) && !ambiguous.contains(token);
  }

  /** Whether it was sure at every time: what was done once is not undone with what led to it. */
  boolean wasAlwaysSure(String token) {
    return sure(token) && !everUnsure.contains(token);
  }

  boolean isShuffled(String token) {
    return orders.shuffled().contains(token);
  }

  /** Whether the daemon has not looked since one was. */
  boolean isCorrectedUnread() {
    return correctedUnread;
  }

  /**
   * Whether the cell that said <i>Exclu</i> when the daemon read it is there and says it no more.
   */
  boolean isLifted(String token) {
    return isExcluded(ordersRead, token) && !isExcluded(orders, token) && instructable;
  }

  static boolean isExcluded(TypedFor orders, String token) {
    return isExclusion(orders.of(token, INSTRUCTION));
  }

  static boolean isExclusion(String instruction) {
    return ExpectedWords.ordered(instruction).equals("Exclu");
  }

  /** Beside whom is more in the organisers' columns than when somebody looked last. */
  Set<String> standsOftener(Tab answers, Map<String, List<Integer>> owners) {
    Set<String> people = new TreeSet<>();
    owners.forEach(
        (token, rows) -> {
          long now =
              rows.stream()
                  .flatMap(row -> ORDERS.stream().map(column -> answers.text(row, column)))
                  .filter(text -> !text.isEmpty())
                  .count();
          Long before = ordersBeside.put(token, now);
          if (before != null && now > before) {
            people.add(token);
          }
        });
    return people;
  }

  /**
   * Beside whom is what was typed beside nobody, so that their own word has to stay where it came
   * to, as if it had been typed there; and beside whom that is.
   */
  Set<String> wordsWithoutRoom(Map<String, Map<String, String>> now) {
    Set<String> people = new TreeSet<>();
    now.forEach(
        (token, shown) ->
            shown.forEach(
                (column, text) -> {
                  Set<String> missing = new TreeSet<>(maybeTyped(token, column));
                  missing.removeAll(lines(text));
                  boolean nobodys = lines(text).stream().anyMatch(line -> isNobodys(column, line));
                  if (nobodys && !missing.isEmpty()) {
                    people.add(token);
                    people.addAll(
                        beside(
                            now, (one, at, is) -> at.equals(column) && meet(missing, lines(is))));
                  }
                }));
    return people;
  }

  private static boolean meet(Set<String> some, Set<String> others) {
    return some.stream().anyMatch(others::contains);
  }

  /**
   * For whom something was typed, and for whom the same was cleared, and nobody looked in between:
   * that looks as if it was moved.
   */
  Set<String> clearedAndTypedElsewhere() {
    Set<String> people = new TreeSet<>();
    orders
        .texts()
        .forEach(
            (typedFor, asked) ->
                asked.forEach(
                    (column, text) -> {
                      if (!text.equals(ordersRead.of(typedFor, column))) {
                        humans.keySet().stream()
                            .filter(one -> text.equals(ordersRead.of(one, column)))
                            .filter(one -> !text.equals(orders.of(one, column)))
                            .forEach(one -> people.addAll(List.of(typedFor, one)));
                      }
                    }));
    return people;
  }

  /**
   * Beside whom is what was moved there from somebody for whom it was typed again, or who went
   * away, when nobody looked in between: that looks as if it was typed there.
   */
  Set<String> besideWhomItLooksTyped(TypedFor before, Map<String, Map<String, String>> now) {
    Set<String> people = new TreeSet<>();
    for (String again : before.shuffled()) {
      Map<String, String> seen = before.seen().getOrDefault(again, Map.of());
      Map<String, String> own = before.texts().getOrDefault(again, Map.of());
      Map<String, String> shown = new HashMap<>(now.getOrDefault(again, own));
      shown
          .entrySet()
          .removeIf(
              e ->
                  e.getValue().equals(seen.get(e.getKey()))
                      || !e.getValue().equals(own.get(e.getKey())));
      now.forEach(
          (token, beside) -> {
            if (!token.equals(again)
                && shown.entrySet().stream()
                    .anyMatch(
                        e ->
                            e.getValue().equals(beside.get(e.getKey()))
                                && !e.getValue().equals(before.of(token, e.getKey())))) {
              people.add(token);
            }
          });
    }
    return people;
  }

  /**
   * For whom something was typed while the same was moved away from somebody else, and nobody
   * looked in between: which of the two came from where, nobody can say, not even once the move is
   * undone.
   */
  Set<String> typedWhileTheSameMoved(Map<String, Map<String, String>> now) {
    return beside(
        now,
        (token, column, text) ->
            text.equals(orders.of(token, column))
                && !text.equals(ordersRead.of(token, column))
                && wasMoved(column, text));
  }

  /**
   * Whose words were moved to where the same had been when the daemon looked, though it was cleared
   * there since: that looks as if theirs was cleared.
   */
  Set<String> movedToWhereItWasRead(Map<String, Map<String, String>> now) {
    Set<String> people = new TreeSet<>();
    now.forEach(
        (token, shown) ->
            shown.forEach(
                (column, text) -> {
                  if (!text.equals(orders.of(token, column))
                      && text.equals(ordersRead.of(token, column))) {
                    people.add(token);
                    orders.shuffled().stream()
                        .filter(one -> orders.of(one, column).equals(text))
                        .forEach(people::add);
                  }
                }));
    return people;
  }

  /**
   * For whom something was typed where the same, of somebody else, stood when the daemon looked: it
   * cannot be seen that it went and came.
   */
  Set<String> typedWhereItWasReadAstray(Map<String, Map<String, String>> now) {
    return beside(
        now,
        (token, column, text) ->
            text.equals(orders.of(token, column))
                && text.equals(ordersRead.seen().getOrDefault(token, Map.of()).get(column))
                && !text.equals(ordersRead.of(token, column)));
  }

  /** What is beside somebody in a column. */
  interface Cell {
    boolean test(String token, String column, String text);
  }

  static Set<String> beside(Map<String, Map<String, String>> now, Cell cell) {
    Set<String> people = new TreeSet<>();
    now.forEach(
        (token, shown) ->
            shown.forEach(
                (column, text) -> {
                  if (cell.test(token, column, text)) {
                    people.add(token);
                  }
                }));
    return people;
  }

  /** Whether the same was asked for somebody beside whom it does not stand any more. */
  boolean wasMoved(String column, String text) {
    return orders.shuffled().stream().anyMatch(one -> orders.of(one, column).equals(text));
  }

  Map<String, String> words(Tab answers, List<Integer> rows) {
    Map<String, String> shown = new TreeMap<>();
    for (String column : REPORTED) {
      Set<String> texts = new TreeSet<>();
      rows.forEach(row -> texts.add(answers.text(row, column)));
      texts.removeIf(text -> text.isEmpty() || daemons.test(column, text));
      if (!texts.isEmpty()) {
        shown.put(column, String.join(BETWEEN_WORDS, texts));
      }
    }
    return shown;
  }

  static Map<String, String> shown(Tab answers, List<Integer> rows) {
    Map<String, String> shown = new TreeMap<>();
    for (String column : ORDERS) {
      Set<String> texts = new TreeSet<>();
      rows.forEach(row -> texts.add(answers.text(row, column).strip()));
      texts.remove("");
      if (!texts.isEmpty()) {
        shown.put(column, String.join(", ", texts));
      }
    }
    return shown;
  }
}

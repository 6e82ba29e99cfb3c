package org.entraide.organisers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.organisers.Snapshot.Tab;

/**
 * What really happened: who answered, what organisers asked for whom, who was away from the sheet.
 *
 * <p>What stands in the organisers' columns beside a person was asked for that person, unless it
 * came there because only a part of the columns was moved: then it is still asked for whom it was
 * typed for. So it is with words that people typed into the daemon's columns.
 */
final class Truth {

  /** The organisers' columns, by the daemon's mark. */
  static final List<String> ORDERS =
      List.of("instruction", "checked", "with", "never_with", "corrected_place");

  /** The daemon's columns in which what people type stays. */
  static final List<String> REPORTED = List.of("status", "place", "introduced", "explanation");

  private static final String BETWEEN_WORDS = "\n";

  private final Map<String, Human> humans = new TreeMap<>();
  private final Set<String> everAbsent = new TreeSet<>();
  private final Set<String> byHand = new TreeSet<>();
  private final BiPredicate<String, String> daemons;
  private Typed orders = Typed.NOTHING;
  private Typed words = Typed.NOTHING;
  private final Deque<Before> undoable = new ArrayDeque<>();
  private Map<String, String> duplicates = Map.of();
  private boolean moving;

  /**
   * Before a step.
   *
   * @param duplicates whose answer is another's, as an organiser says, and whose
   * @param moves whether the step only moved what was there
   */
  private record Before(Typed orders, Typed words, Map<String, String> duplicates, boolean moves) {}

  /**
   * @param texts by person and column
   * @param shuffled people beside whom stands what was typed for somebody else
   * @param unsure people of whom nobody can say what was typed for them
   * @param seen what stood beside people when somebody looked last
   */
  private record Typed(
      Map<String, Map<String, String>> texts,
      Set<String> shuffled,
      Set<String> unsure,
      Map<String, Map<String, String>> seen) {
    static final Typed NOTHING = new Typed(Map.of(), Set.of(), Set.of(), Map.of());

    String of(String token, String column) {
      return texts.getOrDefault(token, Map.of()).getOrDefault(column, "");
    }
  }

  /**
   * @param daemons whether the daemon ever wrote a text, into a column with a mark
   */
  Truth(BiPredicate<String, String> daemons) {
    this.daemons = daemons;
  }

  void met(Human human) {
    humans.put(human.token(), human);
  }

  /** Somebody whom an organiser typed into the sheet. */
  void typedByHand(Human human) {
    met(human);
    byHand.add(human.token());
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

  /** What people typed for somebody into a column of the daemon's, if that is certain. */
  Optional<Set<String>> typed(String token, String column) {
    return words.unsure().contains(token)
        ? Optional.empty()
        : Optional.of(lines(words.of(token, column)));
  }

  /** What stands beside somebody in a column of the daemon's and is not the daemon's. */
  Set<String> shown(Tab answers, List<Integer> rows, String column) {
    return lines(words(answers, rows).getOrDefault(column, ""));
  }

  private static Set<String> lines(String texts) {
    return texts.isEmpty() ? Set.of() : new TreeSet<>(List.of(texts.split(BETWEEN_WORDS)));
  }

  /** What was typed there cannot be asked back from the daemon, which never saw it. */
  void neverSeen(String token, String column) {
    Map<String, Map<String, String>> texts = new HashMap<>(words.texts());
    Map<String, String> own = new TreeMap<>(texts.getOrDefault(token, Map.of()));
    own.remove(column);
    texts.put(token, own);
    words = new Typed(texts, words.shuffled(), words.unsure(), words.seen());
  }

  /** An organiser typed that one's answer is a duplicate of the other's: they are one person. */
  void duplicate(String token, String original) {
    Map<String, String> known = new HashMap<>(duplicates);
    known.put(token, original(original));
    duplicates = known;
  }

  /** Who somebody is: themselves, unless an organiser said that they are somebody else. */
  String original(String token) {
    return duplicates.getOrDefault(token, token);
  }

  /**
   * An organiser typed a status that counts as an instruction: what it asks for is not looked at.
   */
  void typedStatus(String token) {
    Set<String> unsure = new HashSet<>(orders.unsure());
    unsure.add(token);
    orders = new Typed(orders.texts(), orders.shuffled(), unsure, orders.seen());
  }

  boolean sure(String token) {
    return !orders.unsure().contains(token);
  }

  boolean isShuffled(String token) {
    return orders.shuffled().contains(token);
  }

  /** What follows moves what is there, and types or clears nothing that counts. */
  void moving(boolean moves) {
    moving = moves;
  }

  /** Before something that can be undone. */
  void step() {
    undoable.addLast(new Before(orders, words, duplicates, moving));
  }

  /**
   * That was undone.
   *
   * @return whether it had only moved what was there: cells that the daemon wrote since stay as
   *     they are, all others go back, so that what was typed may stand beside somebody else
   */
  boolean undone() {
    if (undoable.isEmpty()) {
      return false;
    }
    Before before = undoable.removeLast();
    orders = before.orders();
    words = before.words();
    duplicates = before.duplicates();
    return before.moves();
  }

  /** Forgets the last step, which was not taken after all. */
  void noStep() {
    undoable.pollLast();
  }

  /** Somebody typed, cleared or moved whole rows: what stands there now is what is asked. */
  void look(Tab answers) {
    observe(answers, false);
  }

  /** Only some of the columns were moved: what stands there is asked for whom it was before. */
  void shuffled(Tab answers) {
    observe(answers, true);
  }

  /** Rows are gone, or not wholly somebody's: who is away, and nothing else. */
  void away(Tab answers) {
    humans.keySet().stream()
        .filter(token -> answers.rowsOf(token).isEmpty())
        .forEach(everAbsent::add);
  }

  private void observe(Tab answers, boolean shuffle) {
    Map<String, List<Integer>> owners = answers.owners();
    humans.keySet().stream().filter(token -> !owners.containsKey(token)).forEach(everAbsent::add);
    Map<String, Map<String, String>> asked = new HashMap<>();
    Map<String, Map<String, String>> typed = new HashMap<>();
    for (String token : humans.keySet()) {
      List<Integer> rows = owners.get(token);
      if (rows != null) {
        asked.put(token, shown(answers, rows));
        typed.put(token, words(answers, rows));
      } else if (!shuffle) {
        typed.put(token, Map.of()); // it went with the row
      }
    }
    orders = observed(orders, asked, shuffle, answers);
    words = observed(words, typed, shuffle, answers);
  }

  private static Typed observed(
      Typed before, Map<String, Map<String, String>> now, boolean shuffle, Tab answers) {
    Map<String, Map<String, String>> texts = new HashMap<>(before.texts());
    Set<String> shuffled = new HashSet<>(before.shuffled());
    Set<String> unsure = new HashSet<>(before.unsure());
    Map<String, Map<String, String>> seen = new HashMap<>(before.seen());
    now.forEach(
        (token, shown) -> {
          boolean same = shown.equals(texts.getOrDefault(token, Map.of()));
          if (same) {
            shuffled.remove(token);
          } else if (shuffle) {
            shuffled.add(token);
            if (!stand(texts.getOrDefault(token, Map.of()), answers)) {
              unsure.add(token); // an undone step does not bring back what was written over since
            }
          } else if (!shuffled.contains(token)) {
            texts.put(token, shown);
          } else if (!shown.equals(before.seen().get(token))
              || !stand(texts.getOrDefault(token, Map.of()), answers)) {
            unsure.add(token); // else rows have moved as a whole
          }
          seen.put(token, shown);
        });
    return new Typed(texts, shuffled, unsure, seen);
  }

  /** Whether texts stand in their columns, beside whomever. */
  private static boolean stand(Map<String, String> texts, Tab answers) {
    return texts.entrySet().stream()
        .allMatch(
            text ->
                lines(text.getValue()).stream()
                    .allMatch(
                        line ->
                            IntStream.range(1, answers.rowCount())
                                .anyMatch(i -> answers.text(i, text.getKey()).equals(line))));
  }

  private Map<String, String> words(Tab answers, List<Integer> rows) {
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

  private static Map<String, String> shown(Tab answers, List<Integer> rows) {
    Map<String, String> shown = new TreeMap<>();
    for (String column : ORDERS) {
      Set<String> texts = new TreeSet<>();
      rows.forEach(row -> texts.add(answers.text(row, column)));
      texts.remove("");
      if (!texts.isEmpty()) {
        shown.put(column, String.join(", ", texts));
      }
    }
    return shown;
  }
}

package org.entraide.organisers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.entraide.organisers.Snapshot.Tab;

/**
 * What really happened: who answered, what organisers asked for whom, who was away from the sheet.
 *
 * <p>What stands in the organisers' columns beside a person was asked for that person, unless it
 * came there because only a part of the columns was moved: then it is still asked for whom it was
 * typed for.
 */
final class Truth {

  /** The organisers' columns, by the daemon's mark. */
  static final List<String> ORDERS =
      List.of("instruction", "checked", "with", "never_with", "corrected_place");

  private final Map<String, Human> humans = new TreeMap<>();
  private final Set<String> everAbsent = new TreeSet<>();
  private final Set<String> byHand = new TreeSet<>();
  private Orders orders = new Orders(Map.of(), Set.of(), Set.of(), Map.of());
  private final Deque<Orders> undoable = new ArrayDeque<>();

  /**
   * @param asked by person and column
   * @param shuffled people beside whom stands what was typed for somebody else
   * @param unsure people of whom nobody can say what was asked for them
   * @param duplicates whose answer is another's, as an organiser says, and whose
   */
  private record Orders(
      Map<String, Map<String, String>> asked,
      Set<String> shuffled,
      Set<String> unsure,
      Map<String, String> duplicates) {}

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
        .map(one -> orders.asked().getOrDefault(one, Map.of()).getOrDefault(column, ""))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** An organiser typed that one's answer is a duplicate of the other's: they are one person. */
  void duplicate(String token, String original) {
    Map<String, String> duplicates = new HashMap<>(orders.duplicates());
    duplicates.put(token, original(original));
    orders = new Orders(orders.asked(), orders.shuffled(), orders.unsure(), duplicates);
  }

  /** Who somebody is: themselves, unless an organiser said that they are somebody else. */
  String original(String token) {
    return orders.duplicates().getOrDefault(token, token);
  }

  /**
   * An organiser typed a status that counts as an instruction: what it asks for is not looked at.
   */
  void typedStatus(String token) {
    Set<String> unsure = new HashSet<>(orders.unsure());
    unsure.add(token);
    orders = new Orders(orders.asked(), orders.shuffled(), unsure, orders.duplicates());
  }

  boolean sure(String token) {
    return !orders.unsure().contains(token);
  }

  boolean isShuffled(String token) {
    return orders.shuffled().contains(token);
  }

  /** Before something that can be undone. */
  void step() {
    undoable.addLast(orders);
  }

  /** That was undone. */
  void undone() {
    if (!undoable.isEmpty()) {
      orders = undoable.removeLast();
    }
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
    Map<String, Map<String, String>> asked = new HashMap<>(orders.asked());
    Set<String> shuffled = new HashSet<>(orders.shuffled());
    Set<String> unsure = new HashSet<>(orders.unsure());
    Map<String, List<Integer>> owners = answers.owners();
    for (String token : humans.keySet()) {
      List<Integer> rows = owners.get(token);
      if (rows == null) {
        everAbsent.add(token);
        continue;
      }
      Map<String, String> shown = shown(answers, rows);
      boolean same = shown.equals(asked.getOrDefault(token, Map.of()));
      if (same) {
        shuffled.remove(token);
      } else if (shuffle) {
        shuffled.add(token);
      } else if (shuffled.contains(token)) {
        unsure.add(token);
      } else {
        asked.put(token, shown);
      }
    }
    orders = new Orders(asked, shuffled, unsure, orders.duplicates());
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

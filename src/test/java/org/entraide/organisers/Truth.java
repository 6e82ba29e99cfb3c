package org.entraide.organisers;

import static org.entraide.organisers.ShuffledTexts.observed;
import static org.entraide.organisers.ShuffledTexts.stand;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/**
 * What really happened: who answered, what organisers asked for whom, who was away from the sheet.
 *
 * <p>What stands in the organisers' columns beside a person was asked for that person, unless it
 * came there because only a part of the columns was moved: then it is still asked for whom it was
 * typed for. So it is with words that people typed into the daemon's columns.
 */
final class Truth extends KnownTruth {
  private final Map<String, Integer> answersOf = new HashMap<>();
  private final Map<String, String> refs = new HashMap<>();
  private final Deque<Before> undoable = new ArrayDeque<>();
  private TypedFor wordsRead = TypedFor.NOTHING;
  private boolean carrying;
  private boolean moving;
  private boolean unread;

  /**
   * Before a step.
   *
   * @param duplicates whose answer is another's, as an organiser says, and whose
   * @param moves whether the step only moved what was there
   */
  private record Before(
      TypedFor orders, TypedFor words, Map<String, String> duplicates, boolean moves) {

    Before beside(Set<String> moved, Map<String, Map<String, String>> seen) {
      return new Before(orders.beside(moved, seen), words, duplicates, moves);
    }
  }

  /**
   * @param daemons whether the daemon ever wrote a text, into a column with a mark
   */
  Truth(BiPredicate<String, String> daemons) {
    super(daemons);
  }

  void met(Human human) {
    humans.put(human.token(), human);
  }

  /** What was typed there cannot be asked back from the daemon, which never saw it. */
  void neverSeen(String token, String column) {
    Map<String, Map<String, String>> texts = new HashMap<>(words.texts());
    Map<String, String> own = new TreeMap<>(texts.getOrDefault(token, Map.of()));
    own.remove(column);
    texts.put(token, own);
    words = new TypedFor(texts, words.shuffled(), words.unsure(), words.seen());
  }

  /** An organiser typed that one's answer is a duplicate of the other's: they are one person. */
  void duplicate(String token, String original) {
    Map<String, String> known = new HashMap<>(duplicates);
    known.put(token, original(original));
    duplicates = known;
  }

  /**
   * An organiser typed a status that counts as an instruction: what it asks for is not looked at.
   */
  void typedStatus(String token) {
    orders = orders.doubting(Set.of(token));
  }

  /** What follows moves what is there, and types or clears nothing that counts. */
  void moving(boolean moves) {
    moving = moves;
  }

  /**
   * Before something that can be undone.
   *
   * @param answers as they stand: what the daemon moved back beside its person is where it was
   */
  void step(Tab answers) {
    Set<String> back = new HashSet<>();
    answers
        .owners()
        .forEach(
            (token, rows) -> {
              if (words(answers, rows).equals(words.texts().getOrDefault(token, Map.of()))) {
                back.add(token);
              }
            });
    words = words.unshuffled(back);
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
    // of whom nobody could say while it was moved, nobody can once the daemon has seen it there
    orders = typedAnew(before.orders()).doubting(orders.unsure());
    words = before.words().doubting(words.unsure());
    duplicates = before.duplicates();
    return before.moves();
  }

  /**
   * What stood beside somebody else, was cleared and is there again may have been typed there anew,
   * as people are asked to: nobody can say.
   */
  private TypedFor typedAnew(TypedFor before) {
    Set<String> unsure = new HashSet<>(before.unsure());
    before.shuffled().stream().filter(one -> !isShuffled(one) || !sure(one)).forEach(unsure::add);
    return new TypedFor(before.texts(), before.shuffled(), unsure, before.seen());
  }

  /** Forgets the last step, which was not taken after all. */
  void noStep() {
    undoable.pollLast();
  }

  /** An address or a telephone number was typed over. */
  void corrected() {
    correctedUnread = true;
  }

  /** The daemon reads the sheet: what was typed by now it may know again wherever it is moved. */
  void read() {
    for (String token : humans.keySet()) {
      if (isExcluded(orders, token)) {
        barred.add(token);
        everBarred.add(token);
      } else if (isLifted(token)) {
        barred.remove(token);
      }
    }
    everBarred.addAll(barredAmidMoved);
    ordersRead = orders;
    wordsRead = words;
    unread = false;
    correctedUnread = false;
  }

  /**
   * Beside whom <i>Exclu</i> is typed while what organisers asked for is not where they asked for
   * it: of them nobody can say what is asked, and yet they are barred. Where it had been read
   * beside somebody else it may look as if it was moved.
   */
  private void barAmidMoved(Map<String, Map<String, String>> now, boolean shuffle) {
    now.forEach(
        (token, shown) -> {
          Map<String, String> before = orders.seen().getOrDefault(token, Map.of());
          if (!isExclusion(shown.getOrDefault(INSTRUCTION, ""))) {
            barredAmidMoved.remove(token);
          } else if (!shuffle
              && isShuffled(token)
              && !isExclusion(before.getOrDefault(INSTRUCTION, ""))
              && humans.keySet().stream().noneMatch(one -> isExcluded(ordersRead, one))) {
            barredAmidMoved.add(token);
          }
        });
  }

  /**
   * Says whether what people typed in the former tab is not yet carried over into the tab that is
   * looked at: what does not stand there is asked for still.
   */
  void carrying(boolean awaited) {
    carrying = awaited;
  }

  /** Somebody typed, cleared or moved whole rows: what is there now is what is asked. */
  void look(Tab answers) {
    observe(answers, false);
  }

  /** Only some of the columns were moved: what is there is asked for whom it was before. */
  void shuffled(Tab answers) {
    observe(answers, true);
  }

  /**
   * The form wrote an answer anew, maybe beside what was typed for somebody else. No undone step
   * takes that back.
   */
  void edited(Tab answers) {
    Set<String> before = orders.shuffled();
    shuffled(answers);
    Set<String> moved = new HashSet<>(orders.shuffled());
    moved.removeAll(before);
    List<Before> steps = List.copyOf(undoable);
    undoable.clear();
    steps.forEach(step -> undoable.addLast(step.beside(moved, orders.seen())));
  }

  /**
   * An undone step brought words back that stand elsewhere still, since others moved rows
   * meanwhile: they look as if they had been copied.
   */
  void doubled(Tab answers) {
    answers
        .owners()
        .forEach(
            (token, rows) ->
                shown(answers, rows)
                    .forEach(
                        (column, text) -> {
                          if (!text.equals(orders.of(token, column))
                              && humans.keySet().stream()
                                  .filter(one -> orders.of(one, column).equals(text))
                                  .allMatch(one -> stands(answers, one, column, text))) {
                            ambiguous.add(token);
                          }
                        }));
  }

  private static boolean stands(Tab answers, String token, String column, String text) {
    return answers.rowsOf(token).stream().anyMatch(i -> answers.text(i, column).equals(text));
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
    if (!shuffle) {
      owners.forEach((token, rows) -> met(token, answers.text(rows.get(0), "ref")));
    }
    Map<String, Map<String, String>> asked = new HashMap<>();
    Map<String, Map<String, String>> typed = new HashMap<>();
    for (String token : humans.keySet()) {
      List<Integer> rows = owners.get(token);
      if (rows != null) {
        asked.put(token, carried(shown(answers, rows), orders, token));
        typed.put(token, carried(words(answers, rows), words, token));
      } else if (!shuffle && !stand(words.texts().getOrDefault(token, Map.of()), answers)) {
        typed.put(token, Map.of()); // it went with the row
      }
    }
    instructable = carrying || answers.marks().containsKey(INSTRUCTION);
    Set<String> amiss = new HashSet<>();
    owners.forEach(
        (token, rows) -> {
          if (rows.stream().anyMatch(row -> isAnothers(token, answers.text(row, "ref")))) {
            amiss.add(token);
          }
        });
    unread |= shuffle;
    asked.forEach(
        (token, shown) -> {
          if (unread
              && shown.entrySet().stream().anyMatch(e -> wasMoved(e.getKey(), e.getValue()))) {
            amiss.add(token);
          }
        });
    Set<String> fewer = new HashSet<>();
    owners.forEach(
        (token, rows) -> {
          Integer before = answersOf.put(token, rows.size());
          if (before != null && rows.size() < before) {
            fewer.add(token);
          }
        });
    // an answer was deleted while what was typed beside it stood elsewhere: it may be gone with it
    fewer.stream().filter(this::isShuffled).forEach(ambiguous::add);
    barAmidMoved(asked, shuffle);
    TypedFor before = orders;
    orders = observed(before, asked, shuffle, amiss, answers, ordersRead);
    if (unread) {
      orders = orders.doubting(besideWhomItLooksTyped(before, asked));
    }
    Set<String> more = standsOftener(answers, owners);
    if (!shuffle) {
      ambiguous.addAll(typedWhereItWasReadAstray(asked));
      // typed beside another of their answers than the one beside which the same stands astray
      more.stream().filter(this::isShuffled).forEach(ambiguous::add);
    }
    // or the form wrote somebody else's answer over it
    fewer.stream().filter(this::isShuffled).forEach(ambiguous::add);
    orders = orders.doubting(clearedAndTypedElsewhere());
    if (shuffle) {
      ambiguous.addAll(typedWhileTheSameMoved(asked));
      ambiguous.addAll(movedToWhereItWasRead(asked));
    }
    everUnsure.addAll(orders.unsure());
    words = observed(words, typed, shuffle, Set.of(), answers, wordsRead);
    if (shuffle) { // the form wrote somebody's over one of their rows, where a word may be left
      words = words.doubting(fewer);
      words = words.doubting(wordsWithoutRoom(typed));
    }
  }

  /** What is beside somebody once what was typed for them before has been carried over. */
  private Map<String, String> carried(Map<String, String> shown, TypedFor known, String token) {
    if (!carrying) {
      return shown;
    }
    Map<String, String> all = new TreeMap<>(known.texts().getOrDefault(token, Map.of()));
    all.putAll(shown);
    return all;
  }

  private void met(String token, String ref) {
    if (!ref.isEmpty() && !refs.containsValue(ref)) {
      refs.putIfAbsent(token, ref);
    }
  }

  private boolean isAnothers(String token, String ref) {
    return refs.containsValue(ref) && !ref.equals(refs.getOrDefault(original(token), ref));
  }
}

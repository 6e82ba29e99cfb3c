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
  private static final String INSTRUCTION = "instruction";

  private final Map<String, Human> humans = new TreeMap<>();
  private final Set<String> everAbsent = new TreeSet<>();
  private final Set<String> everUnsure = new TreeSet<>();
  private final Set<String> ambiguous = new TreeSet<>();
  private final Map<String, Integer> answersOf = new HashMap<>();
  private final Map<String, Long> ordersBeside = new HashMap<>();
  private final Map<String, String> refs = new HashMap<>();
  private final BiPredicate<String, String> daemons;
  private Typed orders = Typed.NOTHING;
  private Typed words = Typed.NOTHING;
  private final Deque<Before> undoable = new ArrayDeque<>();
  private Map<String, String> duplicates = Map.of();
  private Typed ordersRead = Typed.NOTHING;
  private Typed wordsRead = Typed.NOTHING;
  private final Set<String> barred = new TreeSet<>();
  private final Set<String> everBarred = new TreeSet<>();
  private final Set<String> barredAmidMoved = new TreeSet<>();
  private boolean instructable = true;
  private boolean carrying;
  private boolean moving;
  private boolean unread;
  private boolean correctedUnread;

  /**
   * Before a step.
   *
   * @param duplicates whose answer is another's, as an organiser says, and whose
   * @param moves whether the step only moved what was there
   */
  private record Before(Typed orders, Typed words, Map<String, String> duplicates, boolean moves) {

    Before beside(Set<String> moved, Map<String, Map<String, String>> seen) {
      return new Before(orders.beside(moved, seen), words, duplicates, moves);
    }
  }

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

    Typed doubting(Set<String> people) {
      Set<String> doubted = new HashSet<>(unsure);
      doubted.addAll(people);
      return new Typed(texts, shuffled, doubted, seen);
    }

    Typed beside(Set<String> people, Map<String, Map<String, String>> now) {
      Set<String> moved = new HashSet<>(shuffled);
      moved.addAll(people);
      Map<String, Map<String, String>> known = new HashMap<>(seen);
      people.forEach(one -> known.put(one, now.getOrDefault(one, Map.of())));
      return new Typed(texts, moved, unsure, known);
    }

    Typed unshuffled(Set<String> people) {
      Set<String> still = new HashSet<>(shuffled);
      still.removeAll(people);
      return new Typed(texts, still, unsure, seen);
    }

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
    orders = orders.doubting(Set.of(token));
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
  private Typed typedAnew(Typed before) {
    Set<String> unsure = new HashSet<>(before.unsure());
    before.shuffled().stream().filter(one -> !isShuffled(one) || !sure(one)).forEach(unsure::add);
    return new Typed(before.texts(), before.shuffled(), unsure, before.seen());
  }

  /** Forgets the last step, which was not taken after all. */
  void noStep() {
    undoable.pollLast();
  }

  /** An address or a telephone number was typed over. */
  void corrected() {
    correctedUnread = true;
  }

  /** Whether the daemon has not looked since one was. */
  boolean isCorrectedUnread() {
    return correctedUnread;
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
   * Whether the cell that said <i>Exclu</i> when the daemon read it is there and says it no more.
   */
  private boolean isLifted(String token) {
    return isExcluded(ordersRead, token) && !isExcluded(orders, token) && instructable;
  }

  private static boolean isExcluded(Typed orders, String token) {
    return isExclusion(orders.of(token, INSTRUCTION));
  }

  private static boolean isExclusion(String instruction) {
    return Oracle.ordered(instruction).equals("Exclu");
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

  /** Somebody typed, cleared or moved whole rows: what stands there now is what is asked. */
  void look(Tab answers) {
    observe(answers, false);
  }

  /** Only some of the columns were moved: what stands there is asked for whom it was before. */
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

  /** Beside whom stands more in the organisers' columns than when somebody looked last. */
  private Set<String> standsOftener(Tab answers, Map<String, List<Integer>> owners) {
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
    Typed before = orders;
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

  /** What stands beside somebody once what was typed for them before has been carried over. */
  private Map<String, String> carried(Map<String, String> shown, Typed known, String token) {
    if (!carrying) {
      return shown;
    }
    Map<String, String> all = new TreeMap<>(known.texts().getOrDefault(token, Map.of()));
    all.putAll(shown);
    return all;
  }

  /**
   * Beside whom stands what was typed beside nobody, so that their own word has to stay where it
   * came to, as if it had been typed there; and beside whom that is.
   */
  private Set<String> wordsWithoutRoom(Map<String, Map<String, String>> now) {
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
  private Set<String> clearedAndTypedElsewhere() {
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
   * Beside whom stands what was moved there from somebody for whom it was typed again, or who went
   * away, when nobody looked in between: that looks as if it was typed there.
   */
  private Set<String> besideWhomItLooksTyped(Typed before, Map<String, Map<String, String>> now) {
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
  private Set<String> typedWhileTheSameMoved(Map<String, Map<String, String>> now) {
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
  private Set<String> movedToWhereItWasRead(Map<String, Map<String, String>> now) {
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
  private Set<String> typedWhereItWasReadAstray(Map<String, Map<String, String>> now) {
    return beside(
        now,
        (token, column, text) ->
            text.equals(orders.of(token, column))
                && text.equals(ordersRead.seen().getOrDefault(token, Map.of()).get(column))
                && !text.equals(ordersRead.of(token, column)));
  }

  /** What stands beside somebody in a column. */
  private interface Cell {
    boolean test(String token, String column, String text);
  }

  private static Set<String> beside(Map<String, Map<String, String>> now, Cell cell) {
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
  private boolean wasMoved(String column, String text) {
    return orders.shuffled().stream().anyMatch(one -> orders.of(one, column).equals(text));
  }

  private void met(String token, String ref) {
    if (!ref.isEmpty() && !refs.containsValue(ref)) {
      refs.putIfAbsent(token, ref);
    }
  }

  private boolean isAnothers(String token, String ref) {
    return refs.containsValue(ref) && !ref.equals(refs.getOrDefault(original(token), ref));
  }

  /**
   * What is asked now.
   *
   * @param amiss people beside whom stand the daemon's cells of others, or what was moved and has
   *     not been looked at since: whether something new there was typed before or after, or moved,
   *     nobody can say who looks later
   */
  private static Typed observed(
      Typed before,
      Map<String, Map<String, String>> now,
      boolean shuffle,
      Set<String> amiss,
      Tab answers,
      Typed read) {
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
            Map<String, String> own = texts.getOrDefault(token, Map.of());
            // an undone step does not bring back what was written over since, and what was typed
            // and moved between two looks is as if it was moved and typed
            if (!stand(own, answers) || !own.equals(read.texts().getOrDefault(token, Map.of()))) {
              unsure.add(token);
            }
          } else if (!shuffled.contains(token)) {
            texts.put(token, shown);
            if (amiss.contains(token)) {
              unsure.add(token);
            }
          } else if (!shown.equals(before.seen().get(token))) {
            unsure.add(token); // else rows have moved as a whole
          }
          seen.put(token, shown);
        });
    if (shuffle) { // nor can anybody say of those beside whom it stands now
      now.forEach(
          (token, shown) -> {
            if (!shown.equals(texts.getOrDefault(token, Map.of()))
                && shown.entrySet().stream().anyMatch(e -> isDoubtful(e, texts, unsure))) {
              unsure.add(token);
            }
          });
    } else { // somebody typed over what had been moved there, or cleared it
      List<Map<String, String>> all =
          now.keySet().stream().map(token -> texts.getOrDefault(token, Map.of())).toList();
      // what stands beside whom nobody can say was maybe typed there, and is not theirs
      Set<Integer> doubtful = new HashSet<>();
      unsure.forEach(token -> doubtful.addAll(answers.rowsOf(token)));
      now.keySet().stream()
          .filter(shuffled::contains)
          .filter(token -> !stand(texts.getOrDefault(token, Map.of()), all, answers, doubtful))
          .forEach(unsure::add);
    }
    return new Typed(texts, shuffled, unsure, seen);
  }

  /** Whether that was typed for somebody of whom nobody can say. */
  private static boolean isDoubtful(
      Map.Entry<String, String> shown, Map<String, Map<String, String>> texts, Set<String> unsure) {
    return unsure.stream()
        .anyMatch(
            one -> shown.getValue().equals(texts.getOrDefault(one, Map.of()).get(shown.getKey())));
  }

  /** Whether texts stand in their columns, beside whomever. */
  private static boolean stand(Map<String, String> texts, Tab answers) {
    return stand(texts, List.of(), answers, Set.of());
  }

  /**
   * The same where others have equal texts: there is one for each of them.
   *
   * @param doubtful rows that do not count
   */
  private static boolean stand(
      Map<String, String> texts,
      List<Map<String, String>> all,
      Tab answers,
      Set<Integer> doubtful) {
    return texts.entrySet().stream()
        .allMatch(
            text ->
                lines(text.getValue()).stream()
                    .allMatch(
                        line ->
                            IntStream.range(1, answers.rowCount())
                                    .filter(i -> !doubtful.contains(i))
                                    .filter(i -> answers.text(i, text.getKey()).equals(line))
                                    .count()
                                >= Math.max(1, having(all, text.getKey(), line))));
  }

  private static long having(List<Map<String, String>> all, String column, String line) {
    return all.stream().filter(one -> lines(one.getOrDefault(column, "")).contains(line)).count();
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
      rows.forEach(row -> texts.add(answers.text(row, column).strip()));
      texts.remove("");
      if (!texts.isEmpty()) {
        shown.put(column, String.join(", ", texts));
      }
    }
    return shown;
  }
}

package org.entraide.organisers;

import static org.entraide.organisers.ExpectedWords.ORDERED;
import static org.entraide.organisers.ExpectedWords.STATES;
import static org.entraide.organisers.ExpectedWords.isOrdered;
import static org.entraide.organisers.ExpectedWords.ordered;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.organisers.Correspondence.Introduction;
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/**
 * Knows the truth and tells what in the sheet and the mailbox differs from it. It shares no code
 * with the daemon: it knows people by the tokens in their rows, and the daemon's words by heart.
 */
final class Oracle extends LookedRows {
  private final Set<String> ended = new TreeSet<>();

  Oracle(World world) {
    super(world);
  }

  /** What must hold at every moment, also where the daemon cannot work. */
  List<String> harm() {
    wrong.clear();
    letters();
    wrong.addAll(world.untouched.violations());
    world.bugs().forEach(bug -> wrong.add("the daemon says: " + bug));
    world.excesses().forEach(asked -> wrong.add("a cycle asked Sheets for " + asked));
    return List.copyOf(wrong);
  }

  /** What must hold besides once the daemon has found nothing more to do. */
  List<String> unsettled() {
    world.untouched.settleDebts(world.look());
    harm();
    Tab answers = world.answers();
    Map<String, List<Integer>> owners = answers.owners();
    for (int i = 1; i < answers.rowCount(); i++) {
      row(answers, i);
    }
    owners.forEach((token, rows) -> reference(answers, token, rows));
    oneReferenceOnePerson();
    Map<String, List<Integer>> people = new TreeMap<>();
    owners.forEach(
        (token, rows) ->
            people
                .computeIfAbsent(world.truth.original(token), t -> new ArrayList<>())
                .addAll(rows));
    people.forEach((token, rows) -> person(answers, token, rows));
    owners.forEach((token, rows) -> typed(answers, token, rows));
    introduced(answers, owners);
    capacities();
    quiet();
    return List.copyOf(wrong);
  }

  private void oneReferenceOnePerson() {
    Map<String, Set<String>> people = new TreeMap<>();
    refs.forEach((token, ref) -> people.computeIfAbsent(ref, r -> new TreeSet<>()).add(token));
    people.forEach(
        (ref, tokens) -> {
          if (tokens.size() > 1) {
            wrong.add(ref + " means " + tokens);
          }
        });
  }

  private void person(Tab answers, String token, List<Integer> rows) {
    Human human = world.truth.humans().get(token);
    List<Integer> ours =
        rows.stream()
            .filter(row -> isAnswer(answers, row))
            .filter(row -> isOurs(answers, row, "status") || isDuplicate(answers, row))
            .toList();
    if (human == null || ours.size() < rows.size() || !world.truth.sure(token)) {
      return;
    }
    List<Integer> counting =
        ours.stream()
            .filter(row -> !answers.text(row, "status").equals("Doublon"))
            .filter(row -> !isDuplicate(answers, row))
            .toList();
    if (counting.size() != 1) {
      wrong.add(token + " has " + counting.size() + " rows that count, of " + rows.size());
      return;
    }
    int row = counting.get(0);
    String status = answers.text(row, "status");
    // a bar outlives its row and its column, and is the gravest
    String order =
        world.truth.isBarred(token) ? "Exclu" : ordered(world.truth.asked(token, "instruction"));
    boolean complete =
        !said(answers, row, Human.CONSENT, "Oui").isEmpty()
            && !(said(answers, row, Human.NEEDS, "?") + said(answers, row, Human.OFFERS, "?"))
                .isEmpty();
    String where = "row " + (row + 1) + " of " + token;
    if (!order.isEmpty() && !status.equals(order)) {
      wrong.add(where + " says " + status + " although " + order + " was asked for");
    }
    if (order.isEmpty() && ORDERED.contains(status)) {
      wrong.add(where + " says " + status + ", which nobody asked for");
    }
    if (order.isEmpty() && complete == status.equals("Incomplet")) {
      wrong.add(where + " says " + status + (complete ? ", being complete" : ", being incomplete"));
    }
    place(answers, row, where, token);
  }

  /** What people typed for somebody is beside them, and beside nobody else. */
  private void typed(Tab answers, String token, List<Integer> rows) {
    for (String mark : Truth.REPORTED) {
      Set<String> shown = world.truth.shown(answers, rows, mark);
      Set<String> typed = world.truth.typed(token, mark).orElse(shown);
      if (!shown.containsAll(typed)
          && !(isHomeless(answers, token, mark) && stands(answers, mark, typed))) {
        wrong.add(token + " has lost what was typed as the " + mark);
      } else if (!shown.stream().allMatch(t -> typed.contains(t) || isOpen(answers, mark, t))
          && !world.truth.everAbsent().contains(token)) {
        wrong.add(token + " has what was not typed for them as the " + mark);
      }
    }
  }

  /** Standing introductions are told in the rows of the two, and nobody else's are. */
  private void introduced(Tab answers, Map<String, List<Integer>> owners) {
    Map<String, Set<String>> counterparts = new HashMap<>();
    Map<String, Set<String>> standing = new HashMap<>();
    Map<String, Integer> ledger = new HashMap<>();
    world
        .look()
        .ledger()
        .ifPresent(
            tab -> {
              for (int i = 1; i < tab.rowCount(); i++) {
                ledger.merge(tab.text(i, "ledger_ref"), 1, Integer::sum);
              }
            });
    Set<String> mail = present();
    Set<String> barred = barred();
    for (Introduction one : world.letters.introductions()) {
      String person = current(one.person());
      String helper = current(one.helper());
      counterparts.computeIfAbsent(person, r -> new HashSet<>()).add(helper);
      counterparts.computeIfAbsent(helper, r -> new HashSet<>()).add(person);
      // Exclu ends an introduction also where its letter was sent, and it does not begin again
      if (mail.contains(one.ref()) && !barred.contains(person) && !barred.contains(helper)) {
        standing.computeIfAbsent(person, r -> new HashSet<>()).add(helper);
        standing.computeIfAbsent(helper, r -> new HashSet<>()).add(person);
      }
    }
    Set<String> due = new TreeSet<>(world.letters.drafted());
    world.letters.introductions().forEach(one -> due.add(one.ref()));
    due.removeAll(ledger.keySet());
    due.forEach(ref -> wrong.add(ref + " is not in the ledger"));
    owners.forEach(
        (token, rows) -> {
          for (int row : rows) {
            if (isAnswer(answers, row)
                && !originalRef(token).isEmpty() // never seen where cells are merged over it
                && isOurs(answers, row, "introduced")
                && isOurs(answers, row, "status")
                && !hasDoubtfulStatus(answers, row, token)) {
              checkMentions(
                  "row " + (row + 1) + " of " + token,
                  answers.text(row, "introduced"),
                  standing.getOrDefault(originalRef(token), Set.of()),
                  counterparts.getOrDefault(originalRef(token), Set.of()),
                  answers.text(row, "status"));
            }
          }
        });
  }

  /** What those are called who were barred at any time. */
  private Set<String> barred() {
    return refs.keySet().stream()
        .filter(world.truth::wasBarred)
        .map(this::originalRef)
        .collect(Collectors.toSet());
  }

  /** Nobody can say whether a status that somebody's undone step brought back was typed. */
  private boolean hasDoubtfulStatus(Tab answers, int row, String token) {
    return isOrdered(answers.text(row, "status")) && !world.truth.sure(token);
  }

  /** No pair twice, one draft each, to the right people; none lost; nobody who was to be let be. */
  private void letters() {
    Map<String, String> pairs = new HashMap<>();
    Map<String, String> tokens = new HashMap<>();
    refs.forEach((token, ref) -> tokens.put(ref, token));
    Map<String, Introduction> known = new HashMap<>();
    for (Introduction one : world.letters.introductions()) {
      known.put(one.ref(), one);
      if (Stream.of(one.person(), one.helper())
          .anyMatch(ref -> world.truth.isBarredAnyhow(tokens.getOrDefault(ref, "")))) {
        ended.add(one.ref()); // for good, also where the bar is lifted
      }
      String earlier = pairs.putIfAbsent(one.person() + " " + one.helper(), one.ref());
      if (earlier != null) {
        wrong.add(earlier + " and " + one.ref() + " introduce the same two");
      }
      String person = tokens.getOrDefault(one.person(), one.person());
      String helper = tokens.getOrDefault(one.helper(), one.helper());
      for (String token : List.of(person, helper)) {
        if (one.stopped().contains(token)) {
          wrong.add(one.ref() + " introduces " + token + ", for whom nobody was to be found");
        }
      }
      if (one.never().getOrDefault(person, "").contains(one.helper())
          || one.never().getOrDefault(helper, "").contains(one.person())) {
        wrong.add(one.ref() + " introduces two who were to be kept apart");
      }
    }
    Set<String> present = present();
    for (String ref : world.letters.drafted()) {
      Introduction one = known.get(ref);
      if (world.letters.drafts(ref).size() > 1) {
        wrong.add(ref + " has " + world.letters.drafts(ref).size() + " drafts");
      }
      if (one != null
          && !present.contains(ref)
          && !world.letters.isDiscarded(ref)
          && !world.letters.mayBeTakenBack(one)
          && stayed(one, tokens)) {
        wrong.add("the letter of " + ref + " is gone");
      }
    }
    addressees(known, tokens);
    lettersOfTwo();
  }

  /** Whoever asks for something offers nothing here: any two are introduced once, either way. */
  private void lettersOfTwo() {
    Map<Set<String>, String> letters = new HashMap<>();
    for (String box : List.of("drafts", "sent")) {
      for (JsonNode mail : world.letters.mailbox().path(box)) {
        Set<String> two = Human.tokens(mail.path("to").asText());
        String ref = Correspondence.reference(mail);
        String earlier = two.size() < 2 ? null : letters.putIfAbsent(two, ref);
        if (earlier != null && !earlier.equals(ref)) {
          wrong.add(earlier + " and " + ref + " are both of " + two);
        }
      }
    }
  }

  private boolean stayed(Introduction one, Map<String, String> tokens) {
    return Stream.of(one.person(), one.helper())
        .map(ref -> tokens.getOrDefault(ref, ""))
        .noneMatch(
            token ->
                token.isEmpty()
                    || isNameless(token)
                    || world.truth.everAbsent().contains(token)
                    || !world.truth.wasAlwaysSure(token)
                    || world.letters.everLeft().contains(token));
  }

  /** Whether the name was cleared or merged away: then there is no answer, as without the row. */
  private boolean isNameless(String token) {
    Tab answers = world.answers();
    int name = answers.titled(Human.NAME);
    return name >= 0
        && answers.rowsOf(token).stream().allMatch(row -> answers.text(row, name).isEmpty());
  }

  /**
   * Live introductions of a helper, those that an organiser asked for by name left out: also where
   * nobody asks for them any more, since a standing introduction is not undone. One that a bar
   * ended takes no place, though its letter was sent.
   */
  private void capacities() {
    Map<String, String> tokens = new HashMap<>();
    refs.forEach((token, ref) -> tokens.put(ref, token));
    Set<String> present = present();
    Map<String, Integer> live = new TreeMap<>();
    for (Introduction one : world.letters.introductions()) {
      String person = world.truth.original(tokens.getOrDefault(one.person(), ""));
      String helper = world.truth.original(tokens.getOrDefault(one.helper(), ""));
      boolean pinned =
          showsPin(person, one.helper())
              || showsPin(helper, one.person())
              || world.truth.asked(person, "with").contains(one.helper())
              || world.truth.asked(helper, "with").contains(one.person())
              || one.with().getOrDefault(person, "").contains(one.helper())
              || one.with().getOrDefault(helper, "").contains(one.person());
      if (present.contains(one.ref()) && !ended.contains(one.ref()) && !pinned) {
        live.merge(helper, 1, Integer::sum);
      }
    }
    live.forEach(
        (token, count) -> {
          Human human = world.truth.humans().get(token);
          int may = human == null ? count : Math.max(human.capacity(), shownCapacity(token));
          if (count > may) {
            wrong.add(token + " helps " + count + " people instead of " + may);
          }
        });
  }

  /** An undone step may bring somebody's answer back over another's, whose offer stays there. */
  private int shownCapacity(String token) {
    Tab answers = world.answers();
    int column = answers.titled(Human.CAPACITY);
    return answers.rowsOf(token).stream()
        .map(row -> answers.text(row, column))
        .filter(text -> text.matches("[0-9]{1,3}"))
        .mapToInt(Integer::parseInt)
        .max()
        .orElse(0);
  }

  /** A pin typed over what stood there of somebody else's: for whom, the truth does not tell. */
  private boolean showsPin(String token, String ref) {
    Tab answers = world.answers();
    return !world.truth.sure(token)
        && answers.rowsOf(token).stream().anyMatch(i -> answers.text(i, "with").contains(ref));
  }

  /** One look at the sheet and one at the mailbox, and not a word written. */
  private void quiet() {
    Map<String, Integer> asked = new TreeMap<>(world.requestsWhenQuiet());
    if (asked.getOrDefault("MAIL_READ", 0) > 1 && world.settles()) {
      // now and then a letter that is out of sight is looked for; not in every cycle
      asked = new TreeMap<>(world.requestsWhenQuiet());
    }
    asked.remove("OTHER");
    if (world.letters.mayBeMissed()) {
      asked.merge("MAIL_READ", 1, Math::min); // what is gone is looked for while it may come back
    }
    if (!asked.equals(Map.of("READ", 1, "MAIL_READ", 1))) {
      wrong.add("a cycle with nothing to do asked for " + asked);
    }
  }

  /** The ledger's states that are none. */
  List<String> strangeStates() {
    List<String> strange = new ArrayList<>();
    world
        .look()
        .ledger()
        .ifPresent(
            tab -> {
              for (int i = 1; i < tab.rowCount(); i++) {
                String state = tab.text(i, "ledger_state");
                if (!tab.text(i, "ledger_ref").isEmpty() && !STATES.contains(state)) {
                  strange.add("row " + (i + 1) + " of the ledger says " + state);
                }
              }
            });
    return strange;
  }
}

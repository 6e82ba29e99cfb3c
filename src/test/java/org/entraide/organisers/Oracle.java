package org.entraide.organisers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.organisers.Correspondence.Introduction;
import org.entraide.organisers.Snapshot.Tab;

/**
 * Knows the truth and tells what in the sheet and the mailbox differs from it. It shares no code
 * with the daemon: it knows people by the tokens in their rows, and the daemon's words by heart.
 */
final class Oracle {

  /** What an instruction makes of a status, the gravest first; every spelling that is used here. */
  private static final Map<String, String> STATUS_OF_INSTRUCTION = new LinkedHashMap<>();

  static {
    STATUS_OF_INSTRUCTION.put("exclu", "Exclu");
    STATUS_OF_INSTRUCTION.put("barred", "Exclu");
    STATUS_OF_INSTRUCTION.put("retirer", "Retiré");
    STATUS_OF_INSTRUCTION.put("withdraw", "Retiré");
    STATUS_OF_INSTRUCTION.put("orienté ailleurs", "Orienté ailleurs");
    STATUS_OF_INSTRUCTION.put("signposted", "Orienté ailleurs");
    STATUS_OF_INSTRUCTION.put("pause", "En pause");
  }

  private static final Set<String> ORDERED = new HashSet<>(STATUS_OF_INSTRUCTION.values());

  private static final Set<String> STATUSES =
      Set.of(
          "Incomplet",
          "Lieu à préciser",
          "En attente",
          "Proposé",
          "Brouillon prêt",
          "Mis en relation",
          "Terminé",
          "Complet",
          "Doublon",
          "En pause",
          "Retiré",
          "Orienté ailleurs",
          "Exclu");

  private static final Pattern REFERENCE =
      Pattern.compile("(?<![0-9A-Z-])[0-9A-Z]{5,6}(?![0-9A-Z])");

  private final World world;
  private final Map<String, String> refs = new TreeMap<>();
  private final Set<String> ended = new TreeSet<>();
  private final List<String> wrong = new ArrayList<>();

  Oracle(World world) {
    this.world = world;
  }

  /** Whether that is a status that counts as an instruction where somebody types it. */
  static boolean isOrdered(String status) {
    return ORDERED.contains(status);
  }

  /** The status that the instructions of a cell ask for; empty for none. */
  static String ordered(String instructions) {
    Set<String> words = new HashSet<>();
    for (String word : instructions.split("[,;\n]", -1)) {
      words.add(word.strip().toLowerCase(Locale.ROOT));
    }
    return STATUS_OF_INSTRUCTION.entrySet().stream()
        .filter(e -> words.contains(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
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

  /** The reference that a person always had; empty for somebody who has none yet. */
  String ref(String token) {
    return refs.getOrDefault(token, "");
  }

  private void row(Tab answers, int i) {
    boolean anybody = !answers.tokens(i).isEmpty();
    String where = "row " + (i + 1);
    if (!anybody) {
      // where people moved some of our cells beside nothing, they are left to them
      boolean whole = !answers.text(i, "check").isEmpty() && !answers.text(i, "ref").isEmpty();
      if (answers.theirs(i).isBlank() && whole && isOurs(answers, i, "status")) {
        wrong.add(where + " is nobody's and says " + answers.text(i, "status"));
      }
      return;
    }
    if (!isAnswer(answers, i)) {
      return;
    }
    for (String mark : List.of("ref", "status", "explanation")) {
      if (answers.text(i, mark).isEmpty() && !answers.isCovered(i, mark)) {
        wrong.add(where + " has no " + mark);
      }
    }
    if (answers.text(i, "status").equals(Hands.TYPED)
        && !answers.tokens(i).contains(Human.token(Hands.TYPED_FOR))
        && !isOpen(answers, "status", Hands.TYPED)) {
      wrong.add(where + " has the status that was typed for " + Human.token(Hands.TYPED_FOR));
    }
    if (isOurs(answers, i, "status") && !STATUSES.contains(answers.text(i, "status"))) {
      wrong.add(where + " has the status " + answers.text(i, "status"));
    }
  }

  /** Somebody can be written to or rung. */
  private static boolean isAnswer(Tab answers, int row) {
    String theirs = answers.theirs(row);
    boolean contact = theirs.contains("@example.org") || theirs.contains("7700 900");
    return contact && theirs.contains("Camille");
  }

  private boolean isOurs(Tab answers, int row, String mark) {
    return !answers.isCovered(row, mark) && world.untouched.wrote(mark, answers.text(row, mark));
  }

  /** An organiser typed that this answer is another's, and it stays. */
  private boolean isDuplicate(Tab answers, int row) {
    return answers
        .owner(row)
        .filter(token -> !world.truth.original(token).equals(token))
        .map(this::originalRef)
        .filter(ref -> answers.text(row, "status").equals("Doublon " + ref))
        .isPresent();
  }

  private String originalRef(String token) {
    return ref(world.truth.original(token));
  }

  /** What somebody is called by now who was called so once. */
  private String current(String ref) {
    return refs.entrySet().stream()
        .filter(e -> e.getValue().equals(ref))
        .map(e -> originalRef(e.getKey()))
        .findFirst()
        .orElse(ref);
  }

  private void reference(Tab answers, String token, List<Integer> rows) {
    for (int row : rows) {
      if (isAnswer(answers, row) && !answers.isCovered(row, "ref")) {
        String ref = answers.text(row, "ref");
        String known = refs.computeIfAbsent(world.truth.original(token), t -> ref);
        if (!known.equals(ref)) {
          wrong.add("row " + (row + 1) + " of " + token + " shows " + ref + " instead of " + known);
        }
      }
    }
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

  /** What people typed for somebody stands beside them, and beside nobody else. */
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

  /**
   * Whether a word was typed for nobody knows whom, or for somebody beside whom it cannot stand.
   */
  private boolean isOpen(Tab answers, String mark, String text) {
    if (world.truth.isAnybodys(mark, text) || world.truth.isNobodys(mark, text)) {
      return true;
    }
    return world.truth.humans().keySet().stream()
        .filter(token -> world.truth.typed(token, mark).filter(t -> t.contains(text)).isPresent())
        .anyMatch(token -> isHomeless(answers, token, mark));
  }

  /**
   * Where the form wrote an edited answer over somebody's, people merged their cell into another,
   * or it shows what was typed beside nobody, what was typed for them is left where it stands. So
   * is what was typed for whoever stands there, then.
   */
  private boolean isHomeless(Tab answers, String token, String mark) {
    return isHomeless(answers, token, mark, Set.of());
  }

  private boolean isHomeless(Tab answers, String token, String mark, Set<String> guests) {
    List<Integer> rows = answers.rowsOf(token);
    if (rows.isEmpty() || rows.stream().anyMatch(row -> answers.isCovered(row, mark))) {
      return true;
    }
    Set<String> typed = world.truth.maybeTyped(token, mark);
    Set<String> others = new TreeSet<>(world.truth.shown(answers, rows, mark));
    others.removeAll(typed);
    Set<String> passed = new TreeSet<>(guests);
    passed.add(token);
    return others.stream()
        .anyMatch(
            text ->
                world.truth.isNobodys(mark, text)
                    || world.truth.humans().keySet().stream()
                        .filter(one -> !passed.contains(one))
                        .filter(one -> world.truth.maybeTyped(one, mark).contains(text))
                        .anyMatch(one -> isHomeless(answers, one, mark, passed)));
  }

  private static boolean stands(Tab answers, String mark, Set<String> texts) {
    return IntStream.range(1, answers.rowCount())
        .mapToObj(row -> answers.text(row, mark))
        .collect(Collectors.toSet())
        .containsAll(texts);
  }

  /** What a row's own cells say; the other text where there is no such column. */
  private static String said(Tab answers, int row, String title, String otherwise) {
    int column = answers.titled(title);
    return column < 0 ? otherwise : answers.text(row, column).strip();
  }

  /** The place is told beside the one who lives there. */
  private void place(Tab answers, int row, String where, String token) {
    String typed = world.truth.asked(token, "corrected_place");
    if (typed.isEmpty()) { // maybe beside another of their answers
      Optional<Set<String>> places = world.truth.typed(token, "place");
      if (places.isEmpty()) {
        return; // nobody can say
      }
      typed = String.join("", places.get());
    }
    String place = typed.isEmpty() ? said(answers, row, Human.PLACE, "") : typed;
    String shown = answers.text(row, "place");
    if (isOurs(answers, row, "place")
        && world.truth.sure(token)
        && !shown.isEmpty()
        && Set.of("Nord", "Sud", "Ouest", "Loin").contains(place)
        && !shown.contains(place)) {
      wrong.add(where + " tells of " + shown + " instead of " + place);
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
              told(
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

  private void told(
      String where, String text, Set<String> standing, Set<String> all, String status) {
    Set<String> told = new HashSet<>();
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      if (refs.containsValue(matcher.group())) {
        told.add(matcher.group());
      }
    }
    if (!status.equals("Doublon") && !standing.stream().allMatch(text::contains)) {
      wrong.add(where + " does not tell of " + standing + ": " + text);
    }
    if (!status.equals("Proposé") && !all.containsAll(told)) {
      wrong.add(where + " tells of " + told + " instead of " + all);
    }
  }

  /** The introductions whose letter is a draft or sent. */
  private Set<String> present() {
    JsonNode mailbox = world.letters.mailbox();
    Set<String> present = new TreeSet<>();
    for (String box : List.of("drafts", "sent")) {
      mailbox.path(box).forEach(mail -> present.add(Correspondence.reference(mail)));
    }
    return present;
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

  private void addressees(Map<String, Introduction> known, Map<String, String> tokens) {
    for (JsonNode draft : world.letters.mailbox().path("drafts")) {
      String ref = Correspondence.reference(draft);
      Introduction one = known.get(ref);
      if (one != null && tokens.containsKey(one.person()) && tokens.containsKey(one.helper())) {
        Set<String> two = new TreeSet<>();
        two.add(tokens.getOrDefault(one.person(), ""));
        two.add(tokens.getOrDefault(one.helper(), ""));
        Set<String> named = Human.tokens(draft.path("to").asText());
        if (named.isEmpty() || !two.containsAll(named)) {
          wrong.add(ref + " is of " + two + " and addressed to " + named);
        }
      }
    }
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

  /** The words of the counting row of everybody, people told by token and not by reference. */
  Map<String, Map<String, String>> words() {
    Tab answers = world.answers();
    Map<String, Map<String, String>> words = new TreeMap<>();
    answers
        .owners()
        .forEach(
            (token, rows) ->
                rows.stream()
                    .filter(row -> !answers.text(row, "status").equals("Doublon"))
                    .findFirst()
                    .ifPresent(row -> words.put(token, words(answers, row))));
    return words;
  }

  private Map<String, String> words(Tab answers, int row) {
    Map<String, String> words = new LinkedHashMap<>();
    for (String mark : List.of("status", "place", "introduced", "explanation")) {
      String told = answers.text(row, mark);
      for (Map.Entry<String, String> ref : refs.entrySet()) {
        if (!ref.getValue().isEmpty()) {
          told = told.replace(ref.getValue(), ref.getKey());
        }
      }
      // what is listed is in the order of references
      words.put(
          mark,
          String.join(
              " ",
              Stream.of(told.replaceAll("M-[0-9A-Za-z]+", "M").split("[ \u00a0]+"))
                  .sorted()
                  .toList()));
    }
    return words;
  }
}

package org.entraide.organisers;

import static org.entraide.organisers.ExpectedWords.STATUSES;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
import org.entraide.testkit.Human;
import org.entraide.testkit.Snapshot.Tab;

/** Rows as an oracle reads them. */
abstract class LookedRows {

  private static final Pattern REFERENCE =
      Pattern.compile("(?<![0-9A-Z-])[0-9A-Z]{5,6}(?![0-9A-Z])");

  final World world;
  final Map<String, String> refs = new TreeMap<>();
  final List<String> wrong = new ArrayList<>();

  LookedRows(World world) {
    this.world = world;
  }

  /** The reference that a person always had; empty for somebody who has none yet. */
  String ref(String token) {
    return refs.getOrDefault(token, "");
  }

  void row(Tab answers, int i) {
    boolean anybody = !answers.tokens(i).isEmpty();
    String where = "row " + (i + 1);
    if (!anybody) {
      // where people moved some of our cells beside nothing, they are left to them
      boolean whole = !answers.text(i, "check").isEmpty() && !answers.text(i, "ref").isEmpty();
      if (answers.writtenByPeople(i).isBlank() && whole && isOurs(answers, i, "status")) {
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
  static boolean isAnswer(Tab answers, int row) {
    String theirs = answers.writtenByPeople(row);
    boolean contact = theirs.contains("@example.org") || theirs.contains("7700 900");
    return contact && theirs.contains("Camille");
  }

  boolean isOurs(Tab answers, int row, String mark) {
    return !answers.isCovered(row, mark) && world.untouched.wrote(mark, answers.text(row, mark));
  }

  /** An organiser typed that this answer is another's, and it stays. */
  boolean isDuplicate(Tab answers, int row) {
    return answers
        .owner(row)
        .filter(token -> !world.truth.original(token).equals(token))
        .map(this::originalRef)
        .filter(ref -> answers.text(row, "status").equals("Doublon " + ref))
        .isPresent();
  }

  String originalRef(String token) {
    return ref(world.truth.original(token));
  }

  /** What somebody is called by now who was called so once. */
  String current(String ref) {
    return refs.entrySet().stream()
        .filter(e -> e.getValue().equals(ref))
        .map(e -> originalRef(e.getKey()))
        .findFirst()
        .orElse(ref);
  }

  void reference(Tab answers, String token, List<Integer> rows) {
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

  /**
   * Whether a word was typed for nobody knows whom, or for somebody beside whom it cannot stand.
   */
  boolean isOpen(Tab answers, String mark, String text) {
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
   * is what was typed for whoever is there, then.
   */
  boolean isHomeless(Tab answers, String token, String mark) {
    return isHomeless(answers, token, mark, Set.of());
  }

  boolean isHomeless(Tab answers, String token, String mark, Set<String> guests) {
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

  static boolean stands(Tab answers, String mark, Set<String> texts) {
    return IntStream.range(1, answers.rowCount())
        .mapToObj(row -> answers.text(row, mark))
        .collect(Collectors.toSet())
        .containsAll(texts);
  }

  /** What a row's own cells say; the other text where there is no such column. */
  static String said(Tab answers, int row, String title, String otherwise) {
    int column = answers.titled(title);
    return column < 0 ? otherwise : answers.text(row, column).strip();
  }

  /** The place is told beside the one who lives there. */
  void place(Tab answers, int row, String where, String token) {
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

  void checkMentions(
      String where, String text, Set<String> standing, Set<String> all, String status) {
    Set<String> mentioned = new HashSet<>();
    Matcher matcher = REFERENCE.matcher(text);
    while (matcher.find()) {
      if (refs.containsValue(matcher.group())) {
        mentioned.add(matcher.group());
      }
    }
    if (!status.equals("Doublon") && !standing.stream().allMatch(text::contains)) {
      wrong.add(where + " does not tell of " + standing + ": " + text);
    }
    if (!status.equals("Proposé") && !all.containsAll(mentioned)) {
      wrong.add(where + " tells of " + mentioned + " instead of " + all);
    }
  }

  /** The introductions whose letter is a draft or sent. */
  Set<String> present() {
    JsonNode mailbox = world.letters.mailbox();
    Set<String> present = new TreeSet<>();
    for (String box : List.of("drafts", "sent")) {
      mailbox.path(box).forEach(mail -> present.add(Correspondence.reference(mail)));
    }
    return present;
  }

  void addressees(Map<String, Introduction> known, Map<String, String> tokens) {
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
      String mentioned = answers.text(row, mark);
      for (Map.Entry<String, String> ref : refs.entrySet()) {
        if (!ref.getValue().isEmpty()) {
          mentioned = mentioned.replace(ref.getValue(), ref.getKey());
        }
      }
      // what is listed is in the order of references
      words.put(
          mark,
          String.join(
              " ",
              Stream.of(mentioned.replaceAll("M-[0-9A-Za-z]+", "M").split("[ \u00a0\u202f]+"))
                  .sorted()
                  .toList()));
    }
    return words;
  }
}

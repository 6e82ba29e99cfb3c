package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.PointedRef;
import org.jspecify.annotations.Nullable;

/**
 * What organisers say in the settings about who is written to: how many drafts may wait for a
 * delegate, and whether people are asked about what their answers lack.
 */
final class Wishes {

  private static final String ASKS = "Questions aux personnes";
  private static final String MOST = "Brouillons en attente au plus";

  /** What is typed of each; the last is not understood, and leaves what held before. */
  private static final Map<String, List<String>> TYPED =
      Map.of(
          ASKS, List.of("Oui", "oui", "Oui", "Non", "", "peut-être"),
          MOST, List.of("0", "1", "2", "3", "5", "", "beaucoup"));

  private static final String INTRODUCTION = "M-";
  private static final String QUESTION = "Q-";
  private static final Set<String> WAITING = Set.of("Brouillon prêt", "En préparation");

  private final Site site;

  /** What holds since a pass was whole, by setting: as typed; empty for what is configured. */
  private final Map<String, String> settledValues = new HashMap<>(Map.of(ASKS, "", MOST, ""));

  /** What held at each read since a pass was whole; without what nobody knows for certain. */
  private final List<Map<String, String>> readings = new ArrayList<>();

  private Map<String, String> atRead = Map.copyOf(settledValues);

  /**
   * Settings of which something was typed that no pass began with: the daemon may have seen it as
   * it looked before a write, and remember that.
   */
  private final Set<String> glimpsed = new HashSet<>();

  /** What a deleted line must come back with. */
  private final Map<String, String> returning = new HashMap<>();

  /** Introductions and questions whose row came since a pass was whole. */
  private final Set<String> begun = new HashSet<>();

  /** Questions whose draft waited when the daemon read last. */
  private Set<String> askedAtRead = Set.of();

  Wishes(Site site) {
    this.site = site;
  }

  // ---- what organisers do

  void happens(Happening.Kind kind, Organisers people, SplittableRandom random) {
    String label = random.nextBoolean() ? ASKS : MOST;
    List<String> texts = Objects.requireNonNull(TYPED.get(label));
    String text = texts.get(random.nextInt(texts.size()));
    settings()
        .ifPresent(
            tab -> {
              List<Integer> rows = rows(tab, label);
              if (rows.size() != 1) {
                return;
              }
              if (!tab.text(rows.get(0), "settings_value").equals(settledValues.get(label))) {
                glimpsed.add(label);
              }
              if (kind == Happening.Kind.TYPES_SETTING) {
                returning.remove(label);
                people.type(tab, rows.get(0), "settings_value", text);
              } else {
                deletes(tab, rows.get(0), label);
              }
              people.act();
            });
  }

  private void deletes(Desk.Tab tab, int row, String label) {
    String shown = tab.text(row, "settings_value");
    boolean sure = shown.equals(settledValues.get(label)) && shown.equals(atRead.get(label));
    if (sure) {
      returning.put(label, shown);
    } else {
      returning.remove(label);
    }
    site.desk.delete(tab.id(), row);
  }

  /** The delegate may be given as much as there is. */
  void clearsMost(Organisers people) {
    settings()
        .ifPresent(
            tab ->
                rows(tab, MOST).stream()
                    .filter(row -> !tab.text(row, "settings_value").isEmpty())
                    .forEach(
                        row -> {
                          returning.remove(MOST);
                          people.type(tab, row, "settings_value", "");
                          people.act();
                        }));
  }

  /** Whether it is certain that as many drafts may wait as are configured. */
  boolean areUsual() {
    return shown(MOST).filter(String::isEmpty).isPresent();
  }

  private Optional<Desk.Tab> settings() {
    return site.desk.copy().with("settings_label");
  }

  private static List<Integer> rows(Desk.Tab tab, String label) {
    return IntStream.range(1, tab.rows())
        .filter(row -> tab.text(row, "settings_label").equals(label))
        .boxed()
        .toList();
  }

  // ---- what holds

  /** A setting's value in the tab if it is understood, else the value that held before. */
  private Optional<String> shown(String label) {
    return typed(label).or(() -> before(label));
  }

  /** A setting's value in the tab, on one line, if it is understood. */
  private Optional<String> typed(String label) {
    return settings()
        .map(tab -> rows(tab, label).stream().map(row -> tab.text(row, "settings_value")).toList())
        .filter(values -> values.size() == 1)
        .map(values -> values.get(0))
        .filter(text -> isUnderstood(label, text));
  }

  private Optional<String> before(String label) {
    return Optional.ofNullable(settledValues.get(label)).filter(value -> !glimpsed.contains(label));
  }

  private static boolean isUnderstood(String label, String text) {
    return label.equals(MOST)
        ? text.strip().matches("\\d{0,6}")
        : Set.of("", "oui", "non").contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** The daemon reads. */
  void read(Post post) {
    Map<String, String> now = new HashMap<>();
    for (String label : TYPED.keySet()) {
      shown(label).ifPresent(value -> now.put(label, value));
    }
    glimpsed.removeIf(label -> typed(label).isPresent());
    atRead = now;
    readings.add(now);
    askedAtRead = new HashSet<>();
    site.desk
        .copy()
        .with("ledger_ref")
        .ifPresent(ledger -> askedAtRead.addAll(waiting(ledger, QUESTION, post)));
  }

  private Optional<Boolean> asks(Map<String, String> reading) {
    return Optional.ofNullable(reading.get(ASKS))
        .map(
            value ->
                value.isEmpty()
                    ? site.settings.questionDrafts()
                    : value.toLowerCase(Locale.ROOT).equals("oui"));
  }

  private OptionalInt most(Map<String, String> reading) {
    String value = reading.get(MOST);
    return value == null
        ? OptionalInt.empty()
        : OptionalInt.of(
            value.isBlank() ? site.settings.maxWaitingDrafts() : Integer.parseInt(value));
  }

  /** Whether people are asked by now; empty where nobody can say. */
  Optional<Boolean> asks() {
    Map<String, String> now = new HashMap<>();
    shown(ASKS).ifPresent(value -> now.put(ASKS, value));
    return asks(now);
  }

  /** The journal is lost, or is an older one. */
  void areForgotten() {
    settledValues.clear();
    returning.clear();
  }

  /** A row of the ledger got its reference. */
  void begun(String reference) {
    begun.add(reference);
  }

  // ---- what must hold

  /** What is wrong with a question that was just drafted. */
  Optional<String> questionDrafted(Letter letter) {
    return asks(atRead).filter(asks -> !asks).isPresent()
        ? Optional.of(letter.reference + " asks although questions were switched off")
        : Optional.empty();
  }

  /**
   * The daemon read the sheet in this pass, and decided by that.
   *
   * @param whole whether it did all that it decided
   * @return what is wrong
   */
  List<String> learns(Post post, boolean whole) {
    List<String> wrong = new ArrayList<>();
    if (!whole) { // what it remembers of what it read, nobody knows
      settledValues.entrySet().removeIf(it -> !it.getValue().equals(atRead.get(it.getKey())));
      return wrong;
    }
    site.desk.copy().with("ledger_ref").ifPresent(ledger -> wrong.addAll(tooMany(ledger, post)));
    settledValues.clear();
    settledValues.putAll(atRead);
    readings.clear();
    begun.clear();
    return wrong;
  }

  /** What was begun although a delegate had enough to read. */
  private List<String> tooMany(Desk.Tab ledger, Post post) {
    if (readings.isEmpty() || readings.stream().anyMatch(reading -> most(reading).isEmpty())) {
      return List.of();
    }
    int most = readings.stream().mapToInt(it -> most(it).orElseThrow()).max().orElse(0);
    List<String> wrong = new ArrayList<>();
    for (String mailbox : mailboxes(ledger)) {
      Set<String> introductions = in(ledger, mailbox, waiting(ledger, INTRODUCTION, post));
      Set<String> questions = in(ledger, mailbox, waiting(ledger, QUESTION, post));
      questions.removeIf(ref -> !begun.contains(ref) && !askedAtRead.contains(ref));
      // its sending was taken back since; or it is a pair to be rung, which looks like a lost draft
      introductions.removeIf(ref -> mayNotWait(post.letters().get(ref), post));
      questions.removeIf(ref -> mayNotWait(post.questions().get(ref), post));
      boolean more = introductions.stream().anyMatch(begun::contains);
      // of several passes an introduction may be of a later one, and takes no question back
      boolean asks = readings.size() == 1 && questions.stream().anyMatch(begun::contains);
      int waiting = introductions.size() + (asks ? questions.size() : 0);
      if ((more || asks) && waiting > most) {
        wrong.add(
            "%s: %d drafts wait for a delegate, and organisers want %d at most: %s %s, begun %s"
                .formatted(site.settings.name(), waiting, most, introductions, questions, begun));
      }
    }
    return wrong;
  }

  private static boolean mayNotWait(@Nullable Letter letter, Post post) {
    return letter == null ? post.isForgotten() : letter.everSent;
  }

  private static Set<String> mailboxes(Desk.Tab ledger) {
    Set<String> mailboxes = new HashSet<>();
    IntStream.range(1, ledger.rows())
        .forEach(row -> mailboxes.add(ledger.text(row, "ledger_delegate")));
    return mailboxes;
  }

  private static Set<String> in(Desk.Tab ledger, String mailbox, Set<String> refs) {
    Set<String> in = new HashSet<>();
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      if (refs.contains(ref) && ledger.text(row, "ledger_delegate").equals(mailbox)) {
        in.add(ref);
      }
    }
    return in;
  }

  /** The introductions whose draft waits, or is soon made, by ledger and mailbox. */
  private static Set<String> waiting(Desk.Tab ledger, String kind, Post post) {
    Set<String> waiting = new HashSet<>();
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      Letter letter = post.letters().getOrDefault(ref, post.questions().get(ref));
      if (ref.startsWith(kind)
          && WAITING.contains(ledger.text(row, "ledger_state"))
          && !Burden.isToBeRung(ledger, row)
          && (letter == null || letter.state == LetterState.DRAFT)) {
        waiting.add(ref);
      }
    }
    return waiting;
  }

  /** Whether a delegate may have so many drafts to read that nobody else is introduced. */
  boolean mayBeFull(Desk.Tab ledger, Post post) {
    return mayBeFull(ledger, waiting(ledger, INTRODUCTION, post));
  }

  /** Whether a delegate may have so many drafts to read that nobody else is asked. */
  boolean mayHaveNoQuestion(Desk.Tab ledger, Post post) {
    return mayBeFull(ledger, waiting(ledger, "", post));
  }

  private boolean mayBeFull(Desk.Tab ledger, Set<String> waiting) {
    Map<String, String> now = new HashMap<>();
    shown(MOST).ifPresent(value -> now.put(MOST, value));
    OptionalInt most = most(now);
    return most.isEmpty()
        || most.getAsInt() == 0
        || mailboxes(ledger).stream()
            .anyMatch(it -> in(ledger, it, waiting).size() >= most.getAsInt());
  }

  /** The daemon wrote into the settings: no value that an organiser typed. */
  Optional<String> wrote(Desk.Copy before, Desk.Changed cell) {
    boolean typedByOrganiser =
        cell.mark().equals("settings_value")
            && !cell.was().isEmpty()
            && !site.wasOvertaken()
            && TYPED.containsKey(before.tab(cell.tab()).text(cell.row(), "settings_label"));
    return typedByOrganiser
        ? Optional.of(site.settings.name() + ": a setting was changed: " + cell.was())
        : Optional.empty();
  }

  /** What is wrong once everything has settled. */
  List<String> settled(Desk.Tab ledger, Desk.Tab answers, Post post) {
    List<String> wrong = new ArrayList<>();
    settings()
        .ifPresent(tab -> TYPED.keySet().forEach(label -> line(tab, label).forEach(wrong::add)));
    boolean proposed =
        site.rows(answers).stream().anyMatch(row -> isProposed(answers, row, ledger));
    if (proposed && !mayBeFull(ledger, post)) {
      wrong.add(": somebody is only proposed although a delegate has few drafts to read");
    }
    return wrong.stream().map(it -> site.settings.name() + it).toList();
  }

  /** Whether somebody is to be introduced by a draft that there is not yet. */
  private boolean isProposed(Desk.Tab answers, int row, Desk.Tab ledger) {
    String ref = answers.text(row, "ref");
    boolean rung = // where nobody can be written to there never is one
        IntStream.range(1, ledger.rows())
            .filter(line -> Burden.isToBeRung(ledger, line))
            .anyMatch(
                line ->
                    Stream.of("ledger_person", "ledger_helper")
                        .anyMatch(mark -> PointedRef.of(ledger.text(line, mark)).equals(ref)));
    return answers.text(row, "status").equals("Proposé")
        && !site.typed.containsKey(answers.response(row).orElse(""))
        && !rung;
  }

  private List<String> line(Desk.Tab tab, String label) {
    List<Integer> rows = rows(tab, label);
    if (rows.size() != 1) {
      return List.of(" has " + rows.size() + " lines of " + label);
    }
    List<String> wrong = new ArrayList<>();
    String understood = tab.text(rows.get(0), "settings_understood");
    String value = tab.text(rows.get(0), "settings_value");
    String back = returning.get(label);
    if (back != null && !back.equalsIgnoreCase(value)) {
      wrong.add(" has lost what was typed of " + label + ": " + back);
    }
    String prefix = isUnderstood(label, value) ? "" : "en attendant\u202f: ";
    shown(label)
        .map(it -> prefix + (it.isBlank() ? configured(label) : it).toLowerCase(Locale.ROOT))
        .filter(it -> !says(understood.toLowerCase(Locale.ROOT), it))
        .ifPresent(it -> wrong.add(" says of " + label + ": " + understood + ", and not " + it));
    return wrong;
  }

  /** Whether a cell says that, at its beginning or after what is wrong, and as a whole word. */
  private static boolean says(String cell, String words) {
    int at = words.contains(":") ? cell.indexOf(words) : 0;
    return at >= 0
        && cell.startsWith(words, at)
        && cell.substring(at + words.length()).matches("(?s)(\\P{Alnum}.*)?");
  }

  private String configured(String label) {
    return label.equals(MOST)
        ? String.valueOf(site.settings.maxWaitingDrafts())
        : site.settings.questionDrafts() ? "oui" : "non";
  }
}

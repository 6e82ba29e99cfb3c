package org.entraide.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.sandbox.office.Desk;
import org.entraide.sandbox.office.forms.FormResponse;
import org.entraide.testkit.Human;
import org.entraide.testkit.PointedRef;

/** What respondents and organisers do in one campaign, and the truth about it. */
final class Organisers {

  private static final List<String> PLACES = List.of("Nord", "Sud");
  private static final List<String> NEEDS = List.of("Courses", "Médicaments");
  private static final List<String> ALL_NEEDS = List.of("Courses", "Médicaments", Soul.CHILDCARE);

  /** One pair of this many asks for what only helpers do whom the organisers know. */
  private static final int CHILDCARE_EACH = 4;

  private static final List<String> INSTRUCTIONS =
      List.of("Pause", "Pause", "Retirer", "Prioritaire", "Orienté ailleurs", "Exclu");

  /** How many rows are deleted at once: more would rightly not be believed. */
  private static final int DELETED_AT_ONCE = 2;

  private static final Duration LONG = Duration.ofMinutes(30);

  private final Site site;
  private final InstantSource clock;
  private final List<Instant> deleted = new ArrayList<>();
  private final Map<String, Instant> answeredAt = new HashMap<>(); // by token

  final Newcomers newcomers;
  final RowHandling rowHandling;
  final Marking marking;
  final Lengths lengths;
  private int typings;

  /** Takes back what the last step made true; empty where it cannot be undone. */
  private Optional<Runnable> undo = Optional.empty();

  Organisers(Site site, InstantSource clock) {
    this.site = site;
    this.clock = clock;
    site.time = clock;
    this.newcomers = new Newcomers(this, site);
    this.rowHandling = new RowHandling(this, site, clock);
    this.marking = new Marking(this, site);
    this.lengths = new Lengths(this, site);
  }

  // ---- respondents

  void answer() {
    if (!site.isFull()) {
      Human human = human(site.newcomer());
      answer(new Soul(human, human.answers().getOrDefault(Human.NAME, "")));
    }
  }

  void namesakeAnswers(SplittableRandom random) {
    Optional<Soul> other = any(random, soul -> true);
    if (other.isPresent() && !site.isFull()) {
      answer(new Soul(human(site.newcomer()), other.get().name()));
    }
  }

  /** The person of a number, by turns in need and helping. */
  static Human human(int number) {
    String place = PLACES.get(number / 3 % PLACES.size());
    String need =
        number / 2 % CHILDCARE_EACH == 2 ? Soul.CHILDCARE : NEEDS.get(number / 2 % NEEDS.size());
    return number % 2 == 0
        ? new Human(number, need, "", 0, place, true, true)
        : new Human(
            number,
            "",
            number % 3 == 0 ? String.join(", ", ALL_NEEDS) : need,
            1 + number / 2 % 2,
            place,
            true,
            true);
  }

  void answersAgain(SplittableRandom random) {
    any(random, soul -> !soul.isIncomplete && !soul.isStrange).ifPresent(this::answer);
  }

  void answer(Soul soul) {
    answer(soul, soul.answers());
  }

  /** Whether somebody answers in this very second: nothing but the name could tell two apart. */
  boolean answersNow(String token) {
    return answeredAt.getOrDefault(token, Instant.EPOCH).plusSeconds(2).isAfter(clock.instant());
  }

  void answer(Soul soul, Map<String, String> answers) {
    site.souls.putIfAbsent(soul.token(), soul);
    site.bars.isAnswered(soul);
    answeredAt.put(soul.token(), clock.instant());
    soul.answered++;
    FormResponse response = site.premises.answer(soul.address(), answers);
    site.tokenByResponse.put(response.id(), soul.token());
    act();
  }

  /** Somebody moves to another part of the town. */
  void edits(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    List<Integer> rows = site.rows(answers);
    if (rows.isEmpty()) {
      return;
    }
    int row = rows.get(random.nextInt(rows.size()));
    String response = answers.response(row).orElseThrow();
    Soul soul = site.owner(answers, row).orElseThrow();
    boolean named =
        site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).stream()
            .anyMatch(one -> soul.isCalled(answers.text(one, "ref")));
    site.isEdited(response);
    // of several answers another may count now, which lacks what they answered elsewhere
    soul.isOld |= site.rowsByToken(answers).getOrDefault(soul.token(), List.of()).size() > 1;
    soul.answered++;
    List<Soul> copies = site.unseenCopiesOf(soul);
    if (!named || !copies.isEmpty()) { // what the ledger knows of them are the answers that were
      Stream.concat(Stream.of(soul), copies.stream())
          .forEach(
              one -> {
                one.changesUnnamed();
                if (site.isUnlearnt) {
                  one.isForgottenNow();
                }
              });
    }
    if (!site.isOfForm(response) || soul.hadNoContact) { // what people typed they type over
      typeUnder(answers, row, Human.PLACE, PLACES.get(random.nextInt(PLACES.size())));
      act();
      return;
    }
    Map<String, String> changed = soul.answers();
    changed.put(Human.PLACE, PLACES.get(random.nextInt(PLACES.size())));
    site.premises
        .office()
        .exclusively(() -> site.premises.form().edit(response, site.premises.values(changed)));
    act();
  }

  Optional<Soul> any(SplittableRandom random, Predicate<Soul> which) {
    List<Soul> all = site.souls.values().stream().filter(which).toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  void act() {
    undo = Optional.empty();
    site.isDisturbed();
  }

  void act(Runnable takesBack) {
    undo = Optional.of(takesBack);
    site.isDisturbed();
  }

  // ---- organisers, in the tab of the answers

  void sorts(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    List<Integer> columns = answers.answerColumns();
    site.desk.sort(
        answers.id(),
        columns.get(random.nextInt(Math.min(6, columns.size()))),
        random.nextBoolean());
    act();
  }

  void insertsRows(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    site.desk.insert(
        answers.id(), 1 + random.nextInt(Math.max(1, answers.rows())), 1 + random.nextInt(2));
    act();
  }

  void instructs(SplittableRandom random) {
    instructs(random, INSTRUCTIONS.get(random.nextInt(INSTRUCTIONS.size())));
  }

  void instructs(SplittableRandom random, String word) {
    Desk.Tab answers = site.answers();
    row(
            answers,
            random,
            row ->
                answers.column("instruction") >= 0 // none yet right after the form is linked anew
                    && answers.text(row, "instruction").isEmpty())
        .ifPresent(
            row -> {
              if (word.equals("Retirer")) {
                site.owner(answers, row).ifPresent(Soul::leaves);
              }
              if (word.equals("Exclu")) {
                site.owner(answers, row).ifPresent(site.bars::isBarred);
              }
              String response = answers.response(row).orElseThrow();
              boolean copied = site.copied.isCopied(response, "instruction");
              site.copied.isTyped(response, "instruction");
              type(answers, row, "instruction", word);
              act(
                  () -> {
                    site.cleared.add(word);
                    site.owner(answers, row)
                        .filter(soul -> word.equals(Bars.WORD))
                        .ifPresent(site.bars::mayBeLifted);
                    if (copied) {
                      site.copied.isNobodys(response, "instruction");
                    }
                  });
            });
  }

  void clearsInstruction(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    row(answers, random, row -> !answers.text(row, "instruction").isEmpty())
        .ifPresent(
            row -> {
              site.cleared.add(answers.text(row, "instruction"));
              site.copied.isTyped(answers.response(row).orElseThrow(), "instruction");
              site.owner(answers, row)
                  .ifPresent(soul -> site.bars.isCleared(soul, answers.text(row, "instruction")));
              type(answers, row, "instruction", "");
              act();
            });
  }

  /** The reference of somebody else is typed beside somebody. */
  void keepsApart(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    Optional<Integer> from = row(answers, random, row -> !answers.text(row, "ref").isEmpty());
    Optional<Integer> to = row(answers, random, row -> answers.text(row, "never_with").isEmpty());
    if (from.isPresent() && to.isPresent()) {
      site.copied.isTyped(answers.response(to.get()).orElseThrow(), "never_with");
      String ref = answers.text(from.get(), "ref");
      String name = answers.text(from.get(), answers.titled(Human.NAME));
      boolean named = from.get() % 2 == 0; // as it is copied from the daemon's words
      type(answers, to.get(), "never_with", named ? PointedRef.label(name, ref) : ref);
      act();
    }
  }

  void typesStatus(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    row(answers, random, row -> !answers.text(row, "ref").isEmpty())
        .ifPresent(
            row -> {
              typings++; // equal words that come and go look as if they were moved
              String text = StatusWatch.NOTE + (1 + random.nextInt(28)) + " avril, n° " + typings;
              type(answers, row, "status", text);
              site.types(answers.response(row).orElseThrow(), text);
              act();
            });
  }

  /**
   * Clears what was typed. Nobody clears an empty cell: in a tab that the form was just linked to
   * the daemon has yet to write what stood in the tab before.
   */
  void clearsStatus(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    row(
            answers,
            random,
            row ->
                site.typed.containsKey(answers.response(row).orElseThrow())
                    && !answers.text(row, "status").isEmpty())
        .ifPresent(
            row -> {
              type(answers, row, "status", "");
              site.clearsStatus(answers, row);
              act();
            });
  }

  void clearsExplanation(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    row(answers, random, row -> true)
        .ifPresent(
            row -> {
              type(answers, row, "explanation", "");
              act();
            });
  }

  void deletesRow(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    row(answers, random, row -> true).ifPresent(row -> deletes(answers, row));
  }

  /** A row goes, unless so many went of late that no more would be believed. */
  boolean deletes(Desk.Tab answers, int row) {
    deleted.removeIf(at -> at.isBefore(clock.instant().minus(LONG)));
    if (deleted.size() >= DELETED_AT_ONCE) {
      return false;
    }
    String response = answers.response(row).orElseThrow();
    Soul soul = site.owner(answers, row).orElseThrow();
    soul.goes(clock.instant());
    if (site.isUnlearnt || RowHandling.isNotYetReachable(answers, row, soul)) {
      soul.isForgottenNow();
    }
    for (Soul copy : site.unseenCopiesOf(soul)) { // it may be taken for the original, edited
      copy.isForgottenNow();
      soul.isForgottenNow();
      site.isTakenForOriginal(answers, copy);
    }
    Optional<String> typed = Optional.ofNullable(site.typed.remove(response));
    deleted.add(clock.instant());
    site.cleared.add(answers.text(row, "instruction"));
    site.relinking.gone(response);
    site.desk.delete(answers.id(), row);
    act(
        () -> {
          soul.returns(clock.instant());
          typed.ifPresent(text -> site.types(response, text));
        });
    return true;
  }

  /** Takes the last step back, if nothing else was done since. */
  void undoes() {
    if (undo.isPresent() && site.desk.undo()) {
      undo.get().run();
      act();
    }
  }

  Optional<Integer> row(Desk.Tab answers, SplittableRandom random, Predicate<Integer> which) {
    List<Integer> rows = site.rows(answers).stream().filter(which).toList();
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(random.nextInt(rows.size())));
  }

  void type(Desk.Tab tab, int row, String mark, String text) {
    if (tab.column(mark) >= 0) {
      site.isTypedOver(mark, tab.text(row, mark));
      tab.response(row).ifPresent(response -> site.relinking.typed(response, mark));
      site.desk.type(tab.id(), row, tab.column(mark), text);
    }
  }

  /** All answers again, those whose row was deleted among them, into a tab of their own. */
  void linksTheFormAnew(SplittableRandom random) {
    boolean asked = site.settings.name().equals(Stage.NAMES.get(0)); // as Processes has it
    if (site.relinking.happens(random, asked)) {
      site.souls.values().forEach(soul -> soul.returns(clock.instant()));
      act();
    }
  }

  void typeUnder(Desk.Tab tab, int row, String title, String text) {
    int column = tab.titled(title);
    if (column >= 0) {
      site.desk.type(tab.id(), row, column, text);
    }
  }

  // ---- organisers, in the daemon's tabs

  void sortsLedger(SplittableRandom random) {
    site.desk
        .copy()
        .with("ledger_ref")
        .ifPresent(
            ledger -> {
              site.desk.sort(ledger.id(), ledger.column("ledger_ref"), random.nextBoolean());
              act();
            });
  }

  void suspends(boolean suspended) {
    site.desk
        .copy()
        .with("settings_value")
        .ifPresent(
            tab -> {
              int row = site.switchRow(tab);
              if (row > 0 && site.isSuspended() != suspended) {
                type(tab, row, "settings_value", suspended ? "oui" : "");
                act();
              }
            });
  }
}

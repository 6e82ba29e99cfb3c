package org.entraide.simulation;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.Desk;
import org.entraide.testkit.Human;

/** Somebody pastes as much into a cell as it takes. */
final class Lengths {

  private static final int MOST_CHARACTERS = 50_000;

  /** The most long texts of a story: more would make it slow for no reason of the daemon's. */
  private static final int MOST_PASTED = 2;

  private static final List<String> PIECES =
      List.of("7", ", ", "a", " ", "oui ", "12/", "-", "é\u0301", "3 km ", "x@");
  private static final List<String> QUESTIONS =
      List.of(
          Human.NAME,
          Human.PHONE,
          Human.PLACE,
          Human.NEEDS,
          Human.CAPACITY,
          Human.CONSENT,
          Human.COUNTRY);

  private final Organisers people;
  private final Site site;
  private int pasted;

  Lengths(Organisers people, Site site) {
    this.people = people;
    this.site = site;
  }

  void pastes(SplittableRandom random) {
    String text = text(random);
    if (pasted == MOST_PASTED) {
      return;
    }
    pasted++;
    switch (random.nextInt(6)) {
      case 0 -> answers(random, text);
      case 1 -> answersWithoutContact(text);
      case 2 -> typesStatus(random, text);
      case 3 -> instructs(random, text);
      case 4 -> setsSomething(random, text);
      default -> {
        switch (random.nextInt(3)) {
          case 0 -> beside(site.answers(), random, text);
          case 1 -> site.desk.copy().with("ledger_ref").ifPresent(l -> beside(l, random, text));
          default -> notes(random, text);
        }
      }
    }
  }

  private static String text(SplittableRandom random) {
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return piece.repeat(MOST_CHARACTERS / piece.length() - 10);
  }

  private void answers(SplittableRandom random, String text) {
    if (site.isFull()) {
      return;
    }
    Human human = Organisers.human(site.newcomer());
    Soul soul = new Soul(human, human.answers().getOrDefault(Human.NAME, ""));
    soul.isStrange = true;
    String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
    Map<String, String> answers = soul.answers();
    answers.put(question, question.equals(Human.NAME) ? soul.name() + text : text);
    people.answer(soul, answers);
  }

  /** Somebody answers with a text as address, and no other contact. */
  private void answersWithoutContact(String text) {
    if (site.isFull()) {
      return;
    }
    Human human = Organisers.human(site.newcomer());
    Soul soul = new Soul(human, human.answers().getOrDefault(Human.NAME, ""));
    soul.hasNoContact(text);
    people.answer(soul);
  }

  /** An organiser notes a text as an outcome, which nobody understands. */
  private void notes(SplittableRandom random, String text) {
    if (!text.isBlank()) { // which looks empty, and is
      site.noted.notes(random, text);
      people.act();
    }
  }

  private void typesStatus(SplittableRandom random, String text) {
    Desk.Tab answers = site.answers();
    people
        .row(answers, random, row -> !answers.text(row, "ref").isEmpty())
        .ifPresent(
            row -> {
              String status = "n° " + pasted + " " + text;
              people.type(answers, row, "status", status);
              site.types(answers.response(row).orElseThrow(), status);
              people.act();
            });
  }

  private void instructs(SplittableRandom random, String text) {
    Desk.Tab answers = site.answers();
    String mark = random.nextBoolean() ? "instruction" : "never_with";
    people
        .row(answers, random, row -> answers.text(row, mark).isEmpty())
        .ifPresent(
            row -> {
              site.owner(answers, row).ifPresent(soul -> soul.isStrange = true);
              people.type(answers, row, mark, text);
              people.act();
            });
  }

  /** Any of the settings but the switch. */
  private void setsSomething(SplittableRandom random, String text) {
    site.desk
        .copy()
        .with("settings_value")
        .ifPresent(
            tab -> {
              int row = 1 + random.nextInt(Math.max(1, tab.rows() - 1));
              if (row != site.switchRow(tab) && !Bars.isLine(tab, row, "")) {
                people.type(tab, row, "settings_value", text);
                people.act();
              }
            });
  }

  /** Right of all columns that anybody uses. */
  private void beside(Desk.Tab tab, SplittableRandom random, String text) {
    List<Integer> free =
        tab.answerColumns().stream().filter(column -> tab.text(0, column).isEmpty()).toList();
    if (!free.isEmpty()) {
      int row = random.nextInt(Math.max(1, tab.rows()));
      site.desk.type(tab.id(), row, free.get(free.size() - 1), text);
      people.act();
    }
  }
}

package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.Desk;

/** Organisers tick helpers, type statuses that mean something, and deal with those barred. */
final class Marking {

  /** What is obeyed like an instruction; one that withdraws somebody is the rarest. */
  private static final List<String> MEANT =
      List.of("En pause", "En pause", "En pause", "Orienté ailleurs", "Retiré", "Exclu");

  private final Organisers people;
  private final Site site;

  Marking(Organisers people, Site site) {
    this.people = people;
    this.site = site;
  }

  void ticks(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    people
        .row(answers, random, row -> isHelper(answers, row) && !Ticks.isShown(answers, row))
        .ifPresent(row -> sets(answers, row, true));
  }

  void unticks(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    people
        .row(answers, random, row -> Ticks.isShown(answers, row))
        .ifPresent(row -> sets(answers, row, false));
  }

  private boolean isHelper(Desk.Tab answers, int row) {
    return site.owner(answers, row).filter(Soul::isHelper).isPresent();
  }

  private void sets(Desk.Tab answers, int row, boolean ticked) {
    int column = answers.column("checked");
    if (column < 0) {
      return;
    }
    String response = answers.response(row).orElseThrow();
    Soul soul = site.owner(answers, row).orElseThrow();
    boolean copied = site.copied.isCopied(response, "checked");
    site.copied.isTyped(response, "checked");
    soul.wasUnticked |= !ticked;
    site.desk.tick(answers.id(), row, column, ticked);
    people.act(
        () -> {
          soul.wasUnticked = true;
          if (copied) {
            site.copied.isNobodys(response, "checked");
          }
        });
  }

  void pausesUntil(SplittableRandom random) {
    List<String> words = Site.UNTIL;
    site.isPausing = true;
    people.instructs(random, words.get(random.nextInt(words.size())));
  }

  void typesMeantStatus(SplittableRandom random) {
    String word = MEANT.get(random.nextInt(MEANT.size()));
    Desk.Tab answers = site.answers();
    people
        .row(
            answers,
            random,
            row ->
                !answers.text(row, "ref").isEmpty()
                    && !answers.text(row, "status").equals(word)
                    // Entraide writes the same: nobody sees who wrote it
                    && !site.stop(answers.text(row, "instruction")).equals(word)
                    // over another typed one, or where one was, it may look as if that was undone
                    && !site.isAsChecked(answers.response(row).orElse(""), word)
                    && !site.typed.containsKey(answers.response(row).orElse("")))
        .ifPresent(
            row -> {
              Soul soul = site.owner(answers, row).orElseThrow();
              String response = answers.response(row).orElseThrow();
              if (word.equals("Retiré")) {
                soul.leaves();
              } else if (word.equals(Bars.WORD)) {
                site.bars.isBarred(soul);
              }
              Optional<String> formerStatus = Optional.ofNullable(site.typed.get(response));
              people.type(answers, row, "status", word);
              site.types(response, word);
              people.act(
                  () -> {
                    site.cleared.add(word);
                    site.bars.mayBeLifted(soul);
                    site.typed.remove(response);
                    formerStatus.ifPresent(text -> site.types(response, text));
                  });
            });
  }

  // ---- those who are barred

  void liftsBar(SplittableRandom random) {
    switch (random.nextInt(3)) {
      case 0 -> deletesLine(random);
      case 1 -> saysNo(random);
      default -> distinguishes(random);
    }
  }

  private record Line(Desk.Tab settings, int row, String label) {}

  private Optional<Line> line(SplittableRandom random) {
    return site.desk
        .copy()
        .with("settings_label")
        .flatMap(
            tab -> {
              List<Line> lines = new ArrayList<>();
              for (int row = 0; row < tab.rows(); row++) {
                if (Bars.isLine(tab, row, "")) {
                  lines.add(new Line(tab, row, tab.text(row, "settings_label")));
                }
              }
              return lines.isEmpty()
                  ? Optional.empty()
                  : Optional.of(lines.get(random.nextInt(lines.size())));
            });
  }

  /** An organiser deletes a line, which must come back. */
  private void deletesLine(SplittableRandom random) {
    line(random)
        .ifPresent(
            line -> {
              site.desk.delete(line.settings().id(), line.row());
              site.bars.areUnlifted(line.label());
              if (site.isUnlearnt) {
                site.bars.areForgotten();
              }
              people.act();
            });
  }

  private void saysNo(SplittableRandom random) {
    line(random)
        .ifPresent(
            line -> {
              people.type(line.settings(), line.row(), "settings_value", "non");
              site.bars.areLifted(line.label());
              people.act();
            });
  }

  /** Somebody shares a contact with somebody barred, and organisers know that they are another. */
  private void distinguishes(SplittableRandom random) {
    Desk.Tab answers = site.answers();
    people
        .row(
            answers,
            random,
            row ->
                answers.text(row, "instruction").isEmpty()
                    && site.owner(answers, row)
                        .filter(soul -> soul.wasBarred && !site.bars.isCertain(soul))
                        .isPresent())
        .ifPresent(
            row -> {
              site.owner(answers, row).ifPresent(site.bars::isDistinct);
              site.copied.isTyped(answers.response(row).orElseThrow(), "instruction");
              people.type(answers, row, "instruction", "Distinct");
              people.act();
            });
  }
}

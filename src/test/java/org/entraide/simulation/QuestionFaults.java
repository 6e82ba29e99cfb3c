package org.entraide.simulation;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;
import org.entraide.simulation.Faults.Reading;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.testkit.Human;
import org.jspecify.annotations.Nullable;

/** What a daemon does wrong about people whom it asks, and people who pause until a day. */
final class QuestionFaults {

  private static final String SETTING = "Questions aux personnes";

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "which answer a question was about is forgotten",
              () -> Faults.journal(QuestionFaults::forgetful),
              StoryFamily.QUESTIONS),
          new Fault(
              "the draft of a question that was answered stays",
              LeftBehind::new,
              StoryFamily.QUESTIONS),
          new Fault(
              "whoever lacks something is asked, agreed or not",
              () -> Faults.reading(QuestionFaults::agreed),
              StoryFamily.QUESTIONS),
          new Fault(
              "nobody is asked, although questions are switched on",
              () -> Faults.reading(QuestionFaults::switchedOff),
              StoryFamily.QUESTIONS),
          new Fault(
              "a pause until a day ends a day late",
              () -> Faults.reading(until("Pause 28/03/2020")),
              StoryFamily.PAUSES),
          new Fault(
              "a pause until a day is over at once",
              () -> Faults.reading(until("Pause 26/03/2020")),
              StoryFamily.PAUSES),
          new Fault(
              "a pause until a day has no end",
              () -> Faults.reading(until("Pause")),
              StoryFamily.PAUSES));

  private QuestionFaults() {}

  // ---- questions

  private static @Nullable Object forgetful(String method, Object[] args, Bending.Real real)
      throws Throwable {
    Object answer = real.call(args);
    if (!(answer instanceof Journal.Memory memory)) {
      return answer;
    }
    Map<String, Introduction> introductions = new LinkedHashMap<>(memory.introductions());
    introductions.replaceAll((ref, i) -> i.isQuestion() ? aboutNothing(i) : i);
    return BentMemory.withIntroductions(memory, introductions);
  }

  private static Introduction aboutNothing(Introduction question) {
    return new Introduction(
        question.ref(),
        question.person(),
        question.helper(),
        question.needs(),
        question.distanceKm(),
        question.state(),
        question.mailbox(),
        question.draftId(),
        question.messageId(),
        question.threadId(),
        Instant.EPOCH,
        question.attempted(),
        question.missingSince(),
        question.sentAt(),
        Set.of(),
        question.correspondence());
  }

  /** Deletes no draft of a question, and takes it for deleted. */
  private static final class LeftBehind implements Bent {
    private final Set<String> questions = new HashSet<>(); // drafts

    @Override
    public Mailbox mailbox(Mailbox mailbox) {
      return Bending.of(
          Mailbox.class,
          mailbox,
          (method, args, real) -> {
            if (method.equals("delete")
                && args[0] instanceof Mailbox.Draft draft
                && questions.contains(draft.id())) {
              return true;
            }
            Object answer = real.call(args);
            if (method.equals("create")
                && args[0] instanceof Letter letter
                && letter.introduction().startsWith("Q-")
                && answer instanceof Mailbox.Draft draft) {
              questions.add(draft.id());
            }
            return answer;
          });
    }
  }

  private static Row agreed(Tab tab, Row row) {
    int consent = Faults.titled(tab, Human.CONSENT);
    boolean lacks =
        consent >= 0
            && row.index() > 0
            && !row.cell(1).isBlank()
            && isBlank(tab, row, Human.NEEDS)
            && isBlank(tab, row, Human.OFFERS);
    return lacks ? Faults.with(row, consent, Cell.text("Oui")) : row;
  }

  private static boolean isBlank(Tab tab, Row row, String title) {
    return row.cell(Faults.titled(tab, title)).isBlank();
  }

  private static Row switchedOff(Tab tab, Row row) {
    return row.cell(0).text().equals(SETTING) ? Faults.with(row, 1, Cell.text("Non")) : row;
  }

  // ---- pauses

  /** Each pause until a day is read as that. */
  private static Reading until(String pause) {
    return (tab, row) ->
        new Row(
            row.index(),
            row.cells().stream()
                .map(cell -> SiteFacts.UNTIL.contains(cell.text()) ? Cell.text(pause) : cell)
                .toList());
  }
}

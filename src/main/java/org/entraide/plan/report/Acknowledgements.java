package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;

/**
 * Answers to what organisers ask of one person, so that nobody wonders whether it was read: what
 * was done with it, and what could not be and why. What concerns others, too, is answered by {@link
 * PinAnswers} and {@link KeptApart}.
 *
 * @param introductions of this person, the oldest first
 */
record Acknowledgements(
    LocatedPerson located, List<Introduction> introductions, WishesForAnother wishesForAnother) {

  /** Introductions in one sentence of a short cell. */
  private static final int MOST_NAMED = 3;

  List<Message> all() {
    List<Message> answers = new ArrayList<>();
    OrganiserInstructions instructions = located.instructions();
    if (instructions.hasPriority()) {
      answers.add(priority());
    }
    if (instructions.ticked()) {
      answers.add(
          Message.of(
              located.person().profile().offers().isEmpty()
                  ? "explain.checked.no_offer"
                  : "explain.checked"));
    }
    boolean distinct = instructions.words().contains(Instruction.DISTINCT);
    if (distinct && instructions.words().contains(Instruction.SAME_PERSON)) {
      answers.add(Message.of("explain.distinct.or_same_person"));
    } else if (distinct) {
      answers.add(Message.of("explain.distinct"));
    } else if (instructions.words().contains(Instruction.SAME_PERSON)) {
      answers.add(
          Message.of(
              located.person().duplicateRows().isEmpty()
                  ? "explain.same_person.nobody"
                  : "explain.same_person"));
    }
    if (instructions.asksForAnother()) {
      answers.addAll(anotherMatch());
    }
    instructions.status().ifPresent(status -> answers.addAll(left(status)));
    // one that is understood is shown under Lieu compris/Place understood
    if (!instructions.correctedPlace().isEmpty() && located.place().isEmpty()) {
      answers.add(Message.of("explain.corrected_place"));
    }
    return answers;
  }

  private Message priority() {
    if (located.person().profile().needs().isEmpty()) {
      return Message.of("explain.priority.no_need");
    }
    return located
        .instructions()
        .status()
        .map(status -> Message.of("explain.priority.not_now").with("status", title(status)))
        .orElse(Message.of("explain.priority"));
  }

  private static Message title(Status status) {
    return Message.of("status." + status.key());
  }

  private List<Message> anotherMatch() {
    Optional<Status> stopped = located.instructions().status();
    if (stopped.isPresent()) {
      return List.of(Message.of("explain.another.not_now").with("status", title(stopped.get())));
    }
    List<Message> answers = new ArrayList<>();
    List<String> waiting = wishesForAnother.waiting(located.ref());
    if (!waiting.isEmpty()) {
      answers.add(
          Message.of("explain.another.waiting").with("refs", Message.firstOf(waiting, MOST_NAMED)));
    }
    for (String old :
        wishesForAnother.toReplace().getOrDefault(located.ref(), Set.of()).stream()
            .sorted()
            .toList()) {
      String answer = wishesForAnother.answered().get(old);
      if (answer != null) {
        answers.add(Message.of("explain.another.answered").with("ref", answer).with("old", old));
      }
    }
    if (answers.isEmpty()) {
      boolean needs = !located.person().profile().needs().isEmpty();
      answers.add(Message.of(needs ? "explain.another.nothing" : "explain.another.no_need"));
    }
    return answers;
  }

  /** What is already under way is not undone by a word in a cell, and somebody must know. */
  private List<Message> left(Status status) {
    List<String> drafts = refs(EnumSet.of(State.PREPARING, State.DRAFTED));
    List<String> letters = refs(EnumSet.of(State.SENT, State.BOUNCED, State.ACCEPTED));
    List<Message> answers = new ArrayList<>();
    boolean stays = status == Status.PAUSED || status == Status.DONE;
    if (!drafts.isEmpty()) {
      answers.add(
          Message.of(stays ? "explain.drafts.stay" : "explain.drafts.discard")
              .with("refs", Message.firstOf(drafts, MOST_NAMED))
              .with("count", drafts.size()));
    }
    if (!letters.isEmpty() && !stays) {
      answers.add(
          Message.of("explain.letters.tell")
              .with("refs", Message.firstOf(letters, MOST_NAMED))
              .with("count", letters.size()));
    }
    return answers;
  }

  private List<String> refs(Set<State> states) {
    return introductions.stream()
        .filter(i -> states.contains(i.state()))
        .map(Introduction::ref)
        .toList();
  }
}

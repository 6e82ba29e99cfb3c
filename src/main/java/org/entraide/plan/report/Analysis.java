package org.entraide.plan.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.entraide.match.model.Instance;
import org.entraide.match.model.Matching;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduction.Introduction;

/**
 * All that a pass knows and decides before it changes anything.
 *
 * @param interpretation who is in which row
 * @param people by reference
 * @param instance what the matching was decided on
 * @param introductions as they are, by reference
 * @param questions that people were asked
 * @param wishesForAnother which wishes for another introduction are open or answered
 * @param proposals what the matching would make now
 * @param comparedUntil by person who needs, until when no pair of theirs is introduced
 * @param mostWaitingDrafts of a delegate
 */
public record Analysis(
    Interpretation interpretation,
    Map<String, LocatedPerson> people,
    Instance instance,
    Matching matching,
    Map<String, Introduction> introductions,
    List<AskedQuestion> questions,
    List<Proposal> proposals,
    WishesForAnother wishesForAnother,
    MatchingInput.Terms terms,
    Map<String, Instant> comparedUntil,
    int mostWaitingDrafts) {

  /**
   * A question to a person.
   *
   * @param over whether it has its answer, or needs none any more
   * @param waits why there is no draft
   */
  public record AskedQuestion(Introduction question, boolean over, QuestionRule.Waits waits) {}
}

package org.entraide.campaign;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.match.Matching;
import org.entraide.match.TooManyPeopleException;
import org.entraide.match.UnstableMatchingException;
import org.entraide.plan.Wrong;
import org.entraide.text.Message;

/** Decides who helps whom in a situation. */
record MatchingStep(Decisions decisions) {

  /**
   * What was decided.
   *
   * @param decision empty where no result may be published: then nobody new is introduced
   * @param trouble why that is so
   */
  record Result(Optional<Decision> decision, Optional<Trouble> trouble) {

    /** The matching; without anybody where no result may be published. */
    Matching matching() {
      return decision
          .map(Decision::matching)
          .orElseGet(() -> new Matching(List.of(), List.of(), List.of(), Map.of()));
    }
  }

  /**
   * Decides.
   *
   * @param last what is remembered of the last matching
   */
  Result decide(Situation now, Matched last) {
    try {
      return new Result(
          Optional.of(
              decisions.decide(now.instance(), last, now.scene().settings().matching().policy())),
          Optional.empty());
    } catch (UnstableMatchingException e) {
      return without(
          Trouble.Kind.BUG,
          "The matching was not stable, so nobody new is introduced",
          Wrong.unstable(),
          e);
    } catch (TooManyPeopleException e) {
      return without(
          Trouble.Kind.SETTINGS,
          "Nobody new is introduced until the policy is \"stable\" or \"coverage\"",
          Wrong.tooMany(),
          e);
    }
  }

  private static Result without(
      Trouble.Kind kind, String what, Message told, RuntimeException why) {
    return new Result(
        Optional.empty(),
        Optional.of(new Trouble(kind, what + ": " + why.getMessage()).told(told)));
  }
}

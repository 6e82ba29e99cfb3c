package org.entraide.plan.layout;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.Folk;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.LetterObservation;
import org.entraide.table.Cell;

/** An introduction, and what is seen of its letter. */
public abstract class LifeCycleFixture {

  public static final String REF = "M-7KQ47";
  public static final LetterObservation GONE = new LetterObservation.Gone(false);

  public static Introduction in(State state) {
    return Folk.introduction(REF, "ana", "bo", state);
  }

  public static Introduction seen(
      Introduction introduction, LetterObservation sighting, Instant now) {
    Introduction next = LifeCycle.observe(introduction, sighting, now);
    boolean nowhere =
        sighting instanceof LetterObservation.Gone && LifeCycle.graceIsOver(next, now);
    return nowhere ? LifeCycle.conclude(next, ((LetterObservation.Gone) sighting).trashed()) : next;
  }

  public static LedgerRow row(Optional<State> state) {
    return new LedgerRow(
        1,
        REF,
        "ana",
        "bo",
        Set.of(Category.SHOPPING),
        Optional.of(1.5),
        state,
        Optional.empty(),
        Optional.empty(),
        Cell.EMPTY,
        Map.of());
  }
}

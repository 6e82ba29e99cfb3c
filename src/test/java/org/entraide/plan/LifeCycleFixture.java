package org.entraide.plan;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.Category;
import org.entraide.plan.Introduction.State;

/** An introduction, and what is seen of its letter. */
abstract class LifeCycleFixture {

  static final String REF = "M-7KQ47";
  static final Sighting GONE = new Sighting.Gone(false);

  static Introduction in(State state) {
    return Folk.introduction(REF, "ana", "bo", state);
  }

  static Introduction seen(Introduction introduction, Sighting sighting, Instant now) {
    Introduction next = LifeCycle.observe(introduction, sighting, now);
    boolean nowhere = sighting instanceof Sighting.Gone && LifeCycle.graceIsOver(next, now);
    return nowhere ? LifeCycle.conclude(next, ((Sighting.Gone) sighting).trashed()) : next;
  }

  static LedgerRow row(Optional<State> state) {
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
        Map.of());
  }
}

package org.entraide.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.campaign.port.Erasure;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.simulation.Faults.Fault;
import org.jspecify.annotations.Nullable;

/** What a daemon does wrong about people who are erased. */
final class ErasureFaults {

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault(
              "nothing tells that an answer was erased",
              () -> Faults.journal(ErasureFaults::forgotten),
              StoryFamily.ERASED),
          new Fault(
              "the drafts of erased people stay",
              () -> Faults.mailbox(ErasureFaults::undeleted),
              StoryFamily.ERASED));

  private ErasureFaults() {}

  private static @Nullable Object forgotten(String method, Object[] args, Bending.Real real)
      throws Throwable {
    if (method.equals("erase") && args[1] instanceof Erasure erasure) {
      ErasedPeople nobody = new ErasedPeople(erasure.erased().key(), Set.of());
      return real.call(
          args[0], new Erasure(erasure.people(), erasure.introductions(), Map.of(), nobody));
    }
    return real.call(args);
  }

  private static @Nullable Object undeleted(String method, Object[] args, Bending.Real real)
      throws Throwable {
    return method.equals("erase") ? true : real.call(args);
  }
}

package org.entraide.plan.interpret;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ShortName;
import org.entraide.plan.instruction.LocatedPerson;

/**
 * How the words of the sheet call people: « Camille R. (9JNRN) ». Only somebody whose answer is in
 * the sheet, who consents and was not erased has a name; for others the reference stays alone, so
 * that a name leaves the daemon's cells with the answer or the consent. Pure.
 */
public final class SheetNames {

  private SheetNames() {}

  /**
   * The names of a campaign.
   *
   * @param people by reference
   * @param nowCalled what a person is called now who once had a reference
   * @return what to write for a reference: the one that their row shows now, and before it the name
   *     of whom it means, where that may be shown
   */
  public static UnaryOperator<String> of(
      Map<String, LocatedPerson> people, UnaryOperator<String> nowCalled) {
    return ref -> {
      String now = nowCalled.apply(ref);
      LocatedPerson located = people.get(now);
      return located == null || !isShown(located.person().profile())
          ? now
          : ShortName.of(located.person().profile(), now);
    };
  }

  /** Whether the sheet may name the one who answered so; nothing else is asked of them. */
  static boolean isShown(Profile profile) {
    return profile.consent().isGiven() && !profile.isErased();
  }
}

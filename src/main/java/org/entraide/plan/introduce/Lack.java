package org.entraide.plan.introduce;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Category;
import org.entraide.place.Located;
import org.entraide.plan.instruction.LocatedPerson;

/** What an answer lacks that only the person can tell, in the order in which a letter asks. */
public enum Lack {
  NAME,
  PLACE,
  WISHES,
  PHONE,
  AGE;

  private static final Set<String> PHONE_PROBLEMS =
      Set.of("people.phone.invalid", "people.phone.unusual");

  /** The word in keys, such as {@code place}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What an answer lacks. A telephone number that the organisers know to be right is not asked for.
   *
   * @param maxUncertaintyKm a place that is known less precisely counts as unknown
   */
  public static Set<Lack> of(LocatedPerson located, double maxUncertaintyKm) {
    Profile profile = located.person().profile();
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    if (profile.name().isEmpty()) {
      lacks.add(NAME);
    }
    if (lacksPlace(located, maxUncertaintyKm)) {
      lacks.add(PLACE);
    }
    if (profile.needs().isEmpty() && profile.offers().isEmpty()) {
      lacks.add(WISHES);
    }
    boolean odd = profile.problems().stream().anyMatch(p -> PHONE_PROBLEMS.contains(p.key()));
    if (odd && !located.instructions().ticked()) {
      lacks.add(PHONE);
    }
    if (profile.ageUnclear()) {
      lacks.add(Lack.AGE);
    }
    return lacks;
  }

  /** Whether help where they live is wanted or offered, and it is not known where that is. */
  private static boolean lacksPlace(LocatedPerson located, double maxUncertaintyKm) {
    boolean vague =
        isNowhere(located)
            || located.geocoding() instanceof Located.Unclear
            || located.place().filter(p -> p.uncertaintyKm() > maxUncertaintyKm).isPresent();
    return vague && wantsPresence(located.person().profile());
  }

  /** Nobody looks for an incomplete answer's place, but there may be nothing to look for. */
  private static boolean isNowhere(LocatedPerson located) {
    return located.instructions().correctedPlace().isEmpty()
        && located.person().profile().place().isBlank();
  }

  private static boolean wantsPresence(Profile profile) {
    return isPresence(profile.needs()) || isPresence(profile.offers());
  }

  private static boolean isPresence(Set<Category> categories) {
    return categories.stream().anyMatch(c -> !c.remote() && !c.byHand());
  }
}

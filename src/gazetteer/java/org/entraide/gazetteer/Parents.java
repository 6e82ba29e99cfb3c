package org.entraide.gazetteer;

import java.util.Comparator;
import org.entraide.place.index.FeatureKind;

/** Finds the town that a part is a part of. */
final class Parents {

  /** How far parts lie from the middle, compared with what the town's place is known to. */
  private static final double REACH = 2;

  /** A smaller town has no parts. */
  private static final long LEAST_PEOPLE = 5000;

  private Parents() {}

  static void find(Towns towns) {
    Draft london = towns.largest("GB", "London").orElseThrow();
    for (Draft draft : towns.all()) {
      if (draft.parent == null && !draft.byHand) {
        if (draft.section) {
          nearest(towns, draft);
        } else if (draft.country.equals("GB") && draft.admin2Code.equals("GLA")) {
          draft.parent = draft == london ? null : london;
        }
      }
    }
  }

  /** The town whose middle is nearest, measured by its size. */
  private static void nearest(Towns towns, Draft part) {
    towns.near(part.point, REACH * 12, t -> isTownOf(t, part)).stream()
        .filter(t -> t.kmTo(part) <= reach(part) * Draft.townKm(t.population))
        .min(Comparator.comparingDouble(t -> t.kmTo(part) / Draft.townKm(t.population)))
        .ifPresent(t -> part.parent = t);
    if (part.parent == null && part.kind == FeatureKind.DISTRICT) {
      part.kind = FeatureKind.TOWN;
      part.uncertaintyKm = Draft.townKm(part.population);
    }
  }

  /** What is not said to be a section may be a village outside. */
  private static double reach(Draft part) {
    return part.kind == FeatureKind.DISTRICT || part.population > 0 ? REACH : 0.5;
  }

  private static boolean isTownOf(Draft town, Draft part) {
    return town.kind == FeatureKind.TOWN
        && !town.section
        && town.country.equals(part.country)
        && town.population > Math.max(LEAST_PEOPLE, part.population);
  }
}

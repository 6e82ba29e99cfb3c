package org.entraide.gazetteer;

import java.util.Comparator;
import org.entraide.place.index.Kind;

/** Finds the town that a part is a part of. */
final class Parents {

  /** How far parts lie from the middle, compared with what the town's place is known to. */
  private static final double REACH = 2;

  private Parents() {}

  static void find(Towns towns) {
    Draft london = towns.largest("GB", "London").orElseThrow();
    for (Draft draft : towns.all()) {
      if (draft.parent == null && !draft.byHand) {
        if (draft.kind == Kind.DISTRICT) {
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
        .filter(t -> t.kmTo(part) <= REACH * Draft.townKm(t.population))
        .min(Comparator.comparingDouble(t -> t.kmTo(part) / Draft.townKm(t.population)))
        .ifPresentOrElse(t -> part.parent = t, () -> part.kind = Kind.TOWN);
    if (part.kind == Kind.TOWN) {
      part.uncertaintyKm = Draft.townKm(part.population);
    }
  }

  private static boolean isTownOf(Draft town, Draft part) {
    return town.kind == Kind.TOWN
        && town.country.equals(part.country)
        && town.population > Math.max(5000, part.population);
  }
}

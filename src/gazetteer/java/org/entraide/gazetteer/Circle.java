package org.entraide.gazetteer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.entraide.place.GeoPoint;

/** Circles around several places. */
final class Circle {

  private Circle() {}

  /** The middle of places by their population, where each counts as at least one person. */
  static GeoPoint middle(Collection<Draft> drafts) {
    double x = 0;
    double y = 0;
    double z = 0;
    for (Draft draft : drafts) {
      double weight = Math.max(1, draft.population);
      double latitude = Math.toRadians(draft.point.latitude());
      double longitude = Math.toRadians(draft.point.longitude());
      x += weight * Math.cos(latitude) * Math.cos(longitude);
      y += weight * Math.cos(latitude) * Math.sin(longitude);
      z += weight * Math.sin(latitude);
    }
    return new GeoPoint(
        Math.toDegrees(Math.atan2(z, Math.hypot(x, y))), Math.toDegrees(Math.atan2(y, x)));
  }

  /** The radius in which that share of the population lives. */
  static double radius(GeoPoint middle, Collection<Draft> drafts, double share) {
    List<Draft> byDistance =
        drafts.stream().sorted(Comparator.comparingDouble(d -> d.point.kmTo(middle))).toList();
    double all = byDistance.stream().mapToDouble(d -> Math.max(1, d.population)).sum();
    double so = 0;
    for (Draft draft : byDistance) {
      so += Math.max(1, draft.population);
      if (so >= share * all) {
        return draft.point.kmTo(middle);
      }
    }
    return byDistance.get(byDistance.size() - 1).point.kmTo(middle);
  }
}

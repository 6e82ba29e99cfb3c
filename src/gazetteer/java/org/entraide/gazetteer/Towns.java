package org.entraide.gazetteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.GazetteerIndex;

/** All drafts, by name and by place. */
final class Towns {

  private static final double CELL = 0.5;

  private final List<Draft> all = new ArrayList<>();
  private final Map<String, List<Draft>> byName = new HashMap<>();
  private final Map<Long, List<Draft>> byCell = new HashMap<>();

  void add(Draft draft) {
    all.add(draft);
    for (String name : draft.names) {
      index(name, draft);
    }
    byCell.computeIfAbsent(cell(draft.point, 0, 0), key -> new ArrayList<>()).add(draft);
  }

  /** Gives a draft that is in already another name. */
  void addName(Draft draft, String typed) {
    draft.addName(typed);
    String name = GazetteerIndex.normalize(typed);
    if (draft.names.contains(name)) {
      index(name, draft);
    }
  }

  private void index(String name, Draft draft) {
    List<Draft> known =
        byName.computeIfAbsent(draft.country + " " + name, key -> new ArrayList<>(1));
    if (!known.contains(draft)) {
      known.add(draft);
    }
  }

  List<Draft> all() {
    return all;
  }

  /** What has that name in a country. */
  List<Draft> named(String country, String typed) {
    return byName.getOrDefault(country + " " + GazetteerIndex.normalize(typed), List.of());
  }

  /** The largest that has that name in a country. */
  Optional<Draft> largest(String country, String typed) {
    return named(country, typed).stream().max(Comparator.comparingLong(Draft::importance));
  }

  /** What lies within so many kilometres, at most 50. */
  List<Draft> near(GeoPoint point, double km, Predicate<Draft> which) {
    List<Draft> near = new ArrayList<>();
    int across = (int) Math.ceil(1 / Math.max(0.1, Math.cos(Math.toRadians(point.latitude()))));
    for (int y = -1; y <= 1; y++) {
      for (int x = -across; x <= across; x++) {
        for (Draft draft : byCell.getOrDefault(cell(point, y, x), List.of())) {
          if (which.test(draft) && draft.point.kmTo(point) <= km) {
            near.add(draft);
          }
        }
      }
    }
    return near;
  }

  private static long cell(GeoPoint point, int up, int right) {
    long row = (long) Math.floor(point.latitude() / CELL) + up;
    long column = Math.floorMod((long) Math.floor(point.longitude() / CELL) + right, 720);
    return row * 1000 + column;
  }
}

package org.entraide.e2e;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/**
 * A daemon's pass over a spreadsheet, by the office's own record: from its first request to its
 * last. Times are nanoseconds of the office's clock.
 *
 * @param door whose daemon it was
 * @param since when that daemon's request to the spreadsheet before this pass had ended; 0 for none
 * @param before when the request before its last one had ended, of this pass or the one before
 * @param last when its last request began
 * @param ended when its last request had been answered
 */
@NullMarked
record Pass(int door, long since, long begun, long before, long last, long ended) {

  private static Pass of(Door.Entry first, long since) {
    return new Pass(first.door(), since, first.begun(), since, first.begun(), first.ended());
  }

  private Pass and(Door.Entry next) {
    return new Pass(door, since, begun, ended, next.begun(), next.ended());
  }

  /** In no order. */
  static Map<String, List<Pass>> bySpreadsheet(Collection<Door.Entry> entries) {
    Map<String, List<Pass>> passes = new HashMap<>();
    Map<String, Pass> open = new HashMap<>();
    List<Door.Entry> inOrder = new ArrayList<>(entries);
    inOrder.sort(Comparator.comparingLong(Door.Entry::begun));
    for (Door.Entry entry : inOrder) {
      String key = entry.spreadsheet() + " " + entry.door();
      Pass pass = open.get(key);
      if (entry.isFirst() || pass == null) {
        if (pass != null) {
          passes.computeIfAbsent(entry.spreadsheet(), s -> new ArrayList<>()).add(pass);
        }
        open.put(key, Pass.of(entry, pass == null ? 0 : pass.ended()));
      } else {
        open.put(key, pass.and(entry));
      }
    }
    open.forEach(
        (key, pass) ->
            passes
                .computeIfAbsent(key.substring(0, key.indexOf(' ')), s -> new ArrayList<>())
                .add(pass));
    return passes;
  }
}

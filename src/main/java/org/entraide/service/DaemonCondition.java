package org.entraide.service;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Trouble;

/**
 * How the daemon is.
 *
 * @param campaigns how many are looked after
 * @param hanging names of those whose cycle does not come to its end
 * @param troubles names of those whose last cycle could not do everything, and the worst reason
 */
record DaemonCondition(
    int campaigns, List<String> hanging, SortedMap<String, Trouble.Kind> troubles) {

  DaemonCondition {
    hanging = List.copyOf(hanging);
    troubles = Collections.unmodifiableSortedMap(new TreeMap<>(troubles));
  }

  /**
   * Whether the watchdog may be fed. A campaign that waits, for its turn or for a service, is well,
   * and so is one with trouble: no restart mends that. One that hangs is not, however well the
   * others are.
   */
  boolean mayFeed() {
    return hanging.isEmpty();
  }

  /** One line for {@code systemctl status}: names of campaigns and words of the program only. */
  String status() {
    StringBuilder line = new StringBuilder("campaigns: ").append(campaigns);
    if (!hanging.isEmpty()) {
      line.append("; hanging: ").append(String.join(", ", hanging));
    }
    if (!troubles.isEmpty()) {
      line.append("; trouble: ")
          .append(
              troubles.entrySet().stream()
                  .map(DaemonCondition::trouble)
                  .collect(Collectors.joining(", ")));
    }
    return line.toString();
  }

  private static String trouble(Map.Entry<String, Trouble.Kind> of) {
    return of.getKey() + " (" + of.getValue().name().toLowerCase(Locale.ROOT) + ")";
  }
}

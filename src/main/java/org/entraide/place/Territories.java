package org.entraide.place;

import java.util.Map;
import java.util.Set;

/** Countries to ISO that people do not think of as one: La Réunion is in France. */
public final class Territories {

  private static final Map<String, Set<String>> OF =
      Map.of(
          "FR", Set.of("RE", "GP", "MQ", "GF", "YT", "NC", "PF", "PM", "BL", "MF", "WF"),
          "GB", Set.of("JE", "GG", "IM", "GI"),
          "US", Set.of("PR", "GU", "VI"),
          "CN", Set.of("HK", "MO"),
          "NL", Set.of("CW", "AW", "SX", "BQ"),
          "DK", Set.of("GL", "FO"),
          "FI", Set.of("AX"));

  private Territories() {}

  /** Whether a place of one country is where somebody who names the other one may be. */
  public static boolean includes(String named, String country) {
    return named.equals(country) || OF.getOrDefault(named, Set.of()).contains(country);
  }
}

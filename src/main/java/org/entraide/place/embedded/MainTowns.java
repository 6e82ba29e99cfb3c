package org.entraide.place.embedded;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.place.index.Feature;
import org.entraide.place.index.FeatureKind;

/**
 * Postcodes that are those of the main town of a wide area. Post offices number from the town
 * outwards: in Britain the lowest districts are the town's and its neighbours', in Spain a nought
 * and in Italy a one after the province is its capital, and so on.
 */
final class MainTowns {

  /** Where the area has several main towns, or hardly any people near the first one. */
  private static final Set<String> SCATTERED = Set.of("KW", "DG", "LD");

  /** With or without the second half of the code. */
  private static final Pattern DISTRICT =
      Pattern.compile("[A-Z]{1,2}([0-9]{1,2})[A-Z]?(?:[0-9][A-Z]{2})?");

  private static final int LOW = 9;
  private static final int LOW_IN_A_COMPACT_AREA = 19;
  private static final double COMPACT_KM = 50;
  private static final double BRITISH_KM = 30;

  private record Rule(String country, Pattern code, double km) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule("ES", Pattern.compile("[0-9]{2}0[0-9]{2}"), 15),
          new Rule("IT", Pattern.compile("[0-9]{2}1[0-9]{2}"), 15),
          new Rule("CH", Pattern.compile("[0-9]{2}0[0-9]"), 12),
          new Rule("AT", Pattern.compile("[0-9]0[1-5]0"), 12),
          new Rule("CA", Pattern.compile("H.*"), 30)); // the island of Montréal, and Laval

  private MainTowns() {}

  /** Returns the area, or the circle around its town if the code is one of the town's. */
  static Feature narrowed(Feature area, String code) {
    if (area.kind() != FeatureKind.POSTCODE_AREA) {
      return area;
    }
    double km = km(area, code);
    return km < area.uncertaintyKm() ? within(area, km) : area;
  }

  private static double km(Feature area, String code) {
    if (area.country().equals("GB")) {
      Matcher district = DISTRICT.matcher(code);
      boolean compact = area.uncertaintyKm() <= COMPACT_KM;
      boolean low =
          district.matches()
              && Integer.parseInt(district.group(1)) <= (compact ? LOW_IN_A_COMPACT_AREA : LOW);
      return low && !SCATTERED.contains(area.name()) ? BRITISH_KM : Double.MAX_VALUE;
    }
    return RULES.stream()
        .filter(r -> r.country().equals(area.country()) && r.code().matcher(code).matches())
        .mapToDouble(Rule::km)
        .findFirst()
        .orElse(Double.MAX_VALUE);
  }

  private static Feature within(Feature area, double km) {
    return new Feature(
        area.id(),
        area.kind(),
        area.name(),
        area.nameFr(),
        area.nameEn(),
        area.country(),
        area.admin1(),
        area.population(),
        area.point(),
        km,
        area.parent());
  }
}

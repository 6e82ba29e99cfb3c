package org.entraide.gazetteer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.place.GeoPoint;
import org.entraide.place.index.FeatureKind;
import org.entraide.place.postcode.NationalGrid;

/** Areas of London and the outward codes they lie in: a file of its own, for its licence. */
final class London {

  /** The list and the other sources mean the same by one name so near. */
  private static final double SAME_KM = 5;

  private final Towns towns;
  private final Draft london;

  London(Towns towns) {
    this.towns = towns;
    this.london = towns.largest("GB", "London").orElseThrow();
  }

  List<Draft> read(Path file) throws IOException {
    Set<String> known = new HashSet<>();
    towns.all().forEach(town -> known.addAll(town.codes));
    List<Draft> drafts = new ArrayList<>();
    Map<String, List<Draft>> byOutcode = new TreeMap<>();
    for (JsonNode row : Files.json(file)) {
      String reference = row.get("osGridRef").asText();
      if (!reference.isEmpty()) {
        Draft district = district(row.get("location").asText(), point(reference));
        for (String outcode : row.get("postcodeDistrict").asText().split(", *", -1)) {
          byOutcode.computeIfAbsent(outcode, key -> new ArrayList<>()).add(district);
        }
        if (!isKnown(district)) {
          drafts.add(district);
        }
      }
    }
    byOutcode.forEach(
        (outcode, districts) -> {
          if (!known.contains("GB" + outcode)) {
            drafts.add(outcode(outcode, districts));
          }
        });
    return drafts;
  }

  /** Reads "TQ265785": two letters for a square of 100 km, then eastings and northings in it. */
  private static GeoPoint point(String reference) {
    int digits = (reference.length() - 2) / 2;
    double step = Math.pow(10, 5.0 - digits);
    int first = letter(reference.charAt(0));
    int second = letter(reference.charAt(1));
    double east = ((first - 2 + 25) % 5 * 5 + second % 5) * 100_000.0;
    double north = (19 - first / 5 * 5 - second / 5) * 100_000.0;
    String numbers = reference.substring(2);
    // A reference names the corner of a square; its middle is nearer.
    east += (Integer.parseInt(numbers.substring(0, digits)) + 0.5) * step;
    north += (Integer.parseInt(numbers.substring(digits)) + 0.5) * step;
    return NationalGrid.toWgs84(east, north);
  }

  /** The grid's alphabet has no I. */
  private static int letter(char letter) {
    int number = letter - 'A';
    return number > 7 ? number - 1 : number;
  }

  private Draft district(String name, GeoPoint point) {
    // "Bankside (also Banksyde)" is Bankside
    String alone = name.replaceAll("\\s*\\(.*", "");
    String plain = alone.endsWith(", The") ? "The " + alone.replace(", The", "") : alone;
    Draft district = new Draft(FeatureKind.DISTRICT, plain, "GB", point);
    district.uncertaintyKm = 1.5;
    district.parent = london;
    district.admin1 = london.admin1;
    GeoNames.names(district, plain);
    return district;
  }

  private boolean isKnown(Draft district) {
    return towns.named("GB", district.name).stream().anyMatch(t -> t.kmTo(district) < SAME_KM);
  }

  private Draft outcode(String code, List<Draft> districts) {
    Draft outcode = new Draft(FeatureKind.OUTCODE, code, "GB", Circle.middle(districts));
    double radius = Circle.radius(outcode.point, districts, 1) + 1;
    outcode.uncertaintyKm = Math.min(5, Math.max(districts.size() == 1 ? 3 : 2, radius));
    outcode.parent = london;
    outcode.admin1 = london.admin1;
    outcode.codes.add("GB" + code);
    return outcode;
  }
}

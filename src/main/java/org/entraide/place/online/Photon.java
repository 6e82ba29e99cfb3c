package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;

/** Photon, by komoot: GeoJSON without scores, its hits in order. */
final class Photon implements Provider {

  static final String NAME = "photon";

  private static final Set<String> SMALL_CODES = Set.of("GB", "NL", "CA", "IE");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String attribution() {
    return "© OpenStreetMap contributors, ODbL 1.0 (openstreetmap.org/copyright)";
  }

  @Override
  public URI publicRoot() {
    return URI.create("https://photon.komoot.io/");
  }

  @Override
  public Optional<URI> request(URI root, MinimalQuery query) {
    if (query.isBlank()) {
      return Optional.empty();
    }
    Requests request =
        new Requests(root, "api").with("q", query.text()).with("limit", "5").with("lang", "fr");
    if (!query.country().isEmpty()) {
      request.with("countrycode", query.country());
    }
    return Optional.of(request.uri());
  }

  @Override
  public Located read(JsonNode answer, MinimalQuery query) throws GarbledAnswerException {
    if (!answer.path("features").isArray()) {
      throw new GarbledAnswerException();
    }
    List<Candidate> hits = new ArrayList<>();
    for (JsonNode feature : answer.path("features")) {
      Json.point(feature)
          .flatMap(point -> candidate(feature.path("properties"), point, query))
          .ifPresent(hits::add);
    }
    return new Choice(query, NAME).among(hits);
  }

  private static Optional<Candidate> candidate(
      JsonNode properties, GeoPoint point, MinimalQuery query) {
    String country = Json.text(properties, "countrycode").toUpperCase(Locale.ROOT);
    return extent(properties, country)
        .filter(extent -> !query.street().isEmpty() || !isAddress(extent))
        .map(
            extent ->
                new Candidate(
                    point,
                    extent.precision(),
                    extent.km(point, Json.corners(properties.path("extent"), 1, 3, 0, 2)),
                    country,
                    shown(properties, extent),
                    names(properties, extent),
                    Json.text(properties, "postcode"),
                    OsmKinds.weight(Json.text(properties, "osm_value")),
                    Candidate.UNSCORED));
  }

  private static boolean isAddress(Extent extent) {
    return extent == Extent.HOUSE || extent == Extent.STREET;
  }

  /** By the value of its OpenStreetMap tag, and where that says nothing by Photon's own type. */
  private static Optional<Extent> extent(JsonNode properties, String country) {
    String value = Json.text(properties, "osm_value");
    if (value.equals("postcode") || value.equals("postal_code")) {
      return Optional.of(SMALL_CODES.contains(country) ? Extent.SMALL_POSTCODE : Extent.POSTCODE);
    }
    return OsmKinds.place(value).or(() -> OsmKinds.layer(Json.text(properties, "type")));
  }

  private static String shown(JsonNode properties, Extent extent) {
    String town = Json.first(properties, "city", "locality", "county", "state");
    String name = Json.text(properties, "name");
    return switch (extent) {
      case VILLAGE, TOWN, CITY, REGION -> name.isEmpty() ? town : name;
      case DISTRICT -> town.isEmpty() || town.equals(name) ? name : name + ", " + town;
      default -> Json.first(properties, "city", "district", "locality", "county", "country");
    };
  }

  private static List<String> names(JsonNode properties, Extent extent) {
    List<String> names = new ArrayList<>();
    if (!isAddress(extent)) {
      names.add(Json.text(properties, "name"));
    }
    for (String field : List.of("locality", "district", "city")) {
      names.add(Json.text(properties, field));
    }
    return names;
  }
}

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
import org.entraide.place.online.query.MinimalQuery;

/** Photon, by komoot: GeoJSON without scores, its hits in order. */
final class Photon implements ServiceProvider {

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
    ServiceUrl request =
        new ServiceUrl(root, "api").with("q", query.text()).with("limit", "5").with("lang", "fr");
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
    List<ServiceHit> hits = new ArrayList<>();
    for (JsonNode feature : answer.path("features")) {
      LenientJson.point(feature)
          .flatMap(point -> candidate(feature.path("properties"), point, query))
          .ifPresent(hits::add);
    }
    return new HitChoice(query, NAME).among(hits);
  }

  private static Optional<ServiceHit> candidate(
      JsonNode properties, GeoPoint point, MinimalQuery query) {
    String country = LenientJson.text(properties, "countrycode").toUpperCase(Locale.ROOT);
    return extent(properties, country)
        .filter(extent -> !query.street().isEmpty() || !isAddress(extent))
        .map(
            extent ->
                new ServiceHit(
                    point,
                    extent.precision(),
                    extent.km(point, LenientJson.corners(properties.path("extent"), 1, 3, 0, 2)),
                    country,
                    shown(properties, extent),
                    names(properties, extent),
                    LenientJson.text(properties, "postcode"),
                    OsmKinds.weight(LenientJson.text(properties, "osm_value")),
                    ServiceHit.UNSCORED));
  }

  private static boolean isAddress(PlaceExtent extent) {
    return extent == PlaceExtent.HOUSE || extent == PlaceExtent.STREET;
  }

  /** By the value of its OpenStreetMap tag, and where that says nothing by Photon's own type. */
  private static Optional<PlaceExtent> extent(JsonNode properties, String country) {
    String value = LenientJson.text(properties, "osm_value");
    if (value.equals("postcode") || value.equals("postal_code")) {
      return Optional.of(
          SMALL_CODES.contains(country) ? PlaceExtent.SMALL_POSTCODE : PlaceExtent.POSTCODE);
    }
    return OsmKinds.place(value).or(() -> OsmKinds.layer(LenientJson.text(properties, "type")));
  }

  private static String shown(JsonNode properties, PlaceExtent extent) {
    String town = LenientJson.first(properties, "city", "locality", "county", "state");
    String name = LenientJson.text(properties, "name");
    return switch (extent) {
      case VILLAGE, TOWN, CITY, REGION -> name.isEmpty() ? town : name;
      case DISTRICT -> town.isEmpty() || town.equals(name) ? name : name + ", " + town;
      default -> LenientJson.first(properties, "city", "district", "locality", "county", "country");
    };
  }

  private static List<String> names(JsonNode properties, PlaceExtent extent) {
    List<String> names = new ArrayList<>();
    if (!isAddress(extent)) {
      names.add(LenientJson.text(properties, "name"));
    }
    for (String field : List.of("locality", "district", "city")) {
      names.add(LenientJson.text(properties, field));
    }
    return names;
  }
}

package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.online.query.MinimalQuery;

/**
 * Nominatim, by the OpenStreetMap Foundation. The usage policy of its public server: one question a
 * second by the whole application, one at a time, an own User-Agent, attribution, answers kept; no
 * regular bulk. For more than a trial, have your own and name it by {@code url}.
 */
final class Nominatim implements ServiceProvider {

  static final String NAME = "nominatim";

  /** Importance is from 0 to 1, and a fifth of that sets a town apart from its namesakes. */
  private static final double WEIGHT_OF_IMPORTANCE = 10;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String attribution() {
    return "Data © OpenStreetMap contributors, ODbL 1.0. https://osm.org/copyright";
  }

  @Override
  public URI publicRoot() {
    return URI.create("https://nominatim.openstreetmap.org/");
  }

  @Override
  public Optional<URI> request(URI root, MinimalQuery query) {
    if (query.isBlank()) {
      return Optional.empty();
    }
    ServiceUrl request =
        new ServiceUrl(root, "search")
            .with("q", query.text())
            .with("format", "jsonv2")
            .with("addressdetails", "1")
            .with("limit", "5")
            .with("accept-language", "fr");
    if (!query.country().isEmpty()) {
      request.with("countrycodes", query.country().toLowerCase(Locale.ROOT));
    }
    return Optional.of(request.uri());
  }

  @Override
  public Located read(JsonNode answer, MinimalQuery query) throws GarbledAnswerException {
    if (!answer.isArray()) {
      throw new GarbledAnswerException();
    }
    List<ServiceHit> hits = new ArrayList<>();
    for (JsonNode hit : answer) {
      LenientJson.point(LenientJson.number(hit.path("lat")), LenientJson.number(hit.path("lon")))
          .flatMap(point -> candidate(hit, point, query))
          .ifPresent(hits::add);
    }
    return new HitChoice(query, NAME).among(hits);
  }

  private static Optional<ServiceHit> candidate(JsonNode hit, GeoPoint point, MinimalQuery query) {
    JsonNode address = hit.path("address");
    double importance = LenientJson.number(hit.path("importance"));
    String country = LenientJson.text(address, "country_code").toUpperCase(Locale.ROOT);
    return extent(hit, country)
        .filter(
            extent ->
                !query.street().isEmpty()
                    || (extent != PlaceExtent.HOUSE && extent != PlaceExtent.STREET))
        .map(
            extent ->
                new ServiceHit(
                    point,
                    extent.precision(),
                    extent.km(point, LenientJson.corners(hit.path("boundingbox"), 0, 1, 2, 3)),
                    country,
                    shown(address, extent),
                    names(hit, address),
                    LenientJson.text(address, "postcode"),
                    Double.isNaN(importance) ? 0 : WEIGHT_OF_IMPORTANCE * importance,
                    ServiceHit.UNSCORED));
  }

  /**
   * By its kind; what is neither a place nor a boundary is as fine as its rank says: 26 and 27 are
   * streets, 28 and above houses and what is in them.
   */
  private static Optional<PlaceExtent> extent(JsonNode hit, String country) {
    String category = LenientJson.first(hit, "category", "class");
    String type = LenientJson.text(hit, "type");
    if (type.equals("postcode") || type.equals("postal_code")) {
      boolean small = Stream.of("GB", "NL", "CA", "IE").anyMatch(country::equals);
      return Optional.of(small ? PlaceExtent.SMALL_POSTCODE : PlaceExtent.POSTCODE);
    }
    if (category.equals("place") && OsmKinds.place(type).isPresent()) {
      return OsmKinds.place(type);
    }
    String kind = LenientJson.text(hit, "addresstype");
    if (category.equals("boundary") && OsmKinds.place(kind).isPresent()) {
      return OsmKinds.place(kind);
    }
    return ranked(LenientJson.number(hit.path("place_rank")));
  }

  private static Optional<PlaceExtent> ranked(double rank) {
    if (rank >= 28) {
      return Optional.of(PlaceExtent.HOUSE);
    }
    if (rank >= 26) {
      return Optional.of(PlaceExtent.STREET);
    }
    if (rank >= 19) {
      return Optional.of(PlaceExtent.DISTRICT);
    }
    if (rank >= 13) {
      return Optional.of(rank <= 16 ? PlaceExtent.CITY : PlaceExtent.TOWN);
    }
    return rank > 0 ? Optional.of(PlaceExtent.REGION) : Optional.empty();
  }

  private static String town(JsonNode address) {
    return LenientJson.first(
        address, "city", "town", "village", "hamlet", "municipality", "county", "state", "country");
  }

  private static String shown(JsonNode address, PlaceExtent extent) {
    String town = town(address);
    String district =
        LenientJson.first(
            address, "neighbourhood", "quarter", "suburb", "borough", "city_district");
    boolean within =
        extent == PlaceExtent.DISTRICT && !district.isEmpty() && !district.equals(town);
    return within ? district + ", " + town : town;
  }

  private static List<String> names(JsonNode hit, JsonNode address) {
    List<String> names = new ArrayList<>();
    names.add(LenientJson.text(hit, "name"));
    for (String field :
        List.of(
            "neighbourhood",
            "quarter",
            "suburb",
            "borough",
            "city_district",
            "hamlet",
            "village",
            "town",
            "city",
            "municipality")) {
      names.add(LenientJson.text(address, field));
    }
    return names;
  }
}

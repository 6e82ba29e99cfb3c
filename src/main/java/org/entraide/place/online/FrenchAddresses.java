package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.online.query.CountryCodes;
import org.entraide.place.online.query.MinimalQuery;

/**
 * The national address base (BAN) behind the Géoplateforme, for France only. Its score is the
 * confidence. Fifty questions a second are allowed to an address; this asks for twenty.
 */
final class FrenchAddresses implements ServiceProvider {

  static final String NAME = "ban";

  /** The importance from which on a commune is taken for a large town. */
  private static final double LARGE = 0.5;

  private static final String PARIS = "75056";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String attribution() {
    return "Base Adresse Nationale (adresse.data.gouv.fr), Licence Ouverte 2.0";
  }

  @Override
  public URI publicRoot() {
    return URI.create("https://data.geopf.fr/geocodage/");
  }

  @Override
  public Duration pace() {
    return Duration.ofMillis(50);
  }

  @Override
  public MinimalQuery probe() {
    return new MinimalQuery("", List.of("Amiens"), "80000", "FR", true);
  }

  @Override
  public Optional<URI> request(URI root, MinimalQuery query) {
    boolean french = !query.country().isEmpty() && CountryCodes.agree(query.country(), "FR");
    if (query.isBlank() || !french) {
      return Optional.empty();
    }
    ServiceUrl request =
        new ServiceUrl(root, "search")
            .with("q", query.text())
            .with("limit", "5")
            .with("autocomplete", "0");
    if (query.street().isEmpty()) {
      request.with("type", "municipality");
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
          .flatMap(point -> candidate(feature.path("properties"), point))
          .ifPresent(hits::add);
    }
    return new HitChoice(query, NAME).among(hits);
  }

  private static Optional<ServiceHit> candidate(JsonNode properties, GeoPoint point) {
    double score = LenientJson.number(properties.path("score"));
    double importance = LenientJson.number(properties.path("importance"));
    String city = LenientJson.first(properties, "city", "name", "label");
    return extent(properties, importance)
        .map(
            extent ->
                new ServiceHit(
                    point,
                    extent.precision(),
                    extent.km(),
                    "FR",
                    city,
                    List.of(city, LenientJson.text(properties, "district")),
                    LenientJson.text(properties, "postcode"),
                    Double.isNaN(importance) ? 0 : importance,
                    Double.isNaN(score) ? 0 : Math.max(0, score)));
  }

  private static Optional<PlaceExtent> extent(JsonNode properties, double importance) {
    return Optional.ofNullable(
        switch (LenientJson.text(properties, "type")) {
          case "housenumber" -> PlaceExtent.HOUSE;
          case "street" -> PlaceExtent.STREET;
          case "locality" -> PlaceExtent.DISTRICT;
          case "municipality" -> commune(LenientJson.text(properties, "citycode"), importance);
          default -> null;
        });
  }

  private static PlaceExtent commune(String code, double importance) {
    if (code.equals(PARIS)) {
      return PlaceExtent.CITY;
    }
    return importance < LARGE ? PlaceExtent.VILLAGE : PlaceExtent.TOWN;
  }
}

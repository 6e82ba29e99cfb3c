package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;

/**
 * The national address base (BAN) behind the Géoplateforme, for France only. Its score is the
 * confidence. Fifty questions a second are allowed to an address; this asks for twenty.
 */
final class FrenchAddresses implements Provider {

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
    boolean french = !query.country().isEmpty() && Countries.agree(query.country(), "FR");
    if (query.isBlank() || !french) {
      return Optional.empty();
    }
    Requests request =
        new Requests(root, "search")
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
    List<Candidate> hits = new ArrayList<>();
    for (JsonNode feature : answer.path("features")) {
      Json.point(feature)
          .flatMap(point -> candidate(feature.path("properties"), point))
          .ifPresent(hits::add);
    }
    return new Choice(query, NAME).among(hits);
  }

  private static Optional<Candidate> candidate(JsonNode properties, GeoPoint point) {
    double score = Json.number(properties.path("score"));
    double importance = Json.number(properties.path("importance"));
    String city = Json.first(properties, "city", "name", "label");
    return extent(properties, importance)
        .map(
            extent ->
                new Candidate(
                    point,
                    extent.precision(),
                    extent.km(),
                    "FR",
                    city,
                    List.of(city, Json.text(properties, "district")),
                    Json.text(properties, "postcode"),
                    Double.isNaN(importance) ? 0 : importance,
                    Double.isNaN(score) ? 0 : Math.max(0, score)));
  }

  private static Optional<Extent> extent(JsonNode properties, double importance) {
    return Optional.ofNullable(
        switch (Json.text(properties, "type")) {
          case "housenumber" -> Extent.HOUSE;
          case "street" -> Extent.STREET;
          case "locality" -> Extent.DISTRICT;
          case "municipality" -> commune(Json.text(properties, "citycode"), importance);
          default -> null;
        });
  }

  private static Extent commune(String code, double importance) {
    if (code.equals(PARIS)) {
      return Extent.CITY;
    }
    return importance < LARGE ? Extent.VILLAGE : Extent.TOWN;
  }
}

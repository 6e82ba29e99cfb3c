package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.place.online.query.MinimalQuery;
import org.entraide.place.online.query.PlainSpelling;
import org.entraide.text.Message;

/**
 * postcodes.io, by Ideal Postcodes: it is sent a British postcode or its outward half, and nothing
 * else. It publishes no limit; this asks five times a second.
 */
final class BritishPostcodes implements ServiceProvider {

  static final String NAME = "postcodes-io";

  private static final Pattern WHOLE = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}");
  private static final Pattern OUTWARD = Pattern.compile("[A-Z]{1,2}[0-9][A-Z0-9]?");
  private static final Pattern LONDON = Pattern.compile("(E|EC|N|NW|SE|SW|W|WC)[0-9].*");

  /** Outward codes of the north of Scotland are as wide as counties elsewhere. */
  private static final Pattern WIDE = Pattern.compile("(IV|KW|PH|PA|HS|ZE|AB|LD|SY|DG)[0-9].*");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String attribution() {
    return "Contains OS data © Crown copyright and database right, Royal Mail data © Royal Mail"
        + " copyright and database right, National Statistics data © Crown copyright and database"
        + " right";
  }

  @Override
  public URI publicRoot() {
    return URI.create("https://api.postcodes.io/");
  }

  @Override
  public Duration pace() {
    return Duration.ofMillis(200);
  }

  /** Of the Palace of Westminster. */
  @Override
  public MinimalQuery probe() {
    return new MinimalQuery("", List.of(), "SW1A 0AA", "GB", true);
  }

  @Override
  public Optional<URI> request(URI root, MinimalQuery query) {
    String code = query.postcode();
    if (!query.country().equals("GB")) {
      return Optional.empty();
    }
    if (WHOLE.matcher(code).matches()) {
      return Optional.of(new ServiceUrl(root, "postcodes/" + ServiceUrl.escape(code)).uri());
    }
    return OUTWARD.matcher(code).matches()
        ? Optional.of(new ServiceUrl(root, "outcodes/" + ServiceUrl.escape(code)).uri())
        : Optional.empty();
  }

  @Override
  public boolean answers(int status) {
    return status == 200 || status == 404;
  }

  @Override
  public Located read(JsonNode answer, MinimalQuery query) throws GarbledAnswerException {
    double status = LenientJson.number(answer.path("status"));
    if (status == 404 && answer.has("error")) {
      // one that Royal Mail gave up is still where it was
      return located(answer.path("terminated"), query, 0.9);
    }
    if (status != 200 || !answer.has("result")) {
      throw new GarbledAnswerException();
    }
    return located(answer.path("result"), query, 0.99);
  }

  private static Located located(JsonNode result, MinimalQuery query, double confidence) {
    boolean whole = WHOLE.matcher(query.postcode()).matches();
    Optional<GeoPoint> point =
        LenientJson.point(
            LenientJson.number(result.path("latitude")),
            LenientJson.number(result.path("longitude")));
    double km =
        whole ? kmOfQuality(LenientJson.number(result.path("quality"))) : km(query.postcode());
    // the channel islands and Man have codes and no coordinates
    return point
        .map(exact -> RoundedPoint.of(exact, whole ? 1000 : 100, km))
        .<Located>map(
            rounded ->
                new Located.At(
                    new Place(
                        rounded.point(),
                        whole ? Precision.POSTCODE : Precision.OUTCODE,
                        rounded.uncertaintyKm(),
                        name(result, query.postcode()),
                        "GB",
                        confidence,
                        NAME)))
        .orElseGet(() -> new Located.Unclear(Message.of("place.ask.unknown")));
  }

  /**
   * ONS's positional quality: 1 to 4 are within the postcode, 5 is imputed from its neighbours, 6
   * is the middle of its sector, 8 is as it was when it ended.
   */
  private static double kmOfQuality(double quality) {
    if (quality == 5) {
      return 1;
    }
    return quality == 6 || quality == 7 ? 5 : 0.2;
  }

  private static double km(String outward) {
    if (LONDON.matcher(outward).matches()) {
      return 2;
    }
    return WIDE.matcher(outward).matches() ? 40 : 10;
  }

  /** Never the whole postcode: the outward half and the district. */
  private static String name(JsonNode result, String postcode) {
    String outward = postcode.split(" ", -1)[0];
    JsonNode district = result.path("admin_district");
    String name =
        district.isArray()
            ? district.path(0).asText("")
            : LenientJson.text(result, "admin_district");
    return PlainSpelling.line(name.isEmpty() ? outward : outward + ", " + name);
  }
}

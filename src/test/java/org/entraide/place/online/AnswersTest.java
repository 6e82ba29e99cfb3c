package org.entraide.place.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.entraide.place.online.Lab.fixture;
import static org.entraide.place.online.Lab.place;
import static org.entraide.place.online.Lab.question;
import static org.entraide.place.online.Lab.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.entraide.place.GeoPoint;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.place.online.query.MinimalQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each service's answers are taken for, and what they are not believed. */
class AnswersTest {

  private static final ServiceProvider PHOTON = new Photon();
  private static final ServiceProvider NOMINATIM = new Nominatim();
  private static final ServiceProvider BAN = new FrenchAddresses();
  private static final ServiceProvider POSTCODES = new BritishPostcodes();
  private static final String NO_FEATURES = "{\"type\":\"FeatureCollection\",\"features\":[]}";

  private static MinimalQuery town(String town, String country) {
    return new MinimalQuery("", List.of(town), "", country, true);
  }

  private static MinimalQuery code(String code, String country) {
    return new MinimalQuery("", List.of(), code, country, true);
  }

  // ---- Photon

  @Test
  void photonsVillageIsAVillage() {
    Place place = place(read(PHOTON, fixture("photon.json"), town("kerlandean", "FR")));

    assertThat(place.point()).isEqualTo(new GeoPoint(48.41, -1.15));
    assertThat(place.precision()).isEqualTo(Precision.CITY);
    assertThat(place.uncertaintyKm()).isEqualTo(3.7);
    assertThat(place.name()).isEqualTo("Kerlandéan");
    assertThat(place.country()).isEqualTo("FR");
    assertThat(place.confidence()).isEqualTo(0.9);
    assertThat(place.provider()).isEqualTo("photon");
  }

  @Test
  void aNameAndAPostcodeThatAgreeAreSurerThanOne() {
    MinimalQuery both = new MinimalQuery("", List.of("Kerlandéan"), "35999", "FR", true);
    MinimalQuery presumed = new MinimalQuery("", List.of("Kerlandéan"), "", "FR", false);

    assertThat(place(read(PHOTON, fixture("photon.json"), both)).confidence()).isEqualTo(0.95);
    assertThat(place(read(PHOTON, fixture("photon.json"), presumed)).confidence())
        .isEqualTo(0.85, within(1e-9));
  }

  @Test
  void aHitOfAnotherNameIsNotBelieved() {
    assertThat(question(read(PHOTON, fixture("photon.json"), town("Lendelin", "FR"))))
        .isEqualTo("place.ask.unknown");
  }

  @Test
  void aHitWithAnotherPostcodeIsNotBelieved() {
    MinimalQuery query = new MinimalQuery("", List.of("Kerlandéan"), "75015", "FR", true);

    assertThat(question(read(PHOTON, fixture("photon.json"), query)))
        .isEqualTo("place.ask.unknown");
  }

  @Test
  void aHitInAnotherCountryIsNotBelieved() {
    assertThat(question(read(PHOTON, fixture("photon.json"), town("Kerlandéan", "BE"))))
        .isEqualTo("place.ask.unknown");
  }

  @Test
  void villagesOfOneNameFarApartAreAskedBack() {
    assertThat(question(read(PHOTON, fixture("photon-homonyms.json"), town("Saint-Aubin", "FR"))))
        .isEqualTo("place.ask.far_apart");
  }

  @Test
  void aStreetIsFinerThanItsTownAndItsNameIsNotShown() {
    MinimalQuery query = new MinimalQuery("Rue de la Paix", List.of("Paris"), "75002", "FR", true);
    Place place = place(read(PHOTON, fixture("photon-street.json"), query));

    assertThat(place.precision()).isEqualTo(Precision.ADDRESS);
    assertThat(place.point()).isEqualTo(new GeoPoint(48.869, 2.331));
    assertThat(place.uncertaintyKm()).isEqualTo(0.7);
    assertThat(place.name()).isEqualTo("Paris");
  }

  @Test
  void aStreetThatNobodyAskedForIsNoTown() {
    assertThat(question(read(PHOTON, fixture("photon-street.json"), town("Paris", "FR"))))
        .isEqualTo("place.ask.unknown");
  }

  @ParameterizedTest
  @CsvSource({
    "city, city, CITY, 12.7", // the last tenths are of the rounding
    "town, city, CITY, 6.7",
    "hamlet, district, CITY, 3.7",
    "suburb, district, DISTRICT, 2.2",
    "nonsense, locality, DISTRICT, 2.2",
    "postcode, other, POSTCODE, 5.1"
  })
  void theSortOfThingSaysHowWellItIsKnown(
      String value, String type, Precision precision, double km) {
    Place place = place(read(PHOTON, photon(value, type, "48.5"), town("Xyz", "FR")));

    assertThat(place.precision()).isEqualTo(precision);
    assertThat(place.uncertaintyKm()).isEqualTo(km);
  }

  private static String photon(String value, String type, String latitude) {
    return """
    {"features":[{"properties":{"osm_value":"%s","type":"%s","name":"Xyz","countrycode":"FR"},
    "geometry":{"coordinates":[2.5,%s]}}]}\
    """
        .formatted(value, type, latitude);
  }

  @Test
  void aRegionIsNoPlace() {
    assertThat(question(read(PHOTON, photon("state", "state", "48.5"), town("Xyz", "FR"))))
        .isEqualTo("place.ask.whole_region");
  }

  @ParameterizedTest
  @CsvSource({"null", "'\"x\"'", "91", "-1e400", "{}", "[]"})
  void coordinatesThatAreNoneAreNoPlace(String latitude) {
    assertThat(question(read(PHOTON, photon("city", "city", latitude), town("Xyz", "FR"))))
        .isEqualTo("place.ask.unknown");
  }

  // ---- Nominatim

  @Test
  void nominatimsTextsAreCoordinates() {
    Place place = place(read(NOMINATIM, fixture("nominatim.json"), town("Londres", "GB")));

    assertThat(place.point()).isEqualTo(new GeoPoint(51.51, -0.13));
    assertThat(place.precision()).isEqualTo(Precision.CITY);
    assertThat(place.uncertaintyKm()).isEqualTo(12.7);
    assertThat(place.name()).isEqualTo("Londres");
    assertThat(place.country()).isEqualTo("GB");
  }

  @Test
  void theOneThatEverybodyMeansNeedsNoCountry() {
    Place place = place(read(NOMINATIM, fixture("nominatim.json"), town("Londres", "")));

    assertThat(place.country()).isEqualTo("GB");
  }

  @Test
  void namesakesAsWellKnownAreAskedBack() {
    String alike = fixture("nominatim.json").replace("0.61", "0.90");

    assertThat(question(read(NOMINATIM, alike, town("Londres", ""))))
        .isEqualTo("place.ask.far_apart");
  }

  // ---- BAN

  @Test
  void theScoreOfTheAddressBaseIsTheConfidence() {
    MinimalQuery query =
        new MinimalQuery("boulevard du Port", List.of("Amiens"), "80000", "FR", true);
    Place place = place(read(BAN, fixture("ban.json"), query));

    assertThat(place.confidence()).isEqualTo(0.91);
    assertThat(place.precision()).isEqualTo(Precision.ADDRESS);
    assertThat(place.point()).isEqualTo(new GeoPoint(49.897, 2.29));
    assertThat(place.name()).isEqualTo("Amiens");
    assertThat(question(read(BAN, fixture("ban.json").replace("0.91", "0.49"), query)))
        .isEqualTo("place.ask.unknown");
  }

  @Test
  void aHighScoreUnderAnotherPostcodeIsNotBelieved() {
    assertThat(question(read(BAN, fixture("ban.json"), code("75015", "FR"))))
        .isEqualTo("place.ask.unknown");
  }

  // ---- postcodes.io

  @Test
  void aPostcodeIsKnownToSomeHousesAndNeverShownWhole() {
    Place place = place(read(POSTCODES, fixture("postcode.json"), code("BR8 7RE", "GB")));

    assertThat(place.point()).isEqualTo(new GeoPoint(51.412, 0.179));
    assertThat(place.precision()).isEqualTo(Precision.POSTCODE);
    assertThat(place.uncertaintyKm()).isEqualTo(0.3);
    assertThat(place.name()).isEqualTo("BR8, Sevenoaks");
  }

  @Test
  void aPostcodeGivenUpIsStillWhereItWas() {
    Place place =
        place(read(POSTCODES, fixture("postcode-terminated.json"), code("AB1 0AA", "GB")));

    assertThat(place.point()).isEqualTo(new GeoPoint(57.101, -2.243));
    assertThat(place.confidence()).isEqualTo(0.9);
  }

  @Test
  void anUnknownPostcodeAndOneWithoutCoordinatesAreAskedBack() {
    String unknown = "{\"status\":404,\"error\":\"Postcode not found\"}";
    String jersey =
        "{\"status\":200,\"result\":{\"postcode\":\"JE2"
            + " 3AB\",\"latitude\":null,\"longitude\":null}}";

    assertThat(question(read(POSTCODES, unknown, code("ZZ1 1ZZ", "GB"))))
        .isEqualTo("place.ask.unknown");
    assertThat(question(read(POSTCODES, jersey, code("JE2 3AB", "GB"))))
        .isEqualTo("place.ask.unknown");
  }

  @Test
  void anOutwardCodeIsKnownToSomeKilometres() {
    Place place = place(read(POSTCODES, fixture("outcode.json"), code("SW7", "GB")));

    assertThat(place.precision()).isEqualTo(Precision.OUTCODE);
    assertThat(place.uncertaintyKm()).isEqualTo(2.7);
    assertThat(place.name()).isEqualTo("SW7, Kensington and Chelsea");
  }

  // ---- what is nothing for a service

  @Test
  void onlyPostcodesGoToPostcodesAndOnlyFranceToTheFrench() {
    MinimalQuery london =
        new MinimalQuery("High Street", List.of("Londres"), "SW7 2AZ", "GB", true);
    MinimalQuery paris = new MinimalQuery("", List.of("Paris"), "75015", "FR", true);

    assertThat(POSTCODES.request(POSTCODES.publicRoot(), london).orElseThrow())
        .hasToString("https://api.postcodes.io/postcodes/SW7%202AZ");
    assertThat(POSTCODES.request(POSTCODES.publicRoot(), paris)).isEmpty();
    assertThat(POSTCODES.request(POSTCODES.publicRoot(), town("Londres", "GB"))).isEmpty();
    assertThat(BAN.request(BAN.publicRoot(), london)).isEmpty();
    assertThat(BAN.request(BAN.publicRoot(), town("Paris", ""))).isEmpty();
    assertThat(BAN.request(BAN.publicRoot(), paris).orElseThrow().getQuery())
        .isEqualTo("q=75015 Paris&limit=5&autocomplete=0&type=municipality");
  }

  @Test
  void whatIsWrittenCannotChangeTheQuestion() {
    MinimalQuery nasty = town("a&limit=9#é/../%00", "FR");

    assertThat(PHOTON.request(PHOTON.publicRoot(), nasty).orElseThrow())
        .hasToString(
            "https://photon.komoot.io/api?q=a%26limit%3D9%23%C3%A9%2F..%2F%2500"
                + "&limit=5&lang=fr&countrycode=FR");
  }

  // ---- all of them

  @Test
  void nothingFoundIsAskedBack() {
    assertThat(question(read(PHOTON, NO_FEATURES, town("Xyz", "FR"))))
        .isEqualTo("place.ask.unknown");
    assertThat(question(read(BAN, NO_FEATURES, town("Xyz", "FR")))).isEqualTo("place.ask.unknown");
    assertThat(question(read(NOMINATIM, "[]", town("Xyz", "FR")))).isEqualTo("place.ask.unknown");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {}
          null
          []
          "x"
          1
          {"features":null}
          {"error":"x"}
          """)
  void anotherShapeIsNoAnswer(String json) {
    for (ServiceProvider provider : List.of(PHOTON, BAN, POSTCODES)) {
      assertThatExceptionOfType(ServiceProvider.GarbledAnswerException.class)
          .as(provider.name())
          .isThrownBy(() -> parsed(provider, json));
    }
    if (!json.equals("[]")) {
      assertThatExceptionOfType(ServiceProvider.GarbledAnswerException.class)
          .isThrownBy(() -> parsed(NOMINATIM, json));
    }
  }

  private static Located parsed(ServiceProvider provider, String json)
      throws IOException, ServiceProvider.GarbledAnswerException {
    return provider.read(new ObjectMapper().readTree(json), code("SW7 2AZ", "GB"));
  }
}

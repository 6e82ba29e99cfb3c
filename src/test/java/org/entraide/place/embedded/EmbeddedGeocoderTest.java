package org.entraide.place.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceExplanation;
import org.entraide.place.PlaceQuery;
import org.entraide.place.PlaceWords;
import org.entraide.place.PostcodeLookup;
import org.entraide.place.Precision;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class EmbeddedGeocoderTest {

  private static final Geocoder GEOCODER = new EmbeddedGeocoder();

  /** Each text with its campaign's country and where that truly is, by a landmark of the place. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Londres                                    | GB | 51.5074 | -0.1278
          LONDRES !!!                                | GB | 51.5007 | -0.1246
          london                                     | GB | 51.5138 | -0.0984
          Londres (UK)                               | FR | 51.5007 | -0.1246
          Londres, Angleterre                        | FR | 51.5007 | -0.1246
          Londres, métro South Ken                   | GB | 51.4941 | -0.1738
          South Kensington                           | GB | 51.4967 | -0.1764
          SW7                                        | GB | 51.4988 | -0.1749
          sw7 2az                                    | GB | 51.4988 | -0.1749
          SW72AZ                                     | GB | 51.4988 | -0.1749
          sw 7                                       | GB | 51.4988 | -0.1749
          SW1A 1AA                                   | GB | 51.5014 | -0.1419
          Londres SW1A                               | GB | 51.5014 | -0.1419
          10 Downing Street, London SW1A 2AA         | GB | 51.5034 | -0.1276
          W1J 9BR                                    | GB | 51.5074 | -0.1419
          N1                                         | GB | 51.5362 | -0.1033
          Clapham Junction SW11                      | GB | 51.4642 | -0.1703
          Clapham                                    | GB | 51.4618 | -0.1384
          « Fulham, Londres »                        | GB | 51.4804 | -0.1950
          Londres - Fulham                           | GB | 51.4804 | -0.1950
          Fulham Broadway                            | GB | 51.4804 | -0.1950
          j'habite à Hackney depuis 3 ans            | GB | 51.5450 | -0.0553
          Hammersmith/Fulham                         | GB | 51.4804 | -0.1950
          Camden 🏠                                   | GB | 51.5392 | -0.1426
          🇬🇧 Brixton 🙏🙏                              | GB | 51.4627 | -0.1145
          St John's Wood                             | GB | 51.5349 | -0.1741
          Shepherds bush                             | GB | 51.5046 | -0.2187
          Earl’s Court                               | GB | 51.4914 | -0.1940
          Richmond                                   | GB | 51.4632 | -0.3013
          Kingston upon Thames                       | GB | 51.4123 | -0.3007
          52 Gloucester Road, South Kensington       | GB | 51.4945 | -0.1830
          12 Richmond Road, Ealing                   | GB | 51.5150 | -0.3017
          Oxford Circus                              | GB | 51.5152 | -0.1419
          Angel, Islington                           | GB | 51.5322 | -0.1058
          Croydon, Londres                           | GB | 51.3756 | -0.0929
          Près de Clapham Common                     | GB | 51.4618 | -0.1384
          Ealing (ouest de Londres), W5              | GB | 51.5150 | -0.3017
          chez ma fille à Édimbourg                  | GB | 55.9486 | -3.1999
          Edinburgh                                  | GB | 55.9521 | -3.1893
          EDIMBOURG - ECOSSE                         | GB | 55.9521 | -3.1893
          Cambridge                                  | GB | 52.2043 |  0.1149
          Birmingham                                 | GB | 52.4778 | -1.8990
          Bath                                       | GB | 51.3814 | -2.3597
          M1 1AE Manchester                          | GB | 53.4774 | -2.2309
          Paris                                      | GB | 48.8530 |  2.3499
          75015                                      | FR | 48.8412 |  2.3003
          75015 Paris                                | GB | 48.8412 |  2.3003
          Paris 15e                                  | GB | 48.8412 |  2.3003
          Paris XVIII                                | FR | 48.8867 |  2.3431
          Paris, 11ème                               | FR | 48.8590 |  2.3780
          12 rue de Londres, Paris                   | GB | 48.8566 |  2.3522
          12 rue de Londres 75009 Paris              | GB | 48.8780 |  2.3292
          34 quai des États-Unis, Nice               | FR | 43.6950 |  7.2740
          à Nice                                     | FR | 43.6961 |  7.2719
          06000 Nice                                 | FR | 43.6961 |  7.2719
          Lyon 3                                     | FR | 45.7606 |  4.8594
          St Etienne                                 | FR | 45.4397 |  4.3872
          Montmartre                                 | FR | 48.8867 |  2.3431
          Genève/Genf                                | CH | 46.2000 |  6.1480
          Zürich                                     | CH | 47.3779 |  8.5403
          Ｌｏｎｄｒｅｓ                                  | GB | 51.5007 | -0.1246
          New-York                                   | US | 40.7580 | -73.9855
          Brooklyn, New York                         | US | 40.6782 | -73.9442
          Boston ou Cambridge                        | US | 42.3736 | -71.1097
          Dakar Plateau                              | SN | 14.6680 | -17.4340
          Conakry, Guinée                            | SN |  9.5092 | -13.7122
          Saint-Louis                                | SN | 16.0244 | -16.5015
          Bruxelles, Ixelles                         | BE | 50.8333 |  4.3667
          Köln                                       | DE | 50.9413 |  6.9583
          Vienne                                     | AT | 48.2085 | 16.3731
          """)
  void aPlaceIsInItsCircle(String text, String hint, double latitude, double longitude) {
    Place place = place(PlaceQuery.ofText(text, hint));

    assertThat(place.point().kmTo(new GeoPoint(latitude, longitude)))
        .isLessThanOrEqualTo(place.uncertaintyKm());
    assertThat(place.confidence()).isBetween(0.8, 1.0);
    assertThat(place.provider()).isEqualTo("embedded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pareil                                      | place.ask.unknown
          idem                                        | place.ask.unknown
          ???                                         | place.ask.unknown
          🤷                                           | place.ask.unknown
          je déménage en juin                         | place.ask.unknown
          rue de la Paix                              | place.ask.unknown
          12 rue de Londres                           | place.ask.unknown
          25 avenue de Londres                        | place.ask.unknown
          Richmond Road                               | place.ask.unknown
          London Road                                 | place.ask.unknown
          High St                                     | place.ask.unknown
          07700 900123                                | place.ask.unknown
          we had a nice time                          | place.ask.unknown
          cork and tours                              | place.ask.unknown
          bâtiment E2, appt N1                        | place.ask.unknown
          ZZ9 9ZZ                                     | place.ask.postcode
          99999                                       | place.ask.postcode
          France                                      | place.ask.town
          Angleterre                                  | place.ask.town
          Londres, France                             | place.ask.contradiction
          75015 Lyon                                  | place.ask.postcode-town
          75015                                       | place.ask.postcode
          Bretagne                                    | place.ask.region
          Londers                                     | place.ask.meant
          Londres et Édimbourg                        | place.ask.several
          SW7 ou Stoke Newington                      | place.ask.several
          Londres ou Nice                             | place.ask.several
          Clapham ou Stratford selon les jours        | place.ask.several
          Paris, maintenant à Londres                 | place.ask.several
          banlieue de Londres                         | place.ask.near
          à 2h de Londres                             | place.ask.near
          à 10 km de Clapham                          | place.ask.near
          au sud de Lyon                              | place.ask.near
          Cambridge                                   | place.ask.homonyms.3
          Saint-Louis                                 | place.ask.homonyms.3
          Valence                                     | place.ask.homonyms.2
          91.0000, 0.1000                             | place.ask.coordinates
          51.5000, 181.0000                           | place.ask.coordinates
          Lyon (France), Londres (UK)                 | place.ask.countries
          """)
  void whatIsNotClearIsAsked(String text, String question) {
    assertThat(question(PlaceQuery.ofText(text, "")).key()).isEqualTo(question);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00a0"})
  void nothingTypedIsAskedFor(String nothing) {
    assertThat(question(PlaceQuery.ofText(nothing, "GB")).key())
        .isIn("place.ask.none", "place.ask.unknown");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "51.4941, -0.1738",
        " 51.4941 -0.1738 ",
        "(51.4941; \u22120.1738)",
        "51,4941, -0,1738"
      })
  void typedCoordinatesAreTakenAsTheyAre(String text) {
    Place place = place(PlaceQuery.ofText(text, "GB"));

    assertThat(place.point()).isEqualTo(new GeoPoint(51.4941, -0.1738));
    assertThat(place.precision()).isEqualTo(Precision.ADDRESS);
    assertThat(place.uncertaintyKm()).isZero();
    assertThat(place.country()).isEqualTo("GB");
  }

  @Test
  void coordinatesFarFromEverythingAreInNoCountry() {
    assertThat(place(PlaceQuery.ofText("-45.5000, -120.2500", "GB")).country()).isEmpty();
  }

  @Test
  void separateAnswersAreReadTogether() {
    Place place =
        place(new PlaceQuery("4 bis allée des Tilleuls", "Paris", "75013", "France", "GB"));

    assertThat(place.name()).isEqualTo("Paris 13e");
    assertThat(place.country()).isEqualTo("FR");
  }

  @Test
  void theCountryAnsweredBeatsTheCampaigns() {
    assertThat(place(new PlaceQuery("", "Cambridge", "", "USA", "GB")).country()).isEqualTo("US");
    assertThat(place(new PlaceQuery("", "Cambridge", "", "", "GB")).country()).isEqualTo("GB");
  }

  @Test
  void fiveDigitsAreACodeOfTheCampaignsCountryOrAsked() {
    assertThat(place(PlaceQuery.ofText("75001", "FR")).name()).isEqualTo("Paris 1er");
    assertThat(place(PlaceQuery.ofText("75001", "US")).country()).isEqualTo("US");
    assertThat(question(PlaceQuery.ofText("75001", "GB")).key()).isEqualTo("place.ask.postcode");
  }

  @Test
  void aTextAsLongAsACellStillNamesItsPlace() {
    String long5000 = "bonjour à toutes et à tous, ".repeat(178) + "Fulham";

    assertThat(place(PlaceQuery.ofText(long5000, "GB")).name()).isEqualTo("Fulham, Londres");
    assertThat(question(PlaceQuery.ofText("x".repeat(50_000), "GB")).key())
        .isEqualTo("place.ask.unknown");
  }

  @Test
  void theFinerPlaceWinsAndSaysItsTown() {
    Place place = place(PlaceQuery.ofText("Londres, métro South Ken", "GB"));

    assertThat(place.name()).isEqualTo("South Kensington, Londres");
    assertThat(place.precision()).isEqualTo(Precision.DISTRICT);
    assertThat(place.uncertaintyKm()).isEqualTo(1.5);
  }

  @Test
  void aPlaceIsToldWithHowWellItIsKnown() {
    Message london = PlaceWords.describe(place(PlaceQuery.ofText("Londres", "GB")));
    Message kensington = PlaceWords.describe(place(PlaceQuery.ofText("South Ken", "GB")));

    assertThat(Texts.of("fr").format(london)).isEqualTo("Londres (ville, à 12 km près)");
    assertThat(Texts.of("fr").format(kensington))
        .isEqualTo("South Kensington, Londres (quartier, à 1,5 km près)");
    assertThat(Texts.of("en").format(london)).isEqualTo("Londres (town, to within 12 km)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Лондон", "ロンドン", "لندن"})
  void otherScriptsAreNoPlaceUnlessTheCountryIsKnown(String text) {
    assertThat(GEOCODER.locate(PlaceQuery.ofText(text, ""))).isInstanceOf(Located.Unclear.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Cambridge         | FR | Cambridge au Royaume-Uni, au Canada ou aux États-Unis\u202f?
          Saint-Denis       | FR | Saint-Denis à La Réunion ou en France\u202f?
          Springfield, USA  | FR | Springfield (Missouri, États-Unis), (Massachusetts, États-Unis) ou (Illinois, États-Unis)\u202f?
          """)
  void homonymsAreAskedBack(String text, String hint, String question) {
    assertThat(Texts.of("fr").format(question(PlaceQuery.ofText(text, hint)))).isEqualTo(question);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Londers       | GB | 51.5074 |  -0.1278
          Bimingham     | GB | 52.4778 |  -1.8990
          Strabourg     | FR | 48.5734 |   7.7521
          Ziguinchorr   | SN | 12.5640 | -16.2720
          """)
  void aTypingErrorIsMendedInTheCampaignsCountry(
      String text, String hint, double latitude, double longitude) {
    Place place = place(PlaceQuery.ofText(text, hint));

    assertThat(place.point().kmTo(new GeoPoint(latitude, longitude)))
        .isLessThanOrEqualTo(place.uncertaintyKm());
  }

  /** Kernen is a town of Germany that the gazetteer does not have, Kerpen another one. */
  @Test
  void aLetterOfAShortNameMakesAnotherTown() {
    assertThat(question(PlaceQuery.ofText("Kernen, Allemagne", "FR")).key())
        .isEqualTo("place.ask.meant");
  }

  @Test
  void aPostcodeFarFromTheTownIsToldWithBoth() {
    Message question = question(PlaceQuery.ofText("31000 Lille", "FR"));

    assertThat(Texts.of("fr").format(question))
        .isEqualTo(
            "Le code postal 31000 (Toulouse) et la ville (Lille) ne vont pas ensemble\u202f:"
                + " lequel des deux est le bon\u202f?");
  }

  @Test
  void aFinerPostcodeFileIsAskedFirst() {
    GeoPoint point = new GeoPoint(51.4958, -0.1746);
    PostcodeLookup file =
        (country, code) ->
            country.equals("GB") && code.equals("SW72DG")
                ? Optional.of(new PostcodeLookup.Hit(point, 0.2))
                : Optional.empty();
    Geocoder geocoder = new EmbeddedGeocoder(file);

    Located at = geocoder.locate(PlaceQuery.ofText("35 Cromwell Road, London sw7 2dg", "GB"));

    assertThat(at)
        .isEqualTo(
            new Located.At(
                new Place(point, Precision.POSTCODE, 0.2, "SW7, Londres", "GB", 0.97, "embedded")));
  }

  @ParameterizedTest
  @CsvSource({
    "10115 Berlin, DE, Berlin 10…",
    "EH1 1YZ, GB, Édimbourg EH…",
    "H2X 1Y4, CA, Montréal H…"
  })
  void anAreaOfPostcodesIsNoHouseNumber(String text, String country, String name) {
    Place place = place(PlaceQuery.ofText(text, country));

    assertThat(place.precision()).isEqualTo(Precision.POSTCODE_AREA);
    assertThat(place.name()).isEqualTo(name);
  }

  @Test
  void placesAreNamedInTheLanguageOfTheCampaign() {
    PlaceQuery query = PlaceQuery.ofText("Londres, métro South Ken", "GB");

    assertThat(GEOCODER.speaking("en").locate(query))
        .isInstanceOfSatisfying(
            Located.At.class,
            at -> assertThat(at.place().name()).isEqualTo("South Kensington, London"));
  }

  @Test
  void whatWasConsideredIsToldWithItsReasons() {
    PlaceExplanation explanation =
        new EmbeddedGeocoder().explain(PlaceQuery.ofText("Cambridge, MA", "FR"));

    assertThat(explanation.candidates().get(0).chosen()).isTrue();
    assertThat(explanation.candidates())
        .anySatisfy(
            c -> {
              assertThat(c.place().country()).isEqualTo("GB");
              assertThat(c.chosen()).isFalse();
              assertThat(c.why()).isNotEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void everyCountryOfTheWorldHasItsWords(String language) {
    Texts texts = Texts.of(language);

    for (String country : Locale.getISOCountries()) {
      assertThat(texts.format(PlaceWords.country(country))).isNotBlank();
      assertThat(texts.format(PlaceWords.in(country))).contains(" ");
    }
  }

  @Test
  void aNameThatNothingElseInTheWorldHasNeedsNoCountry() {
    Located located = GEOCODER.locate(PlaceQuery.ofText("Genf", ""));

    assertThat(located).isInstanceOf(Located.At.class);
    assertThat(((Located.At) located).place().country()).isEqualTo("CH");
    assertThat(GEOCODER.locate(PlaceQuery.ofText("casa", ""))).isInstanceOf(Located.Unclear.class);
  }

  private static Place place(PlaceQuery query) {
    return GEOCODER
        .locate(query)
        .fold(
            Located.At::place,
            unclear -> {
              throw new AssertionError("unclear: " + unclear.question());
            },
            no -> {
              throw new AssertionError("no answer: " + no.why());
            });
  }

  private static Message question(PlaceQuery query) {
    return GEOCODER
        .locate(query)
        .fold(
            at -> {
              throw new AssertionError("placed: " + at.place());
            },
            Located.Unclear::question,
            no -> {
              throw new AssertionError("no answer: " + no.why());
            });
  }
}

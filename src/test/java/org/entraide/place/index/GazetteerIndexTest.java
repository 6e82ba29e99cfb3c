package org.entraide.place.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.entraide.place.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about places are from atlases and censuses, rounded, and not from the sources. */
final class GazetteerIndexTest {

  private static final GazetteerIndex INDEX = GazetteerIndex.load();
  private static final Path TABLES = Path.of("src/gazetteer/tables");
  private static final Path PLACES = Path.of("src/main/resources/org/entraide/place");

  private static Feature first(String typed) {
    return INDEX.exact(GazetteerIndex.normalize(typed)).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "Londres, GB, 51.51, -0.13, 7000000",
    "Édimbourg, GB, 55.95, -3.19, 400000",
    "Cardiff, GB, 51.48, -3.18, 300000",
    "Genf, CH, 46.20, 6.15, 150000",
    "Bâle, CH, 47.56, 7.59, 150000",
    "Anvers, BE, 51.22, 4.40, 400000",
    "Gand, BE, 51.05, 3.73, 200000",
    "Aix-la-Chapelle, DE, 50.78, 6.08, 200000",
    "Cologne, DE, 50.94, 6.96, 900000",
    "Trèves, DE, 49.76, 6.64, 90000",
    "Kraków, PL, 50.06, 19.94, 600000",
    "Cracovie, PL, 50.06, 19.94, 600000",
    "Wroclaw, PL, 51.11, 17.03, 500000",
    "Gênes, IT, 44.41, 8.93, 500000",
    "Saragosse, ES, 41.65, -0.89, 500000",
    "Lisbonne, PT, 38.72, -9.14, 400000",
    "Copenhague, DK, 55.68, 12.57, 500000",
    "Tromsø, NO, 69.65, 18.96, 30000",
    "Reykjavík, IS, 64.15, -21.94, 100000",
    "Ísafjörður, IS, 66.07, -23.13, 2000",
    "Alger, DZ, 36.75, 3.06, 1500000",
    "Le Caire, EG, 30.04, 31.24, 7000000",
    "Dakar, SN, 14.70, -17.45, 900000",
    "Thiès, SN, 14.79, -16.93, 200000",
    "Conakry, GN, 9.54, -13.68, 1000000",
    "Kankan, GN, 10.39, -9.31, 100000",
    "Yaoundé, CM, 3.87, 11.52, 1000000",
    "Montréal, CA, 45.51, -73.59, 1500000",
    "La Nouvelle-Orléans, US, 29.95, -90.08, 300000",
    "Pékin, CN, 39.91, 116.40, 9000000",
    "Wellington, NZ, -41.29, 174.78, 150000",
    "Nouméa, NC, -22.27, 166.45, 80000",
    "Rennes, FR, 48.11, -1.68, 200000",
    "Vierzon, FR, 47.22, 2.07, 20000"
  })
  void aTownIsFoundByTheNameThatPeopleGiveIt(
      String typed, String country, double latitude, double longitude, long people) {
    Feature town = first(typed);

    assertThat(town.country()).isEqualTo(country);
    assertThat(town.kind()).isEqualTo(FeatureKind.TOWN);
    assertThat(town.point().kmTo(new GeoPoint(latitude, longitude))).isLessThan(6);
    assertThat(town.population()).isBetween(people, people * 3);
  }

  @Test
  void aTownIsShownInTheLanguageOfWhoReads() {
    assertThat(first("Wien").name("fr")).isEqualTo("Vienne");
    assertThat(first("Wien").name("en")).isEqualTo("Vienna");
    assertThat(first("Vienna").name("de")).isEqualTo("Wien");
    assertThat(first("Rennes").nameEn()).isEqualTo("Rennes");
  }

  @ParameterizedTest
  @CsvSource({
    "Springfield, US, Illinois, 39.80, -89.64",
    "Springfield, US, Massachusetts, 42.10, -72.59",
    "Cambridge, US, Massachusetts, 42.37, -71.11",
    "Cambridge, GB, England, 52.21, 0.12",
    "Birmingham, US, Alabama, 33.52, -86.80",
    "London, CA, Ontario, 42.98, -81.25",
    "Valence, FR, Auvergne-Rhône-Alpes, 44.93, 4.89"
  })
  void namesakesAreAllThere(
      String typed, String country, String division, double latitude, double longitude) {
    GeoPoint point = new GeoPoint(latitude, longitude);

    assertThat(INDEX.exact(GazetteerIndex.normalize(typed)))
        .anyMatch(
            f ->
                f.country().equals(country)
                    && f.admin1().equals(division)
                    && f.point().kmTo(point) < 5);
  }

  @Test
  void theMostImportantOfOneNameIsFirst() {
    assertThat(INDEX.exact("cambridge")).extracting(Feature::country).startsWith("GB");
    assertThat(first("New York").kind()).isEqualTo(FeatureKind.TOWN);
    assertThat(first("South Kensington").country()).isEqualTo("GB");
  }

  @ParameterizedTest
  @CsvSource({
    "South Kensington, GB, Londres, 51.494, -0.174",
    "Bermondsey, GB, Londres, 51.498, -0.064",
    "Kensal Green, GB, Londres, 51.530, -0.220",
    "Paris 15e, FR, Paris, 48.841, 2.300",
    "Marseille 12, FR, Marseille, 43.306, 5.440",
    "Ixelles, BE, Bruxelles, 50.827, 4.373",
    "Woluwe-Saint-Pierre, BE, Bruxelles, 50.829, 4.443",
    "Le Plateau Dakar, SN, Dakar, 14.669, -17.434",
    "Ouakam, SN, Dakar, 14.724, -17.490",
    "Kaloum, GN, Conakry, 9.512, -13.712",
    "Outremont, CA, Montréal, 45.516, -73.609",
    "Moabit, DE, Berlin, 52.527, 13.339"
  })
  void aPartOfATownKnowsItsTown(
      String typed, String country, String town, double latitude, double longitude) {
    Feature part = first(typed);

    assertThat(part.country()).isEqualTo(country);
    assertThat(part.kind()).isEqualTo(FeatureKind.DISTRICT);
    assertThat(INDEX.get(part.parent()).nameFr()).isEqualTo(town);
    assertThat(part.point().kmTo(new GeoPoint(latitude, longitude))).isLessThan(1.5);
  }

  @ParameterizedTest
  @CsvSource({
    "GB, SW7 2AZ, OUTCODE, 51.495, -0.175, 2",
    "GB, sw1a1aa, OUTCODE, 51.500, -0.135, 2",
    "GB, BR6 0AA, OUTCODE, 51.370, 0.095, 5",
    "GB, EH1 1YZ, POSTCODE_AREA, 55.950, -3.190, 45",
    "FR, 75015, DISTRICT, 48.841, 2.300, 2",
    "FR, 69007, DISTRICT, 45.735, 4.840, 2",
    "FR, 13012, DISTRICT, 43.306, 5.440, 3",
    "FR, 35000, TOWN, 48.110, -1.680, 6",
    "FR, 18100, POSTCODE, 47.222, 2.070, 15",
    "FR, 97400, POSTCODE, -20.880, 55.450, 6",
    "FR, 75680, POSTCODE_AREA, 48.857, 2.352, 10",
    "BE, B-1050, DISTRICT, 50.827, 4.373, 2",
    "DE, D-10115, POSTCODE_AREA, 52.532, 13.385, 10",
    "CH, CH-1203, POSTCODE_AREA, 46.210, 6.130, 25",
    "US, 10001, POSTCODE, 40.751, -73.997, 3",
    "US, 90210-1234, POSTCODE, 34.100, -118.414, 5",
    "CA, H2X 1Y4, POSTCODE_AREA, 45.513, -73.570, 35"
  })
  void aPostcodeLiesInTheStatedCircle(
      String country,
      String code,
      FeatureKind kind,
      double latitude,
      double longitude,
      double most) {
    Feature place = INDEX.postcode(country, code).orElseThrow();

    assertThat(place.kind()).isEqualTo(kind);
    assertThat(place.uncertaintyKm()).isLessThanOrEqualTo(most);
    assertThat(place.point().kmTo(new GeoPoint(latitude, longitude)))
        .isLessThanOrEqualTo(place.uncertaintyKm());
  }

  @Test
  void aPostcodeThatNobodyHasIsNothing() {
    assertThat(INDEX.postcode("GB", "QQ1 1QQ")).isEmpty();
    assertThat(INDEX.postcode("US", "00012")).isEmpty();
    assertThat(INDEX.postcode("SN", "12500")).isEmpty();
    assertThat(INDEX.postcode("FR", "")).isEmpty();
  }

  @Test
  void aPostcodeKnowsItsTownAndState() {
    Feature zip = INDEX.postcode("US", "02139").orElseThrow();
    assertThat(zip.admin1()).isEqualTo("Massachusetts");
    assertThat(INDEX.get(zip.parent()).name()).isIn("Boston", "Cambridge");

    Feature french = INDEX.postcode("FR", "18100").orElseThrow();
    assertThat(INDEX.get(french.parent()).name()).isEqualTo("Vierzon");
  }

  @ParameterizedTest
  @CsvSource({
    "londers, GB, London",
    "lodnres, GB, London",
    "edimburg, GB, Edinburgh",
    "bruxeles, BE, Bruxelles",
    "marseile, FR, Marseille",
    "strasboug, FR, Strasbourg",
    "conakri, GN, Conakry",
    "dakkar, SN, Dakar",
    "sringfield, US, Springfield"
  })
  void oneMistakeIsForgiven(String typed, String country, String name) {
    assertThat(INDEX.near(typed, 1).in(country).get(0).name()).isEqualTo(name);
  }

  @Test
  void aMistypedNameOfAnotherCountryIsNotOffered() {
    assertThat(INDEX.near("almhorst", 2).in("DE")).allMatch(f -> f.country().equals("DE"));
    assertThat(INDEX.near("premissel", 1).in("PL")).isEmpty();
  }

  @Test
  void mistakesAreCounted() {
    assertThat(INDEX.near("montpellier", 0).in("FR").get(0).name()).isEqualTo("Montpellier");
    assertThat(INDEX.near("mnotpellier", 0).in("FR")).isEmpty();
    assertThat(INDEX.near("mnotpelleir", 1).in("FR")).isEmpty();
    assertThat(INDEX.near("mnotpelleir", 2).in("FR").get(0).name()).isEqualTo("Montpellier");
  }

  @Test
  void nobodyIsOfferedEveryShortName() {
    assertThat(INDEX.near("ba", 2).in("")).hasSize(GazetteerIndex.MOST_FUZZY);
  }

  @Test
  void coordinatesAreInTheCountryOfTheNearestTown() {
    assertThat(INDEX.nearest(new GeoPoint(51.4941, -0.1738), 30).orElseThrow().country())
        .isEqualTo("GB");
    assertThat(INDEX.nearest(new GeoPoint(48.5, -5.1), 30).orElseThrow().country()).isEqualTo("FR");
    assertThat(INDEX.nearest(new GeoPoint(-16.9, 179.99), 100).orElseThrow().country())
        .isEqualTo("FJ");
    assertThat(INDEX.nearest(new GeoPoint(0, -30), 50)).isEmpty();
    assertThat(INDEX.nearest(new GeoPoint(90, 0), 50)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Royaume-Uni, GB",
    "Angleterre, GB",
    "Deutschland, DE",
    "Ivory Coast, CI",
    "Guinée, GN",
    "Guinée équatoriale, GQ",
    "Nederland, NL",
    "Suomi, FI",
    "Madagascar, MG",
    "Hrvatska, HR"
  })
  void aCountryIsKnownByItsNames(String typed, String country) {
    assertThat(INDEX.countryNamed(GazetteerIndex.normalize(typed))).contains(country);
    assertThat(INDEX.country(country).orElseThrow().kind()).isEqualTo(FeatureKind.COUNTRY);
  }

  @Test
  void aTownIsNoCountry() {
    assertThat(INDEX.countryNamed("londres")).isEmpty();
    assertThat(INDEX.country("XX")).isEmpty();
    assertThat(INDEX.exact("royaume uni")).isEmpty();
  }

  @Test
  void aRegionIsKnownByItsAbbreviation() {
    assertThat(INDEX.region("US", "il").orElseThrow().name()).isEqualTo("Illinois");
    assertThat(INDEX.region("AU", "NSW").orElseThrow().nameFr())
        .isEqualTo("Nouvelle-Galles du Sud");
    assertThat(INDEX.region("CA", "QC").orElseThrow().kind()).isEqualTo(FeatureKind.REGION);
    assertThat(INDEX.region("FR", "IL")).isEmpty();
    assertThat(first("Californie").kind()).isEqualTo(FeatureKind.REGION);
    assertThat(first("Ténériffe").kind()).isEqualTo(FeatureKind.ISLAND);
  }

  @Test
  void someNamesAreWordsToo() {
    assertThat(INDEX.isEverydayWord("nice")).isTrue();
    assertThat(INDEX.isEverydayWord("rennes")).isFalse();
  }

  @Test
  void everyNumberIsAFeatureWithAParentThatIsThere() {
    for (int id = 0; id < INDEX.size(); id++) {
      Feature feature = INDEX.get(id);
      if (feature.id() != id
          || feature.uncertaintyKm() <= 0
          || feature.country().length() != 2
          || feature.name().isBlank()
          || feature.parent() >= INDEX.size()
          || feature.parent() == id) {
        throw new AssertionError("This feature is wrong: " + feature);
      }
    }
    assertThatThrownBy(() -> INDEX.get(INDEX.size())).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"places.tsv", "parts.tsv", "islands.tsv"})
  void theFilesAreOfTheTablesAsTheyAre(String table) throws IOException {
    Path file = (table.equals("places.tsv") ? PLACES : TABLES).resolve(table);
    int column = table.equals("places.tsv") ? 0 : 2;
    for (String line : Files.readAllLines(file)) {
      if (!line.startsWith("#")) {
        for (String name : line.split("\t", -1)[column].replace("~", "").split("\\|", -1)) {
          String normalized = GazetteerIndex.normalize(name);
          assertThat(
                  !INDEX.exact(normalized).isEmpty()
                      || INDEX.postcode("GB", name).isPresent()
                      || normalized.matches("[0-9]+"))
              .as("renew the gazetteer for « %s »", name)
              .isTrue();
        }
      }
    }
  }

  @Test
  void theCountriesAreOfTheTableAsItIs() throws IOException {
    for (String line : Files.readAllLines(PLACES.resolve("countries.tsv"))) {
      if (!line.startsWith("#")) {
        for (String name : line.split("\t", -1)[1].split("\\|", -1)) {
          assertThat(INDEX.countryNamed(GazetteerIndex.normalize(name)))
              .contains(line.substring(0, 2));
        }
      }
    }
  }

  @Test
  void theFilesAreNotTooLarge() throws IOException {
    long bytes = 0;
    for (String file : List.of("world.gz", "london.gz", "words.tsv")) {
      bytes += Files.size(PLACES.resolve("index").resolve(file));
    }
    assertThat(bytes).isLessThan(12_000_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GeoNames",
        "https://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by-sa/4.0/",
        "Wikipedia contributors",
        "Licence Ouverte",
        "US Census Bureau",
        "Unicode CLDR",
        "lucene-core"
      })
  void theNoticeSaysWhoseItIs(String words) throws IOException {
    assertThat(Files.readString(Path.of("NOTICE"))).contains(words);
  }
}

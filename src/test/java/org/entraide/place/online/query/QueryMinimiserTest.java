package org.entraide.place.online.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.build.Stories;
import org.entraide.hostile.HostileTexts;
import org.entraide.hostile.HostileTexts.Kind;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.place.online.Lab;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing about a person leaves the machine, whatever they wrote where a place was asked for. */
@Stories(few = 15)
class QueryMinimiserTest {

  private static final QueryMinimiser USUAL = new QueryMinimiser(Lab.EMBEDDED, false);
  private static final QueryMinimiser PRECISE = new QueryMinimiser(Lab.EMBEDDED, true);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          12 rue de la Paix, 75002 Paris                    | FR | rue de la Paix, 75002 Paris
          12 bis rue de la Paix 75002 Paris                 | FR | rue de la Paix, 75002 Paris
          8 bd du Port 80000 Amiens                         | FR | bd du Port, 80000 Amiens
          35133 Landéan                                     | FR | 35133 Landéan
          Trifouillis-les-Oies                              | FR | Trifouillis-les-Oies
          12 rue des Lilas, Trifouillis                     | FR | rue des Lilas, Trifouillis
          Almhorst, Allemagne                               | GB | Almhorst
          Flat 3, 52 Gloucester Road, London SW7 4QT        | GB | Gloucester Road, SW7 4QT London
          52 Old Kent Road, London                          | GB | Old Kent Road, London
          sw74qt                                            | GB | SW7 4QT
          12 Main Street, Dublin, D02 AF30                  | IE | Main Street, D02 Dublin
          Chicago 60614-1234, USA                           | GB | 60614 Chicago
          3e étage, appt 12, 5 rue Cler, Paris, code 1234A  | FR | rue Cler, Paris
          Londres, bâtiment E2                              | GB | Londres
          1024 rue Haute, 1000 Bruxelles                    | BE | rue Haute, 1000 Bruxelles
          """)
  void whatIsAPlaceIsSent(String text, String hint, String sent) {
    assertThat(USUAL.minimise(PlaceQuery.ofText(text, hint)).text()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "chez ma fille Marie Zyx, 07 12 34 56 78, métro Zyx, Londres",
        "chez ma fille Marie Zyx à Londres",
        "Londres chez Zyx",
        "c/o Zyx Zyx, Londres",
        "c/o Zyx\nLondres",
        "M. Zyx, Londres",
        "Mr. Zyx Zyx, Londres",
        "Marie Zyx, Londres",
        "Marie ZYX 12 rue de la Paix, Londres",
        "Zyx Marie, 12 rue de la Paix, Londres",
        "Mary Zyx 12 High Street, London",
        "Londres (zyx@example.org)",
        "zyx@example.org Londres",
        "zyx (at) example.org, Londres",
        "zyx arobase example point org, Londres",
        "www.zyx.example Londres",
        "https://example.org/zyx?a=zyx Londres",
        "@zyx Londres",
        "Londres +44 7911 123456 zyx",
        "Londres 0044(0)7911-123-456",
        "Londres 06.12.34.56.78",
        "Londres 06 12 34 5",
        "Londres, née le 12/05/1950 à Zyx",
        "Londres, code 12A45, interphone Zyx",
        "Londres 🏠 Zyx 🙂",
        "Lo\u200bndres, Zyx",
        "je m’appelle Zyx et j’habite à Londres",
        "My name is Zyx, London",
        "Londres, seule et malade, zyx",
        "Londres; famille Zyx",
        "Londres - voisine de Zyx",
        "\u202EZyx\u202C Londres",
        "ＺＹＸ Londres"
      })
  void whatIsAPersonStays(String text) {
    MinimalQuery sent = USUAL.minimise(PlaceQuery.ofText(text, "GB"));

    assertThat(sent.text().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("zyx", "marie", "mary", "malade", "example", "@")
        .doesNotContainPattern("\\d");
    assertThat(sent.towns()).anyMatch(town -> town.matches("(?i)london|londres"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "???",
        "pareil",
        "idem",
        "je déménage en juin",
        "chez ma fille",
        "Marie",
        "Marie Dupont",
        "Mme Dupont",
        "Chez Mme Dupont Londres",
        "07 12 34 56 78",
        "marie@example.org",
        "12 rue de la Paix",
        "Dupont, 12 rue de la Paix",
        "🤷"
      })
  void whereNoPlaceIsNothingIsSent(String text) {
    assertThat(USUAL.minimise(PlaceQuery.ofText(text, "FR")).isBlank()).isTrue();
  }

  @Test
  void theHouseNumberIsSentOnlyIfWantedAndTheFlatNever() {
    PlaceQuery query = PlaceQuery.ofText("Appt 7, 12 bis rue de la Paix, 75002 Paris", "FR");

    assertThat(USUAL.minimise(query).text()).doesNotContain("12", "7,");
    assertThat(PRECISE.minimise(query).text()).isEqualTo("12 bis rue de la Paix, 75002 Paris");
  }

  @Test
  void theQuestionForTheTownIsBelievedButCleaned() {
    assertThat(town("Zernez")).isEqualTo("Zernez");
    assertThat(town("Zernez (chez Anna)")).isEqualTo("Zernez");
    assertThat(town("chez Anna à Zernez")).isEqualTo("Zernez");
    assertThat(town("Zernez 079 123 45 67")).isEqualTo("Zernez");
    assertThat(town("Anna Müller")).isEmpty();
  }

  private static String town(String answer) {
    return USUAL.minimise(new PlaceQuery("", answer, "", "Suisse", "GB")).text();
  }

  @Test
  void theCountryIsStatedOrRecognisedOrPresumed() {
    assertThat(USUAL.minimise(new PlaceQuery("", "Zernez", "", "Suisse", "GB")))
        .extracting(MinimalQuery::country, MinimalQuery::stated)
        .containsExactly("CH", true);
    assertThat(USUAL.minimise(PlaceQuery.ofText("75015 Paris", "GB")))
        .extracting(MinimalQuery::country, MinimalQuery::postcode)
        .containsExactly("FR", "75015");
    assertThat(USUAL.minimise(PlaceQuery.ofText("Trifouillis", "FR")))
        .extracting(MinimalQuery::country, MinimalQuery::stated)
        .containsExactly("FR", false);
    assertThat(USUAL.minimise(new PlaceQuery("", "Zernez", "", "Wakanda", "GB")).country())
        .isEmpty();
    assertThat(USUAL.minimise(PlaceQuery.ofText("Zernez, Suisse, Allemagne", "GB")).isBlank())
        .isTrue();
  }

  @Test
  void neitherTextNorExceptionEverShowsIt() {
    assertThat(USUAL.minimise(PlaceQuery.ofText("Londres", "GB"))).hasToString("MinimalQuery[…]");
  }

  /** A character may become eighteen, of which only as many are read as of any other text. */
  @Test
  void aTextThatGrowsWhenItIsNormalisedIsCutAgain() {
    assertThat(QueryNoise.segments("\ufdfa".repeat(ReadLimit.CHARACTERS)).stream())
        .allSatisfy(part -> assertThat(part).hasSizeLessThanOrEqualTo(ReadLimit.CHARACTERS));
    assertThat(QueryNoise.segments("\ufdfa".repeat(ReadLimit.CHARACTERS) + ", Paris"))
        .doesNotContain("Paris");
    assertThat(QueryNoise.segments("rue Haute, Paris")).containsExactly("rue Haute", "Paris");
  }

  @Test
  void whateverIsWrittenOnlySoManyNamesAreLookedUp() {
    AtomicInteger lookups = new AtomicInteger();
    Geocoder counting =
        new Geocoder() {
          @Override
          public Located locate(PlaceQuery query) {
            lookups.incrementAndGet();
            return new Located.Unclear(Message.of("place.ask.unknown"));
          }

          @Override
          public String name() {
            return "counting";
          }
        };
    QueryMinimiser minimiser = new QueryMinimiser(counting, false);
    for (Kind kind : HostileTexts.repeated()) {
      String text = kind.ofLength(HostileTexts.LONGEST_CELL);
      lookups.set(0);

      minimiser.minimise(new PlaceQuery(text, text, text, text, "FR"));

      assertThat(lookups.get()).as(kind.name()).isLessThan(500);
    }
  }

  @Test
  void nothingOfAnAddressWithSpacesIsLeft() {
    for (String text :
        List.of(
            "zyx@ zyx.example",
            "zyx@@ zyx.example",
            "a@ zyx@ zyx",
            "zyx(at)zyx (at) zyx",
            "12=zyx = zyx",
            "zyx1= zyx =zyx",
            "code=zyx1=zyx")) {
      assertThat(QueryNoise.segments(text + "\nParis").stream())
          .as(text)
          .noneMatch(part -> part.contains("zyx"))
          .contains("Paris");
    }
  }
}

package org.entraide.place.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.place.online.Lab.place;
import static org.entraide.place.online.Lab.question;
import static org.entraide.place.online.Lab.text;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.MemoryPlaceCache;
import org.entraide.place.PlaceCache;
import org.entraide.place.PlaceQuery;
import org.entraide.place.PlaceWords;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service, the cache before it and the embedded geocoder behind it. */
class FallbackTest {

  private static final PlaceQuery HAMLET = text("35999 Kerlandéan", "FR");
  private static final PlaceQuery LONDON = text("Londres", "GB");
  private static final Texts FRENCH = Texts.of("fr");

  private final Lab lab = new Lab().answering("photon.json");
  private final Geocoder photon = lab.geocoder("photon");

  @Test
  void aServiceFindsWhatTheEmbeddedOneDoesNotKnow() {
    assertThat(Lab.EMBEDDED.locate(HAMLET)).isInstanceOf(Located.Unclear.class);

    Located located = photon.locate(HAMLET);

    assertThat(place(located).provider()).isEqualTo("photon");
    assertThat(((Located.At) located).isProvisional()).isFalse();
    assertThat(FRENCH.format(PlaceWords.describe((Located.At) located)))
        .isEqualTo("Kerlandéan (ville, à 3,7 km près)");
  }

  @Test
  void whereTheServiceIsDownTheRowSaysThatThePlaceWasFoundOffline() {
    lab.failing("no connection");

    Located.At at = (Located.At) photon.locate(LONDON);

    assertThat(at.place().provider()).isEqualTo("embedded");
    assertThat(at.isProvisional()).isTrue();
    assertThat(FRENCH.format(PlaceWords.describe(at)))
        .isEqualTo(
            "Londres (ville, à 12 km près) (service en ligne indisponible\u202f: lieu trouvé hors"
                + " ligne)");
  }

  @Test
  void whereTheServiceKnowsNothingTheRowSaysSoAndThatIsFinal() {
    lab.answering(200, "{\"features\":[]}");

    Located.At at = (Located.At) photon.locate(LONDON);

    assertThat(at.isProvisional()).isFalse();
    assertThat(FRENCH.format(PlaceWords.describe(at))).contains("inconnu du service en ligne");
  }

  @Test
  void whereNeitherKnowsTheServiceThatIsDownIsNoNewsAboutThePerson() {
    lab.failing("no connection");

    assertThat(why(photon.locate(HAMLET))).isEqualTo("photon: no connection");
  }

  @Test
  void twoSureAnswersFarApartAreAskedBack() {
    lab.answering(
        200, Lab.fixture("photon.json").replace("Kerlandéan", "Londres").replace("FR", "GB"));

    assertThat(question(photon.locate(LONDON))).isEqualTo("place.ask.several");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "51.4941, -0.1738", "pareil", "chez Marie", "07 12 34 56 78"})
  void whatIsNothingForAServiceGoesToNone(String text) {
    assertThat(photon.locate(text(text, "GB"))).isEqualTo(Lab.EMBEDDED.locate(text(text, "GB")));
    assertThat(lab.requests).isEmpty();
  }

  @Test
  void theServiceSeesTheMinimumOnly() {
    photon.locate(text("Marie Dupont, 12 rue des Lilas, 35999 Kerlandéan, 06 12 34 56 78", "FR"));

    assertThat(lab.lastQuery())
        .isEqualTo("q=rue des Lilas, 35999 Kerlandéan&limit=5&lang=fr&countrycode=FR");
  }

  // ---- the cache

  @Test
  void anAnswerIsKeptForNinetyDaysAndOneWithoutAPlaceForSeven() {
    photon.locate(HAMLET);
    lab.pass(Duration.ofDays(89));
    lab.geocoder("photon").locate(HAMLET);
    assertThat(lab.requests).hasSize(1);
    lab.pass(Duration.ofDays(2));
    photon.locate(HAMLET);
    assertThat(lab.requests).hasSize(2);

    lab.answering(200, "{\"features\":[]}");
    photon.locate(text("12345 Xyz", "FR"));
    lab.pass(Duration.ofDays(6));
    photon.locate(text("12345 Xyz", "FR"));
    assertThat(lab.requests).hasSize(3);
    lab.pass(Duration.ofDays(2));
    photon.locate(text("12345 Xyz", "FR"));
    assertThat(lab.requests).hasSize(4);
  }

  @Test
  void aKeptAnswerIsTheSameAnswer() {
    Located fresh = photon.locate(HAMLET);

    assertThat(photon.locate(text("  35999 KERLANDEAN ", "FR"))).isEqualTo(fresh);
    assertThat(lab.requests).hasSize(1);
  }

  @Test
  void noFailureIsKept() {
    lab.failing("no connection");
    photon.locate(HAMLET);
    lab.answering("photon.json").pass(Duration.ofHours(2));

    assertThat(place(photon.locate(HAMLET)).provider()).isEqualTo("photon");
  }

  @Test
  void theCacheSeesHashesOfItsOwnKeyAndNeverAText() {
    List<String> seen = new ArrayList<>();
    new Lab()
        .answering("photon.json")
        .geocoder("photon", recording(lab.journal, seen))
        .locate(HAMLET);
    new Lab()
        .answering("photon.json")
        .geocoder("photon", recording(new Lab().journal, new ArrayList<>()))
        .locate(HAMLET);

    String all = String.join("\n", seen);
    assertThat(all).contains("placeKey", "keepPlace");
    assertThat(all.toLowerCase(Locale.ROOT)).doesNotContain("35999");
    assertThat(lab.journal.placeKey().orElseThrow()).matches("[0-9a-f]{64}");
    assertThat(seen)
        .filteredOn(s -> s.startsWith("place "))
        .allMatch(s -> s.matches("place \\[[0-9a-f]{64}]"));
  }

  private static PlaceCache recording(PlaceCache cache, List<String> seen) {
    return (PlaceCache)
        Proxy.newProxyInstance(
            PlaceCache.class.getClassLoader(),
            new Class<?>[] {PlaceCache.class},
            (proxy, method, args) -> {
              seen.add(method.getName() + " " + Arrays.toString(args));
              return method.invoke(cache, args);
            });
  }

  @Test
  void aCacheThatIsOnlyReadIsNotWrittenTo() {
    List<String> seen = new ArrayList<>();
    PlaceCache cache = new MemoryPlaceCache(recording(lab.journal, seen));

    lab.geocoder("photon", cache).locate(HAMLET);
    lab.geocoder("photon", cache).locate(HAMLET);

    assertThat(lab.requests).hasSize(1);
    assertThat(seen).noneMatch(call -> call.startsWith("keep"));
  }

  // ---- the pace

  @ParameterizedTest
  @CsvSource({"photon, 1000", "nominatim, 1000"})
  void noTwoQuestionsAreNearerThanAllowed(String service, long millis) {
    Geocoder geocoder = lab.answering("nominatim.json").geocoder(service);
    IntStream.range(0, 5).forEach(i -> geocoder.locate(text((35130 + i) + " Xyz", "FR")));

    assertThat(lab.requests).hasSizeGreaterThanOrEqualTo(service.equals("photon") ? 3 : 5);
    for (int i = 1; i < lab.askedAt.size(); i++) {
      assertThat(Duration.between(lab.askedAt.get(i - 1), lab.askedAt.get(i)))
          .isGreaterThanOrEqualTo(Duration.ofMillis(millis));
    }
  }

  @Test
  void aFirstPassOverManyPeopleDoesNotHoldUpAllElse() {
    IntStream.range(0, 200).forEach(i -> photon.locate(text((35000 + i) + " Xyz", "FR")));

    assertThat(lab.requests).hasSizeBetween(20, 32);
    assertThat(why(photon.locate(text("35999 Xyz", "FR"))))
        .isEqualTo("photon: enough was asked this minute, the rest later");

    lab.pass(Duration.ofMinutes(1));
    int before = lab.requests.size();
    photon.locate(text("35999 Xyz", "FR"));
    assertThat(lab.requests).hasSize(before + 1);
  }

  // ---- trouble

  @Test
  void aServiceInTroubleIsLeftAloneForLongerEachTime() {
    lab.answering(503, "");
    List<Long> minutes = new ArrayList<>();
    java.time.Instant last = lab.instant();
    int requests = 0;
    for (int minute = 0; minute < 400; minute++) {
      photon.locate(text((10000 + minute) + " Xyz", "FR"));
      if (lab.requests.size() > requests) {
        requests = lab.requests.size();
        minutes.add(Duration.between(last, lab.instant()).toMinutes());
        last = lab.instant();
      }
      lab.pass(Duration.ofMinutes(1));
    }

    assertThat(minutes).startsWith(0L);
    assertThat(minutes).isSorted();
    assertThat(minutes).hasSizeBetween(8, 14);
    assertThat(minutes.get(minutes.size() - 1)).isBetween(59L, 62L);

    lab.answering("photon.json").pass(Duration.ofHours(2));
    photon.locate(HAMLET);
    lab.answering(503, "");
    photon.locate(text("99999 Xyz", "FR"));
    lab.answering("photon.json").pass(Duration.ofSeconds(61));
    photon.locate(text("99998 Xyz", "FR"));
    assertThat(lab.requests).as("its success is not held against it").hasSize(requests + 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", " 5 ", "Wed, 25 Mar 2020 12:00:05 GMT"})
  void aServiceThatSaysWhenToComeAgainIsObeyed(String header) {
    lab.taking(Duration.ZERO).answering(429, "").retryAfter(header);
    Geocoder ban = lab.geocoder("ban");
    assertThat(why(ban.locate(text("35999 Xyz", "FR")))).isEqualTo("ban: HTTP 429");
    lab.answering("ban.json");
    lab.pass(Duration.ofMillis(4900));
    ban.locate(text("35999 Xyz", "FR"));
    assertThat(lab.requests).hasSize(1);

    lab.pass(Duration.ofMillis(200));
    ban.locate(text("35999 Xyz", "FR"));
    assertThat(lab.requests).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "99999999999999999999", "Wed, 25 Mar 1999 12:00:05 GMT"})
  void aTimeThatMeansNothingIsNoHarm(String header) {
    lab.answering(429, "").retryAfter(header);
    photon.locate(HAMLET);
    lab.answering("photon.json").pass(Duration.ofMinutes(11));

    assertThat(place(photon.locate(HAMLET)).provider()).isEqualTo("photon");
  }

  @Test
  void oneQuestionThatIsRefusedHoldsUpNoOther() {
    lab.answering(400, "{\"message\":\"q is too long: 35999 Kerlandéan\"}");
    Located refused = photon.locate(HAMLET);
    lab.answering("photon.json");
    photon.locate(HAMLET);
    assertThat(lab.requests).hasSize(1);
    assertThat(why(refused)).isEqualTo("photon: HTTP 400");

    photon.locate(text("35134 Xyz", "FR"));
    assertThat(lab.requests).hasSize(2);

    lab.pass(Duration.ofMinutes(11));
    assertThat(place(photon.locate(HAMLET)).provider()).isEqualTo("photon");
  }

  @Test
  void aServiceThatRefusesEverythingIsInTrouble() {
    lab.answering(404, "<html>");
    IntStream.range(0, 20).forEach(i -> photon.locate(text((35000 + i) + " Xyz", "FR")));

    assertThat(lab.requests).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200|<html>Kerlandéan</html>|photon: an answer that is no JSON",
        "200|{\"features\":[{\"prop|photon: an answer that is no JSON",
        "200||photon: an answer that it never gives",
        "200|{\"a\":1}|photon: an answer that it never gives",
        "301||photon: HTTP 301",
        "403|Kerlandéan|photon: HTTP 403",
        "429|Kerlandéan|photon: HTTP 429",
        "500|Kerlandéan|photon: HTTP 500"
      })
  void everyFailureSaysWhyWithoutTheQuestion(int status, String body, String why) {
    lab.answering(status, body == null ? "" : body);

    assertThat(why(photon.locate(HAMLET))).isEqualTo(why);
  }

  // ---- doctor

  @Test
  void doctorAsksForAWellKnownPlaceAndShowsWhoseDataItIs() {
    lab.answering("ban.json");
    Geocoder ban = lab.geocoder("ban");

    assertThat(ban.trouble()).isEmpty();
    assertThat(ban.attribution()).contains("Base Adresse Nationale", "Licence Ouverte");
    assertThat(ban.name()).isEqualTo("ban");
    assertThat(photon.attribution()).contains("OpenStreetMap", "ODbL");
    assertThat(lab.geocoder("postcodes-io").attribution()).contains("Royal Mail", "OS data");

    lab.failing("no connection");
    assertThat(ban.trouble().map(Texts.english()::format)).contains("ban: no connection");
    assertThat(photon.trouble().map(Texts.english()::format)).contains("photon: no connection");
  }

  private static String why(Located located) {
    return Texts.english().format(((Located.NoAnswer) located).why());
  }
}

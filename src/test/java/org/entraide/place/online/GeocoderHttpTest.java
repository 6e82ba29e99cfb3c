package org.entraide.place.online;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.entraide.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The services over HTTP, in good and bad moods. */
class GeocoderHttpTest {

  private static final WireMockServer SERVER =
      new WireMockServer(options().dynamicPort().containerThreads(8));
  private static final PlaceQuery HAMLET = Lab.text("35999 Kerlandéan", "FR");
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(10);

  private final Lab lab = new Lab();

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void stop() {
    SERVER.stop();
  }

  @BeforeEach
  void reset() {
    SERVER.resetAll();
  }

  @Test
  void aServiceIsAskedUnderOurNameForJson() {
    answer(aResponse().withBody(Lab.fixture("photon.json")));

    assertThat(Lab.place(ask(SERVER.port(), LONG)).name()).isEqualTo("Kerlandéan");
    SERVER.verify(
        1,
        getRequestedFor(urlPathEqualTo("/photon/api"))
            .withHeader("User-Agent", equalTo("Entraide/test"))
            .withHeader("Accept", equalTo("application/json"))
            .withQueryParam("q", equalTo("35999 Kerlandéan"))
            .withQueryParam("countrycode", equalTo("FR")));
    assertThat(SERVER.getAllServeEvents().get(0).getRequest().getHeaders().keys())
        .isSubsetOf(List.of("User-Agent", "Accept", "Host", "Connection", "Content-Length"));
  }

  @Test
  void aSlowServiceIsNotWaitedFor() {
    answer(aResponse().withFixedDelay(2_000).withBody("{}"));

    assertThat(why(ask(SERVER.port(), SHORT))).isEqualTo(none("no answer in time"));
  }

  @Test
  void aBodyThatDripsIsNotWaitedFor() {
    answer(aResponse().withBody(Lab.fixture("photon.json")).withChunkedDribbleDelay(20, 4_000));

    assertThat(why(ask(SERVER.port(), SHORT))).isEqualTo(none("no answer in time"));
  }

  @Test
  void noServerIsNoConnection() throws IOException {
    int nobody;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobody = socket.getLocalPort();
    }

    assertThat(why(ask(nobody, LONG))).isEqualTo(none("no connection"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
  void aConnectionThatBreaksIsNoAnswer(Fault fault) {
    answer(aResponse().withFault(fault));

    assertThat(why(ask(SERVER.port(), LONG))).isEqualTo(none("the answer broke off"));
  }

  @Test
  void garbageIsNoAnswer() {
    answer(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));

    assertThat(ask(SERVER.port(), LONG)).isInstanceOf(Located.NoAnswer.class);
  }

  @Test
  void anAnswerWithoutEndIsNoAnswer() {
    answer(aResponse().withBody("[" + " ".repeat(2 << 20) + "]"));

    assertThat(why(ask(SERVER.port(), LONG))).isEqualTo(none("the answer broke off"));
  }

  @Test
  void noQuestionIsSentOnToAnotherServer() {
    answer(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

    assertThat(why(ask(SERVER.port(), LONG))).isEqualTo(none("HTTP 302"));
    assertThat(SERVER.getAllServeEvents()).hasSize(1);
  }

  @Test
  void theHeaderThatSaysWhenToComeAgainArrives() {
    answer(aResponse().withStatus(429).withHeader("retry-after", "5"));
    Geocoder geocoder = geocoder(SERVER.port(), LONG);
    geocoder.locate(HAMLET);
    lab.pass(Duration.ofSeconds(4));
    geocoder.locate(HAMLET);
    assertThat(SERVER.getAllServeEvents()).hasSize(1);
    lab.pass(Duration.ofSeconds(2));
    geocoder.locate(HAMLET);

    assertThat(SERVER.getAllServeEvents()).hasSize(2);
  }

  private static void answer(ResponseDefinitionBuilder response) {
    SERVER.stubFor(any(anyUrl()).willReturn(response));
  }

  private Located ask(int port, Duration limit) {
    return geocoder(port, limit).locate(HAMLET);
  }

  private Geocoder geocoder(int port, Duration limit) {
    URI root = URI.create("http://127.0.0.1:" + port + "/photon/");
    return new OnlineGeocoders(lab, lab, new SplittableRandom(7), "unused")
        .open(
            new OnlineGeocoders.Wanted("photon", Optional.of(root), false),
            Lab.EMBEDDED,
            lab.journal,
            new GeocoderHttp("Entraide/test", limit));
  }

  private static String none(String why) {
    return "photon: " + why;
  }

  private static String why(Located located) {
    return Texts.english().format(((Located.NoAnswer) located).why());
  }
}

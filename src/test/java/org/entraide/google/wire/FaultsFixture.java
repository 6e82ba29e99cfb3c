package org.entraide.google.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entraide.google.GoogleServices;
import org.entraide.google.Offices;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Services of Google that fail as they are told. */
public abstract class FaultsFixture {
  public static final Duration LONG = Duration.ofSeconds(10);
  public static final Letter LETTER =
      new Letter(
          "M-7KQ47",
          Offices.DELEGATE,
          List.of(new Letter.Recipient("Zoé", "zoe@example.org")),
          "Bonjour [M-7KQ47]",
          "Bonjour");

  public final WireMockServer google =
      new WireMockServer(options().dynamicPort().containerThreads(8));

  public final Offices.Time time = new Offices.Time();
  @TempDir public Path directory;
  public GoogleServices services;

  @BeforeEach
  void open() {
    google.start();
    services = at(google.port(), LONG);
    token(json(200, "{\"access_token\":\"t\",\"expires_in\":3599,\"token_type\":\"Bearer\"}"));
  }

  @AfterEach
  void stop() {
    google.stop();
  }

  public void read() throws RemoteFailure {
    services.table("1AbC").read();
  }

  public void set() throws RemoteFailure {
    services.table("1AbC").write(List.of(new Change.SetCell(0, 1, 1, "x")), Map.of());
  }

  public void draft() throws RemoteFailure {
    services.mailbox(Offices.DELEGATE).create(LETTER);
  }

  public GoogleServices at(int port, Duration limit) {
    return Offices.services(
        directory, URI.create("http://127.0.0.1:" + port + "/"), new HttpWire(limit, limit), time);
  }

  public static RemoteFailure failureOf(ThrowingCallable call) {
    RemoteFailure failure = catchThrowableOfType(RemoteFailure.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }

  public void token(ResponseDefinitionBuilder answer) {
    google.stubFor(post(urlPathEqualTo("/token")).willReturn(answer));
  }

  public void answer(ResponseDefinitionBuilder answer) {
    google.stubFor(any(urlPathMatching("/(v4|v1|gmail)/.*")).willReturn(answer));
  }

  public static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=UTF-8")
        .withBody(body);
  }

  public static ResponseDefinitionBuilder error(int code, String status, String words) {
    return json(
        code,
        "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\"}}"
            .formatted(code, words, status));
  }

  public int calls() {
    return google.findAll(anyRequestedFor(anyUrl())).size() - tokenCalls();
  }

  public int tokenCalls() {
    return google.findAll(postRequestedFor(urlPathEqualTo("/token"))).size();
  }
}

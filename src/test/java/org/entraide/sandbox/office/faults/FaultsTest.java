package org.entraide.sandbox.office.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.api.client.googleapis.json.GoogleJsonResponseException;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.office.http.Delivery;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fault, seen by Google's own client over each carrier. */
@NullMarked
class FaultsTest {

  private enum Carrier {
    IN_PROCESS,
    HTTP
  }

  private interface Work {
    void on(Gmail client) throws IOException;
  }

  private final OfficeFixture world = new OfficeFixture();
  private final List<Duration> waited = new ArrayList<>();

  private void over(Carrier carrier, Work work) throws IOException {
    if (carrier == Carrier.IN_PROCESS) {
      work.on(world.gmailClient(world.mailToken()));
      waited.addAll(world.transport.delays());
      return;
    }
    HttpTransport net = new NetHttpTransport();
    try (OfficeServer server = OfficeServer.start(world.office, 0, waited::add)) {
      work.on(
          OfficeFixture.gmailClient(net, server.root(), OfficeFixture.bearer(world.mailToken())));
    }
  }

  private static Draft create(Gmail client) throws IOException {
    byte[] mime = OfficeFixture.mime("Bonjour", "Texte").getBytes(StandardCharsets.UTF_8);
    return client
        .users()
        .drafts()
        .create("me", new Draft().setMessage(new Message().encodeRaw(mime)))
        .execute();
  }

  static Stream<Arguments> breakages() {
    return Stream.of(Carrier.values())
        .flatMap(
            carrier ->
                Stream.of(
                    // what, whether it was done after all, what the client throws
                    Arguments.of(carrier, rule(FaultEffect.DROP), 0, IOException.class),
                    Arguments.of(
                        carrier, rule(FaultEffect.DROP).afterEffect(), 1, IOException.class),
                    Arguments.of(carrier, rule(FaultEffect.TRUNCATE), 1, IOException.class),
                    Arguments.of(
                        carrier, rule(FaultEffect.EMPTY), 1, IllegalArgumentException.class),
                    Arguments.of(
                        carrier,
                        rule(FaultEffect.UNAVAILABLE),
                        0,
                        GoogleJsonResponseException.class),
                    Arguments.of(
                        carrier,
                        rule(FaultEffect.UNAVAILABLE).afterEffect(),
                        1,
                        GoogleJsonResponseException.class),
                    Arguments.of(
                        carrier, rule(FaultEffect.BAD_GATEWAY), 0, HttpResponseException.class)));
  }

  private static Rule rule(FaultEffect effect) {
    return Rule.next(1, "gmail.write", effect);
  }

  @ParameterizedTest
  @MethodSource("breakages")
  void aBreakageStrikesOnceAndWasOrWasNotCarriedOut(
      Carrier carrier, Rule rule, int drafts, Class<? extends Throwable> thrown)
      throws IOException {
    world.office.faults().add(rule);
    over(
        carrier,
        client -> {
          Throwable failure = catchThrowable(() -> create(client));
          assertThat(failure).isInstanceOf(thrown);
          assertThat(world.mailbox.drafts()).hasSize(drafts);
          create(client);
          assertThat(world.mailbox.drafts()).hasSize(drafts + 1);
        });
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void aDelayIsWaitedForByTheCarrierAndTheAnswerIsWhole(Carrier carrier) throws IOException {
    world.office.faults().add(rule(FaultEffect.DELAY).after(Duration.ofMinutes(5)));
    over(carrier, client -> assertThat(create(client).getId()).startsWith("r"));
    assertThat(waited).containsExactly(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void aWrongTypeHidesTheErrorFromTheClient(Carrier carrier) throws IOException {
    Rule wrong = Rule.next(1, "gmail.read", FaultEffect.WRONG_TYPE);
    world.office.faults().add(wrong);
    over(
        carrier,
        client -> {
          Throwable failure =
              catchThrowable(
                  () -> client.users().drafts().get("me", "r1").setFormat("minimal").execute());
          assertThat(failure)
              .isInstanceOfSatisfying(
                  GoogleJsonResponseException.class,
                  e -> {
                    assertThat(e.getStatusCode()).isEqualTo(404);
                    assertThat(e.getDetails()).isNull();
                  });
        });
  }

  @ParameterizedTest
  @EnumSource(Carrier.class)
  void everyRefusalReachesTheClientWithItsStatus(Carrier carrier) throws IOException {
    Map<FaultEffect, Integer> refusals = new EnumMap<>(FaultEffect.class);
    for (FaultEffect effect : FaultEffect.values()) {
      int status = struck(effect).status();
      if (status >= 400) {
        refusals.put(effect, status);
      }
    }
    assertThat(refusals).hasSize(16);
    over(
        carrier,
        client ->
            refusals.forEach(
                (effect, status) -> {
                  world.office.faults().add(Rule.next(1, "gmail.read", effect));
                  Throwable failure =
                      catchThrowable(() -> client.users().getProfile("me").execute());
                  assertThat(failure)
                      .as(effect.name())
                      .isInstanceOfSatisfying(
                          HttpResponseException.class,
                          e -> assertThat(e.getStatusCode()).isEqualTo(status));
                }));
  }

  static Stream<Arguments> recorded() {
    String quota =
        """
        {"error":{"code":429,"message":"Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:603366585132'.",
         "errors":[{"message":"Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:603366585132'.","domain":"global","reason":"rateLimitExceeded"}],
         "status":"RESOURCE_EXHAUSTED","details":[
         {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMIT_EXCEEDED","domain":"googleapis.com","metadata":{"quota_limit_value":"60","service":"sheets.googleapis.com","consumer":"projects/603366585132","quota_unit":"1/min/{project}/{user}","quota_location":"global","quota_metric":"sheets.googleapis.com/read_requests","quota_limit":"ReadRequestsPerMinutePerUser"}},
         {"@type":"type.googleapis.com/google.rpc.Help","links":[{"description":"Request a higher quota limit.","url":"https://cloud.google.com/docs/quotas/help/request_increase"}]}]}}\
        """;
    return Stream.of(
        Arguments.of(FaultEffect.READ_QUOTA, 429, quota),
        Arguments.of(
            FaultEffect.WRITE_QUOTA,
            429,
            quota
                .replace("Read requests", "Write requests")
                .replace("read_requests", "write_requests")
                .replace("ReadRequests", "WriteRequests")),
        Arguments.of(
            FaultEffect.READ_QUOTA_PROJECT,
            429,
            quota
                .replace("minute per user'", "minute'")
                .replace("PerMinutePerUser", "PerMinutePerProject")
                .replace("\"60\"", "\"300\"")
                .replace("/{user}", "")),
        Arguments.of(
            FaultEffect.GMAIL_RATE,
            403,
            error(
                403,
                "Quota exceeded for quota metric 'Total Query Cost' and limit 'Units per minute per"
                    + " user' of service 'gmail.googleapis.com' for consumer"
                    + " 'project_number:603366585132'.",
                "usageLimits",
                "rateLimitExceeded",
                "PERMISSION_DENIED")),
        Arguments.of(
            FaultEffect.GMAIL_CONCURRENT,
            429,
            error(
                429,
                "Too many concurrent requests for user",
                "usageLimits",
                "rateLimitExceeded",
                "RESOURCE_EXHAUSTED")),
        Arguments.of(
            FaultEffect.GMAIL_RETRY_AFTER,
            429,
            error(
                429,
                "User-rate limit exceeded.  Retry after 2026-10-10T20:21:41.500Z",
                "usageLimits",
                "rateLimitExceeded",
                "RESOURCE_EXHAUSTED")),
        Arguments.of(
            FaultEffect.ABORTED,
            409,
            error(409, "The operation was aborted.", "global", "aborted", "ABORTED")),
        Arguments.of(
            FaultEffect.INTERNAL,
            500,
            error(500, "Internal error encountered.", "global", "backendError", "INTERNAL")),
        Arguments.of(
            FaultEffect.UNAVAILABLE,
            503,
            error(
                503,
                "The service is currently unavailable.",
                "global",
                "backendError",
                "UNAVAILABLE")));
  }

  private static String error(
      int code, String message, String domain, String reason, String status) {
    return """
    {"error":{"code":%1$d,"message":"%2$s","errors":[{"message":"%2$s","domain":"%3$s","reason":"%4$s"}],"status":"%5$s"}}\
    """
        .formatted(code, message, domain, reason, status);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void theBodiesAreThoseRecorded(FaultEffect effect, int status, String body) {
    Rule rule = Rule.next(0, "forms.read", effect).until(Instant.parse("2026-10-10T20:21:41.500Z"));
    world.office.faults().add(rule);

    OfficeResponse answer = deliver("GET", "/v1/forms/form-1", world.formsToken()).response();
    OfficeResponse second =
        deliver("GET", "/v1/forms/form-1?$.xgafv=2", world.formsToken()).response();

    assertThat(answer.status()).isEqualTo(status);
    assertThat(OfficeJson.parse(answer.text())).isEqualTo(OfficeJson.parse(body));
    assertThat(OfficeJson.parse(second.text()).path("error").has("errors")).isFalse();
  }

  private Delivery deliver(String method, String path, String token) {
    return world.office.deliver(OfficeFixture.request(method, path, token, ""));
  }

  @Test
  void theOtherRefusalsHaveTheirShapes() {
    assertThat(struck(FaultEffect.UNAUTHENTICATED).headers()).containsKey("WWW-Authenticate");
    assertThat(struck(FaultEffect.FORBIDDEN).text())
        .contains("The caller does not have permission");
    assertThat(struck(FaultEffect.NOT_FOUND).status()).isEqualTo(404);
    assertThat(struck(FaultEffect.GMAIL_DAILY).text()).contains("dailyLimitExceeded");
    assertThat(struck(FaultEffect.SERVICE_DISABLED).text())
        .contains("SERVICE_DISABLED", "activationUrl", "LocalizedMessage", "forms.googleapis.com");
    OfficeResponse gateway = struck(FaultEffect.BAD_GATEWAY);
    assertThat(gateway.headers()).containsEntry("Content-Type", "text/html; charset=UTF-8");
    assertThat(gateway.text()).contains("Error 502 (Server Error)!!1");
  }

  private OfficeResponse struck(FaultEffect effect) {
    world.office.faults().add(Rule.next(1, "forms.read", effect));
    return deliver("GET", "/v1/forms/form-1", world.formsToken()).response();
  }

  @Test
  void theTokenEndpointFailsInItsOwnShape() {
    world.office.faults().add(Rule.next(1, "token", FaultEffect.INTERNAL));
    OfficeResponse answer = deliver("POST", "/token", "").response();
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.text()).isEqualTo("{\n \"error\": \"internal_failure\"\n}");
  }

  @Test
  void chanceIsSeeded() {
    List<Integer> once = run();
    assertThat(once).isEqualTo(run());
    assertThat(once).contains(200, 503);
  }

  private static List<Integer> run() {
    OfficeFixture world = new OfficeFixture();
    world
        .office
        .faults()
        .add(Rule.next(0, "forms.read", FaultEffect.UNAVAILABLE).withProbability(0.5));
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String token = world.formsToken();
      OfficeRequest request = OfficeFixture.request("GET", "/v1/forms/form-1", token, "");
      statuses.add(world.office.deliver(request).response().status());
    }
    return statuses;
  }

  @Test
  void rulesComeAndGoUnderOffice() {
    String rule =
        """
        {"kind":"forms.read","path":"/v1/forms/form-1","times":2,"effect":"ABORTED","delayMillis":50}\
        """;
    @Nullable String listed = world.people("POST", "faults", rule).text();
    assertThat(listed).contains("\"effect\": \"ABORTED\"", "\"delayMillis\": 50");

    assertThat(deliver("GET", "/v1/forms/form-2", world.formsToken()).response().status())
        .isEqualTo(404);
    for (int i = 0; i < 2; i++) {
      Delivery delivery = deliver("GET", "/v1/forms/form-1", world.formsToken());
      assertThat(delivery.response().status()).isEqualTo(409);
      assertThat(delivery.delay()).isEqualTo(Duration.ofMillis(50));
    }
    assertThat(deliver("GET", "/v1/forms/form-1", world.formsToken()).response().status())
        .isEqualTo(200);

    world.people("POST", "faults", rule);
    assertThat(world.people("DELETE", "faults", "").status()).isEqualTo(204);
    assertThat(world.people("GET", "faults", "").text()).doesNotContain("ABORTED");
    assertThat(world.people("POST", "faults", "{\"effect\":\"NO\"}").status()).isEqualTo(400);
    assertThat(world.people("POST", "faults", "{\"kind\":\"(\"}").status()).isEqualTo(400);
  }
}

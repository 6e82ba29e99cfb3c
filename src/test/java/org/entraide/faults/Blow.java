package org.entraide.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.entraide.google.wire.Wire;
import org.entraide.google.wire.Wire.Answer;
import org.entraide.google.wire.Wire.Call;
import org.entraide.sandbox.office.http.OfficeJson;

/** How a request goes wrong. */
@FunctionalInterface
interface Blow {

  /** How long the daemon waits for an answer, or for more of it. */
  Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * Lets a request go wrong.
   *
   * @throws IOException as the real wire would
   */
  Answer strike(Request request) throws IOException;

  /**
   * What goes wrong.
   *
   * @param wire to the office, which does what is asked
   * @param signIn whether a token is asked for
   * @param now Google's time
   * @param waits lets time pass until the daemon gives up waiting
   */
  record Request(Wire wire, Call call, boolean signIn, Instant now, Consumer<Duration> waits) {

    byte[] done() throws IOException {
      try (InputStream body = wire.exchange(call).body()) {
        return body.readAllBytes();
      }
    }
  }

  /** As the daemon's wire does: nothing was sent. */
  static ConnectException unsent(IOException why) {
    ConnectException unsent = new ConnectException("no connection: " + why.getMessage());
    unsent.initCause(why);
    return unsent;
  }

  private static Answer answer(int status, String type, byte[] body) {
    Map<String, List<String>> headers = new HashMap<>();
    headers.put("Content-Type", List.of(type + "; charset=UTF-8"));
    return new Answer(status, headers, new ByteArrayInputStream(body));
  }

  private static Answer json(int status, String body) {
    return answer(status, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Nothing is done, and the answer says why.
   *
   * @param reason in both shapes of Google's; a detail after a slash
   * @param error what the token endpoint says instead
   */
  static Blow refused(int code, String status, String message, String reason, String error) {
    String[] reasons = reason.split("/", 2);
    String detail = reasons.length > 1 ? reasons[1] : "";
    return request ->
        json(
            code,
            request.signIn()
                ? Bodies.refusal(error, message)
                : Bodies.refusal(code, status, message, reasons[0], detail));
  }

  /**
   * Too fast; nothing is done.
   *
   * @param header what {@code Retry-After} says from now on; empty for none
   * @param words what the message says, likewise
   */
  static Blow throttled(UnaryOperator<String> header, UnaryOperator<String> words) {
    return request -> {
      String now = request.now().toString();
      String body =
          Bodies.refusal(429, "RESOURCE_EXHAUSTED", words.apply(now), "rateLimitExceeded", "");
      Answer answer = json(429, request.signIn() ? Bodies.refusal("slow_down", "") : body);
      String after = header.apply(now);
      if (!after.isEmpty()) {
        answer.headers().put("Retry-After", List.of(after));
      }
      return answer;
    };
  }

  /** A minute from then, as a date (RFC 9110 §10.2.3). */
  static String inAMinute(String now) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        Instant.parse(now).plusSeconds(60).atOffset(ZoneOffset.UTC));
  }

  /** Whoever asks has another time than Google: no sign-in is good, and each date misleads. */
  static Blow misdated() {
    Blow unsigned =
        refused(
            400,
            "",
            "Invalid JWT: Token must be a short-lived token (60 minutes)",
            "",
            "invalid_grant");
    Blow tooFast = throttled(Blow::inAMinute, now -> "Quota exceeded");
    return request -> (request.signIn() ? unsigned : tooFast).strike(request);
  }

  /** A front end answers, and nothing is done. */
  static Blow page(int status) {
    return request ->
        answer(status, "text/html", Bodies.page("Sign in").getBytes(StandardCharsets.UTF_8));
  }

  /** All is done, and the answer is another one. */
  static Blow spoilt(UnaryOperator<byte[]> body) {
    return request -> answer(200, "application/json", body.apply(request.done()));
  }

  /** All is done, and the answer is called HTML. */
  static Blow misnamed() {
    return request -> answer(200, "text/html", request.done());
  }

  /** All is done, and the answer is JSON of another kind; nothing where there is none. */
  static Blow rewritten(UnaryOperator<JsonNode> rewriting) {
    return spoilt(
        body ->
            body.length == 0
                ? body
                : OfficeJson.compact(
                        rewriting.apply(OfficeJson.parse(new String(body, StandardCharsets.UTF_8))))
                    .getBytes(StandardCharsets.UTF_8));
  }

  /** All is done, and the front end says that it was not. */
  static Blow denied(int code) {
    return request -> {
      request.done();
      return json(code, Bodies.refusal(code, "UNAVAILABLE", "Backend Error", "backendError", ""));
    };
  }

  /** All is done, and half of the answer comes. */
  static Blow cut(Supplier<IOException> end, Duration wait) {
    return request -> {
      byte[] whole = request.done();
      InputStream half = new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2));
      InputStream rest =
          new InputStream() {
            @Override
            public int read() throws IOException {
              request.waits().accept(wait);
              throw end.get();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
              return read();
            }
          };
      return new Answer(
          200,
          Map.of("Content-Type", List.of("application/json; charset=UTF-8")),
          new SequenceInputStream(half, rest));
    };
  }

  /** Nothing is done. */
  static Blow before(Supplier<IOException> end) {
    return request -> {
      throw end.get();
    };
  }

  /** All is done, and no answer comes. */
  static Blow after(Supplier<IOException> end, Duration wait) {
    return request -> {
      request.done();
      request.waits().accept(wait);
      throw end.get();
    };
  }
}

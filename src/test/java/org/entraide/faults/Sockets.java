package org.entraide.faults;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.entraide.google.wire.Wire;
import org.entraide.google.wire.Wire.Answer;
import org.entraide.google.wire.Wire.Call;
import org.entraide.google.wire.Wires;

/** Lets requests go wrong on their way through real sockets of this machine. */
final class Sockets implements AutoCloseable {

  /** How long the daemon's wire waits here; in the time of its clock it is the usual while. */
  private static final Duration LIMIT = Duration.ofMillis(250);

  private static final int TOO_LONG = (int) LIMIT.multipliedBy(2).toMillis();

  /** A name with a part that is longer than names may be: no resolver is asked for it. */
  private static final String NO_NAME = "n".repeat(64) + ".invalid";

  private final Wire wire = Wires.http(LIMIT);
  private final WireMockServer between =
      new WireMockServer(options().dynamicPort().dynamicHttpsPort().containerThreads(16));

  Sockets() {
    between.start();
  }

  /** Somebody in between answers instead. */
  Blow answered(ResponseDefinitionBuilder answer) {
    return request -> {
      between.resetAll();
      between.stubFor(any(anyUrl()).willReturn(answer));
      return sent(request, to("http", "127.0.0.1", between.port()));
    };
  }

  /** It arrives, and the beginning of the answer takes too long. */
  Blow late() {
    return request -> {
      between.resetAll();
      URI root = request.call().uri().resolve("/");
      between.stubFor(
          any(anyUrl())
              .willReturn(
                  aResponse()
                      .proxiedFrom(root.toString().replaceAll("/$", ""))
                      .withFixedDelay(TOO_LONG)));
      return sent(request, to("http", "127.0.0.1", between.port()));
    };
  }

  /** An answer begins and goes on too slowly. */
  Blow trickling() {
    return answered(
        aResponse()
            .withHeader("Content-Type", "application/json")
            .withBody("{\"a\":\"" + "x".repeat(1000) + "\"}")
            .withChunkedDribbleDelay(3, 3 * TOO_LONG));
  }

  /** The office itself does something with the connection: its faults are set already. */
  Blow untouched() {
    return request -> sent(request, uri -> uri);
  }

  /** Nobody knows the name. */
  Blow unnamed() {
    return request -> sent(request, to("http", NO_NAME, between.port()));
  }

  /** The certificate is nobody's that is trusted. */
  Blow untrusted() {
    return request -> sent(request, to("https", "127.0.0.1", between.httpsPort()));
  }

  private static UnaryOperator<URI> to(String scheme, String host, int port) {
    return uri ->
        URI.create(
            scheme + "://" + host + ":" + port + uri.toString().replaceFirst("^http://[^/]+", ""));
  }

  private Answer sent(Blow.Request request, UnaryOperator<URI> way) throws IOException {
    Call call = request.call();
    try {
      Answer answer =
          wire.exchange(
              new Call(call.method(), way.apply(call.uri()), call.headers(), call.body()));
      try (InputStream body = answer.body()) {
        return new Answer(
            answer.status(), answer.headers(), new ByteArrayInputStream(body.readAllBytes()));
      }
    } catch (SocketTimeoutException e) {
      request.waits().accept(Blow.PATIENCE);
      throw e;
    }
  }

  @Override
  public void close() {
    between.stop();
  }
}

package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.entraide.google.GoogleServices;
import org.entraide.google.quota.Quotas;
import org.entraide.group.MemoryBudget;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no well-behaved HTTP server can be made to do. */
class HttpWireTest {

  private final CountDownLatch seen = new CountDownLatch(1);
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void aBodyShorterThanPromisedIsNotTakenForWhole() throws Exception {
    CompletableFuture<Void> served =
        serve("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":", true);

    Wire.Answer answer = new HttpWire().exchange(get());

    try (InputStream body = answer.body()) {
      // newer versions of Java notice by themselves, in other words
      assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }
    served.join();
  }

  @Test
  void aWholeBodyIsRead() throws Exception {
    CompletableFuture<Void> served =
        serve("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{\"a\":", true);

    Wire.Answer answer = new HttpWire().exchange(get());

    try (InputStream body = answer.body()) {
      assertThat(body.readAllBytes()).hasSize(5);
    }
    assertThat(answer.status()).isEqualTo(200);
    served.join();
  }

  @Test
  void aBodyThatStallsIsGivenUp() throws Exception {
    CompletableFuture<Void> served =
        serve("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"a\":", false);

    Wire.Answer answer =
        new HttpWire(Duration.ofSeconds(5), Duration.ofMillis(200)).exchange(get());

    try (InputStream body = answer.body()) {
      assertThatThrownBy(body::readAllBytes).isInstanceOf(SocketTimeoutException.class);
      seen.countDown();
    }
    served.join();
  }

  /** Where the handshake goes by the limit for reading, this takes an hour. */
  @Test
  @Timeout(60)
  void aHandshakeThatIsNotAnsweredIsGivenUpAsAConnectionIs() {
    URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/"); // nobody answers
    HttpWire wire = new HttpWire(Duration.ofMillis(200), Duration.ofHours(1));

    assertThatThrownBy(() -> wire.exchange(new Wire.Call("GET", uri, Map.of(), new byte[0])))
        .isInstanceOf(ConnectException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  /** What a lease allows for: a request is not sent later than that after the lease was read. */
  @Test
  void aHandshakeOfAGroupIsLimitedToFiveSecondsAndAnyOtherToTwenty() throws IOException {
    InstantSource clock = InstantSource.system();
    MemoryBudget budget = new MemoryBudget(clock, Duration.ofMinutes(1));

    assertThat(handshakeOf(GoogleServices.wire(new Quotas(clock, Optional.of(budget)))))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(handshakeOf(GoogleServices.wire(new Quotas(clock))))
        .isEqualTo(Duration.ofSeconds(20));
  }

  /** As it does to repeat a request where a connection that was kept is no more. */
  @Test
  void aConnectionThatTheJdkMadeByItselfAndClosedDoesNotHinderTheNext() throws Exception {
    HttpWire wire = new HttpWire();
    handshakeOf(wire);
    server.accept().close();
    CompletableFuture<Void> served = serve("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", true);

    assertThat(wire.exchange(get()).status()).isEqualTo(200);
    served.join();
  }

  /** The limit that a socket has while its handshake is made. */
  private Duration handshakeOf(HttpWire wire) throws IOException {
    String host = "127.0.0.1";
    try (Socket plain = new Socket(host, server.getLocalPort());
        Socket secure = wire.handshakes().createSocket(plain, host, server.getLocalPort(), true)) {
      return Duration.ofMillis(secure.getSoTimeout());
    }
  }

  @Test
  void whatMayNotBeSentAnyMoreOnceThereIsAConnectionIsNotSent() throws Exception {
    CompletableFuture<Integer> first =
        Beside.get(
            () -> {
              try (Socket socket = server.accept()) {
                return socket.getInputStream().read();
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    Wire.Call get = get();
    Wire.Call late =
        new Wire.Call(
            get.method(),
            get.uri(),
            get.headers(),
            get.body(),
            () -> {
              throw new IllegalStateException("the lease is over");
            });

    assertThatThrownBy(() -> new HttpWire().exchange(late)).hasMessage("the lease is over");
    assertThat(first.join()).isEqualTo(-1);
  }

  private Wire.Call get() {
    URI uri = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    return new Wire.Call("GET", uri, Map.of("Accept", List.of("*/*")), new byte[0]);
  }

  /** Answers one connection, and then hangs up at once or only when the test has seen enough. */
  private CompletableFuture<Void> serve(String answer, boolean hangUp) {
    return Beside.run(
        () -> {
          try (Socket socket = server.accept()) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[4096];
            assertThat(in.read(buffer)).isPositive();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            if (!hangUp) {
              seen.await();
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }
}

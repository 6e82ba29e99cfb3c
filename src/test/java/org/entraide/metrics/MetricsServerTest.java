package org.entraide.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entraide.testkit.MovableClock;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

  private final MovableClock time = new MovableClock();
  private final Monitor monitor = new Monitor("0", List.of("londres"), time, time);

  /** By hand: the clients of the JDK choose the Host header themselves. */
  private static String send(MetricsServer server, String... lines) throws IOException {
    URI root = URI.create(server.root());
    try (Socket socket = new Socket(InetAddress.getByName(root.getHost()), root.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aFreePortIsFoundAndBothPagesAreServedThere() throws IOException {
    try (MetricsServer server = MetricsServer.start(monitor, "127.0.0.1", 0)) {
      String healthy =
          send(server, "GET /healthz HTTP/1.1", "Host: localhost", "Connection: close");
      String metrics =
          send(server, "GET /metrics?x HTTP/1.1", "Host: localhost", "Connection: close");

      assertThat(server.root()).matches("http://127\\.0\\.0\\.1:[1-9]\\d+");
      assertThat(healthy)
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("X-Content-Type-Options: nosniff")
          .endsWith("\r\n\r\nok, campaigns: 1\n");
      assertThat(metrics)
          .startsWith("HTTP/1.1 200 ")
          .contains("entraide_cycles_total{campaign=\"londres\",outcome=\"quiet\"} 0.0\n");
    }
  }

  @Test
  void whatKeepsItFromBeingServedIsToldBeforehand() throws IOException {
    int port;
    try (MetricsServer server = MetricsServer.start(monitor, "127.0.0.1", 0)) {
      port = Integer.parseInt(server.root().replaceFirst(".*:", ""));
      assertThat(MetricsServer.obstacle("127.0.0.1", port)).isPresent();
    }
    assertThat(MetricsServer.obstacle("127.0.0.1", port)).isEmpty();
  }

  @Test
  void theHeadIsTheSameWithoutABody() throws IOException {
    try (MetricsServer server = MetricsServer.start(monitor, "localhost", 0)) {
      assertThat(send(server, "HEAD /healthz HTTP/1.1", "Host: localhost", "Connection: close"))
          .startsWith("HTTP/1.1 200 ")
          .containsIgnoringCase("Content-Length: 17\r\n")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void anotherMachinesNameAndAChangeAreRefusedOverTheWireAsWell() throws IOException {
    try (MetricsServer server = MetricsServer.start(monitor, "127.0.0.1", 0)) {
      assertThat(send(server, "GET /metrics HTTP/1.1", "Host: evil.example", "Connection: close"))
          .startsWith("HTTP/1.1 403 ")
          .doesNotContain("londres");
      assertThat(
              send(
                  server,
                  "POST /metrics HTTP/1.1",
                  "Host: localhost",
                  "Content-Length: 0",
                  "Connection: close"))
          .startsWith("HTTP/1.1 405 ")
          .containsIgnoringCase("Allow: GET, HEAD\r\n");
    }
  }

  @Test
  void aPortThatIsTakenIsSaid() throws IOException {
    try (MetricsServer first = MetricsServer.start(monitor, "127.0.0.1", 0)) {
      int port = URI.create(first.root()).getPort();

      assertThatThrownBy(() -> MetricsServer.start(monitor, "127.0.0.1", port))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void anAddressThatOthersReachIsNotServed() {
    assertThatThrownBy(() -> MetricsServer.start(monitor, "0.0.0.0", 0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no address of this machine alone");
  }

  @Test
  void onceClosedNobodyIsThere() throws IOException {
    MetricsServer server = MetricsServer.start(monitor, "127.0.0.1", 0);
    server.close();

    assertThatThrownBy(() -> send(server, "GET /healthz HTTP/1.1", "Host: localhost"))
        .isInstanceOf(ConnectException.class);
  }
}

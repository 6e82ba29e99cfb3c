package org.entraide.sandbox.office.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** What other programs of this machine serve to it. For use by several threads. */
public final class LocalServers {

  /** A program that is being started or killed does not answer, and nobody waits for it. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI address;

  /**
   * @param path from a slash on
   */
  public LocalServers(int port, String path) {
    address = URI.create("http://127.0.0.1:" + port + path);
  }

  /** A port where another program can listen; somebody else may take it first, once in years. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** What is served there now; empty where nothing is. */
  public Optional<String> ask() {
    try {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() == OK ? Optional.of(answer.body()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it has not begun to serve, or is gone
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

package org.entraide.sandbox.office;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Delivery;
import org.entraide.sandbox.office.http.Delivery.Carriage;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.RequestKinds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries an {@link Office} over HTTP on the loopback interface. */
public final class OfficeServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OfficeServer.class);
  private static final int THREADS = 8;

  static {
    // Without it, Nagle's algorithm and delayed acknowledgements cost 40 ms a request. The server
    // reads this once, when its first class is loaded.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Office office;
  private final Sleeper sleeper;
  private final HttpServer server;
  private final ExecutorService threads;

  /** Waits, as a fault's delay asks. */
  @FunctionalInterface
  public interface Sleeper {
    void sleep(Duration pause) throws InterruptedException;
  }

  private OfficeServer(Office office, Sleeper sleeper, HttpServer server) {
    this.office = office;
    this.sleeper = sleeper;
    this.server = server;
    this.threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "office");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param sleeper how delays are waited for
   * @throws IOException if the port is taken
   */
  public static OfficeServer start(Office office, int port, Sleeper sleeper) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    OfficeServer started = new OfficeServer(office, sleeper, HttpServer.create(address, 0));
    started.server.createContext("/", started::serve);
    started.server.setExecutor(started.threads);
    started.server.start();
    return started;
  }

  /** The root of everything, such as {@code http://127.0.0.1:8025/}. */
  public String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    // closing an exchange that was not answered closes its connection
    try (exchange) {
      Delivery delivery = deliver(exchange);
      if (!delivery.delay().isZero()) {
        sleeper.sleep(delivery.delay());
      }
      if (delivery.carriage() != Carriage.DROPPED) {
        send(exchange, delivery);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Delivery deliver(HttpExchange exchange) throws IOException {
    OfficeRequest request = request(exchange);
    try {
      return office.deliver(request);
    } catch (RuntimeException e) {
      // Without this the server would close the connection and say nothing to anybody. The
      // exception's message may quote what a person typed, so it is left out.
      LOG.error(
          "The office could not answer {} {}: {} at {}",
          request.method(),
          RequestKinds.template(request),
          e.getClass().getName(),
          Arrays.stream(e.getStackTrace()).limit(3).toList());
      return Delivery.whole(
          OfficeResponse.refusal(
              new ApiException(500, "INTERNAL", "Internal error encountered.", null, "", List.of()),
              true));
    }
  }

  private static OfficeRequest request(HttpExchange exchange) throws IOException {
    boolean gzip =
        "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream plain = exchange.getRequestBody();
        InputStream body = gzip ? new GZIPInputStream(plain) : plain) {
      return OfficeRequest.of(
          exchange.getRequestMethod(),
          exchange.getRequestURI().toString(),
          exchange.getRequestHeaders(),
          body.readAllBytes());
    }
  }

  private static void send(HttpExchange exchange, Delivery delivery) throws IOException {
    OfficeResponse response = delivery.response();
    response.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = response.body();
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    if (body.length > 0 && accepted != null && accepted.contains("gzip")) {
      exchange.getResponseHeaders().set("Content-Encoding", "gzip");
      body = gzip(body);
    }
    if (delivery.carriage() == Carriage.TRUNCATED) {
      exchange.sendResponseHeaders(response.status(), Math.max(1, body.length));
      OutputStream out = exchange.getResponseBody();
      out.write(body, 0, body.length / 2);
      out.flush();
      return;
    }
    // a length of 0 means chunks, -1 means nothing at all
    exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : 0);
    if (body.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(body.length / 4 + 64);
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(body);
    }
    return zipped.toByteArray();
  }
}

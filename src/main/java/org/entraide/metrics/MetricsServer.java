package org.entraide.metrics;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries {@link MetricsPages} over HTTP on a loopback address. */
public final class MetricsServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MetricsServer.class);

  /** Two, so that a slow asker keeps no other waiting; a thread costs half a megabyte. */
  private static final int THREADS = 2;

  private static final int IDLE_SECONDS = 30;

  static {
    // Half a request would hold a thread for ever. Seconds; read when the first server is made.
    System.setProperty("sun.net.httpserver.maxReqTime", "20");
  }

  private final HttpServer server;
  private final MetricsPages pages;
  private final ThreadPoolExecutor threads;

  private MetricsServer(HttpServer server, MetricsPages pages) {
    this.server = server;
    this.pages = pages;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "metrics");
              thread.setDaemon(true);
              return thread;
            });
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * Starts to serve.
   *
   * @param host a loopback address, or a name for one
   * @param port 0 for any free one
   * @throws IOException if the port is taken or forbidden, or others could reach the address
   */
  public static MetricsServer start(Monitor monitor, String host, int port) throws IOException {
    InetAddress address = InetAddress.getByName(host);
    if (!address.isLoopbackAddress()) {
      throw new IOException(host + " is no address of this machine alone");
    }
    HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
    MetricsServer started = new MetricsServer(server, new MetricsPages(monitor));
    server.createContext("/", started::serve);
    server.setExecutor(started.threads);
    server.start();
    return started;
  }

  /**
   * Says why nothing could be served there now; empty where something could. Listens for an instant
   * and serves nothing.
   */
  public static Optional<String> obstacle(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** The address of the pages, such as {@code http://127.0.0.1:9464}. */
  public String root() {
    InetSocketAddress address = server.getAddress();
    String host = address.getAddress().getHostAddress();
    return "http://" + (host.contains(":") ? "[::1]" : host) + ":" + address.getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    // closing an exchange that was not answered closes its connection
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private MetricsAnswer answer(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    try {
      return pages.answer(
          new MetricsQuestion(
              exchange.getRequestMethod(),
              String.valueOf(exchange.getRequestURI().getPath()),
              Optional.ofNullable(headers.getFirst("Host")),
              Optional.ofNullable(headers.getFirst("Accept"))));
    } catch (RuntimeException e) {
      // Without this neither the client nor the log would show it.
      log.error("a bug: {}", e.getClass().getName(), e);
      return MetricsAnswer.line(500, "This is a bug; the daemon's log says more.");
    }
  }

  private static void send(HttpExchange exchange, MetricsAnswer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    answer.headers().forEach(headers::set);
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", String.valueOf(answer.body().length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }
}

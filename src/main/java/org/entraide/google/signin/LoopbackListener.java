package org.entraide.google.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Waits on 127.0.0.1 for the browser to come back, once: every other request, and every later one,
 * gets "not found".
 */
final class LoopbackListener implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService thread;
  private final String state;
  private final ClosingPage page;
  private final Consumer<BrowserAnswer> answered;
  private final AtomicBoolean over = new AtomicBoolean();

  private LoopbackListener(
      HttpServer server, String state, ClosingPage page, Consumer<BrowserAnswer> answered) {
    this.server = server;
    this.state = state;
    this.page = page;
    this.answered = answered;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "sign-in");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Starts to wait.
   *
   * @param port 0 for a free one
   * @param state what the answer must carry
   * @param answered is given the answer when the browser has its page
   * @throws IOException if nobody may listen there
   */
  static LoopbackListener open(
      int port, String state, ClosingPage page, Consumer<BrowserAnswer> answered)
      throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server;
    try {
      server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    } catch (BindException e) {
      throw new IOException(
          "the port %d of 127.0.0.1 is taken or forbidden; use another --port, or --paste"
              .formatted(port),
          e);
    }
    LoopbackListener made = new LoopbackListener(server, state, page, answered);
    server.createContext("/", made::serve);
    server.setExecutor(made.thread);
    server.start();
    return made;
  }

  /** The address that the browser comes back to. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<BrowserAnswer> answer = answer(exchange);
      if (answer.isEmpty() || !over.compareAndSet(false, true)) {
        send(exchange, 404, page.nothingHere());
        return;
      }
      try {
        send(exchange, 200, page.after(answer.get()));
      } finally {
        answered.accept(answer.get()); // also when the browser went away meanwhile
      }
    }
  }

  private Optional<BrowserAnswer> answer(HttpExchange exchange) {
    // A page that made its own name resolve to this machine still sends that name.
    String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
    boolean toThisHost = address().equals("http://" + host + "/");
    boolean forAnswer =
        exchange.getRequestMethod().equals("GET") && exchange.getRequestURI().getPath().equals("/");
    return toThisHost && forAnswer
        ? BrowserAnswer.ofQuery(exchange.getRequestURI().getRawQuery(), state)
        : Optional.empty();
  }

  private static void send(HttpExchange exchange, int status, String html) throws IOException {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'");
    exchange.getResponseHeaders().set("Connection", "close");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
    thread.shutdownNow();
  }
}

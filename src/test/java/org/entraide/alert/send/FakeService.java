package org.entraide.alert.send;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A service that takes alerts over HTTP, well or badly. */
public final class FakeService implements AutoCloseable {

  /** How it answers. */
  public enum Mood {
    TAKES,
    FAILS,
    REDIRECTS,
    HANGS,
    SENDS_MEGABYTES,
    BREAKS_OFF
  }

  private static final int MEGABYTES = 64;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile Mood mood;
  private final AtomicLong written = new AtomicLong();

  public FakeService(Mood mood) {
    this.mood = mood;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void becomes(Mood other) {
    mood = other;
  }

  /** Method, path and body of each request. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** How many bytes of an answer it could write. */
  long written() {
    return written.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
    switch (mood) {
      case TAKES -> exchange.sendResponseHeaders(204, -1);
      case FAILS -> exchange.sendResponseHeaders(500, -1);
      case REDIRECTS -> {
        exchange.getResponseHeaders().add("Location", address("/elsewhere").toString());
        exchange.sendResponseHeaders(307, -1);
      }
      case HANGS -> hang();
      case SENDS_MEGABYTES -> sendMegabytes(exchange);
      case BREAKS_OFF -> exchange.close();
    }
    exchange.close();
  }

  private void hang() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendMegabytes(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] megabyte = new byte[1 << 20];
    try (OutputStream body = exchange.getResponseBody()) {
      for (int i = 0; i < MEGABYTES; i++) {
        body.write(megabyte);
        written.addAndGet(megabyte.length);
      }
    }
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}

package org.entraide.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;

/** Another door of a world's office, where somebody sees each request before and after. */
@NullMarked
final class Gate implements AutoCloseable {

  private static final Pattern NUMBERS = Pattern.compile("/(drafts|threads|messages)/[^/:]+");

  /** What happens at the door. */
  interface Keeper {

    /**
     * A request has come, and nothing of it is done.
     *
     * @return whether it is let in; else no answer ever comes
     */
    boolean lets(int number, String request) throws InterruptedException;

    /**
     * It is done, and the answer not yet given.
     *
     * @return whether the answer is given
     */
    boolean answers(int number, String request) throws InterruptedException;
  }

  /** Lets everybody in. */
  static final Keeper OPEN =
      new Keeper() {
        @Override
        public boolean lets(int number, String request) {
          return true;
        }

        @Override
        public boolean answers(int number, String request) {
          return true;
        }
      };

  private final World world;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<String> requests = new ArrayList<>();
  private volatile Keeper keeper = OPEN;

  Gate(World world) {
    this.world = world;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  private String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** Writes the world's configuration so that a process comes through here. */
  Path configuration(String... moreLines) throws IOException {
    Path file = world.configuration(moreLines);
    for (Path each : List.of(file, world.directory.resolve("credentials.json"))) {
      Files.writeString(each, Files.readString(each).replace(world.root(), root()));
    }
    return file;
  }

  /** From now on, requests being counted from 0. */
  void keptBy(Keeper now) {
    synchronized (requests) {
      requests.clear();
      keeper = now;
    }
  }

  /** What was asked for since then, by method and path without ids. */
  List<String> requests() {
    synchronized (requests) {
      return List.copyOf(requests);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    // closing an exchange that was not answered closes its connection
    try (exchange) {
      OfficeRequest request = request(exchange);
      String name = request.method() + " " + NUMBERS.matcher(request.rawPath()).replaceAll("/$1/*");
      int number;
      Keeper now;
      synchronized (requests) {
        number = requests.size();
        requests.add(name);
        now = keeper;
      }
      if (now.lets(number, name)) {
        OfficeResponse answer = world.office.handle(request);
        if (now.answers(number, name)) {
          answer.headers().forEach(exchange.getResponseHeaders()::set);
          byte[] body = answer.body();
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static OfficeRequest request(HttpExchange exchange) throws IOException {
    boolean zipped =
        "gzip".equalsIgnoreCase(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream plain = exchange.getRequestBody();
        InputStream body = zipped ? new GZIPInputStream(plain) : plain) {
      return OfficeRequest.of(
          exchange.getRequestMethod(),
          exchange.getRequestURI().toString(),
          exchange.getRequestHeaders(),
          body.readAllBytes());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

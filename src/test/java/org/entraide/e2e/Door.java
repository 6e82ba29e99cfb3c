package org.entraide.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.jspecify.annotations.NullMarked;

/** One daemon's own way to the office, where what it asks of spreadsheets is noted. */
@NullMarked
final class Door implements AutoCloseable {

  private static final Pattern SPREADSHEET = Pattern.compile("/v4/spreadsheets/([^/:?]+).*");

  /**
   * A request to a spreadsheet, by the office's time.
   *
   * @param door whose daemon it was
   * @param begun in nanoseconds
   * @param isFirst whether passes begin with it
   */
  record Entry(String spreadsheet, int door, long begun, long ended, boolean isFirst) {}

  /** Hears of each. */
  interface Clerk {
    void note(Entry entry);
  }

  private final Office office;
  private final int number;
  private final Clerk clerk;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private volatile boolean shut;

  Door(Office office, int number, Clerk clerk) {
    this.office = office;
    this.number = number;
    this.clerk = clerk;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** As if the way to Google were cut: nothing gets in, and no answer gets out. */
  void shut(boolean now) {
    shut = now;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) { // one that was not answered has its connection closed
      OfficeRequest request = Gate.request(exchange);
      if (shut) {
        return;
      }
      long begun = System.nanoTime();
      OfficeResponse answer = office.handle(request);
      Matcher spreadsheet = SPREADSHEET.matcher(request.rawPath());
      if (spreadsheet.matches()) {
        boolean first = request.method().equals("GET");
        clerk.note(new Entry(spreadsheet.group(1), number, begun, System.nanoTime(), first));
      }
      if (shut) {
        return;
      }
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

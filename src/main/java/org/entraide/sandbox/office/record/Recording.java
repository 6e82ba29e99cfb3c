package org.entraide.sandbox.office.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.entraide.file.secret.OwnerOnly;
import org.entraide.sandbox.office.http.Delivery;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.RequestListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each request and its answer as one line of JSON, without personal data ({@link Masking}),
 * for the author of another client, or to see what was said when something went wrong.
 */
public final class Recording implements RequestListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Recording.class);
  private static final Set<String> HEADERS = Set.of("Content-Type", "Retry-After", "Location");

  private final Writer out;
  private boolean broken;

  private Recording(Writer out) {
    this.out = out;
  }

  /**
   * Begins one.
   *
   * @throws java.nio.file.FileAlreadyExistsException if the file is there: nothing is overwritten
   */
  public static Recording begin(Path file) throws IOException {
    return new Recording(OwnerOnly.newText(file));
  }

  @Override
  public synchronized void answered(
      Instant time, String kind, String path, OfficeRequest request, Delivery delivery) {
    if (broken) {
      return;
    }
    try {
      out.write(OfficeJson.compact(line(time, kind, path, request, delivery)));
      out.write('\n');
      out.flush(); // whole lines, however it ends
    } catch (IOException e) {
      broken = true;
      LOG.error("the recording ends here: it cannot be written ({})", e.getClass().getSimpleName());
    }
  }

  /** One line. */
  static ObjectNode line(
      Instant time, String kind, String path, OfficeRequest request, Delivery delivery) {
    ObjectNode line = OfficeJson.object();
    line.put("time", time.toString());
    line.put("kind", kind);
    line.put("method", request.method());
    line.put("path", path);
    if (!request.query().isEmpty()) {
      line.set("query", Masking.parameters(request.query()));
    }
    if (request.body().length > 0) {
      line.set("request", body(request.header("Content-Type").orElse(""), request.body()));
    }
    OfficeResponse response = delivery.response();
    line.put("status", response.status());
    ObjectNode headers = OfficeJson.object();
    response
        .headers()
        .forEach(
            (name, value) -> {
              if (HEADERS.contains(name)) {
                headers.put(name, value);
              }
            });
    if (!headers.isEmpty()) {
      line.set("headers", headers);
    }
    if (response.body().length > 0) {
      line.set(
          "response", body(response.headers().getOrDefault("Content-Type", ""), response.body()));
    }
    if (delivery.carriage() != Delivery.Carriage.WHOLE) {
      line.put("carriage", delivery.carriage().name().toLowerCase(Locale.ROOT));
    }
    if (!delivery.delay().isZero()) {
      line.put("delay_ms", delivery.delay().toMillis());
    }
    return line;
  }

  private static JsonNode body(String type, byte[] body) {
    String kind = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String text = new String(body, StandardCharsets.UTF_8);
    if (kind.equals("application/x-www-form-urlencoded")) {
      return Masking.parameters(OfficeRequest.parseQuery(text));
    }
    if (kind.equals("application/json")) {
      try {
        return Masking.json(OfficeJson.parse(text));
      } catch (IllegalArgumentException e) {
        return OfficeJson.object()
            .put("bytes", body.length)
            .put("type", "no JSON"); // a fault made it so
      }
    }
    return OfficeJson.object().put("bytes", body.length).put("type", kind);
  }

  @Override
  public synchronized void close() throws IOException {
    broken = true;
    out.close();
  }
}

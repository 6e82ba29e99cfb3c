package org.entraide.sandbox.office.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request as the office sees it, whatever carried it.
 *
 * @param method the verb, in capitals
 * @param rawPath the path as sent, still percent-encoded, starting with a slash
 * @param query decoded parameters, in the order sent
 * @param headers values by lower-case name
 * @param body the body, already un-gzipped; empty when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record OfficeRequest(
    String method,
    String rawPath,
    Map<String, List<String>> query,
    Map<String, List<String>> headers,
    byte[] body) {

  /**
   * Builds a request from the parts that a server or a client transport has.
   *
   * @param target the request target: a path with an optional query, or a whole URL
   */
  public static OfficeRequest of(
      String method, String target, Map<String, List<String>> headers, byte[] body) {
    URI uri = URI.create(target);
    Map<String, List<String>> lower = new LinkedHashMap<>();
    headers.forEach(
        (name, values) ->
            lower
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>())
                .addAll(values));
    return new OfficeRequest(
        method.toUpperCase(Locale.ROOT),
        uri.getRawPath(),
        parseQuery(uri.getRawQuery() == null ? "" : uri.getRawQuery()),
        lower,
        body);
  }

  /** The path's segments, each percent-decoded. */
  public List<String> segments() {
    List<String> segments = new ArrayList<>();
    for (String segment : rawPath.split("/", -1)) {
      if (!segment.isEmpty()) {
        // a plus sign is itself in a path
        segments.add(decode(segment.replace("+", "%2B")));
      }
    }
    return segments;
  }

  /** The first value of a query parameter. */
  public Optional<String> parameter(String name) {
    return query.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** All values of a query parameter. */
  public List<String> parameters(String name) {
    return query.getOrDefault(name, List.of());
  }

  /** The first value of a header, by any spelling of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  /** The body as UTF-8 text. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Parses {@code a=1&b=2}, as in a query or a form body. */
  public static Map<String, List<String>> parseQuery(String raw) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String part : raw.split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = decode(equals < 0 ? part : part.substring(0, equals));
        String value = equals < 0 ? "" : decode(part.substring(equals + 1));
        values.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
      }
    }
    return values;
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}

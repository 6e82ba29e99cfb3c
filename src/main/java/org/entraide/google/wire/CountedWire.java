package org.entraide.google.wire;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** Reports of every exchange the service, the outcome and the server's time, and nothing else. */
public final class CountedWire implements Wire {

  private final Wire wire;
  private final Traffic traffic;

  public CountedWire(Wire wire, Traffic traffic) {
    this.wire = wire;
    this.traffic = traffic;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    String status = "none";
    try {
      Answer answer = wire.exchange(call);
      status = String.valueOf(answer.status());
      date(answer).ifPresent(date -> traffic.dated(call.uri().getHost(), date));
      return answer;
    } catch (IOException e) {
      traffic.unanswered(call.uri().getHost(), e);
      throw e;
    } finally {
      traffic.request(api(call.uri()), status);
    }
  }

  private static Optional<Instant> date(Answer answer) {
    return answer.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Date"))
        .map(Map.Entry::getValue)
        .flatMap(values -> values.stream().findFirst().stream())
        .flatMap(text -> parsed(text).stream())
        .findFirst();
  }

  private static Optional<Instant> parsed(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // a server that writes such a date gives no time to compare with
    }
  }

  /** Tells the service by the path: with a configured endpoint all services have one root. */
  static String api(URI uri) {
    String path = uri.getPath();
    if (path.contains("/v4/spreadsheets")) {
      return "sheets";
    }
    if (path.contains("/gmail/v1/")) {
      return "gmail";
    }
    return path.contains("/v1/forms") ? "forms" : "token";
  }
}

package org.entraide.google;

import java.io.IOException;
import java.net.URI;

/** Tells of every exchange which service it asked and how that went, and nothing else of it. */
final class CountedWire implements Wire {

  private final Wire wire;
  private final Traffic traffic;

  CountedWire(Wire wire, Traffic traffic) {
    this.wire = wire;
    this.traffic = traffic;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    String status = "none";
    try {
      Answer answer = wire.exchange(call);
      status = String.valueOf(answer.status());
      return answer;
    } finally {
      traffic.request(api(call.uri()), status);
    }
  }

  /** By path: with an endpoint of one's own all services have one root. */
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

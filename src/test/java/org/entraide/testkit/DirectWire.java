package org.entraide.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.entraide.google.wire.Wire;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;

/** Hands calls to an office in this process: no socket, no compression, no thread. */
public final class DirectWire implements Wire {

  private final Office office;

  public DirectWire(Office office) {
    this.office = office;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    Map<String, List<String>> headers = new HashMap<>(call.headers());
    headers.put("Host", List.of(call.uri().getAuthority()));
    OfficeResponse answer =
        office
            .deliver(OfficeRequest.of(call.method(), call.uri().toString(), headers, body(call)))
            .response();
    Map<String, List<String>> answerHeaders = new HashMap<>();
    answer.headers().forEach((name, value) -> answerHeaders.put(name, List.of(value)));
    return new Answer(answer.status(), answerHeaders, new ByteArrayInputStream(answer.body()));
  }

  /** A call's body as the office wants it. */
  public static byte[] body(Call call) throws IOException {
    boolean zipped =
        call.headers().entrySet().stream()
            .anyMatch(
                h ->
                    h.getKey().equalsIgnoreCase("Content-Encoding")
                        && h.getValue().contains("gzip"));
    if (!zipped) {
      return call.body();
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(call.body()))) {
      return plain.readAllBytes();
    }
  }
}

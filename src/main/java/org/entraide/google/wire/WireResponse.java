package org.entraide.google.wire;

import com.google.api.client.http.LowLevelHttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A wire's answer in the shape that Google's client expects. */
final class WireResponse extends LowLevelHttpResponse {

  private static final int FIRST_REFUSAL = 400;

  private final Wire.Answer answer;
  private final List<Map.Entry<String, String>> headers = new ArrayList<>();
  private @Nullable InputStream unpacked;

  WireResponse(Wire.Answer answer) {
    this.answer = answer;
    answer
        .headers()
        .forEach((name, values) -> values.forEach(v -> headers.add(Map.entry(name, v))));
  }

  @Override
  public InputStream getContent() throws IOException {
    if (unpacked == null) { // it is asked for once more when it is closed
      unpacked = isPackedRefusal() ? new GZIPInputStream(answer.body()) : answer.body();
    }
    return unpacked;
  }

  /**
   * A refusal is unpacked here: Google's client reads why as the body comes where the bytes were
   * asked for as they come.
   */
  private boolean isPackedRefusal() {
    return answer.status() >= FIRST_REFUSAL && PackedAnswer.isZipped(header("Content-Encoding"));
  }

  @Override
  public @Nullable String getContentEncoding() {
    return isPackedRefusal() ? null : header("Content-Encoding");
  }

  @Override
  public long getContentLength() {
    String length = header("Content-Length");
    return length == null || !length.matches("\\d{1,18}") ? -1 : Long.parseLong(length);
  }

  @Override
  public @Nullable String getContentType() {
    return header("Content-Type");
  }

  @Override
  public String getStatusLine() {
    return "HTTP/1.1 " + answer.status();
  }

  @Override
  public int getStatusCode() {
    return answer.status();
  }

  @Override
  public String getReasonPhrase() {
    return "";
  }

  @Override
  public int getHeaderCount() {
    return headers.size();
  }

  @Override
  public String getHeaderName(int index) {
    return headers.get(index).getKey();
  }

  @Override
  public String getHeaderValue(int index) {
    return headers.get(index).getValue();
  }

  @Override
  public void disconnect() throws IOException {
    answer.body().close();
  }

  private @Nullable String header(String name) {
    return headers.stream()
        .filter(h -> h.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }
}

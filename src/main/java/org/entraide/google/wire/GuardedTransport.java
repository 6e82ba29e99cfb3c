package org.entraide.google.wire;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one transport under Google's clients and under google-auth: every call passes {@link
 * AllowedCalls} here, below anything that could be configured away above. Google's own transport
 * cannot be wrapped (what builds its requests is protected), hence the {@link Wire}.
 */
public final class GuardedTransport extends HttpTransport {

  private final AllowedCalls allowed;
  private final Wire wire;
  private final Runnable beforeFirstByte;

  public GuardedTransport(AllowedCalls allowed, Wire wire) {
    this(allowed, wire, () -> {});
  }

  private GuardedTransport(AllowedCalls allowed, Wire wire, Runnable beforeFirstByte) {
    this.allowed = allowed;
    this.wire = wire;
    this.beforeFirstByte = beforeFirstByte;
  }

  /**
   * This transport for calls that a condition may forbid at the last moment.
   *
   * @param beforeFirstByte run between connecting and the first byte of each call; throws where it
   *     must not be sent
   */
  public GuardedTransport asking(Runnable beforeFirstByte) {
    return new GuardedTransport(allowed, wire, beforeFirstByte);
  }

  @Override
  public boolean supportsMethod(String method) {
    // Saying no would make the client send a POST with an overriding header instead.
    return true;
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    allowed.check(method, url);
    return new Outgoing(method, URI.create(url));
  }

  private final class Outgoing extends LowLevelHttpRequest {
    private final String method;
    private final URI uri;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    Outgoing(String method, URI uri) {
      this.method = method;
      this.uri = uri;
    }

    @Override
    public void addHeader(String name, String value) {
      AllowedCalls.checkHeader(name);
      headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      if (getStreamingContent() != null) {
        getStreamingContent().writeTo(body);
        addIfPresent("Content-Type", getContentType());
        addIfPresent("Content-Encoding", getContentEncoding());
      }
      return new WireResponse(
          wire.exchange(new Wire.Call(method, uri, headers, body.toByteArray(), beforeFirstByte)));
    }

    private void addIfPresent(String name, @Nullable String value) {
      if (value != null) {
        addHeader(name, value);
      }
    }
  }
}

package org.entraide.sandbox.office;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.LowLevelHttpRequest;
import com.google.api.client.http.LowLevelHttpResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.entraide.sandbox.office.http.Delivery;
import org.entraide.sandbox.office.http.Delivery.Carriage;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Carries Google's client libraries onto an {@link Office} without a socket, faults included.
 * Delays are noted, not waited for.
 */
@NullMarked
public final class InProcessTransport extends HttpTransport {

  /** The root to give to the clients; nothing listens there. */
  public static final String ROOT = "http://127.0.0.1:8025/";

  private final Office office;
  private final List<Duration> delays = new ArrayList<>();

  public InProcessTransport(Office office) {
    this.office = office;
  }

  /** The delays that a server would have waited for, in order. */
  public synchronized List<Duration> delays() {
    return List.copyOf(delays);
  }

  private synchronized void note(Duration delay) {
    if (!delay.isZero()) {
      delays.add(delay);
    }
  }

  @Override
  protected LowLevelHttpRequest buildRequest(String method, String url) {
    return new Request(method, url);
  }

  private final class Request extends LowLevelHttpRequest {
    private final String method;
    private final String url;
    private final Map<String, List<String>> headers = new LinkedHashMap<>();

    private Request(String method, String url) {
      this.method = method;
      this.url = url;
    }

    @Override
    public void addHeader(String name, String value) {
      headers.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
    }

    @Override
    public LowLevelHttpResponse execute() throws IOException {
      addHeader("Host", URI.create(url).getAuthority());
      if (getContentType() != null) {
        addHeader("Content-Type", getContentType());
      }
      Delivery delivery = office.deliver(OfficeRequest.of(method, url, headers, content()));
      note(delivery.delay());
      if (delivery.carriage() == Carriage.DROPPED) {
        throw new IOException("Unexpected end of file from server");
      }
      return new Response(delivery);
    }

    private byte[] content() throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (getStreamingContent() != null) {
        getStreamingContent().writeTo(bytes);
      }
      if (!"gzip".equals(getContentEncoding())) {
        return bytes.toByteArray();
      }
      return new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray())).readAllBytes();
    }
  }

  private static final class Response extends LowLevelHttpResponse {
    private final Delivery delivery;
    private final List<Map.Entry<String, String>> headers;

    private Response(Delivery delivery) {
      this.delivery = delivery;
      this.headers = List.copyOf(delivery.response().headers().entrySet());
    }

    @Override
    public InputStream getContent() {
      byte[] body = delivery.response().body();
      if (delivery.carriage() == Carriage.TRUNCATED) {
        return new Cut(new ByteArrayInputStream(body, 0, body.length / 2));
      }
      return new ByteArrayInputStream(body);
    }

    @Override
    public @Nullable String getContentEncoding() {
      return null;
    }

    @Override
    public long getContentLength() {
      return delivery.response().body().length;
    }

    @Override
    public @Nullable String getContentType() {
      return delivery.response().headers().get("Content-Type");
    }

    @Override
    public String getStatusLine() {
      return "HTTP/1.1 " + getStatusCode() + " " + getReasonPhrase();
    }

    @Override
    public int getStatusCode() {
      return delivery.response().status();
    }

    @Override
    public String getReasonPhrase() {
      return "As the office says";
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
  }

  /** Ends too early, as the JDK's client says of a body shorter than announced. */
  private static final class Cut extends FilterInputStream {
    private Cut(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      return orEnd(super.read());
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return orEnd(super.read(into, offset, length));
    }

    private static int orEnd(int read) throws IOException {
      if (read < 0) {
        throw new IOException("Premature EOF");
      }
      return read;
    }
  }
}

package org.entraide.google.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The wire over real HTTP, by the JDK's {@link HttpURLConnection}: unlike the newer client of the
 * JDK it limits the time of every read of a body, and starts no threads.
 */
public final class HttpWire implements Wire {

  static final Duration CONNECT_LIMIT = Duration.ofSeconds(20);
  static final Duration READ_LIMIT = Duration.ofSeconds(60);

  private final Duration connectLimit;
  private final Duration readLimit;
  private final HandshakeLimit handshakes;

  public HttpWire() {
    this(CONNECT_LIMIT, READ_LIMIT);
  }

  /**
   * The wire of a daemon whose campaigns others may take over: no request is sent long after its
   * lease was looked at.
   */
  public static HttpWire ofAGroup() {
    return new HttpWire(CONNECT_LIMIT.dividedBy(4), READ_LIMIT);
  }

  HttpWire(Duration connectLimit, Duration readLimit) {
    this.connectLimit = connectLimit;
    this.readLimit = readLimit;
    this.handshakes = new HandshakeLimit(connectLimit, readLimit);
  }

  /** What limits its handshakes. */
  HandshakeLimit handshakes() {
    return handshakes;
  }

  @Override
  public Answer exchange(Call call) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) call.uri().toURL().openConnection();
    connection.setConnectTimeout((int) connectLimit.toMillis());
    connection.setReadTimeout((int) readLimit.toMillis());
    connection.setRequestMethod(call.method());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    call.headers()
        .forEach((name, values) -> values.forEach(v -> connection.addRequestProperty(name, v)));
    boolean hasBody = !call.method().equals("GET") && !call.method().equals("DELETE");
    if (hasBody) {
      connection.setDoOutput(true);
      if (!isTokenRequest(call)) {
        connection.setFixedLengthStreamingMode(call.body().length);
      }
    }
    connect(connection);
    askLeave(connection, call);
    if (hasBody) {
      try (OutputStream out = connection.getOutputStream()) {
        out.write(call.body());
      }
    }
    return answer(connection);
  }

  /**
   * The JDK silently repeats a POST that it holds in memory, so that each is streamed, except for
   * one: repeating a request for a token does no harm, and streaming would lose the body of its
   * 401, which says why.
   */
  private static boolean isTokenRequest(Call call) {
    return call.headers().getOrDefault("Content-Type", List.of()).stream()
        .anyMatch(type -> type.startsWith("application/x-www-form-urlencoded"));
  }

  /** Connecting is its own step: when it fails, nothing can have been done. */
  private void connect(HttpURLConnection connection) throws IOException {
    try {
      handshakes.connect(connection);
    } catch (IOException e) {
      ConnectException unsent = new ConnectException("no connection: " + e.getMessage());
      unsent.initCause(e);
      throw unsent;
    }
  }

  /** A connection may have taken long: what was right before it may not be any more. */
  private static void askLeave(HttpURLConnection connection, Call call) {
    boolean may = false;
    try {
      call.beforeFirstByte().run();
      may = true;
    } finally {
      if (!may) {
        connection.disconnect();
      }
    }
  }

  private static Answer answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("the answer is not HTTP");
    }
    Map<String, List<String>> headers = new LinkedHashMap<>();
    connection
        .getHeaderFields()
        .forEach(
            (name, values) -> {
              // The JDK files the status line under a null name.
              if (name != null) {
                headers.put(name, values);
              }
            });
    InputStream body = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
    if (body == null) {
      return new Answer(status, headers, InputStream.nullInputStream());
    }
    long length = connection.getContentLengthLong();
    return new Answer(status, headers, length < 0 ? body : new WholeBody(body, length));
  }

  /** The JDK ends a body that was cut off as if it were whole; this one says so. */
  private static final class WholeBody extends FilterInputStream {
    private long missing;

    WholeBody(InputStream in, long length) {
      super(in);
      this.missing = length;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? -1 : 1);
      return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(count);
      return count;
    }

    private void count(int count) throws IOException {
      if (count < 0 && missing > 0) {
        throw new IOException("the answer broke off, " + missing + " bytes early");
      }
      missing -= Math.max(0, count);
    }
  }
}

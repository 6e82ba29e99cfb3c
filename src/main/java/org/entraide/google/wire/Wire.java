package org.entraide.google.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Carries one HTTP exchange, and nothing more: no retry, no redirect, no sign-in. The real one is
 * {@link HttpWire}; tests of the whole daemon pass one that calls the office without a socket.
 */
@FunctionalInterface
public interface Wire {

  /**
   * Sends a call and returns its answer, with any status.
   *
   * @throws java.net.ConnectException (or {@link java.net.UnknownHostException}) if nothing was
   *     sent
   * @throws IOException if it is not known whether the call arrived
   */
  Answer exchange(Call call) throws IOException;

  /**
   * A call as it goes out.
   *
   * @param method in capitals
   * @param headers values by name; {@code Content-Encoding: gzip} means a compressed body
   * @param body as sent, possibly compressed; empty for none
   * @param beforeFirstByte run once there is a connection and before anything is sent; throws where
   *     it must not be sent
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere
  record Call(
      String method,
      URI uri,
      Map<String, List<String>> headers,
      byte[] body,
      Runnable beforeFirstByte) {

    /** A call that may always be sent. */
    public Call(String method, URI uri, Map<String, List<String>> headers, byte[] body) {
      this(method, uri, headers, body, () -> {});
    }
  }

  /**
   * An answer as it came.
   *
   * @param headers values by name
   * @param body as received, possibly compressed; the reader closes it
   */
  record Answer(int status, Map<String, List<String>> headers, InputStream body) {}
}

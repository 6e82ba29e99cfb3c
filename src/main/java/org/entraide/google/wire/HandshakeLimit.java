package org.entraide.google.wire;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/**
 * Limits each wait within a TLS handshake as a connection is limited, and not as an answer is: the
 * JDK makes the handshake under the limit for reading, and has no other for it.
 *
 * <p>One for all connections of a wire, since the JDK keeps connections alive by their factory.
 */
final class HandshakeLimit extends SSLSocketFactory {

  private final SSLSocketFactory usual;
  private final int handshakeMillis;
  private final int readMillis;

  /** The socket that this thread is connecting; none where a connection is used again. */
  private static final ThreadLocal<Socket> CONNECTING = new ThreadLocal<>();

  HandshakeLimit(Duration handshake, Duration read) {
    this(HttpsURLConnection.getDefaultSSLSocketFactory(), handshake, read);
  }

  HandshakeLimit(SSLSocketFactory usual, Duration handshake, Duration read) {
    this.usual = usual;
    this.handshakeMillis = (int) handshake.toMillis();
    this.readMillis = (int) read.toMillis();
  }

  /** Connects in the calling thread, handshake included where there is one. */
  void connect(HttpURLConnection connection) throws IOException {
    if (connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(this);
    }
    CONNECTING.remove(); // of a request that the JDK repeated by itself, over another connection
    try {
      connection.connect();
      Socket connected = CONNECTING.get();
      if (connected != null) {
        connected.setSoTimeout(readMillis);
      }
    } finally {
      CONNECTING.remove();
    }
  }

  /**
   * What the JDK calls where a factory makes no unconnected sockets, as this one: it connects
   * first, and puts TLS over that socket. An unconnected one would get the limit for reading.
   */
  @Override
  public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
      throws IOException {
    Socket socket = usual.createSocket(plain, host, port, autoClose);
    socket.setSoTimeout(handshakeMillis);
    CONNECTING.set(socket);
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return usual.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort)
      throws IOException {
    return usual.createSocket(host, port, from, fromPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return usual.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
      throws IOException {
    return usual.createSocket(host, port, from, fromPort);
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return usual.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return usual.getSupportedCipherSuites();
  }
}

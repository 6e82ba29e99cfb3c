package org.entraide.google.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are not who they should be. */
@Tag("process")
class UntrustedHttpsTest {

  private static final String PASSWORD = "changeit";
  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final AtomicInteger requests = new AtomicInteger();

  @Test
  void aCertificateThatNobodyVouchesForEndsTheConnection(@TempDir Path directory) throws Exception {
    HttpsServer server = HttpsServer.create(ANY_PORT, 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned(directory.resolve("key.p12"))));
    serve(server);
    try {
      URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/token");

      assertThatThrownBy(() -> new HttpWire().exchange(get(address)))
          .isInstanceOf(ConnectException.class)
          .hasCauseInstanceOf(SSLException.class);
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void onceThereIsAConnectionAnswersMayTakeTheirTime(@TempDir Path directory) throws Exception {
    HttpsServer server = HttpsServer.create(ANY_PORT, 0);
    SSLContext own = selfSigned(directory.resolve("key.p12"));
    server.setHttpsConfigurator(new HttpsConfigurator(own));
    serve(server);
    try {
      Remembering sockets = new Remembering(own.getSocketFactory());
      HandshakeLimit limit =
          new HandshakeLimit(sockets, Duration.ofSeconds(20), Duration.ofSeconds(60));
      URI address = URI.create("https://localhost:" + server.getAddress().getPort() + "/token");
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();

      limit.connect(connection);

      assertThat(connection.getResponseCode()).isEqualTo(200);
      assertThat(sockets.last.getSoTimeout()).isEqualTo(60_000);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    HttpServer elsewhere = HttpServer.create(ANY_PORT, 0);
    serve(elsewhere);
    HttpServer server = HttpServer.create(ANY_PORT, 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Location", root(elsewhere) + "steal");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.start();
    try {
      Wire.Answer answer = new HttpWire().exchange(get(URI.create(root(server) + "token")));

      assertThat(answer.status()).isEqualTo(307);
      assertThat(requests).hasValue(0);
    } finally {
      server.stop(0);
      elsewhere.stop(0);
    }
  }

  private void serve(HttpServer server) {
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private static String root(HttpServer server) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static Wire.Call get(URI address) {
    return new Wire.Call("GET", address, Map.of(), new byte[0]);
  }

  /** With the JDK's own tool, since Java has no interface to make a certificate. */
  private static SSLContext selfSigned(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                    "-genkeypair",
                    "-alias",
                    "entraide",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "san=dns:localhost",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** Keeps the last socket that was made. */
  private static final class Remembering extends SSLSocketFactory {
    private final SSLSocketFactory usual;
    Socket last = new Socket();

    Remembering(SSLSocketFactory usual) {
      this.usual = usual;
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose)
        throws IOException {
      last = usual.createSocket(plain, host, port, autoClose);
      return last;
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw new AssertionError("the JDK connects first");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
      throw new AssertionError("the JDK connects first");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw new AssertionError("the JDK connects first");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
      throw new AssertionError("the JDK connects first");
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
}

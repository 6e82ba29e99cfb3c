package org.entraide.journal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.testkit.Beside;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A password is for the server that is meant, and for nobody who answers in its place. */
@Tag("long")
@NullMarked
class ServerTrustTest {

  private static final int SSL_REQUEST = 8;

  @TempDir private Path home;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "//db.example.org/entraide | verify-full | true",
        "//db.example.org:6432/entraide?targetServerType=primary | verify-full | true",
        "//one,two/entraide | verify-full | true",
        "//127.0.0.1,db.example.org/entraide | verify-full | true",
        "//0.0.0.0/entraide | verify-full | true",
        "//db.example.org/entraide?sslmode=require | '' | false",
        "//db.example.org/entraide?sslmode=verify-ca | '' | false",
        "//db.example.org/entraide?sslmode=verify-full | '' | true",
        "//db.example.org/entraide?sslmode=disable | '' | false",
        "//db.example.org/entraide?ssl=true | '' | true",
        "//db.example.org/entraide?ssl=false | '' | false",
        "//localhost/entraide | '' | true",
        "//LOCALHOST:5433/entraide | '' | true",
        "//127.0.0.1:5432/entraide | '' | true",
        "//[::1]:5432/entraide | '' | true",
        "entraide | '' | true",
        "///entraide | '' | true",
      })
  void anotherMachineMustShowWhoItIsUnlessTheAddressSaysOtherwise(
      String address, String mode, boolean sure) {
    ServerTrust trust = ServerTrust.of("jdbc:postgresql:" + address, home);

    assertThat(trust.properties().getOrDefault("sslmode", "")).isEqualTo(mode);
    assertThat(trust.isSure()).isEqualTo(sure);
  }

  @Test
  void javasCertificatesDoWhereNoOthersAreNamed() throws IOException {
    String address = "jdbc:postgresql://db.example.org/entraide";

    assertThat(ServerTrust.of(address, home).properties()).containsKey("sslfactory");
    assertThat(ServerTrust.of(address + "?sslmode=verify-full", home).properties())
        .containsOnlyKeys("sslfactory");
    assertThat(ServerTrust.of(address + "?sslrootcert=ca.crt", home).properties())
        .containsOnlyKeys("sslmode");

    Files.createDirectory(home.resolve(".postgresql"));
    Files.createFile(home.resolve(".postgresql").resolve("root.crt"));
    assertThat(ServerTrust.of(address, home).properties()).containsOnlyKeys("sslmode");
  }

  @Test
  void whatHasNoCertificateGetsNoPassword() throws Exception {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    CompletableFuture<Void> listening;
    try (ServerSocket other = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      listening = Beside.run(() -> declineAll(other, heard));
      DatabaseServer server =
          new DatabaseServer(
              // another way to this machine, which does not look like one
              "jdbc:postgresql://0.0.0.0:" + other.getLocalPort() + "/entraide",
              Optional.of("entraide"),
              Optional.of("a secret"));

      JournalProblem problem =
          catchThrowableOfType(JournalProblem.class, () -> ServerJournal.open(server));

      assertThat(problem.kind()).isEqualTo(Kind.UNTRUSTED);
      assertThat(problem).hasMessageContaining("does not show that it is the one that is meant");
    }
    listening.join();
    assertThat(heard.toString()).doesNotContain("entraide").doesNotContain("secret");
  }

  /** Declines TLS each time that it is asked, and listens to what comes all the same. */
  private static void declineAll(ServerSocket other, Queue<String> heard) {
    while (!other.isClosed()) {
      try (Socket socket = other.accept()) {
        InputStream in = socket.getInputStream();
        assertThat(in.readNBytes(SSL_REQUEST)).hasSize(SSL_REQUEST);
        socket.getOutputStream().write('N');
        socket.getOutputStream().flush();
        byte[] some = new byte[1024];
        int read = in.read(some);
        heard.add(new String(some, 0, Math.max(0, read), StandardCharsets.ISO_8859_1));
      } catch (IOException e) {
        heard.add(other.isClosed() ? "" : e.toString());
      }
    }
  }
}

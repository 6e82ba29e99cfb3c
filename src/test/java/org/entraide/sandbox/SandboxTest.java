package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.entraide.config.ConfigurationReader;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class SandboxTest {

  @TempDir private Path directory;

  @Test
  void itLeavesAllThatPeopleNeedToSignInAndForgetsWhoDidBefore() throws Exception {
    Path tokens = Files.createDirectories(directory.resolve("state/tokens"));
    Path stale = Files.writeString(tokens.resolve("0123.json"), "{}");

    try (Sandbox sandbox =
        Sandbox.open(
            new Sandbox.Options(0, 0, 1, directory),
            InstantSource.system(),
            System::nanoTime,
            new Random(1),
            pause -> {},
            (configuration, ahead, options) -> new DaemonCommand(List.of("true"), Map.of()))) {
      Path client = directory.resolve("oauth-client.json");
      assertThat(ConfigurationReader.read(sandbox.configuration()).google().oauthClient())
          .contains(client);
      assertThat(Files.readString(client))
          .contains("\"installed\"", sandbox.root() + "o/oauth2/v2/auth", sandbox.root() + "token");
      for (Path secret : List.of(client, directory.resolve("credentials.json"))) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
            .isEqualTo("rw-------");
      }
      assertThat(stale).doesNotExist();
    }
  }
}

package org.entraide.google.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenSealTest {

  private static final byte[] CLEAR = "a token!".getBytes(StandardCharsets.UTF_8);

  private @TempDir Path directory;

  /** A seal whose key is one byte again and again. */
  static TokenSeal seal(Path file, byte key, RandomGenerator random) throws CredentialProblem {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, key);
    write(file, Base64.getEncoder().encodeToString(bytes), "rw-------");
    return TokenSeal.of(file, random);
  }

  private static void write(Path file, String text, String mode) {
    try {
      Files.writeString(file, text + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatWasSealedIsOpenedByTheSameKeyAndUnderTheSameNameOnly() throws Exception {
    TokenSeal seal = seal(directory.resolve("one"), (byte) 1, new Random(1));
    TokenSeal copy = seal(directory.resolve("copy"), (byte) 1, new Random(2));
    TokenSeal other = seal(directory.resolve("other"), (byte) 2, new Random(3));
    String sealed = seal.seal("name", CLEAR);

    assertThat(copy.open("name", sealed)).isEqualTo(CLEAR);
    assertThatThrownBy(() -> copy.open("another", sealed)).hasMessageContaining("changed it");
    assertThatThrownBy(() -> other.open("name", sealed)).hasMessageContaining("another key");
  }

  @Test
  void notABitOfItCanBeChanged() throws Exception {
    TokenSeal seal = seal(directory.resolve("key"), (byte) 1, new Random(1));
    String sealed = seal.seal("name", CLEAR);
    for (int i = 0; i < sealed.length(); i++) {
      if (sealed.charAt(i) == '=') {
        continue;
      }
      String changed =
          sealed.substring(0, i) + (sealed.charAt(i) == '7' ? '8' : '7') + sealed.substring(i + 1);
      assertThatThrownBy(() -> seal.open("name", changed))
          .as("character %d", i)
          .isInstanceOf(TokenFormat.Unreadable.class);
    }
    for (String cut : new String[] {"", "1", "1:", sealed.substring(0, 30), "1:x:y:z"}) {
      assertThatThrownBy(() -> seal.open("name", cut)).isInstanceOf(TokenFormat.Unreadable.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|rw-------|it is empty|openssl rand -base64 32 > token.key",
        "c2VjcmV0|rw-------|the key in it has 6 bytes, and 32 are needed|openssl rand -base64 32",
        "secret of mine!|rw-------|its first line is no base64|openssl rand -base64 32",
        "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=|rw-r--r--|others than its owner|chmod 600 ",
      })
  void aKeyThatDoesNotDoIsToldWithWhatToDoAndWithoutIt(
      String text, String mode, String why, String what) {
    Path file = directory.resolve("token.key");
    write(file, text, mode);

    assertThatThrownBy(() -> TokenSeal.of(file, new Random(1)))
        .isInstanceOf(CredentialProblem.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(why)
        .hasMessageContaining(what)
        .hasMessageNotContaining("c2Vj")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aKeyThatIsMissingIsToldWithHowToMakeOne() {
    Path file = directory.resolve("none");

    assertThatThrownBy(() -> TokenSeal.of(file, new Random(1)))
        .isInstanceOf(CredentialProblem.class)
        .hasMessageStartingWith(file + ": there is no such file. Make one, the same for each")
        .hasMessageContaining("openssl rand -base64 32 > token.key; chmod 600 token.key");
  }
}

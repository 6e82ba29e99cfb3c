package org.entraide.google.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import org.entraide.google.TokenStoreContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTokensTest extends TokenStoreContract {

  private @TempDir Path directory;
  private FileTokens store = new FileTokens(Path.of("nowhere")); // until it is opened

  @Override
  public TokenStore open() {
    store = new FileTokens(directory.resolve("state"));
    return store;
  }

  @Override
  public void breakIt(String account) throws IOException {
    Files.writeString(store.file(account), "{\"format\": 1, \"account\": \"ana@ex");
  }

  @Test
  void filesAndDirectoriesAreForTheirOwnerAlone() throws Exception {
    store.write(token(ANA, "1//x"));

    assertThat(mode(directory.resolve("state"))).isEqualTo("rwx------");
    assertThat(mode(directory.resolve("state/tokens"))).isEqualTo("rwx------");
    assertThat(mode(store.file(ANA))).isEqualTo("rw-------");
    store.write(token(ANA, "1//y"));
    assertThat(mode(store.file(ANA))).isEqualTo("rw-------");
    try (var files = Files.list(directory.resolve("state/tokens"))) {
      assertThat(files).allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** With DynamicUser or a service's own user, {@code auth login} is typed by root. */
  @Test
  void whatRootWritesBelongsToTheOwnerOfTheState() throws Exception {
    assumeThat(System.getProperty("user.name")).isEqualTo("root");
    Path state = Files.createDirectory(directory.resolve("state"));
    UserPrincipal service =
        state.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
    Files.setOwner(state, service);

    store.write(token(ANA, "1//x"));

    assertThat(Files.getOwner(state.resolve("tokens"))).isEqualTo(service);
    assertThat(Files.getOwner(store.file(ANA))).isEqualTo(service);
    assertThat(Files.getOwner(state.resolve("tokens/lock"))).isEqualTo(service);
  }

  @Test
  void aLinkInPlaceOfATokenIsReplacedAndNotFollowed() throws Exception {
    Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "untouched");
    Path file = store.file(ANA);
    Files.createDirectories(file.getParent());
    Files.createSymbolicLink(file, elsewhere);

    store.write(token(ANA, "1//x"));

    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(store.read(ANA)).contains(token(ANA, "1//x"));
    assertThat(elsewhere).hasContent("untouched");
  }

  @Test
  void aFilesNameDoesNotTellWhose() {
    assertThat(store.file(ANA).getFileName().toString()).matches("[0-9a-f]{24}\\.json");
    assertThat(store.file("ANA@Example.org")).isEqualTo(store.file(ANA));
    assertThat(store.file("bo@example.org")).isNotEqualTo(store.file(ANA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|it is empty",
        "{\"format\": 1, \"account\": \"ana@ex|cut off",
        "[]|no JSON object",
        "nonsense 1//secret|no JSON object",
        "{\"account\":\"ana@example.org\",\"client_id\":\"c\",\"since\":\"2026-03-01T10:00:00Z\"}"
            + "|refresh_token is missing",
        "{\"account\":\"ana@example.org\",\"client_id\":\"c\",\"since\":\"x\",\"refresh_token\":\"1//secret\"}|a"
            + " time in it",
        "{\"format\": 2, \"account\":\"ana@example.org\"}|newer version",
        "{\"account\":\"bo@example.org\",\"client_id\":\"c\",\"since\":\"2026-03-01T10:00:00Z\",\"refresh_token\":\"1//secret\"}|somebody"
            + " else’s",
        "{\"type\":\"authorized_user\",\"refresh_token\":\"1//secret\"}|account is missing",
      })
  void aBrokenFileSaysWhatItIsAndWhatToDo(String text, String why) throws Exception {
    store.write(token("bo@example.org", "1//x"));
    Files.writeString(store.file(ANA), text);

    assertThatThrownBy(() -> store.read(ANA))
        .isInstanceOf(TokenProblem.class)
        .hasMessageContaining(why)
        .hasMessageStartingWith(store.file(ANA) + ": ")
        .hasMessageContaining("bin/entraide auth login EMAIL")
        .hasMessageNotContaining("secret")
        .hasMessageNotContaining("@")
        .hasNoCause();
    assertThat(store.all()).hasSize(2);
    assertThat(store.read("bo@example.org")).isPresent();
    assertThat(store.remove(ANA)).isTrue();
    assertThat(store.remove(ANA)).isFalse();
    assertThat(store.read(ANA)).isEmpty();
  }

  @Test
  void noTokenShowsItsSecretByAccident() {
    assertThat(token(ANA, "1//secret").toString()).doesNotContain("secret", "ana");
  }

  @Test
  void whatACrashLeftIsClearedAway() throws Exception {
    store.write(token(ANA, "1//x"));
    Path left = directory.resolve("state/tokens/123.tmp");
    Files.writeString(left, "half a sec");

    store.write(token(ANA, "1//y"));

    assertThat(left).doesNotExist();
  }
}

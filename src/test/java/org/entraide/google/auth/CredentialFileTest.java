package org.entraide.google.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.entraide.google.Offices;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFileTest {

  private @TempDir Path directory;

  @Test
  void aServiceAccountIsOpenedWithItsTokenEndpoint() throws Exception {
    var account = CredentialFile.open(Offices.credentials(directory, "http://127.0.0.1:1/token"));

    assertThat(account.getClientEmail()).isEqualTo(Offices.ACCOUNT);
    assertThat(account.getTokenServerUri()).isEqualTo(URI.create("http://127.0.0.1:1/token"));
  }

  @Test
  void withoutATokenEndpointItIsGoogles() throws Exception {
    var account = CredentialFile.open(Offices.credentials(directory, ""));

    assertThat(account.getTokenServerUri())
        .isEqualTo(URI.create("https://oauth2.googleapis.com/token"));
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Path missing = directory.resolve("nothing.json");

    CredentialProblem problem = problem(missing);

    assertThat(problem.file()).isEqualTo(missing);
    assertThat(problem).hasMessageContaining("nothing.json: there is no such file. Create a key");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      value = {
        "''|not a JSON object",
        "[]|not a JSON object",
        "{\"type\": |not JSON",
        "-----BEGIN PRIVATE KEY-----|not JSON",
        "{}|not a service account",
        "{\"type\":\"authorized_user\",\"refresh_token\":\"secret\"}|token of a person",
        "{\"installed\":{\"client_id\":\"x\",\"client_secret\":\"secret\"}}|OAuth client",
        "{\"web\":{\"client_id\":\"x\"}}|OAuth client",
        "{\"type\":\"service_account\"}|client_email is missing",
        "{\"type\":\"service_account\",\"client_email\":\"a\",\"client_id\":\"1\"}|private_key is"
            + " missing",
        "{\"type\":\"service_account\",\"client_email\":\"a\",\"client_id\":\"1\",\"private_key\":\"secret\",\"private_key_id\":\"k\"}|private"
            + " key in it cannot be read",
      })
  void eachWrongFileIsToldApart(String text, String reason) {
    CredentialProblem problem = problem(Offices.write(directory, text));

    assertThat(Texts.english().format(problem.reason())).contains(reason);
    assertThat(Texts.english().format(problem.fix()))
        .contains("Create a key for the service account");
    assertThat(problem).hasMessageNotContaining("secret");
    assertThat(problem.getCause()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "file:///etc/passwd", "http://", "ftp://x/y", "not a uri"})
  void aTokenEndpointMustBeAWebAddress(String tokenUri) {
    assertThat(Texts.english().format(problem(Offices.credentials(directory, tokenUri)).reason()))
        .contains("token_uri");
  }

  @Test
  void aTokenInTheClearIsOnlyForThisMachine() throws CredentialProblem {
    Path elsewhere = Offices.credentials(directory, "http://office.example/token");

    assertThat(Texts.english().format(problem(elsewhere).reason()))
        .contains("token_uri", "not encrypted");
    assertThat(Texts.english().format(problem(elsewhere).fix()))
        .contains("Create a key for the service account");

    Path file = Offices.credentials(directory, "http://localhost:8025/token");
    assertThat(CredentialFile.open(file).getTokenServerUri()).hasHost("localhost");
  }

  @Test
  void bytesThatAreNoTextAreNoJson() throws IOException {
    Path file = directory.resolve("credentials.json");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, 0x01, (byte) 0x80});

    assertThat(Texts.english().format(problem(file).reason())).startsWith("it is not");
  }

  private static CredentialProblem problem(Path file) {
    CredentialProblem problem =
        catchThrowableOfType(CredentialProblem.class, () -> CredentialFile.open(file));
    assertThat(problem).isNotNull();
    return problem;
  }
}

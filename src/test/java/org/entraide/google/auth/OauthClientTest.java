package org.entraide.google.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import org.entraide.google.Offices;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OauthClientTest {

  private @TempDir Path directory;

  @Test
  void aDesktopClientIsOpenedWithGooglesAddressesWhereItNamesNone() throws Exception {
    Path file =
        Offices.write(
            directory, "{\"installed\":{\"client_id\":\"x\",\"client_secret\":\"secret\"}}");

    OauthClient client = OauthClient.open(file);

    assertThat(client.authUri())
        .isEqualTo(URI.create("https://accounts.google.com/o/oauth2/v2/auth"));
    assertThat(client.tokenUri()).isEqualTo(URI.create("https://oauth2.googleapis.com/token"));
    assertThat(client.revokeUri()).isEqualTo(URI.create("https://oauth2.googleapis.com/revoke"));
    assertThat(client.toString()).doesNotContain("secret");
    assertThat(OauthClient.isIn(file)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "https://oauth2.googleapis.com/token, https://oauth2.googleapis.com/revoke",
    "https://accounts.google.com/o/oauth2/token, https://oauth2.googleapis.com/revoke",
    "http://127.0.0.1:8025/token, http://127.0.0.1:8025/revoke",
  })
  void tokensAreGivenBackWhereTheyCameFrom(String tokenUri, String revokeUri) throws Exception {
    Path file =
        Offices.write(
            directory,
            "{\"installed\":{\"client_id\":\"x\",\"client_secret\":\"s\",\"token_uri\":\"%s\"}}"
                .formatted(tokenUri));

    assertThat(OauthClient.open(file).revokeUri()).isEqualTo(URI.create(revokeUri));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"web\":{\"client_id\":\"x\",\"client_secret\":\"secret\"}}|type \"Web application\"",
        "{\"type\":\"service_account\"}|no key \"installed\"",
        "{\"installed\":[]}|no key \"installed\"",
        "{\"installed\":{\"client_id\":\"x\"}}|client_secret is missing",
        "{\"installed\":{\"client_secret\":\"secret\"}}|client_id is missing",
        "{\"installed\":{\"client_id\":\"x\",\"client_secret\":\"secret\",\"token_uri\":\"nonsense\"}}|token_uri"
            + " is not",
        "{\"installed\":{\"client_id\":\"x\",\"client_secret\":\"secret\",\"token_uri\":\"http://x.example/\"}}|not"
            + " encrypted",
        "{\"installed\":|not JSON",
      })
  void eachWrongFileIsToldApart(String text, String reason) {
    Path file = Offices.write(directory, text);

    CredentialProblem problem =
        catchThrowableOfType(CredentialProblem.class, () -> OauthClient.open(file));

    assertThat(Texts.english().format(problem.reason())).contains(reason);
    assertThat(Texts.english().format(problem.fix())).contains("Desktop app");
    assertThat(problem).hasMessageNotContaining("secret\"").hasNoCause();
  }
}

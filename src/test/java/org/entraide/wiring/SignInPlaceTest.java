package org.entraide.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.doctor.SignInStorage;
import org.entraide.google.auth.FileTokens;
import org.entraide.sandbox.SampleOffice;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInPlaceTest {

  private static final String JOURNAL = "journal = \"jdbc:postgresql://db.example.org/entraide\"\n";
  private static final String KEY = "token_key_file = \"token.key\"\n";
  private static final String CLIENT = "oauth_client = \"client.json\"\n";

  @TempDir Path directory;

  private Configuration configuration(String google, String state) throws Exception {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(
        file,
        SampleOffice.configuration("http://127.0.0.1:1/")
            .replace("[google]\n", "[google]\n" + google)
            .replace("[state]\n", "[state]\n" + state));
    return ConfigurationReader.read(file);
  }

  @Test
  void doctorSaysWhatOtherMachinesCannotUse() throws Exception {
    assertThat(SignInStorage.findings(configuration(CLIENT, JOURNAL)))
        .extracting(finding -> finding.words().in(Texts.english()).text())
        .singleElement()
        .asString()
        .contains("where other machines cannot use them", "openssl rand -base64 32 > token.key");
    assertThat(SignInStorage.findings(configuration("", JOURNAL))).isEmpty();
    assertThat(SignInStorage.findings(configuration(CLIENT, ""))).isEmpty();
    assertThat(SignInStorage.findings(configuration(CLIENT, JOURNAL + KEY))).isEmpty();
  }

  @Test
  void doctorSaysThatFilesAreLeftWhichNobodyUses() throws Exception {
    Path tokens = Files.createDirectories(directory.resolve("state/tokens"));
    Files.writeString(tokens.resolve("0123.json"), "{}");

    assertThat(SignInStorage.findings(configuration(CLIENT, JOURNAL + KEY)))
        .extracting(finding -> finding.words().in(Texts.english()).text())
        .singleElement()
        .asString()
        .contains(tokens + " holds sign-ins that nobody uses any more");
  }

  @Test
  void withoutAServerForAJournalTheKeyHasNoEffectAndThatIsSaid() throws Exception {
    Configuration files = configuration(CLIENT, KEY);

    assertThat(SignInPlace.of(files)).isInstanceOf(FileTokens.class);
    assertThat(IgnoredSettings.of(files)).containsExactly("[state] token_key_file");
    assertThat(Texts.english().format(IgnoredSettings.warning("[state] token_key_file")))
        .isEqualTo(
            "[state] token_key_file has no effect without [state] journal: sign-ins are files of"
                + " this machine");
    assertThat(IgnoredSettings.of(configuration(CLIENT, JOURNAL + KEY))).isEmpty();
  }

  @Test
  void withAServerForAJournalAndWithoutAKeySignInsStayFiles() throws Exception {
    assertThat(SignInPlace.of(configuration(CLIENT, JOURNAL))).isInstanceOf(FileTokens.class);
  }
}

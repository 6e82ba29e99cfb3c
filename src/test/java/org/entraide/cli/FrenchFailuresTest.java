package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.cli.shell.ExitCode;
import org.entraide.google.wire.SignInAdvice;
import org.entraide.journal.sql.SqliteProblems;
import org.entraide.text.Texts;
import org.entraide.wiring.Installation;
import org.entraide.wiring.JournalWords;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What fails is said in French to who reads French. */
class FrenchFailuresTest extends CliFixture {

  private int failing(RunCommand.Action action) {
    return cli.running(action).execute("run", "--lang", "fr", "--config", config);
  }

  @Test
  void everyWrongKeyHasItsLineItsCauseAndItsCure() throws IOException {
    Path file = Path.of(config);
    String wrong = "delegat = \"a@example.org\"\npoll = \"30 secondes par tour\"\n";
    Files.writeString(file, Files.readString(file) + wrong);

    assertThat(failing((configuration, options, console) -> ExitCode.OK))
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cli.err().lines())
        .containsExactly(
            config
                + ":6: campaigns.londres.delegat: clé inconnue\u202f; vouliez-vous dire"
                + " \"delegate\"\u202f?",
            config
                + ":7: campaigns.londres.poll: \"30 secondes par tour\" n’est pas une durée\u202f;"
                + " écrivez un nombre entier et s, m, h, d ou w, par exemple \"30s\" ou \"7d\"");
  }

  @Test
  void aConfigurationThatIsNotThereIsSaid() throws IOException {
    Files.delete(Path.of(config));

    assertThat(failing((configuration, options, console) -> ExitCode.OK))
        .isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cli.err()).startsWith("entraide: Il n’y a pas de fichier " + config + ".");
  }

  @Test
  void aBrokenCredentialsFileHasItsCauseAndItsCure() throws IOException {
    Path file = Files.writeString(directory.resolve("credentials.json"), "[");
    RunCommand.Action opening =
        (configuration, options, console) -> {
          new Installation(configuration).google(configuration.campaigns().get(0));
          return ExitCode.OK;
        };

    assertThat(failing(opening)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cli.err())
        .startsWith("entraide: " + file + "\u202f: ce n’est pas du JSON. Créez une clé");
  }

  @Test
  void aLockedJournalHasItsCauseAndItsCure() {
    RunCommand.Action locked =
        (configuration, options, console) -> {
          SQLiteException busy = new SQLiteException("busy", SQLiteErrorCode.SQLITE_BUSY);
          throw SqliteProblems.of(Path.of("journal.db"), busy);
        };

    assertThat(failing(locked)).isEqualTo(ExitCode.FAILURE);
    assertThat(cli.err())
        .isEqualTo(
            "entraide: journal.db\u202f: un autre programme garde le journal verrouillé."
                + " Réessayez\u202f; si cela dure, cherchez quel autre programme tient le fichier"
                + " ouvert.\n");
  }

  @Test
  void whatTheWiringPassesOnKeepsItsWords() {
    RunCommand.Action full =
        (configuration, options, console) -> {
          throw JournalWords.userError(
              SqliteProblems.of(Path.of("state"), new IOException("No space left on device")));
        };

    assertThat(failing(full)).isEqualTo(ExitCode.FAILURE);
    assertThat(cli.err()).startsWith("entraide: state\u202f: le disque est plein. Faites-y de la");
  }

  /** Commands put the address into it, in any language. */
  @Test
  void theCommandThatSignsInIsTheSameInEveryLanguage() {
    assertThat(thatSignIn(Texts.of("fr")))
        .hasSizeGreaterThan(5)
        .isEqualTo(thatSignIn(Texts.english()));
  }

  private static Set<String> thatSignIn(Texts texts) {
    Set<String> keys = new TreeSet<>(texts.keys());
    keys.removeIf(key -> !texts.pattern(key).contains(SignInAdvice.COMMAND));
    return keys;
  }
}

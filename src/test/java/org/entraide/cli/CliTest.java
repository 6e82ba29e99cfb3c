package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.entraide.cli.shell.ExitCode;
import org.entraide.config.Configuration;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest extends CliFixture {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox",
        "run",
        "doctor",
        "init",
        "auth",
        "status",
        "explain",
        "erase",
        "match",
        "solve",
        "geocode",
        "import-postcodes",
        "letters",
        "export",
        "backup",
        "restore",
        "live-check",
        "migrate-journal",
        "completion"
      })
  void everyCommandOfTheContractIsListedAndHasHelp(String command) {
    assertThat(cli.execute("--help")).isEqualTo(ExitCode.OK);
    assertThat(cli.out()).containsPattern("(?m)^  " + command + " ");

    CliRun help = new CliRun();
    assertThat(help.execute(command, "--help")).isEqualTo(ExitCode.OK);
    assertThat(help.out()).startsWith("Usage: entraide " + command);
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sandbox",
        "run",
        "doctor",
        "auth",
        "status",
        "explain",
        "init",
        "match",
        "solve",
        "geocode",
        "import-postcodes",
        "completion"
      })
  void helpShowsExamples(String command) {
    cli.execute(command, "--help");

    assertThat(cli.out()).contains("Examples:").contains("entraide " + command);
  }

  @Test
  void initWaitsAQuarterOfAnHourUnlessToldOtherwise() {
    String file = config;
    assertThat(cli.execute("init", "londres", "--config", file)).isEqualTo(ExitCode.OK);
    assertThat(
            cli.execute("init", "londres", "--no-wait", "--as", "a@example.org", "--config", file))
        .isEqualTo(ExitCode.OK);
    assertThat(cli.execute("init", "londres", "--wait", "-1", "--config", file))
        .isEqualTo(ExitCode.USAGE);
    assertThat(cli.execute("init", "--config", file)).isEqualTo(ExitCode.USAGE);

    assertThat(cli.asked)
        .containsExactly(
            new InitCommand.Options("londres", Optional.empty(), Duration.ofMinutes(15), false),
            new InitCommand.Options("londres", Optional.of("a@example.org"), Duration.ZERO, false));
  }

  @Test
  void migrateJournalPassesTheAddress() {
    assertThat(cli.execute("migrate-journal", "--config", config)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.execute("migrate-journal", "sqlite", "--config", config)).isEqualTo(ExitCode.OK);

    assertThat(cli.asked).containsExactly("sqlite");
  }

  @Test
  void theRehearsalWantsItsScratchSheetFormAndMailbox() {
    assertThat(cli.execute("live-check", "--spreadsheet", "1a", "--config", config))
        .isEqualTo(ExitCode.USAGE);
    assertThat(
            cli.execute(
                ("live-check --spreadsheet 1a --form 1b --mailbox a@example.org --json --config "
                        + config)
                    .split(" ")))
        .isEqualTo(ExitCode.OK);

    assertThat(cli.asked)
        .containsExactly(new LiveCheckCommand.Options("1a", "1b", "a@example.org", true));
  }

  @Test
  void lettersPassTheLanguageAndTheWordsOfTitles() {
    assertThat(cli.execute("letters", "preview", "--config", config)).isEqualTo(ExitCode.OK);
    assertThat(
            cli.execute("letters", "preview", "--lang", "en", "--only", "ring", "--config", config))
        .isEqualTo(ExitCode.OK);

    assertThat(cli.execute("letters", "preview", "12", "--list", "--config", config)).isZero();

    assertThat(cli.asked)
        .containsExactly(
            Optional.empty(),
            new LettersCommand.LetterChoice("", Optional.empty(), false),
            Optional.of("en"),
            new LettersCommand.LetterChoice("ring", Optional.empty(), false),
            Optional.empty(),
            new LettersCommand.LetterChoice("", Optional.of(12), true));
  }

  @ParameterizedTest
  @CsvSource({"letters, letters preview is meant", "letters preview --lang eng, did you mean"})
  void lettersWantTheirCommandAndALanguageThatThereIs(String command, String words) {
    assertThat(cli.execute(command.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(words);
    assertThat(cli.asked).isEmpty();
  }

  @Test
  void authPassesItsOptions() {
    assertThat(
            cli.execute(
                "auth",
                "login",
                "ana@example.org",
                "--paste",
                "--port",
                "5000",
                "--config",
                config))
        .isZero();
    assertThat(cli.execute("auth", "status", "--json", "--config", config))
        .isEqualTo(ExitCode.SIGN_IN);
    assertThat(cli.execute("auth", "revoke", "ana@example.org", "--config", config))
        .isEqualTo(ExitCode.PARTLY);

    assertThat(cli.asked)
        .containsExactly(
            new AuthCommand.LoginOptions("ana@example.org", true, false, 5000),
            true,
            "ana@example.org");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "auth|which of login, status and revoke?",
        "auth logn ana@example.org|did you mean \"login\"?",
        "auth login|EMAIL",
        "auth login ana|no e-mail address",
        "auth login ana@example.org --past|did you mean \"--paste\"?",
        "auth login ana@example.org --port 70000|from 0 to 65535",
        "auth revoke|EMAIL",
      })
  void wrongUsageOfAuthIsAnsweredWithTheRightOne(String words, String advice) {
    String[] args = (words + " --config " + config).split(" ");

    assertThat(cli.execute(args)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(advice).doesNotContain("\tat ");
    assertThat(cli.asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "status", "revoke"})
  void eachCommandOfAuthHasHelpWithExamples(String command) {
    assertThat(cli.execute("auth", command, "--help")).isZero();
    assertThat(cli.out())
        .startsWith("Usage: entraide auth " + command)
        .contains("Examples:", "entraide auth " + command);
  }

  @Test
  void runPassesItsOptionsAndTheConfiguration() {
    assertThat(cli.execute("run", "--once", "--dry-run", "--config", config)).isZero();

    assertThat(cli.asked.get(0))
        .isInstanceOfSatisfying(
            Configuration.class, c -> assertThat(c.file()).isEqualTo(Path.of(config)));
    assertThat(cli.asked.get(1)).isEqualTo(new RunCommand.Options(true, true, false, false));
    assertThat(cli.logsMore).isFalse();
  }

  @Test
  void optionsForAllCommandsGoBeforeOrAfterTheCommand() {
    cli.execute("--config", config, "run", "--take-over", "--verbose");

    assertThat(cli.asked.get(1)).isEqualTo(new RunCommand.Options(false, false, true, true));
  }

  @Test
  void doctorGetsTheFileUnreadAndItsExitCodeIsPassedOn() {
    assertThat(cli.execute("doctor", "--json", "--config", config)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.asked)
        .containsExactly(Path.of(config), new DoctorCommand.Options(true, false, Texts.english()));
  }

  @Test
  void doctorSpeaksTheLanguageThatIsAskedFor() {
    cli.execute("doctor", "--lang", "fr", "--config", config);

    assertThat(cli.asked)
        .containsExactly(Path.of(config), new DoctorCommand.Options(false, false, Texts.of("fr")));
  }

  @Test
  void explainUnderstandsAReferenceAsPeopleTypeIt() {
    assertThat(cli.execute("explain", "m-7kq47", "--lang", "en", "--config", config)).isZero();
    cli.execute("explain", "7KQ47", "--json", "--config", config);

    assertThat(cli.asked)
        .containsExactly(
            new ExplainCommand.Options("m-7kq47", false),
            new ExplainCommand.Options("7KQ47", true));
  }

  @Test
  void theSandboxHasUsualOptions() {
    assertThat(cli.execute("sandbox")).isZero();

    assertThat(cli.asked)
        .containsExactly(
            new SandboxCommand.Options(
                8025, 120, 1, Optional.empty(), Optional.empty(), Optional.empty(), false));
    assertThat(cli.out()).startsWith("http://127.0.0.1:8025/");
  }

  @Test
  void theSandboxTakesAllItsOptions() {
    cli.execute(
        "sandbox",
        "--port",
        "0",
        "--people",
        "7",
        "--seed=-3",
        "--language",
        "en",
        "--state",
        "d",
        "--record",
        "f");

    assertThat(cli.asked)
        .containsExactly(
            new SandboxCommand.Options(
                0,
                7,
                -3,
                Optional.of("en"),
                Optional.of(Path.of("d")),
                Optional.of(Path.of("f")),
                false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          stauts                    | entraide: unknown command "stauts"; did you mean "status"?
          snadbox --port 1          | entraide: unknown command "snadbox"; did you mean "sandbox"?
          qqqqqqqq                  | entraide: unknown command "qqqqqqqq"
          run --onec                | entraide run: unknown option "--onec"; did you mean "--once"?
          run --dryrun              | entraide run: unknown option "--dryrun"; did you mean "--dry-run"?
          run --conifg=x            | entraide run: unknown option "--conifg"; did you mean "--config"?
          run now                   | entraide run: unknown argument "now"
          status --jsno             | entraide status: unknown option "--jsno"; did you mean "--json"?
          sandbox --port x          | Invalid value for option '--port'
          sandbox --port            | Missing required parameter for option '--port'
          sandbox --port 70000      | --port must be from 0 to 65535, not 70000
          sandbox --people -1       | --people must be from 0 to 200000, not -1
          sandbox --config x        | leave --config out
          run --once --once         | '--once' should be specified only once
          explain 7KQ47 --lang de   | --lang
          explain                   | REF
          status --watch --json --config x | --json and --watch
          match                     | PEOPLE.csv
          match a.csv --polcy x     | unknown option "--polcy"; did you mean "--policy"?
          solve                     | INSTANCE
          completion tcsh           | SHELL
          completion                | SHELL
          """)
  void wrongUsageIsAnsweredWithTheNearestRightOne(String command, String answer) {
    assertThat(cli.execute(command.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(answer).doesNotContain("\tat ");
    assertThat(cli.out()).isEmpty();
    assertThat(cli.asked).isEmpty();
  }

  @Test
  void withoutACommandItAsksForOne() {
    assertThat(cli.execute()).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("which command?").contains("entraide --help");
  }

  @Test
  void aWrongConfigurationIsToldWholeWithItsLines() throws IOException {
    Files.writeString(Path.of(config), "poll = 3\n[campaigns.x]\ndelegate = \"no\"\n");

    assertThat(cli.execute("run", "--config", config)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cli.err().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith(config + ":"))
        .anyMatch(line -> line.contains(":1: poll: unknown key; it belongs under [campaigns.x]"));
    assertThat(cli.asked).isEmpty();
  }

  @Test
  void aMissingConfigurationIsAWrongOne() {
    String absent = directory.resolve("absent.toml").toString();

    assertThat(cli.execute("status", "--config", absent)).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(cli.err()).isEqualToIgnoringNewLines("entraide: There is no file " + absent + ".");
  }
}

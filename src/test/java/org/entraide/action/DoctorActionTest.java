package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.BrokenWorld;
import org.entraide.SurgerySaid;
import org.entraide.alert.send.FakeService;
import org.entraide.cli.DoctorCommand;
import org.entraide.cli.shell.ExitCode;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code doctor} in a world that is whole, and in each that is broken: line, cause, fix, code. */
@Tag("long")
@NullMarked
class DoctorActionTest {

  /** Begun once: keys take their time. */
  private static final SampleOffice OFFICE = Surgery.office();

  @TempDir Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.entraide.BrokenWorlds#worlds")
  void eachBrokenWorldIsToldWithItsCauseAndItsFix(BrokenWorld broken) {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      broken.breaking().accept(surgery);

      SurgerySaid said = surgery.examine();

      assertThat(said.lines())
          .as("%s", said.out())
          .anySatisfy(
              line -> {
                assertThat(line).startsWith(broken.line());
                assertThat(line).containsSubsequence(broken.cause(), broken.fix());
              });
      assertThat(said.exitCode()).as("%s", said.out()).isEqualTo(broken.code());
      assertThat(said.out())
          .doesNotContain("\tat ", "a bug", "PRIVATE KEY", SampleOffice.DELEGATE)
          .doesNotContain(SampleOffice.PERSON, "deuxieme@");
    }
  }

  @Test
  void aTimerThatIsAtWorkInsteadOfTheServiceIsGood() {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      surgery.host.systemd("LoadState=loaded\nActiveState=inactive\nUnitFileState=disabled\n");
      surgery.host.timer(
          "LoadState=loaded\nActiveState=active\nSubState=waiting\nUnitFileState=enabled\n");

      assertThat(surgery.examine().out())
          .contains("✔ service: entraide-once.timer is active (waiting); no daemon runs")
          .doesNotContain("enable --now entraide");
    }
  }

  @Test
  void aWholeWorldIsGoodThroughout() {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      surgery.host.systemd(
          "LoadState=loaded\nActiveState=active\nSubState=running\nNRestarts=0\n"
              + "UnitFileState=enabled\n");
      assertThat(surgery.runOnce()).isZero();

      SurgerySaid said = surgery.examine();

      assertThat(said.exitCode()).isZero();
      assertThat(said.lines()).as("%s", said.out()).allMatch(line -> line.startsWith("✔ "));
      assertThat(said.out())
          .contains(
              "✔ versions: entraide ",
              "Java 17.0.1 (Somebody), Linux 6.1 amd64, time zone Europe/London",
              "✔ journal: in order; ",
              "✔ londres last cycle: ",
              "✔ network: answers come from 127.0.0.1",
              "✔ clock: right, by Google’s own",
              "service account " + SampleOffice.ACCOUNT + ", project ",
              "✔ londres APIs: Sheets, Forms, Gmail: switched on",
              "✔ londres columns: all of Entraide’s columns and tabs are there",
              "→ needs (exact)",
              "✔ londres categories: in 12 answers: ",
              "✔ londres quota: one read of Sheets every 2 s",
              "✔ service: entraide.service is active (running)");
    }
  }

  @Test
  void nothingIsChangedByLooking() {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      String before = surgery.sheet();
      surgery.sample.office().log().reset();

      surgery.examine();

      assertThat(surgery.state()).doesNotExist();
      assertThat(surgery.sheet()).as("whether it may be changed was asked").isEqualTo(before);
      assertThat(surgery.sample.office().log().counts().keySet())
          .allMatch(
              kind -> Set.of("token", "sheets.write").contains(kind) || kind.endsWith(".read"));
    }
  }

  @Test
  void alertsAreExaminedWithoutSendingOneAndTestedWhereAskedFor() throws IOException {
    try (Surgery surgery = new Surgery(directory, OFFICE);
        FakeService service = new FakeService(FakeService.Mood.FAILS)) {
      Path program = directory.resolve("tell-me");
      surgery.configure(
          "[state]",
          "[alerts]\ncommand = [\"tell-me\"]\nwebhook = \"%s\"\nheartbeat = \"%s\"\n[state]"
              .formatted(service.address("/secret"), service.address("/beat")));
      assertThat(surgery.examine().out())
          .contains("! alerts: there is no program " + program)
          .contains("✔ alerts: webhook at 127.0.0.1", "✔ alerts: heartbeat at 127.0.0.1");
      Files.writeString(program, "#!/bin/sh\nexit 0\n");
      assertThat(surgery.examine().out()).contains("Run: chmod a+rx " + program);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
      assertThat(surgery.examine().out()).contains("✔ alerts: command " + program);
      assertThat(service.asked()).isEmpty();

      SurgerySaid said = surgery.examine(new DoctorCommand.Options(false, true, Texts.english()));

      assertThat(service.asked()).hasSize(1).first().asString().contains("\"trouble\":\"test\"");
      assertThat(said.out())
          .contains("✔ alerts: the command took a test")
          .contains("✘ alerts: the webhook did not take a test: HTTP 500. Check its address")
          .doesNotContain("secret");
      assertThat(said.exitCode()).isEqualTo(ExitCode.FAILURE);
    }
  }

  @Test
  void aTestOfAlertsSaysWhereNobodyTakesThem() {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      assertThat(surgery.examine(new DoctorCommand.Options(false, true, Texts.english())).out())
          .contains("! alerts: nobody takes alerts, so no test was sent. Write command or webhook");
    }
  }

  @Test
  void aJournalInADatabaseServerMayHaveItsDirectoryAnywhere() {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      surgery.configure(
          "[state]\n", "[state]\njournal = \"jdbc:postgresql://127.0.0.1:1/entraide\"\n");
      surgery.host.lies("nfs4");

      assertThat(surgery.examine().out()).doesNotContain("network file system");
    }
  }

  @Test
  void jsonHasTheSameFindingsInTheSameOrder() throws IOException {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      surgery.fault("forms.*", FaultEffect.NOT_FOUND);
      List<String> lines = surgery.examine().lines();

      SurgerySaid said = surgery.examine(new DoctorCommand.Options(true, false, Texts.of("fr")));

      assertThat(said.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
      JsonNode json = new ObjectMapper().readTree(said.out());
      assertThat(json).hasSameSizeAs(lines);
      JsonNode form =
          Stream.iterate(0, i -> i + 1)
              .limit(json.size())
              .map(json::path)
              .filter(f -> f.path("about").asText().equals("londres form"))
              .findFirst()
              .orElseThrow();
      assertThat(form.path("grade").asText()).isEqualTo("bad");
      assertThat(form.path("consequence").asText()).isEqualTo("configuration");
      assertThat(form.path("cause").asText()).endsWith("it does not exist (any more)");
      assertThat(form.path("fix").asText()).startsWith("Check the id of the form");
    }
  }

  @Test
  void signsAreColouredWhereThatIsWantedAndNowhereElse() {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      surgery.fault("forms.*", FaultEffect.NOT_FOUND);
      assertThat(surgery.examine().out()).doesNotContain("\u001b");

      surgery.coloured();

      assertThat(surgery.examine().out())
          .contains("\u001b[32m✔\u001b[0m versions: ", "\u001b[31m✘\u001b[0m londres form: ");
      assertThat(surgery.examine("fr").out())
          .contains("\u001b[32m✔\u001b[0m versions\u202f: ")
          .contains("\u001b[31m✘\u001b[0m londres, formulaire\u202f: ");
    }
  }
}

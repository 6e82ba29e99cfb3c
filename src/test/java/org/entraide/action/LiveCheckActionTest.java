package org.entraide.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.entraide.cli.LiveCheckCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.sandbox.office.OfficeServer;
import org.entraide.testkit.Premises;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rehearsal at a terminal, over HTTP. */
@Tag("long")
@NullMarked
class LiveCheckActionTest {

  private static final LiveCheckCommand.Options SCRATCH =
      new LiveCheckCommand.Options(Premises.SPREADSHEET, Premises.FORM, Premises.DELEGATE, true);

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Premises office = Premises.open(InstantSource.system());
  private OfficeServer server;
  private Configuration configuration;

  @TempDir private Path directory;

  @BeforeEach
  void open() throws Exception {
    server = OfficeServer.start(office.office(), 0, pause -> {});
    Files.writeString(directory.resolve("credentials.json"), Premises.credentials(server.root()));
    configuration = configured("spreadsheet-of-a-campaign");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Configuration configured(String spreadsheet) throws Exception {
    return ConfigurationReader.read(
        Files.writeString(
            directory.resolve("entraide.toml"),
            """
            [google]
            credentials = "credentials.json"
            endpoint = "%s"
            [campaigns.londres]
            spreadsheet = "%s"
            delegate = "delegue@example.org"
            """
                .formatted(server.root(), spreadsheet)));
  }

  private int run(String typed) throws Exception {
    Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true));
    return new LiveCheckAction(() -> new BufferedReader(new StringReader(typed)))
        .run(configuration, SCRATCH, console);
  }

  @Test
  void whereNobodyClicksOnlyWhatNeedsNoClickIsSettledAndTheFindingsSaySo() throws Exception {
    int exitCode = run("\n".repeat(60));

    assertThat(exitCode).isEqualTo(ExitCode.PARTLY);
    JsonNode findings = new ObjectMapper().readTree(out.toString()).path("findings");
    assertThat(findings).hasSize(11);
    assertThat(findings)
        .filteredOn(finding -> finding.path("settled").asBoolean())
        .extracting(finding -> finding.path("probe").asText())
        .containsExactly("answers-table");
    assertThat(findings.findValuesAsText("switch"))
        .contains("editMode", "newColumn", "answersParsed", "inheritsFormats", "send");
    assertThat(err.toString()).contains("write 007").contains("Press Enter").contains("Delete");
  }

  @Test
  void thePageNamesEachProbeItsQuestionAndItsSwitch() throws Exception {
    String page = Files.readString(Path.of("docs/live-check.md"));
    run("\n".repeat(60));

    for (JsonNode finding : new ObjectMapper().readTree(out.toString()).path("findings")) {
      assertThat(page)
          .contains(
              "| `%s` | %s |"
                  .formatted(finding.path("probe").asText(), finding.path("question").asText()))
          .contains(finding.path("switch").asText());
    }
  }

  @Test
  void whoeverGoesAwayEndsItAndLeavesNoDraft() {
    assertThatThrownBy(() -> run("\n".repeat(8))).isInstanceOf(InterruptedException.class);

    assertThat(office.gmail().mailbox(Premises.DELEGATE).orElseThrow().drafts()).isEmpty();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aSheetThatACampaignUsesIsRefusedBeforeAnythingIsAsked() throws Exception {
    configuration = configured(Premises.SPREADSHEET);
    long before = office.version();

    assertThatThrownBy(() -> run("\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("londres uses that");
    assertThat(office.version()).isEqualTo(before);
  }

  @Test
  void aSheetWithAnswersIsRefused() {
    office.answer("c@example.org", Map.of(office.form().columns().get(0).header(), "somebody"));

    assertThatThrownBy(() -> run("\n"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds answers already");
    assertThat(err.toString()).isEmpty();
  }
}

package org.entraide.livecheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.resilience.RemoteFailure;
import org.entraide.sandbox.office.forms.RowSwitches;
import org.entraide.testkit.DirectWire;
import org.entraide.testkit.Premises;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With each switch of the office each way, the rehearsal has to find it out. */
class LiveCheckTest {

  private static final String ROOT = "http://127.0.0.1:1/";

  private Premises office;
  private PlayedHuman human;
  private LiveCheck.Scratch scratch;
  private LiveCheck check;

  @TempDir private Path directory;

  @BeforeEach
  void open() throws Exception {
    office = Premises.open(InstantSource.system());
    String title = office.form().columns().get(0).header();
    human = new PlayedHuman(office, title);
    GoogleServices google =
        GoogleServices.over(
            new DirectWire(office.office()),
            new GoogleAccess(
                Files.writeString(
                    directory.resolve("credentials.json"), Premises.credentials(ROOT)),
                Optional.of(URI.create(ROOT))),
            InstantSource.system(),
            pause -> {},
            new Random(3));
    scratch =
        new LiveCheck.Scratch(
            google.table(Premises.SPREADSHEET),
            google.appearance(Premises.SPREADSHEET),
            google.trials(Premises.SPREADSHEET),
            google.form(Premises.FORM),
            google.mailbox(Premises.DELEGATE));
    check = new LiveCheck(scratch, human);
  }

  private Map<String, String> observed() throws Exception {
    return check.run(finding -> {}).stream()
        .collect(
            Collectors.toMap(
                f -> f.officeSwitch().isEmpty() ? f.probe() : f.officeSwitch(),
                ProbeFinding::observed));
  }

  @ParameterizedTest
  @CsvSource({
    "TRACKED, AFTER_LAST, true, true, true, SEND_404_NEWID",
    "BY_POSITION, FAR_RIGHT, false, false, false, SEND_WRAPPER_KEPT",
    "APPEND, AFTER_LAST, false, true, false, SEND_SAMEID_LABELSWAP",
    "TRACKED, FAR_RIGHT, true, false, true, SEND_404_NEWID"
  })
  void whatTheOfficeIsSetToIsFoundOut(
      RowSwitches.EditMode editMode,
      RowSwitches.NewColumn newColumn,
      boolean answersParsed,
      boolean inheritsFormats,
      boolean copies,
      String send)
      throws Exception {
    office.rows().switches(new RowSwitches(editMode, newColumn, answersParsed, inheritsFormats));
    office.sheets().duplicateCopiesMetadata(copies);
    human.post(
        "PUT",
        "/office/mailboxes/" + Premises.DELEGATE + "/settings",
        "{\"send\":\"" + send + "\"}");

    assertThat(observed())
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("editMode", editMode.name()),
                Map.entry("newColumn", newColumn.name()),
                Map.entry("answersParsed", String.valueOf(answersParsed)),
                Map.entry("inheritsFormats", String.valueOf(inheritsFormats)),
                Map.entry("duplicateCopiesMetadata", String.valueOf(copies)),
                Map.entry("answers-table", "NO_TABLE"),
                Map.entry("row-mark", "STAYS"),
                Map.entry("strict-list", "ACCEPTED"),
                Map.entry("send", send),
                Map.entry("edited-draft", "NEW_MESSAGE"),
                Map.entry("undone-send", "NEW_DRAFT")));
  }

  @Test
  void aTableThatTheAnswersAreInIsSeen() throws Exception {
    int columns = office.form().columns().size();
    human.table("A1:" + (char) ('A' + columns - 1) + "3");

    assertThat(observed()).containsEntry("answers-table", "BESIDE");
  }

  /** The office knows one way of each; so does not everybody. */
  @Test
  void whatTheOfficeNeverDoesIsFoundOutAsWell() throws Exception {
    OtherWays other = new OtherWays(scratch);
    check =
        new LiveCheck(
            new LiveCheck.Scratch(
                other.table(), scratch.appearance(), other, scratch.form(), scratch.mailbox()),
            human);

    assertThat(observed())
        .containsEntry("answers-table", "TAKEN_IN")
        .containsEntry("row-mark", "FOLLOWS")
        .containsEntry("strict-list", "REFUSED");
  }

  @Test
  void noDraftIsLeftAndNothingWasSentByTheProgram() throws Exception {
    check.run(finding -> {});

    JsonNode mailbox = human.get("/office/mailboxes/" + Premises.DELEGATE);
    assertThat(mailbox.path("drafts")).isEmpty();
    assertThat(human.get("/office/mailboxes").path("sendAttempted").asBoolean(true)).isFalse();
  }

  @Test
  void whatNobodyDoesIsAskedForThreeTimesAndStaysOpen() throws Exception {
    human.lazyAbout("sort");

    List<ProbeFinding> findings = check.run(finding -> {});

    assertThat(human.asked).filteredOn("sort"::equals).hasSize(3);
    assertThat(human.asked).doesNotContain("edit");
    assertThat(findings)
        .filteredOn(finding -> !finding.isSettled())
        .extracting(ProbeFinding::probe)
        .containsExactly("edited-answer");
  }

  @Test
  void aSheetWithAnswersIsNoScratchSheet() {
    office.answer("c@example.org", Map.of(office.form().columns().get(0).header(), "somebody"));

    assertThatThrownBy(() -> check.run(finding -> {}))
        .isInstanceOf(LiveCheck.Unfit.class)
        .hasMessageContaining("holds answers already");
    assertThat(human.asked).isEmpty();
  }

  @Test
  void aFailureSettlesNothingAndStopsNothing() throws Exception {
    Probe failing =
        new Probe(
            "one",
            "Does it?",
            "",
            Map.of(),
            () -> {
              throw RemoteFailure.of(RemoteFailure.Kind.UNAVAILABLE, "It is away.");
            });

    assertThat(failing.run())
        .isEqualTo(new ProbeFinding("one", "Does it?", "", ProbeFinding.FAILED, "It is away."));
  }
}

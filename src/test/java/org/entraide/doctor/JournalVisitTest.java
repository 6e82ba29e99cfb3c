package org.entraide.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.config.CampaignSettings;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.ServerInspection;
import org.entraide.journal.server.ServerJournal;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("postgres")
class JournalVisitTest {

  private static final Instant NOON = Instant.parse("2020-03-26T12:00:00Z");

  @TempDir private Path directory;

  private List<CampaignSettings> campaigns() throws IOException, ConfigurationException {
    Path file = directory.resolve("entraide.toml");
    Files.writeString(
        file,
        """
        [google]
        credentials = "credentials.json"
        [campaigns.londres]
        spreadsheet = "1Sheet"
        delegate = "delegue@example.org"
        """);
    return ConfigurationReader.read(file).campaigns();
  }

  private static Introduction draft(String ref, String mailbox) {
    return Introduction.begun(ref, "7KQ47", "0B3DR", Set.of(Category.SHOPPING), 1.0, mailbox, NOON)
        .drafted("d", "m", "t");
  }

  @Test
  void draftsOfADelegateWhoIsNoLongerConfiguredAreNamedAndTheirAddressIsNot() throws Exception {
    MemoryJournal journal = new MemoryJournal();
    journal.storeIntroductions(
        "londres",
        List.of(
            draft("M-7KQ47", "avant@example.org"),
            draft("M-0B3DR", "delegue@example.org"),
            draft("M-73E2M", "avant@example.org").sent(NOON)));

    List<DoctorFinding> findings = JournalVisit.formerDelegates(journal, campaigns());

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).grade()).isEqualTo(DoctorFinding.Grade.WARNING);
    assertThat(findings.get(0).words().in(Texts.english()).text())
        .contains("M-7KQ47")
        .doesNotContain("M-0B3DR", "M-73E2M", "avant@");
    assertThat(findings.get(0).consequence()).isEqualTo(DoctorFinding.Consequence.NONE);
  }

  @Test
  void theTroublesOfTheLastCycleAreSaidInTheReadersLanguage() {
    MemoryJournal journal = new MemoryJournal();
    journal.storeReport(
        new Journal.CampaignReport(
            "londres",
            NOON,
            Optional.of(NOON),
            List.of(Message.of("place.service.late"), Message.of("place.service.no_json")),
            Map.of(),
            Optional.empty()));

    assertThat(JournalVisit.turns(journal, List.of("londres"), NOON))
        .singleElement()
        .satisfies(
            turn ->
                assertThat(turn.line(Texts.of("fr")))
                    .isEqualTo(
                        "londres, dernier passage\u202f: 2020-03-26T12:00Z, avec un problème\u202f:"
                            + " pas de réponse à temps une réponse qui n’est pas du JSON."
                            + " Voyez\u202f: entraide status"));
  }

  private static List<DoctorFinding> server(boolean encrypted, boolean sure) {
    return JournalVisit.server(
        new ServerInspection(
            "db.example.org/entraide", 8, "15.4", 4096, encrypted, sure, false, Duration.ZERO));
  }

  @ParameterizedTest
  @CsvSource({
    "true, another machine could answer in the database’s place",
    "false, 'what is sent to the database, its password too, is not encrypted'"
  })
  void aServerThatIsNotProvenToBeTheOneThatIsMeantIsWarnedOf(boolean encrypted, String words) {
    List<DoctorFinding> findings = server(encrypted, false);

    assertThat(findings)
        .extracting(DoctorFinding::grade)
        .containsExactly(DoctorFinding.Grade.GOOD, DoctorFinding.Grade.WARNING);
    FindingWords.FindingText said = findings.get(1).words().in(Texts.english());
    assertThat(said.text()).contains(words);
    assertThat(said.fix()).contains("sslmode", "verify-full", "sslrootcert");
    assertThat(findings.get(1).consequence()).isEqualTo(DoctorFinding.Consequence.NONE);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aServerThatIsProvenIsNotWarnedOf(boolean encrypted) {
    assertThat(server(encrypted, true))
        .extracting(DoctorFinding::grade)
        .containsExactly(DoctorFinding.Grade.GOOD);
  }

  /** Also where nothing is encrypted: nobody else can answer there. */
  @Test
  void aServerOnThisMachineIsNotWarnedOf() {
    try (ServerJournal journal = ServerJournal.open(Postgres.fresh())) {
      ServerInspection found = journal.inspect(InstantSource.system());

      assertThat(found.encrypted()).isFalse();
      assertThat(JournalVisit.server(found))
          .extracting(DoctorFinding::grade)
          .containsExactly(DoctorFinding.Grade.GOOD);
    }
  }
}

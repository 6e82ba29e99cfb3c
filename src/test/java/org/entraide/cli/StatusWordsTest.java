package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.cli.StatusFixture.NOW;
import static org.entraide.cli.StatusFixture.draft;
import static org.entraide.cli.StatusFixture.matching;
import static org.entraide.cli.StatusFixture.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.cli.shell.ExitCode;
import org.entraide.match.model.Policy;
import org.entraide.resilience.Sleeper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} says to people, in their language, of one campaign, again and again. */
class StatusWordsTest {

  @TempDir private Path directory;
  private String config = "";
  private final MemoryJournal journal = new MemoryJournal();
  private final CliRun cli = new CliRun();

  @BeforeEach
  void writeConfiguration() throws IOException {
    config = StatusFixture.configuration(directory);
  }

  @Test
  void itSpeaksTheLanguageThatIsAskedFor() {
    journal.storeReport(report("londres", ""));
    journal.storeNextCycle("londres", NOW.minus(Duration.ofDays(2)));

    cli.with(journal).execute("status", "londres", "--lang", "fr", "--config", config);

    assertThat(cli.out())
        .isEqualTo(
            """
            londres\u202f: Entraide des Français de Londres
              Dernier passage   il y a 12 secondes
              Prochain passage  il aurait dû commencer il y a 2 jours\u202f: le démon ne tourne pas, ou ne répond
                                plus
              Problème          aucun
              Personnes         15 réponses\u202f: Brouillon prêt 3 et En attente 12

            """);
  }

  @Test
  void oneCampaignIsShownAloneAndAnUnknownOneIsAnsweredWithTheNearest() {
    journal.storeReport(report("londres", "The sheet is not shared."));
    journal.storeReport(report("dublin", ""));

    assertThat(cli.with(journal).execute("status", "dublin", "--config", config)).isZero();
    assertThat(cli.out()).startsWith("dublin").doesNotContain("londres");

    CliRun typo = new CliRun();
    assertThat(typo.with(journal).execute("status", "dubln", "--config", config))
        .isEqualTo(ExitCode.USAGE);
    assertThat(typo.err()).contains("did you mean \"dublin\"?");
  }

  @Test
  void watchedItIsShownAgainUntilItIsInterrupted() {
    journal.storeReport(report("dublin", ""));
    List<Duration> rests = new ArrayList<>();
    Sleeper twice =
        pause -> {
          rests.add(pause);
          if (rests.size() == 2) {
            throw new InterruptedException();
          }
          journal.storeReport(report("dublin", "The sheet is not shared."));
        };

    cli.with(journal).resting(twice).execute("status", "dublin", "--watch", "--config", config);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(rests).containsOnly(Duration.ofSeconds(2));
    assertThat(cli.out().split("dublin", -1)).hasSize(3);
    assertThat(cli.out()).containsSubsequence("none", "The sheet is not shared.");
  }

  @Test
  void draftsAreCountedByDelegateAndLettersByWhatBecameOfThem() throws IOException {
    Files.writeString(
        Path.of(config),
        Files.readString(Path.of(config))
            + """
            [[campaigns.dublin.delegates]]
            email = "autre@example.org"
            countries = ["IE"]
            """);
    journal.storeReport(report("dublin", ""));
    journal.storeIntroductions(
        "dublin",
        List.of(
            draft("M-7KQ47", "delegue@example.org"),
            draft("M-0B3DR", "Autre@example.org"),
            draft("M-9JNRN", "delegue@example.org").sent(NOW.minusSeconds(60))));

    cli.with(journal).execute("status", "dublin", "--config", config);

    assertThat(cli.out())
        .contains(
            "Drafts      2 to be read and sent (delegate 1 and delegates[1] 1); the oldest was"
                + " begun now",
            "Sent        1 letter: Sent 1",
            "Introduced  1 person who needs help, by 3 introductions, drafts included")
        .doesNotContain("@");
  }

  @Test
  void nothingOfItIsARawKey() {
    journal.storeReport(report("dublin", "", Optional.of(matching(Policy.STABLE, 0))));

    cli.with(journal).execute("status", "dublin", "--config", config);

    assertThat(cli.out()).doesNotContainPattern("[a-z]_[a-z]|[a-z]\\.[a-z]");
  }
}

package org.entraide.campaign.handmade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.LEDGER;

import java.time.Duration;
import org.entraide.campaign.world.MemoryJournal;
import org.entraide.campaign.world.World;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The day that organisers type of introductions that they made. */
@Execution(ExecutionMode.CONCURRENT)
class HandMadeDaysTest extends HandMadeFixture {

  @ParameterizedTest
  @CsvSource({
    "02/03/2020, true",
    "2020-03-02, true",
    "25/03/2020, false",
    "'', false",
    "en mars, false",
    "02/03/2031, false"
  })
  void itsOutcomeIsAskedForTwoWeeksAfterTheDayThatWasTyped(String day, boolean isAsked) {
    typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", day);

    counts();

    assertThat(String.join("\n", world.todo()).contains("notez la suite")).isEqualTo(isAsked);
    world.clock.advance(Duration.ofDays(14));
    world.settle(2);
    assertThat(String.join("\n", world.todo())).contains("ont été mises en relation");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"en mars", "02/03/2031", "31/02/2020", "3.3.20 ?", "02/03/20", "-999999999-01-01"})
  void aDayThatIsNoPastDayIsAskedToBeCorrected(String day) {
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", day);
    counts();
    world.settle(2);
    assertThat(cell(row, "Envoyé le")).isEqualTo(day);
    assertThat(cell(row, "Explication"))
        .startsWith("Corrigez ou videz «\u202fEnvoyé le\u202f»\u202f: ")
        .contains("la ligne compte à partir du 26/03/2020.");
    assertThat(world.once().quiet()).isTrue();

    world.table.type(LEDGER, row, "Envoyé le", "02/03/2020");
    world.settle(2);

    assertThat(cell(row, "Explication")).doesNotContain("Corrigez");
    assertThat(String.join("\n", world.todo())).contains("notez la suite");
    assertThat(world.once().quiet()).isTrue();
  }

  /** Early in the day, noon is yet to come. */
  @Test
  void todayIsADayToo() {
    world.clock.advance(Duration.ofHours(-5));
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", "26/03/2020");
    counts();
    world.settle(2);

    assertThat(cell(row, "Explication")).doesNotContain("Corrigez");
  }

  @Test
  void theDayOfARowMayBeCorrectedLater() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    counts();
    world.settle(2);
    assertThat(String.join("\n", world.todo())).doesNotContain("notez la suite");

    world.table.type(LEDGER, row, "Envoyé le", "2020-03-02");
    world.settle(2);

    assertThat(cell(row, "Envoyé le")).isEqualTo("2020-03-02");
    assertThat(String.join("\n", world.todo())).contains("notez la suite");
    assertThat(world.once().quiet()).isTrue();
  }

  /** A date of the sheet's counts in whatever format its cell has. */
  @ParameterizedTest
  @ValueSource(strings = {"02/03/2020", "lun. 2 mars 2020", "02/03/20", "43892"})
  void aDateOfTheSheetsCountsInAnyFormat(String shown) {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    world.table.type(LEDGER, row, "Envoyé le", Cell.number(43_892, shown));
    counts();
    world.settle(2);

    assertThat(cell(row, "Envoyé le")).isEqualTo(shown);
    assertThat(cell(row, "Explication")).doesNotContain("Corrigez");
    assertThat(String.join("\n", world.todo())).contains("notez la suite");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void aYearThatIsTypedAloneIsNoDate() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org");
    world.table.type(LEDGER, row, "Envoyé le", Cell.number(2020, "2020"));
    counts();
    world.settle(2);

    assertThat(cell(row, "Explication")).startsWith("Corrigez ou videz");
  }

  @Test
  void whereADayIsClearedTheLastOneStillCounts() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", "02/03/2020");
    counts();
    world.settle(2);
    world.table.type(LEDGER, row, "Envoyé le", "");
    world.settle(2);

    assertThat(cell(row, "Envoyé le")).isEqualTo("02/03/2020");
    assertThat(world.once().quiet()).isTrue();
  }

  @Test
  void ofTwoRowsOfOneIntroductionTheEarlierDayCounts() {
    world.clock.advance(Duration.ofHours(-5));
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", "26/03/2020");
    counts();
    world.settle(2);
    world.table.copyRow(LEDGER, row);
    world.table.type(LEDGER, world.table.rowCount(LEDGER) - 1, "Envoyé le", "02/03/2020");
    world.settle(3);

    assertThat(String.join("\n", world.todo())).contains("notez la suite");
    assertThat(world.once().quiet()).isTrue();
  }

  /** Nobody but Gmail tells when a letter went. */
  @Test
  void theDayOfALetterIsNotForOrganisersToSay() {
    world.answer("Eve Eden", World.PLACE, "Nord", World.OFFERS, "Courses");
    world.settle(2);
    assertThat(world.letters()).isNotEmpty();
    world.mailbox().send(world.table.text(LEDGER, 1, "Réf"));
    world.settle(2);
    world.table.type(LEDGER, 1, "Envoyé le", "02/03/2020");
    world.settle(2);

    assertThat(String.join("\n", world.todo())).doesNotContain("notez la suite");
  }

  @Test
  void aDayCountsWithoutTheJournalToo() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", "2020-03-02");
    counts();
    world.settle(2);
    world.startAgain(new MemoryJournal());
    world.settle(3);

    assertThat(cell(row, "Envoyé le")).isEqualTo("2020-03-02");
    assertThat(String.join("\n", world.todo())).contains("notez la suite");
  }
}

package org.entraide.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.World.LEDGER;

import java.time.Duration;
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
  @ValueSource(strings = {"en mars", "02/03/2031", "31/02/2020", "3.3.20 ?"})
  void aDayThatIsNoPastDayIsAskedToBeCorrected(String day) {
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Envoyé le", day);
    counts();
    world.settle(2);
    assertThat(cell(row, "Envoyé le")).isEqualTo(day);
    assertThat(cell(row, "Explication"))
        .startsWith("Corrigez «\u202fEnvoyé le\u202f»\u202f: ")
        .contains("la ligne compte au 26/03/2020.");
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
}

package org.entraide.campaign.handmade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.CAPACITY;
import static org.entraide.campaign.world.World.CONSENT;
import static org.entraide.campaign.world.World.EMAIL;
import static org.entraide.campaign.world.World.LEDGER;
import static org.entraide.campaign.world.World.OFFERS;
import static org.entraide.campaign.world.World.PLACE;

import java.time.Duration;
import java.util.List;
import org.entraide.campaign.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that organisers type into the ledger and that are no introduction. */
@Execution(ExecutionMode.CONCURRENT)
class HandMadeRefusalsTest extends HandMadeFixture {

  private static final String TYPE =
      "Tapez une référence, une adresse e-mail ou un numéro de téléphone sous «\u202f";

  private static final String NOBODY = TYPE + "Bénévole\u202f»\u202f: aucune réponse ne";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana.alba@example.org | '' | " + TYPE + "Bénévole\u202f».",
        "'' | bo.bell@example.org | " + TYPE + "Personne\u202f».",
        "ana.alba@example.org | nobody@example.org | " + NOBODY,
        "ana.alba@example.org | Bo | " + NOBODY,
        "ana.alba@example.org | 07700 900999 | " + NOBODY,
        "ana.alba@example.org | ana.alba@example.org | Une personne ne peut pas",
        "ana.alba@example.org | hal.hill@example.org | Pas de mise en relation\u202f: Hal",
        "ana.alba@example.org | two@example.org | Tapez la référence sous",
      })
  void whatIsNoIntroductionIsAnsweredAfterTheMinute(String person, String helper, String why) {
    world
        .answer("Hal Hill", PLACE, "Loin", OFFERS, "Courses")
        .answer("Ida Iles", PLACE, "Loin", OFFERS, "Courses", EMAIL, "two@example.org")
        .answer("Max Marr", PLACE, "Loin", OFFERS, "Courses", EMAIL, "two@example.org");
    world.instruct("Hal Hill", "Consigne", "Exclu");
    world.settle(2);
    int row = typed(person, helper);

    world.once();
    assertThat(cell(row, "Explication")).isEmpty();
    counts();

    assertThat(cell(row, "Explication")).startsWith(why);
    assertThat(cell(row, "Réf")).isEmpty();
    assertThat(cell(row, "Personne")).isEqualTo(person);
    assertThat(cell(row, "Bénévole")).isEqualTo(helper);
    world.once();
    assertThat(world.once().quiet()).isTrue();
    world.clock.advance(Duration.ofMinutes(2));
    assertThat(world.once().quiet()).isTrue();
  }

  /** Taken for nothing, they would cover all that is open. */
  @Test
  void needsThatAreNotUnderstoodAreAskedAbout() {
    int row = typed("ana.alba@example.org", "bo.bell@example.org", "Besoins", "voir avec Claire");
    counts();

    assertThat(cell(row, "Réf")).isEmpty();
    assertThat(cell(row, "Explication")).startsWith("Corrigez ou videz «\u202fBesoins\u202f»");

    world.table.type(World.LEDGER, row, "Besoins", "Faire les courses");
    counts();
    assertThat(cell(row, "Réf")).startsWith("M-");
    assertThat(cell(row, "Explication")).doesNotContain("Corrigez");
  }

  @Test
  void aHalfTypedRowIsCompletedLater() {
    int row = typed("ana.alba@example.org", "");
    counts();
    assertThat(cell(row, "Explication")).isEqualTo(TYPE + "Bénévole\u202f».");

    world.table.type(LEDGER, row, "Bénévole", "bo.bell@example.org");
    counts();

    assertThat(world.ledger()).containsExactly("Ana Alba, Bo Bell: Envoyée");
    assertThat(cell(row, "Explication")).startsWith("Faite à la main");
  }

  @Test
  void aRefusedRowWhoseCellsAreClearedShowsNothing() {
    int row = typed("ana.alba@example.org", "");
    counts();

    world.table.type(LEDGER, row, "Personne", "");
    counts();

    assertThat(world.table.rowCount(LEDGER)).isEqualTo(row);
  }

  @ParameterizedTest
  @CsvSource({"'Relancer tout le monde lundi', ''", "'Ana', 'voir avec Paul'", "'', 'Total : 3'"})
  void aNoteOfPeopleIsLeftAlone(String person, String helper) {
    int row = typed(person, helper);
    List<List<List<String>>> before = world.table.everything();

    counts();

    assertThat(world.table.everything()).isEqualTo(before);
    assertThat(cell(row, "Explication")).isEmpty();
  }

  @Test
  void anExplanationThatSomebodyTypedIsNotOverwrittenByAnAnswer() {
    int row = typed("ana.alba@example.org", "nobody@example.org", "Explication", "à voir");

    counts();

    assertThat(cell(row, "Explication")).isEqualTo("à voir");
  }

  @Test
  void thePairThatIsTypedTwiceCountsOnce() {
    typed("ana.alba@example.org", "bo.bell@example.org");
    typed("ana.alba@example.org", "bo.bell@example.org");
    typed(ref("Ana Alba"), ref("Bo Bell"));

    counts();

    String ref = world.ledgerReferences().get(0);
    assertThat(ref).startsWith("M-");
    assertThat(refusals())
        .hasSize(2)
        .containsOnly("Ces deux personnes sont déjà mises en relation\u202f: " + ref + ".");
  }

  @Test
  void thePairThatHasALetterIsNotTypedAgain() {
    world.answer("Eve Ender", PLACE, "Nord", OFFERS, "Courses", CAPACITY, "1");
    world.settle(2);
    assertThat(world.ledger()).hasSize(1);

    typed(ref(world.ledger().get(0).substring(0, 8)), ref("Eve Ender"));
    counts();

    assertThat(refusals()).hasSize(1);
    assertThat(refusals().get(0)).startsWith("Ces deux personnes sont déjà mises en relation");
  }

  @Test
  void twoPeopleMayBeIntroducedTheOtherWayRound() {
    typed("ana.alba@example.org", "bo.bell@example.org");
    typed("bo.bell@example.org", "ana.alba@example.org");

    counts();

    assertThat(world.ledger())
        .containsExactly("Ana Alba, Bo Bell: Envoyée", "Bo Bell, Ana Alba: Envoyée");
  }

  @Test
  void anUnknownPersonWhoAnswersLaterIsIntroduced() {
    typed("ana.alba@example.org", "eve.ender@example.org");
    counts();
    assertThat(refusals()).hasSize(1);

    world.answer("Eve Ender", PLACE, "Loin", OFFERS, "Conversation", CAPACITY, "1", CONSENT, "Oui");
    world.settle(2);

    assertThat(world.ledger()).containsExactly("Ana Alba, Eve Ender: Envoyée");
  }
}

package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.SHOPPING;

import java.time.Duration;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a question whose person takes part no longer before anybody read it. */
@NullMarked
class QuestionOfLeaversTest extends QuestionFixture {

  @ParameterizedTest
  @ValueSource(strings = {"Retirer", "Exclu"})
  void whoNoLongerTakesPartIsNotAskedAndTheirDraftGoes(String word) {
    try (World world = world()) {
      world.answer(dora());
      world.settle();
      String ref = question(world);
      assertThat(world.drafted()).containsExactly(ref);

      world.type(world.rowOf(DORA).number(), "Consigne", word);
      world.settleSlowly();

      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().only("Réf", ref).get("État")).isEqualTo("Retirée");
      assertThat(world.tab("À faire").lines()).noneMatch(it -> it.get("Détail").contains(ref));
      world.settleSlowly();
      assertThat(world.drafted()).isEmpty();
    }
  }

  /** The draft stays, as that of an introduction does; the ledger says what to do with it. */
  @Test
  void ofSomebodyWhoIsSignpostedTheLedgerSaysNotToSendTheQuestion() {
    try (World world = world()) {
      world.answer(dora());
      world.settle();
      String ref = question(world);

      world.type(world.rowOf(DORA).number(), "Consigne", "Orienté ailleurs");
      world.settleSlowly();

      assertThat(world.drafted()).containsExactly(ref);
      assertThat(world.ledger().only("Réf", ref).get("Explication")).contains("Orienté ailleurs");
    }
  }

  @Test
  void whoseRowIsDeletedIsNotAskedAndTheirDraftGoes() {
    try (World world = world()) {
      world.answer(dora());
      world.answer(Reply.of("Eve", "Ender", "eve@example.org").at("SW7 2DD").needs(SHOPPING));
      world.settle();
      String ref = question(world);

      int row = world.rowOf(DORA).number();
      world.sheet("deleteRows", OfficeJson.object().put("from", row).put("count", 1));
      world.settleSlowly();
      world.time.advance(Duration.ofMinutes(11));
      world.settleSlowly();

      assertThat(world.drafted()).isEmpty();
      assertThat(world.ledger().only("Réf", ref).get("État")).isEqualTo("Retirée");
    }
  }
}

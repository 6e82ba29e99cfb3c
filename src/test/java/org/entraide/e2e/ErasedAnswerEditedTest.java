package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was erased may still edit what they answered, by the link that Google sent them. */
@NullMarked
class ErasedAnswerEditedTest {

  private static final String ZED = "zed@example.org";

  private final World world;

  ErasedAnswerEditedTest(@TempDir Path directory) {
    this.world = World.empty(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void erase(String address) {
    String ref = world.rowOf(address).ref();
    ErasureCommands.ask(world.journal(), World.CAMPAIGN, ref, world.time.instant());
    world.settleSlowly();
    assertThat(world.rowOf(address).status()).isEqualTo("Retiré");
  }

  private void edit(String response, Reply reply) {
    world.time.advance(Duration.ofMinutes(2));
    Map<String, List<String>> values = new HashMap<>();
    reply.answers().forEach((title, said) -> values.put(world.question(title), said));
    world.office.exclusively(() -> world.sample.form().edit(response, values));
    world.settleSlowly();
  }

  private void assertErased(int row) {
    Grid.Line line = world.answers().lines().get(row - 2);
    assertThat(line.status()).isEqualTo("Retiré");
    assertThat(line.ref()).isEmpty();
    assertThat(line.explanation()).contains("supprimez la ligne");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anErasedAnswerStaysErasedHoweverOftenItIsEdited(boolean anew) {
    String ana = world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    erase(Town.ANA);
    if (anew) {
      world.restart();
    }

    edit(ana, Town.ana().at("SW11"));
    edit(ana, Town.ana().at("SW12"));

    assertErased(2);
    assertThat(world.ledger().lines()).isEmpty();
    assertThat(world.drafted()).isEmpty();
    assertThat(world.rowOf(Town.BO).status()).isEqualTo("Disponible");
    assertThat(world.cycle().effects()).isEmpty();
  }

  /** Their row shows none of the contacts that they answered with. */
  @Test
  void whoeverHadTheirAddressCorrectedStaysErasedWhenTheyEditTheirAnswer() {
    String ana = world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    world.type(2, World.EMAIL, ZED);
    world.settleSlowly();
    erase(ZED);

    edit(ana, Town.ana().at("SW11"));

    assertErased(2);
    assertThat(world.drafted()).isEmpty();
  }

  @Test
  void whatTheyAnsweredAnewSinceStaysWhenTheyEditTheErasedAnswer() {
    String ana = world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    erase(Town.ANA);
    world.answer(Town.ana());
    world.settleSlowly();
    Grid.Line later = world.answers().lines().get(2);

    edit(ana, Town.ana().at("SW11"));

    assertErased(2);
    assertThat(world.answers().lines().get(2).ref()).isEqualTo(later.ref()).isNotEmpty();
    assertThat(world.answers().lines().get(2).status()).isEqualTo("Brouillon prêt");
    assertThat(world.drafted()).hasSize(1);
  }

  /** The copy keeps the time at which the other answered, by which a response is found. */
  @ParameterizedTest
  @CsvSource({ZED + ", false", ZED + ", true", Town.ANA + ", false", Town.ANA + ", true"})
  void whoeverWasTypedOverACopyOfARowIsErasedAndNotWhoseRowItWas(
      String address, boolean corrected) {
    String ana = world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    world.sheet("copyRows", OfficeJson.object().put("from", 2).put("count", 1).put("to", 4));
    world.type(4, SampleForm.FIRST_NAME, "Zed");
    world.type(4, SampleForm.LAST_NAME, "Zander");
    world.type(4, World.EMAIL, address);
    if (corrected) {
      world.type(2, SampleForm.FIRST_NAME, "Anna");
    }
    world.settleSlowly();
    Grid.Line zed = world.answers().lines().get(2);
    assertThat(zed.ref()).isNotEmpty().isNotEqualTo(world.answers().lines().get(0).ref());
    ErasureCommands.ask(world.journal(), World.CAMPAIGN, zed.ref(), world.time.instant());
    world.settleSlowly();
    assertErased(4);

    edit(ana, Town.ana().at("SW11"));

    assertErased(4);
    assertThat(world.answers().lines().get(0).status()).isEqualTo("Brouillon prêt");
  }

  /** As where the second answer is read before the form tells of it: its time is another. */
  @Test
  void whoeverAnswersTheVerySameAgainIsNobodyErased() {
    world.answer(Town.ana());
    world.answer(Town.bo());
    world.settle();
    erase(Town.ANA);
    world.sheet("deleteRows", OfficeJson.object().put("from", 2).put("count", 1));
    world.settleSlowly();

    Town.ana().answers().forEach((title, said) -> world.type(3, title, String.join(", ", said)));
    world.type(3, World.EMAIL, Town.ANA);
    world.settleSlowly();

    Grid.Line anew = world.answers().lines().get(1);
    assertThat(anew.ref()).isNotEmpty();
    assertThat(anew.status()).isNotEqualTo("Retiré");
  }

  /** Organisers may delete the wrong one of two rows, and put it back. */
  @Test
  void anEditOfTheErasedAnswerErasesNobodyWhoseLaterRowIsGone() {
    String ana = world.answer(Town.ana());
    world.settle();
    erase(Town.ANA);
    world.answer(Town.ana());
    world.settleSlowly();
    String later = world.answers().lines().get(1).ref();
    world.sheet("deleteRows", OfficeJson.object().put("from", 3).put("count", 1));
    world.settleSlowly();

    edit(ana, Town.ana().at("SW11"));

    assertErased(2);
    assertThat(later).isNotEmpty();
    assertThat(world.journal().memory(World.CAMPAIGN).references()).contains(later);
  }
}

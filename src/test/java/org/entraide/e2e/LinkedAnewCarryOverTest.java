package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Iterables;
import java.time.Duration;
import java.util.Map;
import org.entraide.build.Stories;
import org.entraide.people.word.Category;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the former tab is carried over into the new one. */
@NullMarked
@Stories
class LinkedAnewCarryOverTest extends LinkedAnewFixture {

  // ---- what organisers asked for

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatOrganisersTypedIsCarriedOverOnceEachToItsPerson(boolean form) {
    begin(form);
    typed(OLD, ANA, "Lieu corrigé", "51.4941, -0.1738");
    typed(OLD, BO, "Vérifié", "VRAI");
    typed(OLD, CY, "Consigne", "Pause");
    typed(OLD, CY, "Jamais avec", world.tab(OLD).only(World.EMAIL, ANA).ref());
    world.settle();

    world.linkAnew();
    world.settle();

    Grid now = world.tab(NEW);
    assertThat(now.only(World.EMAIL, ANA).get("Lieu corrigé")).isEqualTo("51.4941, -0.1738");
    assertThat(now.only(World.EMAIL, BO).get("Vérifié")).isEqualTo("VRAI");
    assertThat(now.only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    assertThat(now.only(World.EMAIL, CY).get("Jamais avec"))
        .isEqualTo(now.only(World.EMAIL, ANA).ref());
    assertThat(now.only(World.EMAIL, CY).status()).isEqualTo("En pause");
    assertThat(now.only(World.EMAIL, ANA).get("Consigne")).isEmpty();

    typed(NEW, CY, "Consigne", "");
    world.settle();
    world.forget();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).get("Consigne")).isEmpty();
    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isNotEqualTo("En pause");
    assertThat(world.tab(OLD).only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    assertThat(world.drafted()).hasSize(1);
  }

  @Test
  void ofAnOldTabThatIsDeletedAtOnceTheJournalStillKnowsInstructionsTicksAndReferences() {
    begin(true);
    String ana = world.tab(OLD).only(World.EMAIL, ANA).ref();
    typed(OLD, BO, "Vérifié", "VRAI");
    typed(OLD, BO, "Jamais avec", ana);
    typed(OLD, CY, "Consigne", "Exclu");
    world.settle();

    world.linkAnew();
    world.sheet("deleteTab", OfficeJson.object().put("tab", OLD));
    world.settle();

    Grid now = world.tab(NEW);
    assertThat(now.only(World.EMAIL, BO).get("Vérifié")).isEqualTo("VRAI");
    assertThat(now.only(World.EMAIL, BO).get("Jamais avec")).isEqualTo(ana);
    assertThat(now.only(World.EMAIL, CY).get("Consigne")).isEqualTo("Exclu");
    assertThat(now.only(World.EMAIL, CY).status()).isEqualTo("Exclu");

    typed(NEW, CY, "Consigne", "");
    world.settle();
    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isNotEqualTo("Exclu");
  }

  @Test
  void whatASortBroughtBesideSomebodyElseIsCarriedOverToWhomItWasTypedFor() {
    begin(true);
    typed(OLD, CY, "Consigne", "Pause");
    world.settle();
    Grid old = world.tab(OLD);
    String column = old.column("Consigne");
    world.sheet(
        "type",
        OfficeJson.object()
            .put("range", column + old.only(World.EMAIL, CY).number())
            .put("value", ""));
    world.sheet(
        "type",
        OfficeJson.object()
            .put("range", column + old.only(World.EMAIL, ANA).number())
            .put("value", "Pause"));
    world.settle();
    assertThat(world.tab(OLD).only(World.EMAIL, CY).status()).isEqualTo("En pause");

    world.linkAnew();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).get("Consigne")).isEmpty();
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).status()).isNotEqualTo("En pause");
  }

  @Test
  void aTypedStatusIsCarriedOverToo() {
    begin(true);
    typed(OLD, CY, "Statut", "En pause");
    world.settle();

    world.linkAnew();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isEqualTo("En pause");
    assertThat(world.tab(NEW).only(World.EMAIL, CY).explanation()).contains("Statut");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aJournalThatIsLostTogetherWithTheLinkKeepsPeopleAndWhatWasAskedOfThem(boolean form) {
    begin(form);
    Map<String, String> before = refs(OLD);
    typed(OLD, CY, "Consigne", "Exclu");
    typed(OLD, ANA, "Consigne", "Prioritaire");
    world.settle();
    int letters = world.drafted().size();

    world.linkAnew();
    world.forget();
    world.settle();
    answerLater();
    world.settle();

    assertThat(refs(NEW)).containsAllEntriesOf(before);
    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isEqualTo("Exclu");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).get("Consigne")).isEqualTo("Prioritaire");
    assertThat(world.drafted()).doesNotHaveDuplicates().hasSize(letters + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aDaemonThatIsKilledAmidItDoesItOnce(int write) {
    begin(true);
    typed(OLD, CY, "Consigne", "Pause");
    world.settle();
    world.linkAnew();

    world.beforeWrite(
        write,
        () -> {
          throw new IllegalStateException("killed");
        });
    world.cycle();
    world.restart();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    typed(NEW, CY, "Consigne", "");
    world.settle();
    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isNotEqualTo("En pause");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void aDaemonWithANewJournalThatIsKilledAmidItDoesItInTheEnd(int write) {
    begin(true);
    typed(OLD, CY, "Consigne", "Pause");
    world.settle();
    world.linkAnew();
    world.forget();

    world.beforeWrite(
        write,
        () -> {
          throw new IllegalStateException("killed");
        });
    world.cycle();
    world.restart();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isEqualTo("En pause");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aJournalThatIsLostAmidItKeepsThePeople(int write) {
    begin(true);
    String bo = refs(OLD).getOrDefault(BO, "");
    typed(OLD, CY, "Jamais avec", bo);
    world.settle();
    Map<String, String> before = refs(OLD);
    world.linkAnew();

    world.beforeWrite(
        write,
        () -> {
          throw new IllegalStateException("killed");
        });
    world.cycle();
    world.forget();
    world.settle();

    assertThat(refs(NEW)).isEqualTo(before);
    assertThat(world.tab(NEW).only(World.EMAIL, CY).get("Jamais avec")).contains(bo);
  }

  /** Its row is known by when it was given, which an edit changes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void anAnswerThatIsEditedInTheInstantBeforeAndOnceMoreLosesNothing(int write) {
    begin(false);
    Reply di = Reply.of("Di", "Dell", DI).at("SW7").offers(Category.CHILDCARE);
    world.answer(di);
    world.time.advance(Duration.ofMinutes(5));
    String later = world.answer(di);
    world.settle();
    Grid old = world.tab(OLD);
    String cell = old.column("Consigne") + Iterables.getLast(old.lines()).number();
    world.sheet(
        "type", OfficeJson.object().put("range", "'" + OLD + "'!" + cell).put("value", "Pause"));
    world.settle();
    world.linkAnew();
    world.time.advance(Duration.ofMinutes(1));

    world.beforeWrite(write, () -> edit(later));
    world.cycle();
    world.time.advance(Duration.ofMinutes(1));
    edit(later);
    world.settle();

    assertThat(Iterables.getLast(world.tab(NEW).lines()).get("Consigne")).isEqualTo("Pause");
    assertThat(Iterables.getLast(world.tab(NEW).lines()).status()).isEqualTo("En pause");
  }

  private void edit(String id) {
    world.office.exclusively(
        () ->
            world.sample.form().responses().stream()
                .filter(response -> response.id().equals(id))
                .findFirst()
                .ifPresent(response -> world.sample.form().edit(id, response.answers())));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void rowsThatAreSortedInTheInstantBeforeGetNothingOfOthers(int write) {
    begin(true);
    typed(OLD, CY, "Consigne", "Pause");
    world.settle();
    world.linkAnew();

    world.beforeWrite(
        write,
        () ->
            world.sheet(
                "sort",
                OfficeJson.object()
                    .put("tab", NEW)
                    .set(
                        "by",
                        OfficeJson.object()
                            .arrayNode()
                            .add(OfficeJson.object().put("column", "B").put("descending", true)))));
    world.cycle();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isEqualTo("En pause");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).status()).isEqualTo("Brouillon prêt");
    assertThat(world.tab(NEW).only(World.EMAIL, BO).status()).isNotEqualTo("En pause");
  }
}

package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that is renamed when the form is linked anew. */
@NullMarked
@Stories
class LinkedAnewQuestionsTest extends LinkedAnewFixture {

  private Map<String, String> statuses(String tab) {
    return world.tab(tab).lines().stream()
        .collect(Collectors.toMap(line -> line.get(World.EMAIL), Grid.Line::status));
  }

  // ---- questions

  @Test
  void aQuestionThatIsRenamedBeforehandMeansWhatItMeant() {
    begin(true);
    rename(SampleForm.NEEDS, "Dites-nous tout");
    world.linkAnew();
    world.settle();
    world.sheet("deleteTab", OfficeJson.object().put("tab", OLD));
    world.restart();
    answerLater();
    world.settle();

    assertThat(world.tab(NEW).titles()).contains("Dites-nous tout");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).status()).isEqualTo("Brouillon prêt");
    assertThat(world.tab(NEW).only(World.EMAIL, DI).status()).isNotEqualTo("Incomplet");
  }

  @Test
  void aQuestionThatIsRenamedMeansTheSameAlsoWhereTheOldTabIsDeletedAtOnce() {
    begin(true);
    rename(SampleForm.NEEDS, "Dites-nous tout");
    world.linkAnew();
    world.sheet("deleteTab", OfficeJson.object().put("tab", OLD));
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, ANA).status()).isEqualTo("Brouillon prêt");
  }

  /** In the old tab it bears the title of that time. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aQuestionThatIsRenamedBeforeTheFormIsConfiguredMeansWhatItMeant(boolean lost) {
    begin(false);
    world.linkAnew(() -> rename(SampleForm.NEEDS, "Dites-nous tout"));
    world.withForm();
    if (lost) {
      world.forget();
    } else {
      world.restart();
    }
    answerLater();
    world.settle();
    world.settle();
    assertThat(world.tab(NEW).titles()).contains("Dites-nous tout");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).status()).isEqualTo("Brouillon prêt");
    assertThat(world.tab(NEW).only(World.EMAIL, DI).status()).isNotEqualTo("Incomplet");
  }

  /** What the configuration names is the tab that the form has left. */
  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void aQuestionThatIsRenamedLosesNothingWhereTheTabIsConfiguredToo(boolean seen, boolean lost) {
    world.configured("tab = \"" + OLD + "\"");
    begin(true);
    Map<String, String> before = refs(OLD);
    typed(OLD, ANA, "Consigne", "Prioritaire");
    typed(OLD, CY, "Consigne", "Pause");
    world.settle();

    rename(SampleForm.NEEDS, "Dites-nous tout");
    if (seen) {
      world.settle();
    }
    world.linkAnew();
    if (lost) {
      world.forget();
    }
    answerLater();
    world.settle();

    assertEverybodyCame(before);
  }

  /** Without a form a question is known by its title: people are asked which one it is. */
  @ParameterizedTest
  @CsvSource({"false,false", "true,false", "false,true", "true,true"})
  void withoutAFormPeopleAreToldOfTheNewTabAndOfTheQuestionThatWasRenamed(
      boolean seen, boolean lost) {
    world.configured("tab = \"" + OLD + "\"");
    begin(false);
    Map<String, String> before = refs(OLD);
    typed(OLD, ANA, "Consigne", "Prioritaire");
    typed(OLD, CY, "Consigne", "Pause");
    world.settle();

    rename(SampleForm.NEEDS, "Dites-nous tout");
    if (seen) {
      world.settle();
    }
    world.linkAnew();
    if (lost) {
      world.forget();
    }
    answerLater();
    world.settle();

    assertThat(isServed(OLD)).isTrue();
    assertThat(refs(OLD)).isEqualTo(before);
    assertThat(world.tab(NEW).titles()).doesNotContain("Réf");
    assertThat(world.wholeSheet().toString())
        .contains(
            "«\u202f" + NEW + "\u202f» a des réponses plus récentes que «\u202f" + OLD + "\u202f»")
        .contains("(«\u202ftab\u202f» dans entraide.toml)")
        .contains(
            "Aucune question ne demande les besoins. Questions vues\u202f: «\u202fDites-nous"
                + " tout\u202f»")
        .contains("(«\u202fquestions\u202f» dans entraide.toml)");
    assertThat(doctor())
        .contains(NEW + "” has newer answers than")
        .contains("No question asks for the needs. Questions seen: “Dites-nous tout”");
    assertThat(world.drafted()).hasSize(1);

    world.corrected(
        "tab = \"" + OLD + "\"",
        "tab = \"" + NEW + "\"\nquestions = { needs = \"Dites-nous tout\" }");
    world.restart();
    world.settle();

    assertEverybodyCame(before);
    assertThat(doctor()).doesNotContain("newer answers than", "No question asks");
  }

  /** All four, in the new tab, with what organisers asked for. */
  private void assertEverybodyCame(Map<String, String> before) {
    assertThat(world.tab(NEW).titles()).contains("Dites-nous tout");
    assertThat(isServed(NEW)).isTrue();
    assertThat(refs(NEW)).containsAllEntriesOf(before).hasSize(4);
    assertThat(statuses(NEW)).doesNotContainValue("Incomplet").containsEntry(CY, "En pause");
    assertThat(statuses(NEW)).containsEntry(ANA, "Brouillon prêt");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).get("Consigne")).isEqualTo("Prioritaire");
    assertThat(world.tab(NEW).only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    assertThat(world.drafted()).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void withoutAFormARenamedQuestionStopsAndIsNamed() {
    begin(false);
    rename(SampleForm.NEEDS, "Dites-nous tout");
    rename(SampleForm.OFFERS, "Et vous");
    world.linkAnew();
    answerLater();

    CycleReport report = world.cycle();

    assertThat(report.completed()).isFalse();
    assertThat(report.troubles().toString()).contains("Dites-nous tout");
  }

  private void rename(String title, String other) {
    FormItem item =
        world.sample.form().items().stream()
            .filter(i -> i.title().equals(title))
            .findFirst()
            .orElseThrow();
    world.office.exclusively(
        () ->
            world
                .sample
                .form()
                .replace(FormItem.question(item.id(), other, item.questions().get(0))));
  }
}

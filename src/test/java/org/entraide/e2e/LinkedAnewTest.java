package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entraide.build.Stories;
import org.entraide.campaign.model.CycleReport;
import org.entraide.people.word.Category;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is unlinked from its spreadsheet and linked to it again: all answers in a new tab. */
@NullMarked
@Stories
class LinkedAnewTest extends LinkedAnewFixture {

  private List<String> cells(String title) {
    List<String> cells = new ArrayList<>();
    for (JsonNode tab : world.wholeSheet().path("sheets")) {
      if (tab.path("properties").path("title").asText().equals(title)) {
        cells.add(tab.path("data").path(0).path("rowData").toString());
      }
    }
    return cells;
  }

  // ---- it is read

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answersInTheNewTabAreReadAndThePeopleAreTheSame(boolean form) {
    begin(form);
    Map<String, String> before = refs(OLD);
    List<String> cells = cells(OLD);

    world.linkAnew();
    world.settle();
    answerLater();
    world.settle();

    assertThat(isServed(NEW)).isTrue();
    assertThat(refs(NEW)).containsAllEntriesOf(before).hasSize(4);
    assertThat(world.drafted()).doesNotHaveDuplicates().hasSize(2);
    assertThat(cells(OLD)).isEqualTo(cells);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTabThatIsLinkedWhileTheDaemonIsStoppedIsReadFromItsFirstPassOn(boolean form) {
    begin(form);
    Map<String, String> before = refs(OLD);
    world.restart();

    world.linkAnew();
    answerLater();
    world.settle();

    assertThat(isServed(NEW)).isTrue();
    assertThat(refs(NEW)).containsAllEntriesOf(before).hasSize(4);
    assertThat(world.drafted()).doesNotHaveDuplicates().hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aFormThatIsLinkedTwiceIsFollowedTwice(boolean form) {
    begin(form);
    Map<String, String> before = refs(OLD);

    world.linkAnew();
    world.settle();
    typed(NEW, CY, "Consigne", "Pause");
    world.settle();
    world.linkAnew();
    world.settle();
    answerLater();
    world.settle();

    String third = "Réponses au formulaire 3";
    assertThat(isServed(third)).isTrue();
    assertThat(refs(third)).containsAllEntriesOf(before).hasSize(4);
    assertThat(world.tab(third).only(World.EMAIL, CY).get("Consigne")).isEqualTo("Pause");
    assertThat(world.drafted()).hasSize(2);
  }

  @Test
  void aTabWithoutAnswersIsReadWithTheFirst() {
    world.cycle();
    world.linkAnew();
    world.settle();

    world.answer(Reply.of("Ana", "Alba", ANA).at("SW7").needs(Category.SHOPPING));
    world.settle();

    assertThat(isServed(NEW)).isTrue();
    assertThat(world.tab(NEW).lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anOldTabThatIsRenamedOrDeletedChangesNothing(boolean deleted) {
    begin(true);
    world.linkAnew();
    world.sheet(
        deleted ? "deleteTab" : "renameTab",
        deleted
            ? OfficeJson.object().put("tab", OLD)
            : OfficeJson.object().put("tab", OLD).put("title", "Avant"));
    world.settle();
    answerLater();
    world.settle();

    assertThat(isServed(NEW)).isTrue();
    assertThat(world.tab(NEW).lines()).hasSize(4);
    assertThat(world.drafted()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theConfiguredTitleOfTheOldTabCountsOnlyWithoutAForm(boolean form) {
    world.configured("tab = \"" + OLD + "\"");
    begin(form);

    world.linkAnew();
    answerLater();
    world.settle();

    assertThat(isServed(NEW)).isEqualTo(form);
    String board = world.wholeSheet().toString();
    if (!form) { // it is told at least
      assertThat(board).contains("a des réponses plus récentes que");
      assertThat(doctor()).contains("has newer answers than");
    }
  }

  @Test
  void theConfiguredTitleOfATabThatIsGoneStopsAndSaysWhatThereIs() {
    world.configured("tab = \"" + OLD + "\"");
    begin(false);
    world.linkAnew();
    world.sheet("deleteTab", OfficeJson.object().put("tab", OLD));

    CycleReport report = world.cycle();

    assertThat(report.completed()).isFalse();
    assertThat(report.troubles().toString()).contains(NEW);
  }

  @Test
  void doctorNamesTheTabThatIsReadAndThoseThatAreNotAnyMore() {
    begin(true);
    world.linkAnew();
    world.settle();

    assertThat(doctor()).contains("tab \"" + NEW + "\", 3 rows; no longer read: \"" + OLD + "\"");
  }

  // ---- copies

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aCopyOfTheTabIsNeverTakenForANewOne(boolean form) {
    begin(form);
    world.sheet("duplicateTab", OfficeJson.object().put("tab", OLD));
    world.settle();
    answerLater();
    world.settle();

    assertThat(world.tab(OLD).lines()).hasSize(4);
    assertThat(isServed(OLD)).isTrue();

    world.linkAnew();
    world.settle();
    assertThat(isServed(NEW)).isTrue();
    world.forget();
    world.settle();
    assertThat(refs(NEW)).isEqualTo(refs(OLD));
    assertThat(world.drafted()).doesNotHaveDuplicates().hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void twoNewTabsAreAskedAboutUntilAnAnswerTells(boolean form) {
    begin(form);
    world.linkAnew();
    world.linkAnew();

    CycleReport report = world.cycle();
    assertThat(report.completed()).isFalse();
    assertThat(report.troubles().toString()).contains(NEW, "Réponses au formulaire 3");
    assertThat(world.wholeSheet().toString()).contains("arrivent dans l’un de ces onglets");
    assertThat(doctor()).contains("arrive in one of these tabs");

    answerLater();
    world.settle();
    assertThat(isServed("Réponses au formulaire 3")).isTrue();
    assertThat(world.tab("Réponses au formulaire 3").lines()).hasSize(4);
  }

  @Test
  void twoNewTabsAreToldApartByTheConfigurationAndStaySo() {
    begin(true);
    world.linkAnew();
    world.linkAnew();
    world.cycle();

    world.configured("tab = \"Réponses au formulaire 3\"");
    world.restart();
    world.settle();
    world.settle();

    assertThat(isServed("Réponses au formulaire 3")).isTrue();
    assertThat(world.tab(NEW).titles()).doesNotContain("Réf");
  }
}

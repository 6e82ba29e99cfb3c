package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Iterables;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.Main;
import org.entraide.build.Stories;
import org.entraide.campaign.CycleReport;
import org.entraide.cli.Console;
import org.entraide.people.Category;
import org.entraide.sandbox.office.FormItem;
import org.entraide.sandbox.office.Json;
import org.entraide.sandbox.sample.SampleForm;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A form is unlinked from its spreadsheet and linked to it again: all answers in a new tab. */
@NullMarked
@Stories(few = 2)
class LinkedAnewTest {

  private static final String OLD = "Réponses au formulaire 1";
  private static final String NEW = "Réponses au formulaire 2";
  private static final String ANA = "ana@example.org";
  private static final String BO = "bo@example.org";
  private static final String CY = "cy@example.org";
  private static final String DI = "di@example.org";

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  private World world;

  @BeforeEach
  void open() {
    world = World.empty(directory);
  }

  @AfterEach
  void close() {
    world.close();
  }

  /** Three people, one pair of them introduced. */
  private void begin(boolean form) {
    if (!form) {
      world.withoutForm();
    }
    world.answer(Reply.of("Ana", "Alba", ANA).at("SW7").needs(Category.SHOPPING));
    world.time.advance(Duration.ofMinutes(5));
    world.answer(Reply.of("Bo", "Bell", BO).at("SW7").offers(Category.SHOPPING));
    world.time.advance(Duration.ofMinutes(5));
    world.answer(Reply.of("Cy", "Cole", CY).at("SW7").offers(Category.CHILDCARE));
    world.time.advance(Duration.ofMinutes(5));
    world.settle();
    assertThat(world.drafted()).hasSize(1);
  }

  private void answerLater() {
    world.time.advance(Duration.ofMinutes(5));
    world.answer(Reply.of("Di", "Dell", DI).at("SW7").needs(Category.SHOPPING));
  }

  private Map<String, String> refs(String tab) {
    return world.tab(tab).lines().stream()
        .collect(Collectors.toMap(line -> line.get(World.EMAIL), Grid.Line::ref));
  }

  private Map<String, String> statuses(String tab) {
    return world.tab(tab).lines().stream()
        .collect(Collectors.toMap(line -> line.get(World.EMAIL), Grid.Line::status));
  }

  private void typed(String tab, String email, String title, String text) {
    Grid grid = world.tab(tab);
    String cell = grid.column(title) + grid.only(World.EMAIL, email).number();
    world.sheet("type", Json.object().put("range", "'" + tab + "'!" + cell).put("value", text));
  }

  private List<String> cells(String title) {
    List<String> cells = new ArrayList<>();
    for (JsonNode tab : world.wholeSheet().path("sheets")) {
      if (tab.path("properties").path("title").asText().equals(title)) {
        cells.add(tab.path("data").path(0).path("rowData").toString());
      }
    }
    return cells;
  }

  private String doctor() {
    StringWriter out = new StringWriter();
    Path file = world.configuration();
    Main.execute(
        new Console(new PrintWriter(out), new PrintWriter(new StringWriter())),
        new String[] {"doctor", "--config", file.toString()});
    return out.toString();
  }

  private boolean isServed(String tab) {
    return world.tab(tab).lines().stream()
        .allMatch(
            line ->
                !line.ref().isEmpty() && !line.status().isEmpty() && !line.explanation().isEmpty());
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
            ? Json.object().put("tab", OLD)
            : Json.object().put("tab", OLD).put("title", "Avant"));
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
    world.sheet("deleteTab", Json.object().put("tab", OLD));

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
    world.sheet("duplicateTab", Json.object().put("tab", OLD));
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

  // ---- questions

  @Test
  void aQuestionThatIsRenamedBeforehandMeansWhatItMeant() {
    begin(true);
    rename(SampleForm.NEEDS, "Dites-nous tout");
    world.linkAnew();
    world.settle();
    world.sheet("deleteTab", Json.object().put("tab", OLD));
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
    world.sheet("deleteTab", Json.object().put("tab", OLD));
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
    assertThat(world.wholeSheet().toString().replaceAll("[\\u00a0\\u202f]", " "))
        .contains("« " + NEW + " » a des réponses plus récentes que « " + OLD + " »")
        .contains("corrigez « tab »")
        .contains("Aucune question ne demande les besoins. Questions vues : « Dites-nous tout »")
        .contains("nommez-la sous « questions »");
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
    world.sheet("deleteTab", Json.object().put("tab", OLD));
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
        Json.object().put("range", column + old.only(World.EMAIL, CY).number()).put("value", ""));
    world.sheet(
        "type",
        Json.object()
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
    world.sheet("type", Json.object().put("range", "'" + OLD + "'!" + cell).put("value", "Pause"));
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
                Json.object()
                    .put("tab", NEW)
                    .set(
                        "by",
                        Json.object()
                            .arrayNode()
                            .add(Json.object().put("column", "B").put("descending", true)))));
    world.cycle();
    world.settle();

    assertThat(world.tab(NEW).only(World.EMAIL, CY).status()).isEqualTo("En pause");
    assertThat(world.tab(NEW).only(World.EMAIL, ANA).status()).isEqualTo("Brouillon prêt");
    assertThat(world.tab(NEW).only(World.EMAIL, BO).status()).isNotEqualTo("En pause");
  }
}

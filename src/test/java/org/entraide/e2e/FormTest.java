package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.FormObservation;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.Response;
import org.entraide.form.SheetSide;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.Category;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.index.NamedCountry;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults;
import org.entraide.sandbox.office.forms.FormItem;
import org.entraide.sandbox.office.forms.OfficeQuestion;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.sample.SampleForm;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The form as second witness, read over HTTP beside its sheet, and the command {@code init}. */
@Tag("long")
@NullMarked
class FormTest extends FormFixture {

  /** The sheet as it is now, and what the form says of it. */
  private record Seen(Workbook workbook, Tab tab, SheetSide sheet, FormCrossCheck witness) {

    Questionnaire questionnaire() {
      return Questionnaire.recognise(sheet.titles(), sheet.own(), Map.of(), witness.hints());
    }

    int column(Field field) {
      return questionnaire().columns().stream()
          .filter(c -> c.field() == field)
          .findFirst()
          .orElseThrow()
          .index();
    }

    Map<Field, String> fields() {
      Map<Field, String> fields = new HashMap<>();
      questionnaire()
          .columns()
          .forEach(c -> fields.put(c.field(), tab.header().cell(c.index()).text()));
      return fields;
    }

    Row row(String word) {
      return tab.body().stream()
          .filter(r -> r.cells().stream().anyMatch(c -> c.text().equals(word)))
          .findFirst()
          .orElseThrow();
    }

    Profile profile(String word) {
      ProfileReader.Options options =
          new ProfileReader.Options(
              NamedCountry::of, "GB", workbook.zone(), false, new CategoryWords(Map.of()));
      Row row = row(word);
      return new ProfileReader(questionnaire(), options)
          .read(row, witness.answers(row))
          .orElseThrow();
    }

    List<String> lost(World world) {
      return witness
          .lost(world.time.instant().plus(Duration.ofHours(1)), ErasedPeople.NOBODY)
          .stream()
          .map(Response::responseId)
          .toList();
    }
  }

  private Seen see() throws Exception {
    Workbook workbook = table.read();
    Tab tab = workbook.tabs().get(0);
    SheetSide sheet = SheetSide.of(workbook, tab, Set.of());
    return new Seen(workbook, tab, sheet, reader.look(sheet).witness().orElseThrow());
  }

  private Optional<String> responseOf(String word) throws Exception {
    Seen seen = see();
    return seen.witness().response(seen.row(word)).map(Response::responseId);
  }

  @Test
  void whatTheSheetSpoiltIsReadFromTheForm() throws Exception {
    Seen seen = see();
    int phone = seen.column(Field.PHONE);

    assertThat(seen.row(ANA).cell(phone).kind()).isEqualTo(Cell.Kind.ERROR);
    assertThat(seen.row(BO).cell(phone).text()).isEqualTo("7");
    assertThat(seen.profile(ANA).phone()).isEqualTo("+447700900123");
    assertThat(seen.witness().answers(seen.row(BO)).texts()).containsEntry(phone, "007");
    assertThat(seen.profile(ANA).needs())
        .containsExactlyInAnyOrder(Category.SHOPPING, Category.MEDICINES);
    assertThat(seen.lost(world)).isEmpty();
  }

  @Test
  void aCellThatAnOrganiserCorrectedWins() throws Exception {
    world.type(2, SampleForm.PHONE, "020 7946 0123");
    assertThat(see().profile(ANA).phone()).isEqualTo("+442079460123");
  }

  @Test
  void renamedAndMovedColumnsAreFoundAgain() throws Exception {
    world.type(1, SampleForm.PHONE, "Numéros");
    world.type(1, SampleForm.PLACE, "Où ?");
    world.type(1, World.EMAIL, "@");
    world.sheet("moveColumns", OfficeJson.object().put("from", "A").put("count", 2).put("to", "F"));
    world.sheet("insertColumns", OfficeJson.object().put("at", "B").put("count", 1));
    world.sheet("type", OfficeJson.object().put("range", "B1").put("value", "Ville"));

    assertThat(see().fields())
        .containsEntry(Field.PHONE, "Numéros")
        .containsEntry(Field.ADDRESS, "Où ?")
        .containsEntry(Field.EMAIL, "@")
        .containsEntry(Field.TIMESTAMP, "Horodateur")
        .doesNotContainKey(Field.CITY);
  }

  /** What the daemon has to ask for to have all this. */
  private SheetLayout layout(Workbook workbook) throws SheetLayout.Unusable {
    return SheetLayout.of(
        workbook,
        workbook.tabs().get(0),
        Map.of(),
        List.of(Texts.of("fr"), Texts.of("en")),
        false,
        (tab, own) ->
            reader
                .look(SheetSide.of(workbook, tab, own))
                .witness()
                .map(FormCrossCheck::hints)
                .orElse(FormHints.NONE));
  }

  @Test
  void aTabWhoseHeadersWereAllRenamedIsUsableWithItsForm() throws Exception {
    int width = see().sheet().titles().size();
    for (int i = 0; i < width; i++) {
      String cell = (char) ('A' + i) + "1";
      world.sheet("type", OfficeJson.object().put("range", cell).put("value", "Colonne " + cell));
    }
    Workbook workbook = table.read();

    assertThat(layout(workbook).questionnaire().asks(Field.CONSENT)).isTrue();
    assertThatExceptionOfType(SheetLayout.Unusable.class)
        .isThrownBy(
            () -> SheetLayout.of(workbook, Optional.empty(), Map.of(), List.of(Texts.of("fr"))));
  }

  @Test
  void whoseTheColumnsAreIsKeptInTheirMarks() throws Exception {
    Seen seen = see();
    List<Change> marks = new ArrayList<>();
    seen.witness()
        .newQuestionMarks(seen.questionnaire())
        .forEach(
            (column, mark) ->
                marks.add(new Change.MarkColumn(seen.tab().sheetId(), column, mark.mark())));
    table.write(marks, Map.of());
    world.type(1, SampleForm.CONSENT, "Oui ?");
    world.sheet("moveColumns", OfficeJson.object().put("from", "B").put("count", 1).put("to", "E"));

    Seen later = see();
    assertThat(later.sheet().questionMarks()).hasSize(marks.size());
    assertThat(later.fields()).containsEntry(Field.CONSENT, "Oui ?");
    assertThat(later.witness().newQuestionMarks(later.questionnaire())).isEmpty();
  }

  @Test
  void rowsAreTheirResponsesAfterASortAndACopy() throws Exception {
    world.sort(SampleForm.FIRST_NAME, true);
    world.sheet("copyRows", OfficeJson.object().put("from", 2).put("count", 1).put("to", 5));
    assertThat(responseOf(ANA)).contains(ana);
    assertThat(responseOf(BO)).contains(bo);
  }

  @Test
  void anEditedResponseIsItsRowStill() throws Exception {
    world.time.advance(Duration.ofHours(1));
    world.office.exclusively(
        () ->
            world
                .sample
                .form()
                .edit(
                    ana,
                    new HashMap<>(
                        Map.of(
                            world.sample.form().columns().get(0).questionId(), List.of("Anna")))));
    assertThat(responseOf("Anna")).contains(ana);
    assertThat(see().lost(world)).isEmpty();
  }

  @Test
  void aDeletedRowIsToldAndADeletedResponseIsNot() throws Exception {
    see();
    world.sheet("deleteRows", OfficeJson.object().put("from", 2).put("count", 1));
    assertThat(see().lost(world)).containsExactly(ana);

    world.office.exclusively(
        () -> {
          world.sample.form().deleteResponse(ana);
          world.sample.form().deleteResponse(bo);
        });
    world.time.advance(Duration.ofMinutes(20));
    see();
    world.time.advance(Duration.ofMinutes(20));
    assertThat(see().lost(world)).isEmpty();
    assertThat(see().profile(BO).name()).isEqualTo("Bo Bell");
  }

  @Test
  void anAnswerWhoseRowWasDeletedIsToldOnTheDashboardUntilTheRowIsBack() {
    world.settleSlowly();
    world.sheet("deleteRows", OfficeJson.object().put("from", 2).put("count", 1));
    world.pass(3, Duration.ofMinutes(11));
    assertThat(world.wholeSheet().toString())
        .containsPattern(
            "n’a pas de ligne dans la feuille\u202f: celle du \\d+ \\p{L}+ \\d+ à \\d+:\\d+");

    world.sheet("undo", OfficeJson.object());
    world.pass(3, Duration.ofMinutes(11));
    assertThat(world.wholeSheet().toString()).doesNotContain("pas de ligne dans la feuille");
  }

  @Test
  void anUnlinkedFormIsTold() throws Exception {
    world.office.exclusively(() -> world.sample.form().unlink());
    world.answer(Reply.of("Cy", "Cole", "cy@example.org"));
    Seen seen = see();
    assertThat(seen.lost(world)).hasSize(1);
    assertThat(seen.witness().notes(world.time.instant(), ErasedPeople.NOBODY).get(0).key())
        .isEqualTo("form.unlinked");
  }

  @Test
  void questionsMayBeRenamedAddedAndDeletedInTheForm() throws Exception {
    FormItem phone =
        world.sample.form().items().stream()
            .filter(i -> i.title().equals(SampleForm.PHONE))
            .findFirst()
            .orElseThrow();
    world.office.exclusively(
        () -> {
          world
              .sample
              .form()
              .replace(FormItem.question(phone.id(), "Tél. portable", phone.questions().get(0)));
          world
              .sample
              .form()
              .item(
                  FormItem.question(
                      "000000f0", "Code postal", OfficeQuestion.text("100000f0", false)));
        });
    assertThat(see().fields())
        .containsEntry(Field.PHONE, "Tél. portable")
        .containsEntry(Field.POSTCODE, "Code postal");
  }

  @Test
  void aQuietSheetCostsTheFormNothing() throws Exception {
    see();
    world.requests();
    see();
    see();
    assertThat(world.requests()).isEqualTo(Map.of("sheets.read", 2));
    world.answer(Reply.of("Cy", "Cole", "cy@example.org"));
    see();
    assertThat(world.requests()).isEqualTo(Map.of("sheets.read", 1, "forms.read", 2));
  }

  @Test
  void aFormThatIsAwayIsTroubleAndNothingElse() throws Exception {
    see();
    world.fault(Faults.Rule.next(0, "forms.read", FaultEffect.FORBIDDEN));
    world.answer(Reply.of("Cy", "Cole", "cy@example.org"));
    Workbook workbook = table.read();
    FormObservation seen = reader.look(SheetSide.of(workbook, workbook.tabs().get(0), Set.of()));
    assertThat(seen.trouble()).isPresent();
    assertThat(seen.witness().orElseThrow().hints().titles()).isNotEmpty();
  }
}

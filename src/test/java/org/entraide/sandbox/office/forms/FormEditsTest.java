package org.entraide.sandbox.office.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.entraide.sandbox.office.Office;
import org.entraide.sandbox.office.OfficeFixture;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.entraide.sandbox.office.sheets.book.Sheet;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.formula.Formulas;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Making, editing and linking forms in the office. */
@NullMarked
class FormEditsTest {

  private static final String TEXT = "\"questionItem\":{\"question\":{\"textQuestion\":{}}}";

  private final OfficeFixture world = new OfficeFixture();
  private final SheetsWorld sheets = new SheetsWorld(world.clock, new Formulas());
  private final FormsService forms =
      new FormsService()
          .making(world.clock, world.random)
          .sheets(sheets)
          .ownsNothing(OfficeFixture.ROBOT)
          .add(world.form);
  private final Office office =
      Office.builder(world.clock, world.random).accounts(world.accounts).forms(forms).build();

  @BeforeEach
  void share() {
    world.form.sharedWith(OfficeFixture.OTHER);
    sheets.create("sheet-1", "Feuille", "fr_FR", "Europe/London", "Notes");
  }

  private OfficeResponse call(String target, String body) {
    String token = world.accounts.accessToken(OfficeFixture.OTHER, Set.of(OfficeScopes.FORMS_BODY));
    return office.handle(OfficeFixture.request("POST", target, token, body));
  }

  private OfficeResponse edit(String... requests) {
    return call(
        "/v1/forms/form-1:batchUpdate", "{\"requests\":[" + String.join(",", requests) + "]}");
  }

  private OfficeResponse people(String target, String body) {
    return office.handle(OfficeFixture.request("POST", "/office/forms/" + target, "", body));
  }

  private static String create(int index, String title, String kind) {
    return "{\"createItem\":{\"item\":{\"title\":\"%s\",%s},\"location\":{\"index\":%d}}}"
        .formatted(title, kind, index);
  }

  private List<String> titles() {
    return world.form.items().stream().map(FormItem::title).toList();
  }

  @Test
  void aFormIsMadeWithItsTitleOnlyAndBelongsToWhoMadeIt() {
    OfficeResponse made = call("/v1/forms", "{\"info\":{\"title\":\"Entraide\"}}");
    String id = OfficeJson.parse(made.text()).path("formId").asText();

    OfficeForm form = forms.form(id).orElseThrow();
    assertThat(form.acceptsResponses()).isTrue();
    assertThat(form.editors()).containsExactly(OfficeFixture.OTHER);
    assertThat(call("/v1/forms", "{\"info\":{\"title\":\"x\"},\"items\":[]}").status())
        .isEqualTo(400);
    assertThat(call("/v1/forms", "{\"info\":{}}").status()).isEqualTo(400);
    String robot = world.accounts.accessToken(OfficeFixture.ROBOT, Set.of(OfficeScopes.FORMS_BODY));
    assertThat(
            office
                .handle(
                    OfficeFixture.request(
                        "POST", "/v1/forms", robot, "{\"info\":{\"title\":\"x\"}}"))
                .status())
        .isEqualTo(403);
  }

  @Test
  void fromTheSummerOf2026AFormIsMadeUnpublished() {
    world.advance(Duration.ofDays(120));
    OfficeResponse made = call("/v1/forms", "{\"info\":{\"title\":\"Entraide\"}}");
    assertThat(OfficeJson.parse(made.text()).path("publishSettings").toString())
        .contains("\"isPublished\":false");
  }

  @Test
  void itemsAreCreatedUpdatedMovedAndDeleted() {
    OfficeResponse answer =
        edit(
            create(0, "Ville", TEXT),
            "{\"updateItem\":{\"item\":{\"title\":\"Nom complet\",\"description\":\"x\"},"
                + "\"location\":{\"index\":1},\"updateMask\":\"title\"}}",
            "{\"moveItem\":{\"originalLocation\":{\"index\":0},\"newLocation\":{\"index\":1}}}",
            "{\"deleteItem\":{\"location\":{\"index\":2}}}",
            "{\"updateFormInfo\":{\"info\":{\"title\":\"Solidarité\"},\"updateMask\":\"title\"}}",
            "{\"updateSettings\":{\"settings\":{\"emailCollectionType\":\"DO_NOT_COLLECT\"},"
                + "\"updateMask\":\"emailCollectionType\"}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(titles()).startsWith("Nom complet", "Ville", "Besoins");
    assertThat(world.form.items().get(0).questions().get(0).id()).isEqualTo("1000000a");
    assertThat(world.form.items().get(0).description()).isEmpty();
    assertThat(world.form.title()).isEqualTo("Solidarité");
    assertThat(world.form.collectsEmail()).isFalse();
    assertThat(OfficeJson.parse(answer.text()).at("/replies/0/createItem/questionId/0").asText())
        .isEqualTo(world.form.items().get(1).questions().get(0).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"createItem\":{\"item\":{\"title\":\"a\"},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"textItem\":{}},\"location\":{\"index\":99}}}",
        "{\"createItem\":{\"item\":{\"textItem\":{}}}}",
        "{\"createItem\":{\"item\":{\"title\":\"a\\n"
            + "b\",\"textItem\":{}},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"questionItem\":{\"question\":{}}},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"questionItem\":{\"question\":{\"choiceQuestion\":{\"type\":\"RADIO\"}}}},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"questionItem\":{\"question\":{\"choiceQuestion\":{\"type\":\"RADIO\",\"options\":[{\"value\":\"a\"},{\"value\":\"a\"}]}}}},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"questionItem\":{\"question\":{\"choiceQuestion\":{\"type\":\"DROP_DOWN\",\"options\":[{\"isOther\":true}]}}}},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"questionItem\":{\"question\":{\"fileUploadQuestion\":{}}}},\"location\":{\"index\":0}}}",
        "{\"createItem\":{\"item\":{\"itemId\":\"0000000a\",\"textItem\":{}},\"location\":{\"index\":0}}}",
        "{\"updateItem\":{\"item\":{\"title\":\"a\"},\"location\":{\"index\":0}}}",
        "{\"deleteItem\":{\"location\":{\"index\":99}}}",
        "{\"deleteItem\":{\"location\":{\"index\":0}},\"moveItem\":{}}",
        "{\"paintItem\":{}}"
      })
  void whatGoogleRefusesIsRefusedAndThenNothingIsDone(String request) {
    List<String> before = titles();
    assertThat(edit(create(0, "Ville", TEXT), request).status()).isEqualTo(400);
    assertThat(titles()).isEqualTo(before);
  }

  @Test
  void anEditOfAnOlderRevisionIsRefused() {
    String revision = world.form.revision();
    String body =
        "{\"requests\":["
            + create(0, "Ville", TEXT)
            + "],\"writeControl\":{\"requiredRevisionId\":\""
            + revision
            + "\"}}";
    assertThat(call("/v1/forms/form-1:batchUpdate", body).status()).isEqualTo(200);
    OfficeResponse stale = call("/v1/forms/form-1:batchUpdate", body);
    assertThat(stale.status()).isEqualTo(400);
    assertThat(stale.text()).contains("latest revision");
  }

  @Test
  void onlyThoseMayEditWhoMayAndWithThePermissionForIt() {
    assertThat(
            world
                .call(
                    "POST", "/v1/forms/form-1:batchUpdate", world.formsToken(), "{\"requests\":[]}")
                .status())
        .isEqualTo(403);
  }

  private Sheet tab(String spreadsheet) {
    List<Sheet> tabs = sheets.find(spreadsheet).orElseThrow().book().sheets();
    return tabs.get(tabs.size() - 1);
  }

  private static List<String> header(Sheet sheet) {
    return IntStream.range(0, sheet.columnCount())
        .mapToObj(i -> String.valueOf(sheet.cell(0, i)))
        .toList();
  }

  @Test
  void aPersonLinksTheFormAndItsEditsGoToTheSheet() {
    world.form.submit("ana@example.org", Map.of("1000000a", List.of("Ana")));
    assertThat(people("form-1/link", "{\"spreadsheet\":\"sheet-1\"}").status()).isEqualTo(200);
    assertThat(world.form.linkedSpreadsheet()).contains("sheet-1");

    people("form-1/edit", "{\"requests\":[" + create(0, "Ville", TEXT) + "]}");
    assertThat(header(tab("sheet-1")).toString()).contains("Ville", "Nom");

    people("form-1/unlink", "{}");
    assertThat(world.form.linkedSpreadsheet()).isEmpty();
    assertThat(people("form-1/link", "{\"spreadsheet\":\"none\"}").status()).isEqualTo(404);
  }

  @Test
  void aFormIsLinkedToANewSpreadsheetThatItsEditorsOwn() {
    people("form-1/link", "{}");
    String id = world.form.linkedSpreadsheet().orElseThrow();
    assertThat(sheets.find(id).orElseThrow().mayWrite(OfficeFixture.OTHER)).isTrue();
    people("form-1/share", "{\"account\":\"new@example.org\"}");
    assertThat(world.form.editors()).contains("new@example.org");
  }
}

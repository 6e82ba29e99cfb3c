package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleCall;
import org.entraide.sandbox.office.http.PeopleHandler;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.entraide.sandbox.office.sheets.book.Spreadsheet;

/** Plays the respondents and the owner of a form: {@code /office/forms}. */
public final class FormPeople implements PeopleHandler {

  private static final JsonSchema ANSWER = JsonSchema.parse("email answers");
  private static final JsonSchema PUBLISH = JsonSchema.parse("published accepting");
  private static final JsonSchema LINK = JsonSchema.parse("spreadsheet locale timeZone");
  private static final JsonSchema SHARE = JsonSchema.parse("account");
  private static final Set<String> WORDS =
      Set.of("responses", "publish", "switches", "link", "unlink", "edit", "share");

  private final FormsService forms;

  public FormPeople(FormsService forms) {
    this.forms = forms;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    return PeopleCall.of(request, "forms", WORDS).map(this::answer);
  }

  private OfficeResponse answer(PeopleCall call) {
    try {
      return switch (call.key()) {
        case "GET forms" -> list();
        case "GET forms/*" -> OfficeResponse.json(200, describe(form(call)));
        case "POST forms/*/publish" -> publish(call);
        case "POST forms/*/link" -> link(call);
        case "POST forms/*/unlink" -> {
          form(call).unlink();
          yield OfficeResponse.json(200, describe(form(call)));
        }
        case "POST forms/*/edit" ->
            OfficeResponse.json(200, FormEdits.apply(form(call), editBody(call)));
        case "POST forms/*/share" -> share(call);
        case "GET forms/*/switches" -> OfficeResponse.json(200, rows(call).switches().json());
        case "PUT forms/*/switches" -> change(call);
        case "GET forms/*/responses" -> responses(call);
        case "POST forms/*/responses" -> submit(call);
        case "PUT forms/*/responses/*" -> edit(call);
        case "DELETE forms/*/responses/*" -> delete(call);
        default -> throw call.unknown();
      };
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(String.valueOf(e.getMessage()));
    } catch (IllegalStateException e) {
      throw new ApiException(
          409, "FAILED_PRECONDITION", String.valueOf(e.getMessage()), null, "office", List.of());
    }
  }

  private OfficeForm form(PeopleCall call) {
    return forms.form(call.id(0)).orElseThrow(ApiException::notFound);
  }

  /** How this form's answers land in its sheet, where it has one. */
  private FormRows rows(PeopleCall call) {
    return form(call).linkedSheet().orElseThrow(ApiException::notFound).rows();
  }

  private OfficeResponse change(PeopleCall call) {
    FormRows rows = rows(call);
    rows.switches(rows.switches().with(OfficeJson.body(call.request())));
    return OfficeResponse.json(200, rows.switches().json());
  }

  private OfficeResponse list() {
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("forms");
    forms.forms().forEach(form -> list.add(describe(form)));
    return OfficeResponse.json(200, json);
  }

  private static ObjectNode describe(OfficeForm form) {
    ObjectNode json =
        OfficeJson.object()
            .put("id", form.id())
            .put("title", form.title())
            .put("accepting", form.acceptsResponses())
            .put("collectsEmail", form.collectsEmail())
            .put("spreadsheet", form.linkedSpreadsheet().orElse(""))
            .put("responses", form.responses().size());
    ArrayNode questions = json.putArray("questions");
    for (FormColumn column : form.columns()) {
      ObjectNode entry =
          questions.addObject().put("id", column.questionId()).put("header", column.header());
      form.question(column.questionId())
          .ifPresent(
              question -> {
                entry.put("kind", question.kind()).put("required", question.required());
                entry.set("shape", question.shape());
              });
    }
    return json;
  }

  private OfficeResponse publish(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    PUBLISH.check(body);
    form(call)
        .publish(body.path("published").asBoolean(true), body.path("accepting").asBoolean(true));
    return OfficeResponse.json(200, describe(form(call)));
  }

  private static ObjectNode editBody(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    FormEdits.SCHEMA.check(body);
    return body;
  }

  private OfficeResponse share(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    SHARE.check(body);
    form(call)
        .sharedWith(
            OfficeJson.text(body, "account")
                .orElseThrow(() -> new IllegalArgumentException("The account is missing.")));
    return OfficeResponse.noContent();
  }

  /** « Link to Sheets »: an existing spreadsheet, or a new one that the form's editors own. */
  private OfficeResponse link(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    LINK.check(body);
    SheetsWorld world = forms.sheets().orElseThrow(ApiException::notFound);
    OfficeForm form = form(call);
    Optional<String> existing = OfficeJson.text(body, "spreadsheet");
    if (existing.isPresent()) {
      Spreadsheet spreadsheet = world.find(existing.get()).orElseThrow(ApiException::notFound);
      LinkedSheet.link(form, spreadsheet, world, RowSwitches.usual());
    } else {
      String id = "linked-" + form.freshId();
      LinkedSheet.linkNew(
          form,
          id,
          OfficeJson.text(body, "locale").orElse("fr_FR"),
          OfficeJson.text(body, "timeZone").orElse("Europe/London"),
          world,
          RowSwitches.usual());
      world.find(id).ifPresent(s -> form.editors().forEach(editor -> s.share(editor, true)));
    }
    return OfficeResponse.json(200, describe(form));
  }

  private OfficeResponse responses(PeopleCall call) {
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("responses");
    OfficeForm form = form(call);
    form.responses().forEach(response -> list.add(response.toJson(form)));
    return OfficeResponse.json(200, json);
  }

  private OfficeResponse submit(PeopleCall call) {
    OfficeForm form = form(call);
    ObjectNode body = answerBody(call);
    FormResponse response =
        form.submit(OfficeJson.text(body, "email").orElse(""), answers(form, body.path("answers")));
    return OfficeResponse.json(200, placed(form, response));
  }

  /** An answer, and as {@code row} where it is in the sheet. */
  private static ObjectNode placed(OfficeForm form, FormResponse response) {
    ObjectNode json = response.toJson(form);
    OptionalInt row =
        form.linkedSheet()
            .map(sheet -> sheet.rows().rowOf(response.id()))
            .orElse(OptionalInt.empty());
    row.ifPresentOrElse(number -> json.put("row", number), () -> json.putNull("row"));
    return json;
  }

  private OfficeResponse edit(PeopleCall call) {
    OfficeForm form = form(call);
    ObjectNode body = answerBody(call);
    FormResponse response = form.edit(call.id(1), answers(form, body.path("answers")));
    return OfficeResponse.json(200, placed(form, response));
  }

  private OfficeResponse delete(PeopleCall call) {
    form(call).deleteResponse(call.id(1));
    return OfficeResponse.noContent();
  }

  private static ObjectNode answerBody(PeopleCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    ANSWER.check(body);
    return body;
  }

  /** Answers may be given by question id or by the header of the linked sheet. */
  private static Map<String, List<String>> answers(OfficeForm form, JsonNode answersJson) {
    Map<String, List<String>> answers = new LinkedHashMap<>();
    answersJson
        .properties()
        .forEach(entry -> answers.put(id(form, entry.getKey()), values(entry.getValue())));
    return answers;
  }

  private static String id(OfficeForm form, String name) {
    return form.columns().stream()
        .filter(column -> column.questionId().equals(name) || column.header().equals(name))
        .map(FormColumn::questionId)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The form has no question " + name + "."));
  }

  private static List<String> values(JsonNode value) {
    List<String> values = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(element -> values.add(element.asText()));
    } else if (!value.isNull()) {
      values.add(value.asText());
    }
    values.removeIf(String::isEmpty);
    return values;
  }
}

package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.ListingPage;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.entraide.sandbox.office.http.OfficeService;
import org.entraide.sandbox.office.http.QueryNames;
import org.entraide.sandbox.office.http.RequestKinds;
import org.entraide.sandbox.office.sheets.book.SheetsWorld;
import org.jspecify.annotations.Nullable;

/** Forms v1, without watches. */
public final class FormsService implements OfficeService {

  private static final String NAME = "forms.googleapis.com";
  private static final String PROTO = "google.apps.forms.v1.FormsService.";
  private static final int MOST = 5000;

  private static final Set<String> READ_FORM =
      Set.of(
          OfficeScopes.DRIVE,
          OfficeScopes.DRIVE_FILE,
          OfficeScopes.DRIVE_READONLY,
          OfficeScopes.FORMS_BODY,
          OfficeScopes.FORMS_BODY_READONLY);
  private static final Set<String> READ_RESPONSES =
      Set.of(OfficeScopes.DRIVE, OfficeScopes.DRIVE_FILE, OfficeScopes.FORMS_RESPONSES_READONLY);
  private static final Set<String> WRITE_FORM =
      Set.of(OfficeScopes.DRIVE, OfficeScopes.DRIVE_FILE, OfficeScopes.FORMS_BODY);

  private static final Map<String, JsonSchema> ANSWERS =
      JsonSchema.types(
          """
          Form = formId info{title documentTitle description} settings revisionId responderUri
            linkedSheetId publishSettings{publishState{isPublished isAcceptingResponses}}
            items[]{itemId title description questionItem{question:Question image}
              questionGroupItem{questions[]:Question grid image}
              pageBreakItem textItem imageItem videoItem};
          Question = questionId required grading choiceQuestion textQuestion scaleQuestion
            dateQuestion timeQuestion fileUploadQuestion rowQuestion ratingQuestion;
          Response = formId responseId createTime lastSubmittedTime respondentEmail totalScore
            answers<>{questionId grade textAnswers fileUploadAnswers};
          Responses = responses[]:Response nextPageToken;
          Edited = form:Form replies[]{createItem{itemId questionId[]}}
            writeControl{requiredRevisionId targetRevisionId}
          """);

  private static final JsonSchema PUBLISH =
      JsonSchema.parse(
          "publishSettings{publishState{isPublished isAcceptingResponses}} updateMask");

  private static final JsonSchema CREATE = JsonSchema.parse("info{title documentTitle}");

  /** From then on a form made by a program takes no answers until it is published. */
  private static final Instant UNPUBLISHED_FROM = Instant.parse("2026-06-30T00:00:00Z");

  private final Map<String, OfficeForm> forms = new LinkedHashMap<>();
  private final Set<String> ownNothing = new HashSet<>();
  private @Nullable InstantSource clock;
  private @Nullable RandomGenerator random;
  private @Nullable SheetsWorld sheets;

  /** Lets people make forms. */
  public FormsService making(InstantSource time, RandomGenerator ids) {
    clock = time;
    random = ids;
    return this;
  }

  /** Lets people link forms to these spreadsheets. */
  public FormsService sheets(SheetsWorld world) {
    sheets = world;
    return this;
  }

  /** An account that has no room for files: a service account. */
  public FormsService ownsNothing(String account) {
    ownNothing.add(account);
    return this;
  }

  /** Where forms can be linked to. */
  Optional<SheetsWorld> sheets() {
    return Optional.ofNullable(sheets);
  }

  /** Adds a form. */
  public FormsService add(OfficeForm form) {
    forms.put(form.id(), form);
    return this;
  }

  /** The form of this id. */
  public Optional<OfficeForm> form(String id) {
    return Optional.ofNullable(forms.get(id));
  }

  /** Every form, in the order added. */
  public List<OfficeForm> forms() {
    return List.copyOf(forms.values());
  }

  @Override
  public Optional<JsonSchema> answerSchema(OfficeRequest request) {
    int depth = request.segments().size();
    if (request.method().equals("POST")) {
      return Optional.ofNullable(ANSWERS.get(depth == 2 ? "Form" : "Edited"))
          .filter(s -> !request.rawPath().endsWith("Settings"));
    }
    String type = depth == 3 ? "Form" : depth == 4 ? "Responses" : "Response";
    return request.method().equals("GET") && depth <= 5
        ? Optional.ofNullable(ANSWERS.get(type))
        : Optional.empty();
  }

  @Override
  public boolean cutsAnswers() {
    return true; // while they are written: thousands of answers come in one
  }

  @Override
  public OfficeResponse handle(OfficeRequest request, Caller caller) {
    List<String> path = request.segments();
    int depth = path.size();
    boolean responses = depth > 3 && path.get(3).equals("responses");
    if (request.method().equals("GET") && depth == 3 && path.get(2).indexOf(':') < 0) {
      return get(request, caller, path.get(2));
    }
    if (request.method().equals("GET") && depth == 4 && responses) {
      return list(request, caller, path.get(2));
    }
    if (request.method().equals("GET") && depth == 5 && responses) {
      return response(request, caller, path.get(2), path.get(4));
    }
    if (request.method().equals("POST") && depth == 2) {
      return create(request, caller);
    }
    if (request.method().equals("POST") && depth == 3 && path.get(2).endsWith(":batchUpdate")) {
      return batchUpdate(request, caller, path.get(2).replaceFirst(":.*", ""));
    }
    if (request.method().equals("POST")
        && depth == 3
        && path.get(2).endsWith(":setPublishSettings")) {
      return setPublishSettings(request, caller, path.get(2).replaceFirst(":.*", ""));
    }
    throw ApiException.unsupported(
        "Forms " + request.method() + " " + RequestKinds.template(request));
  }

  private OfficeResponse get(OfficeRequest request, Caller caller, String id) {
    QueryNames.check(request);
    OfficeScopes.require(caller, NAME, PROTO + "GetForm", READ_FORM);
    return OfficeResponse.laidOut(open(id, caller).toJson(), request);
  }

  private OfficeResponse response(
      OfficeRequest request, Caller caller, String id, String responseId) {
    QueryNames.check(request);
    OfficeScopes.require(caller, NAME, PROTO + "GetFormResponse", READ_RESPONSES);
    OfficeForm form = open(id, caller);
    FormResponse response = form.response(responseId).orElseThrow(ApiException::notFound);
    ObjectNode json = OfficeJson.object().put("formId", id);
    json.setAll(response.toJson(form));
    return OfficeResponse.laidOut(json, request);
  }

  private OfficeResponse list(OfficeRequest request, Caller caller, String id) {
    QueryNames.check(request, "filter", "pageSize", "pageToken");
    OfficeScopes.require(caller, NAME, PROTO + "ListFormResponses", READ_RESPONSES);
    OfficeForm form = open(id, caller);
    String text = request.parameter("filter").orElse("");
    FormFilter filter = FormFilter.parse(text);
    ListingPage page = ListingPage.of(request, "pageSize", MOST, MOST, text);
    List<FormResponse> all = form.responses().stream().filter(filter::lets).toList();
    ObjectNode json = OfficeJson.object();
    ArrayNode kept = json.arrayNode();
    page.slice(all).forEach(response -> kept.add(response.toJson(form)));
    if (!kept.isEmpty()) {
      json.set("responses", kept);
    }
    page.next(all.size()).ifPresent(token -> json.put("nextPageToken", token));
    return OfficeResponse.laidOut(json, request);
  }

  private OfficeResponse create(OfficeRequest request, Caller caller) {
    QueryNames.check(request, "unpublished");
    ObjectNode body = OfficeJson.body(request);
    CREATE.check(body);
    OfficeScopes.require(caller, NAME, PROTO + "CreateForm", WRITE_FORM);
    InstantSource time = clock;
    RandomGenerator ids = random;
    if (time == null || ids == null) {
      throw ApiException.unsupported("Forms create");
    }
    if (ownNothing.contains(caller.account())) {
      throw ApiException.forbidden();
    }
    String title = OfficeJson.text(OfficeJson.child(body, "info"), "title").orElse("");
    if (title.isBlank()) {
      throw ApiException.invalid("Form title cannot be empty.");
    }
    byte[] raw = new byte[32];
    ids.nextBytes(raw);
    String id = "1" + Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    OfficeForm form = new OfficeForm(id, title, time, ids).sharedWith(caller.account());
    boolean published =
        time.instant().isBefore(UNPUBLISHED_FROM)
            && !request.parameter("unpublished").orElse("false").equals("true");
    form.publish(published, published);
    add(form);
    return OfficeResponse.laidOut(form.toJson(), request);
  }

  private OfficeResponse batchUpdate(OfficeRequest request, Caller caller, String id) {
    QueryNames.check(request);
    ObjectNode body = OfficeJson.body(request);
    FormEdits.SCHEMA.check(body);
    OfficeScopes.require(caller, NAME, PROTO + "BatchUpdateForm", WRITE_FORM);
    return OfficeResponse.laidOut(FormEdits.apply(open(id, caller), body), request);
  }

  private OfficeResponse setPublishSettings(OfficeRequest request, Caller caller, String id) {
    QueryNames.check(request);
    ObjectNode body = OfficeJson.body(request);
    PUBLISH.check(body);
    OfficeScopes.require(caller, NAME, PROTO + "SetPublishSettings", WRITE_FORM);
    OfficeForm form = open(id, caller);
    ObjectNode state = OfficeJson.child(OfficeJson.child(body, "publishSettings"), "publishState");
    boolean published = state.path("isPublished").asBoolean(false);
    boolean accepting = state.path("isAcceptingResponses").asBoolean(false);
    if (accepting && !published) {
      throw ApiException.invalid("Request contains an invalid argument.");
    }
    form.publish(published, accepting);
    ObjectNode json = OfficeJson.object().put("formId", id);
    json.set("publishSettings", form.publishSettings());
    return OfficeResponse.laidOut(json, request);
  }

  private OfficeForm open(String id, Caller caller) {
    OfficeForm form = forms.get(id);
    if (form == null) {
      throw ApiException.notFound();
    }
    if (!form.isSharedWith(caller.account())) {
      throw ApiException.forbidden();
    }
    return form;
  }
}

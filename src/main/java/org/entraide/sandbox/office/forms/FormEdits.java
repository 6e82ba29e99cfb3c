package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;

/** {@code forms.batchUpdate}: edits that are applied together or not at all. */
final class FormEdits {

  /** The body of a request. */
  static final JsonSchema SCHEMA =
      Objects.requireNonNull(
          JsonSchema.types(
                  """
                  Batch = includeFormInResponse writeControl{requiredRevisionId targetRevisionId}
                    requests[]{
                      createItem{item:Item location:Place}
                      updateItem{item:Item location:Place updateMask}
                      moveItem{originalLocation:Place newLocation:Place}
                      deleteItem{location:Place}
                      updateFormInfo{info{title documentTitle description} updateMask}
                      updateSettings{settings{emailCollectionType quizSettings{isQuiz}} updateMask}};
                  Place = index;
                  Item = itemId title description questionItem{question:Question image}
                    questionGroupItem{questions[]:Question grid image}
                    pageBreakItem textItem imageItem videoItem;
                  Question = questionId required grading choiceQuestion textQuestion scaleQuestion
                    dateQuestion timeQuestion fileUploadQuestion rowQuestion ratingQuestion
                  """)
              .get("Batch"));

  private final OfficeForm form;
  private final List<FormItem> items;
  private String title;
  private String description;
  private boolean collectsEmail;

  private FormEdits(OfficeForm form) {
    this.form = form;
    OfficeForm.Content content = form.content();
    this.items = new ArrayList<>(content.items());
    this.title = content.title();
    this.description = content.description();
    this.collectsEmail = content.collectsEmail();
  }

  /**
   * Edits a form.
   *
   * @return the answer of {@code batchUpdate}
   * @throws ApiException 400 where Google refuses, and then nothing is changed
   */
  static ObjectNode apply(OfficeForm form, ObjectNode body) {
    ObjectNode control = OfficeJson.child(body, "writeControl");
    OfficeJson.text(control, "requiredRevisionId")
        .filter(required -> !required.equals(form.revision()))
        .ifPresent(
            stale -> {
              throw ApiException.invalid(
                  "The required revision ID '" + stale + "' does not match the latest revision.");
            });
    FormEdits edits = new FormEdits(form);
    ObjectNode answer = OfficeJson.object();
    ArrayNode replies = answer.putArray("replies");
    if (body.path("requests").isEmpty()) {
      throw ApiException.invalid("Must specify at least one request.");
    }
    for (JsonNode request : body.path("requests")) {
      replies.add(edits.change(request));
    }
    form.edit(
        new OfficeForm.Content(
            edits.title, edits.description, edits.collectsEmail, List.copyOf(edits.items)));
    if (body.path("includeFormInResponse").asBoolean(false)) {
      answer.set("form", form.toJson());
    }
    answer.putObject("writeControl").put("requiredRevisionId", form.revision());
    return answer;
  }

  private ObjectNode change(JsonNode request) {
    if (request.size() != 1) {
      throw ApiException.invalid("Each request must have exactly one kind set.");
    }
    String kind = request.fieldNames().next();
    JsonNode body = request.path(kind);
    switch (kind) {
      case "createItem" -> {
        return create(body);
      }
      case "updateItem" -> update(body);
      case "moveItem" -> {
        FormItem moved = items.remove(index(body, "originalLocation", items.size() - 1));
        items.add(index(body, "newLocation", items.size()), moved);
      }
      case "deleteItem" -> items.remove(index(body, "location", items.size() - 1));
      case "updateFormInfo" -> info(body);
      case "updateSettings" -> settings(body);
      default -> throw ApiException.unsupported("Forms " + kind);
    }
    return OfficeJson.object();
  }

  private ObjectNode create(JsonNode body) {
    int at = index(body, "location", items.size());
    FormItem item = FormItems.read(OfficeJson.child(body, "item"), form::freshId);
    if (items.stream().anyMatch(i -> i.id().equals(item.id()))) {
      throw ApiException.invalid("Item id is already in use.");
    }
    items.add(at, item);
    ObjectNode reply = OfficeJson.object();
    ObjectNode created = reply.putObject("createItem").put("itemId", item.id());
    item.questions().forEach(q -> created.withArray("questionId").add(q.id()));
    return reply;
  }

  private void update(JsonNode body) {
    int at = index(body, "location", items.size() - 1);
    ObjectNode now = items.get(at).toJson();
    ObjectNode wanted = OfficeJson.child(body, "item");
    for (String path : mask(body)) {
      if (path.equals("*")) {
        now.retain("itemId");
        wanted.properties().stream()
            .filter(e -> !e.getKey().equals("itemId"))
            .forEach(e -> now.set(e.getKey(), e.getValue().deepCopy()));
      } else {
        replace(now, wanted, path.split("\\.", 2));
      }
    }
    items.set(at, FormItems.read(now, form::freshId));
  }

  /** Copies the value at a path of one object to another one, or takes it away. */
  private static void replace(ObjectNode to, JsonNode from, String[] path) {
    if (path.length == 1) {
      if (from.has(path[0])) {
        to.set(path[0], from.get(path[0]).deepCopy());
      } else {
        to.remove(path[0]);
      }
    } else {
      ObjectNode below = to.get(path[0]) instanceof ObjectNode o ? o : to.putObject(path[0]);
      replace(below, from.path(path[0]), path[1].split("\\.", 2));
    }
  }

  private void info(JsonNode body) {
    ObjectNode info = OfficeJson.child(body, "info");
    for (String path : mask(body)) {
      if (path.equals("title") || path.equals("*")) {
        title = FormItems.displayed(OfficeJson.text(info, "title").orElse(""));
      }
      if (path.equals("description") || path.equals("*")) {
        description = OfficeJson.text(info, "description").orElse("");
      }
      if (path.equals("documentTitle")) {
        throw ApiException.invalid("The document title cannot be changed by this request.");
      }
    }
  }

  private void settings(JsonNode body) {
    for (String path : mask(body)) {
      if (path.equals("emailCollectionType") || path.equals("*")) {
        String type =
            OfficeJson.text(OfficeJson.child(body, "settings"), "emailCollectionType").orElse("");
        collectsEmail = type.equals("VERIFIED") || type.equals("RESPONDER_INPUT");
      }
    }
  }

  private static List<String> mask(JsonNode body) {
    String mask = OfficeJson.text(body, "updateMask").orElse("");
    if (mask.isBlank()) {
      throw ApiException.invalid("At least one field must be listed in the update mask.");
    }
    return List.of(mask.split(",", -1));
  }

  private static int index(JsonNode body, String place, int most) {
    if (!body.path(place).isObject()) {
      throw ApiException.invalid("The location is required.");
    }
    int index = body.path(place).path("index").asInt(0);
    if (index < 0 || index > most) {
      throw ApiException.invalid("Location index is out of bounds.");
    }
    return index;
  }
}

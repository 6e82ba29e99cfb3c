package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;

/** Items of a form as a program sends them, with what Google refuses about them. */
final class FormItems {

  private static final List<String> KINDS =
      List.of(
          "questionItem",
          "questionGroupItem",
          "pageBreakItem",
          "textItem",
          "imageItem",
          "videoItem");

  private static final List<String> QUESTIONS =
      List.of(
          "choiceQuestion",
          "textQuestion",
          "scaleQuestion",
          "dateQuestion",
          "timeQuestion",
          "fileUploadQuestion",
          "rowQuestion",
          "ratingQuestion");

  private static final Set<String> TYPES = Set.of("RADIO", "CHECKBOX", "DROP_DOWN");

  private FormItems() {}

  /**
   * Reads one.
   *
   * @param ids makes those that are not given
   * @throws ApiException 400
   */
  static FormItem read(ObjectNode json, Supplier<String> ids) {
    List<String> kinds = KINDS.stream().filter(json::has).toList();
    if (kinds.size() != 1) {
      throw ApiException.invalid("Item must have exactly one kind set.");
    }
    String kind = kinds.get(0);
    ObjectNode shape = OfficeJson.child(json, kind);
    List<OfficeQuestion> questions = new ArrayList<>();
    ObjectNode extra = OfficeJson.object();
    if (kind.equals("questionItem")) {
      questions.add(question(OfficeJson.child(shape, "question"), ids));
    } else if (kind.equals("questionGroupItem")) {
      shape.path("questions").forEach(q -> questions.add(question(q, ids)));
      extra = shape.deepCopy().without("questions");
      choice(OfficeJson.child(OfficeJson.child(shape, "grid"), "columns"));
    } else {
      extra = shape.deepCopy();
    }
    return new FormItem(
        OfficeJson.text(json, "itemId").orElseGet(ids),
        displayed(OfficeJson.text(json, "title").orElse("")),
        OfficeJson.text(json, "description").orElse(""),
        kind,
        questions,
        extra);
  }

  private static OfficeQuestion question(JsonNode json, Supplier<String> ids) {
    List<String> kinds = QUESTIONS.stream().filter(json::has).toList();
    if (kinds.size() != 1) {
      throw ApiException.invalid("Question must have exactly one kind set.");
    }
    String kind = kinds.get(0);
    Optional<String> id = OfficeJson.text(json, "questionId");
    if (kind.equals("fileUploadQuestion") && id.isEmpty()) {
      throw ApiException.invalid("File upload questions cannot be created.");
    }
    ObjectNode shape = OfficeJson.child(json, kind);
    if (kind.equals("choiceQuestion")) {
      choice(shape);
    }
    return new OfficeQuestion(
        id.orElseGet(ids), json.path("required").asBoolean(false), kind, shape.deepCopy());
  }

  private static void choice(ObjectNode shape) {
    if (!TYPES.contains(shape.path("type").asText())) {
      throw ApiException.invalid("Choice question must have a type.");
    }
    if (shape.path("options").isEmpty()) {
      throw ApiException.invalid("Choice question must have at least one option.");
    }
    Set<String> values = new HashSet<>();
    for (JsonNode option : shape.path("options")) {
      boolean other = option.path("isOther").asBoolean(false);
      String value = displayed(option.path("value").asText(""));
      if (!other && (value.isEmpty() || !values.add(value))) {
        throw ApiException.invalid("Options must have values, and no two the same.");
      }
      if (other && shape.path("type").asText().equals("DROP_DOWN")) {
        throw ApiException.invalid("Drop-down questions cannot have an other option.");
      }
    }
  }

  /**
   * @throws ApiException 400 for more than one line
   */
  static String displayed(String text) {
    if (text.indexOf('\n') >= 0) {
      throw ApiException.invalid("Displayed text cannot contain newlines");
    }
    return text;
  }
}

package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One question of a form.
 *
 * @param id eight hexadecimal digits
 * @param kind the key under which its shape stands, such as {@code choiceQuestion}
 * @param shape what stands there
 */
public record Question(String id, boolean required, String kind, ObjectNode shape) {

  /** A line of free text, or several. */
  public static Question text(String id, boolean paragraph) {
    ObjectNode shape = Json.object();
    if (paragraph) {
      shape.put("paragraph", true);
    }
    return new Question(id, false, "textQuestion", shape);
  }

  /**
   * A choice.
   *
   * @param type {@code RADIO}, {@code CHECKBOX} or {@code DROP_DOWN}
   * @param other whether a free text may stand instead
   */
  public static Question choice(String id, String type, List<String> options, boolean other) {
    ObjectNode shape = Json.object().put("type", type);
    ArrayNode list = shape.putArray("options");
    options.forEach(option -> list.addObject().put("value", option));
    if (other) {
      list.addObject().put("isOther", true);
    }
    return new Question(id, false, "choiceQuestion", shape);
  }

  /** A number from low to high. */
  public static Question scale(String id, int low, int high) {
    return new Question(
        id, false, "scaleQuestion", Json.object().put("low", low).put("high", high));
  }

  /** A date, with or without time and year. */
  public static Question date(String id, boolean time, boolean year) {
    ObjectNode shape = Json.object();
    if (time) {
      shape.put("includeTime", true);
    }
    if (year) {
      shape.put("includeYear", true);
    }
    return new Question(id, false, "dateQuestion", shape);
  }

  /** A time of day, or a duration. */
  public static Question time(String id, boolean duration) {
    ObjectNode shape = Json.object();
    if (duration) {
      shape.put("duration", true);
    }
    return new Question(id, false, "timeQuestion", shape);
  }

  /** Files put into a folder of Drive. */
  public static Question fileUpload(String id, String folder) {
    return new Question(
        id, false, "fileUploadQuestion", Json.object().put("folderId", folder).put("maxFiles", 1));
  }

  /** Stars, hearts or thumbs. */
  public static Question rating(String id, int level) {
    return new Question(
        id,
        false,
        "ratingQuestion",
        Json.object().put("ratingScaleLevel", level).put("iconType", "STAR"));
  }

  /** One row of a grid. */
  public static Question row(String id, String title) {
    return new Question(id, false, "rowQuestion", Json.object().put("title", title));
  }

  /** The same question, without which the form cannot be sent. */
  public Question asRequired() {
    return new Question(id, true, kind, shape);
  }

  boolean takesFiles() {
    return kind.equals("fileUploadQuestion");
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("questionId", id);
    if (required) {
      json.put("required", true);
    }
    json.set(kind, shape.deepCopy());
    return json;
  }
}

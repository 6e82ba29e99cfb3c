package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * One question of a form.
 *
 * @param id eight hexadecimal digits
 * @param kind the key of its shape, such as {@code choiceQuestion}
 * @param shape the value of that key
 */
public record OfficeQuestion(String id, boolean required, String kind, ObjectNode shape) {

  /** A line of free text, or several. */
  public static OfficeQuestion text(String id, boolean paragraph) {
    ObjectNode shape = OfficeJson.object();
    if (paragraph) {
      shape.put("paragraph", true);
    }
    return new OfficeQuestion(id, false, "textQuestion", shape);
  }

  /**
   * A choice.
   *
   * @param type {@code RADIO}, {@code CHECKBOX} or {@code DROP_DOWN}
   * @param other whether a free text is allowed instead
   */
  public static OfficeQuestion choice(String id, String type, List<String> options, boolean other) {
    ObjectNode shape = OfficeJson.object().put("type", type);
    ArrayNode list = shape.putArray("options");
    options.forEach(option -> list.addObject().put("value", option));
    if (other) {
      list.addObject().put("isOther", true);
    }
    return new OfficeQuestion(id, false, "choiceQuestion", shape);
  }

  /** A number from low to high. */
  public static OfficeQuestion scale(String id, int low, int high) {
    return new OfficeQuestion(
        id, false, "scaleQuestion", OfficeJson.object().put("low", low).put("high", high));
  }

  /** A date, with or without time and year. */
  public static OfficeQuestion date(String id, boolean time, boolean year) {
    ObjectNode shape = OfficeJson.object();
    if (time) {
      shape.put("includeTime", true);
    }
    if (year) {
      shape.put("includeYear", true);
    }
    return new OfficeQuestion(id, false, "dateQuestion", shape);
  }

  /** A time of day, or a duration. */
  public static OfficeQuestion time(String id, boolean duration) {
    ObjectNode shape = OfficeJson.object();
    if (duration) {
      shape.put("duration", true);
    }
    return new OfficeQuestion(id, false, "timeQuestion", shape);
  }

  /** Files put into a folder of Drive. */
  public static OfficeQuestion fileUpload(String id, String folder) {
    return new OfficeQuestion(
        id,
        false,
        "fileUploadQuestion",
        OfficeJson.object().put("folderId", folder).put("maxFiles", 1));
  }

  /** Stars, hearts or thumbs. */
  public static OfficeQuestion rating(String id, int level) {
    return new OfficeQuestion(
        id,
        false,
        "ratingQuestion",
        OfficeJson.object().put("ratingScaleLevel", level).put("iconType", "STAR"));
  }

  /** One row of a grid. */
  public static OfficeQuestion row(String id, String title) {
    return new OfficeQuestion(id, false, "rowQuestion", OfficeJson.object().put("title", title));
  }

  /** This question as one that must be answered. */
  public OfficeQuestion asRequired() {
    return new OfficeQuestion(id, true, kind, shape);
  }

  boolean takesFiles() {
    return kind.equals("fileUploadQuestion");
  }

  ObjectNode toJson() {
    ObjectNode json = OfficeJson.object().put("questionId", id);
    if (required) {
      json.put("required", true);
    }
    json.set(kind, shape.deepCopy());
    return json;
  }
}

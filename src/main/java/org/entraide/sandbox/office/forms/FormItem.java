package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * One item of a form, from top to bottom.
 *
 * @param id eight hexadecimal digits
 * @param title may be empty, hold line breaks or occur twice in a form
 * @param kind the key of its shape: {@code questionItem}, {@code * questionGroupItem}, {@code
 *     pageBreakItem}, {@code textItem}, {@code imageItem} or {@code * videoItem}
 * @param questions what is asked: one, a row each of a group, or none
 * @param extra what else is under the kind
 */
public record FormItem(
    String id,
    String title,
    String description,
    String kind,
    List<OfficeQuestion> questions,
    ObjectNode extra) {

  public FormItem {
    questions = List.copyOf(questions);
  }

  /** A question by itself. */
  public static FormItem question(String id, String title, OfficeQuestion question) {
    return new FormItem(id, title, "", "questionItem", List.of(question), OfficeJson.object());
  }

  /**
   * A grid: one question a row, all with the same columns.
   *
   * @param type {@code RADIO} or {@code CHECKBOX}
   */
  public static FormItem grid(
      String id, String title, String type, List<String> columns, List<OfficeQuestion> rows) {
    ObjectNode extra = OfficeJson.object();
    ObjectNode choices = extra.putObject("grid").putObject("columns").put("type", type);
    ArrayNode options = choices.putArray("options");
    columns.forEach(column -> options.addObject().put("value", column));
    return new FormItem(id, title, "", "questionGroupItem", rows, extra);
  }

  /**
   * An item that asks nothing.
   *
   * @param kind {@code pageBreakItem}, {@code textItem}, {@code imageItem} or {@code videoItem}
   */
  public static FormItem other(String id, String title, String kind) {
    return new FormItem(id, title, "", kind, List.of(), OfficeJson.object());
  }

  /** This item with a line below its title. */
  public FormItem described(String words) {
    return new FormItem(id, title, words, kind, questions, extra);
  }

  /** The columns that the linked sheet has for this item, with their headers. */
  List<FormColumn> columns() {
    return questions.stream()
        .map(
            q -> {
              boolean row = q.kind().equals("rowQuestion");
              String header = row ? title + " [" + q.shape().path("title").asText() + "]" : title;
              return new FormColumn(q.id(), header);
            })
        .toList();
  }

  ObjectNode toJson() {
    ObjectNode json = OfficeJson.object().put("itemId", id);
    if (!title.isEmpty()) {
      json.put("title", title);
    }
    if (!description.isEmpty()) {
      json.put("description", description);
    }
    ObjectNode shape = json.putObject(kind);
    if (kind.equals("questionItem")) {
      shape.set("question", questions.get(0).toJson());
    } else if (!questions.isEmpty()) {
      questions.forEach(q -> shape.withArray("questions").add(q.toJson()));
    }
    shape.setAll(extra.deepCopy());
    return json;
  }
}

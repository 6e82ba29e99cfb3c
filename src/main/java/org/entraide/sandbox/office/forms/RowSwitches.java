package org.entraide.sandbox.office.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * Settles what no source settles about the rows that a form writes.
 *
 * @param editMode where an edited response lands
 * @param newColumn where the column of a new question appears
 * @param answersParsed whether answers are read as if typed ({@code 007} becomes 7, {@code =1+1} a
 *     formula) or stored as text
 * @param inheritsFormats whether the organisers' columns of a new row take formats and rules from
 *     the row above
 */
public record RowSwitches(
    EditMode editMode, NewColumn newColumn, boolean answersParsed, boolean inheritsFormats) {

  /** Where an edited response lands. */
  public enum EditMode {
    /** In the row that holds its content now, wherever a sort took it. */
    TRACKED,
    /** In the grid row where it was first written, whosever row that is now. */
    BY_POSITION,
    /** In a new row. */
    APPEND
  }

  /** Where the column of a new question appears. */
  public enum NewColumn {
    /** Inserted right of the form's last column: the organisers' columns move. */
    AFTER_LAST,
    /** Right of everything that is filled. */
    FAR_RIGHT
  }

  /** What is taken to be usual. */
  public static RowSwitches usual() {
    return new RowSwitches(EditMode.TRACKED, NewColumn.AFTER_LAST, true, true);
  }

  /**
   * Changes the switches that the object names.
   *
   * @throws ApiException 400 for a value that a switch does not have
   */
  public RowSwitches with(JsonNode json) {
    try {
      return new RowSwitches(
          EditMode.valueOf(OfficeJson.text(json, "editMode").orElse(editMode.name())),
          NewColumn.valueOf(OfficeJson.text(json, "newColumn").orElse(newColumn.name())),
          json.path("answersParsed").asBoolean(answersParsed),
          json.path("inheritsFormats").asBoolean(inheritsFormats));
    } catch (IllegalArgumentException e) {
      throw ApiException.invalid(
          "editMode is TRACKED, BY_POSITION or APPEND; newColumn is AFTER_LAST or FAR_RIGHT.");
    }
  }

  /** All switches, as {@link #with} reads them. */
  public ObjectNode json() {
    return OfficeJson.object()
        .put("editMode", editMode.name())
        .put("newColumn", newColumn.name())
        .put("answersParsed", answersParsed)
        .put("inheritsFormats", inheritsFormats);
  }
}

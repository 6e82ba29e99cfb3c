package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.entraide.sandbox.office.sheets.book.OfficeOverlay.Kind;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What protected ranges refuse to those who are not among their editors. */
public final class Protection {

  private static final String REFUSAL =
      "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to"
          + " remove protection if you need to edit.";

  private Protection() {}

  /** Whether the account may edit what that protected range covers; a warning stops nobody. */
  public static boolean mayEdit(JsonNode range, String account) {
    if (range.path("warningOnly").asBoolean()) {
      return true;
    }
    for (JsonNode user : range.path("editors").path("users")) {
      if (user.asText().equalsIgnoreCase(account)) {
        return true;
      }
    }
    return false;
  }

  public static void requireEditor(JsonNode range, String account) {
    if (!mayEdit(range, account)) {
      throw new InvalidRequest(REFUSAL);
    }
  }

  static void requireOpen(Overlays overlays, String account, GridArea area) {
    for (OfficeOverlay closed : closed(overlays, account, area.sheetId())) {
      if (isClosed(closed.json(), area)) {
        throw new InvalidRequest(REFUSAL);
      }
    }
  }

  /** Refuses other content in closed cells of a row. */
  static void requireOpen(
      Overlays overlays, String account, Sheet sheet, int index, GridRow fresh) {
    List<OfficeOverlay> closed = closed(overlays, account, sheet.id());
    if (closed.isEmpty()) {
      return;
    }
    GridRow old = sheet.row(index);
    for (int j = 0; j < Math.max(old.width(), fresh.width()); j++) {
      if (!old.cell(j).equals(fresh.cell(j))) {
        requireOpen(overlays, account, new GridArea(sheet.id(), index, index + 1, j, j + 1));
      }
    }
  }

  /** Refuses to take lines out of a closed range, and to put some between its lines. */
  static void requireOpen(Overlays overlays, String account, Sheet sheet, LineEdit edit) {
    String along = edit.dimension() == Dimension.ROWS ? "Row" : "Column";
    for (OfficeOverlay closed : closed(overlays, account, sheet.id())) {
      JsonNode range = closed.json().path("range");
      int start = RangeJson.start(range, along);
      int end = Math.min(RangeJson.end(range, along), sheet.count(edit.dimension()));
      boolean inserts = edit.kind() != LineEdit.Kind.DELETE && edit.to() > start && edit.to() < end;
      boolean takes =
          edit.kind() != LineEdit.Kind.INSERT && edit.from() < end && edit.end() > start;
      if (inserts || takes) {
        throw new InvalidRequest(REFUSAL);
      }
    }
  }

  private static List<OfficeOverlay> closed(Overlays overlays, String account, int sheetId) {
    return overlays.of(Kind.PROTECTED_RANGE, sheetId).stream()
        .filter(overlay -> !mayEdit(overlay.json(), account))
        .toList();
  }

  private static boolean isClosed(JsonNode protection, GridArea area) {
    if (!area.touches(protection.path("range"))) {
      return false;
    }
    for (JsonNode open : protection.path("unprotectedRanges")) {
      if (area.touches(open)) {
        return false;
      }
    }
    return true;
  }
}

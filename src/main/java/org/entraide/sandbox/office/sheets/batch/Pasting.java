package org.entraide.sandbox.office.sheets.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.sheets.book.CellData;
import org.entraide.sandbox.office.sheets.book.OfficeCell;
import org.entraide.sandbox.office.sheets.value.InvalidRequest;

/** What of a cell is pasted over another one: a {@code PasteType}. */
public enum Pasting {
  PASTE_NORMAL,
  PASTE_VALUES,
  PASTE_FORMAT,
  PASTE_NO_BORDERS,
  PASTE_FORMULA,
  PASTE_DATA_VALIDATION,
  PASTE_CONDITIONAL_FORMATTING;

  private static final String FORMAT = "userEnteredFormat";

  static Pasting of(String name) {
    if (name.isEmpty()) {
      return PASTE_NORMAL;
    }
    try {
      return valueOf(name);
    } catch (IllegalArgumentException unknown) {
      throw new InvalidRequest("Unknown pasteType: " + name);
    }
  }

  OfficeCell paste(OfficeCell old, OfficeCell copied) {
    return switch (this) {
      case PASTE_NORMAL -> copied;
      case PASTE_VALUES -> old.withValue(copied.effective());
      case PASTE_FORMULA -> old.withValue(copied.entered());
      case PASTE_FORMAT -> with(old, copied, FORMAT);
      case PASTE_DATA_VALIDATION -> with(old, copied, "dataValidation");
      case PASTE_CONDITIONAL_FORMATTING -> old;
      case PASTE_NO_BORDERS -> borderless(copied);
    };
  }

  private static OfficeCell with(OfficeCell old, OfficeCell copied, String part) {
    ObjectNode extras = old.extras();
    ObjectNode source = copied.extras();
    ObjectNode merged = extras == null ? OfficeJson.object() : extras.deepCopy();
    CellData.put(merged, part, source == null ? null : source.get(part));
    return old.withExtras(merged);
  }

  private static OfficeCell borderless(OfficeCell copied) {
    ObjectNode extras = copied.extras();
    if (extras == null || !extras.path(FORMAT).has("borders")) {
      return copied;
    }
    ObjectNode kept = extras.deepCopy();
    OfficeJson.child(kept, FORMAT).remove("borders");
    return copied.withExtras(kept);
  }
}

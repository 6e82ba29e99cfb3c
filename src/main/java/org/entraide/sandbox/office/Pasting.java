package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What of a cell is pasted over another one: a {@code PasteType}. */
enum Pasting {
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

  Cell paste(Cell old, Cell copied) {
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

  private static Cell with(Cell old, Cell copied, String part) {
    ObjectNode extras = old.extras();
    ObjectNode source = copied.extras();
    ObjectNode merged = extras == null ? Json.object() : extras.deepCopy();
    CellData.put(merged, part, source == null ? null : source.get(part));
    return old.withExtras(merged);
  }

  private static Cell borderless(Cell copied) {
    ObjectNode extras = copied.extras();
    if (extras == null || !extras.path(FORMAT).has("borders")) {
      return copied;
    }
    ObjectNode kept = extras.deepCopy();
    Json.child(kept, FORMAT).remove("borders");
    return copied.withExtras(kept);
  }
}

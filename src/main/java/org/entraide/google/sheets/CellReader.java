package org.entraide.google.sheets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.entraide.table.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Reads cells. Short texts come again and again in a sheet of answers, so that one cell serves all
 * that say the same.
 */
final class CellReader {

  private static final SerializableString[] USUAL = {
    new SerializedString("effectiveValue"), new SerializedString("formattedValue")
  };
  private static final SerializableString[] USUAL_VALUE = {new SerializedString("stringValue")};

  private static final int SHORT = 64;
  private static final int MOST_SHARED = 100_000;

  private final JsonParser json;
  private final Map<String, Cell> shared = new HashMap<>();

  private Cell.Kind kind = Cell.Kind.EMPTY;
  private double number;
  private String text = "";
  private @Nullable String shown;

  private final JsonWalk.Field fields = this::field;
  private final JsonWalk.Field values = this::value;

  CellReader(JsonParser json) {
    this.json = json;
  }

  /** Reads the {@code CellData} at the parser's position. */
  Cell read() throws IOException {
    kind = Cell.Kind.EMPTY;
    shown = null;
    JsonWalk.object(json, USUAL, fields);
    return cell();
  }

  private void field(String name) throws IOException {
    switch (name) {
      case "effectiveValue" -> JsonWalk.object(json, USUAL_VALUE, values);
      case "formattedValue" -> {
        if (kind == Cell.Kind.TEXT) {
          JsonWalk.scalar(json); // shows what it holds, and need not be read twice
        } else {
          shown = JsonWalk.text(json);
        }
      }
      default -> json.skipChildren();
    }
  }

  private void value(String name) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    switch (name) {
      case "stringValue" -> {
        kind = Cell.Kind.TEXT;
        text = JsonWalk.text(json);
      }
      case "numberValue" -> {
        kind = Cell.Kind.NUMBER;
        number = json.getValueAsDouble();
      }
      case "boolValue" -> {
        kind = Cell.Kind.BOOLEAN;
        number = json.getValueAsBoolean() ? 1 : 0;
      }
      case "errorValue" -> {
        kind = Cell.Kind.ERROR;
        json.skipChildren();
      }
      default -> json.skipChildren();
    }
  }

  private Cell cell() {
    String formatted = shown == null ? "" : shown;
    return switch (kind) {
      case EMPTY -> shared(formatted);
      case TEXT -> shared(text);
      case NUMBER -> Cell.number(number, formatted);
      case BOOLEAN -> Cell.bool(number != 0, formatted);
      case ERROR -> new Cell(Cell.Kind.ERROR, formatted.isEmpty() ? "#ERROR!" : formatted, 0);
    };
  }

  private Cell shared(String value) {
    if (value.length() > SHORT || shared.size() >= MOST_SHARED) {
      return Cell.text(value);
    }
    return shared.computeIfAbsent(value, Cell::text);
  }
}

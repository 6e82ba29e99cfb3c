package org.entraide.google.sheets;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import org.entraide.google.wire.GarbledAnswerException;

/** Walks through JSON as it arrives, keeping nothing. */
final class JsonWalk {

  private JsonWalk() {}

  /** Reads one field's value, from its first token, where the parser is, to its last token. */
  @FunctionalInterface
  interface Field {
    void read(String name) throws IOException;
  }

  /** Reads one element, from its first token, where the parser is, to its last token. */
  @FunctionalInterface
  interface Element {
    void read() throws IOException;
  }

  /** Reads the object at the parser's position; null counts as an empty one. */
  static void object(JsonParser json, Field field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      expect(json, JsonToken.FIELD_NAME);
      String name = json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  /**
   * Reads an object, of which most have the same fields in the same order: the names of those are
   * compared as a whole and not read letter by letter.
   *
   * @param usual the names of those fields, in their order
   */
  static void object(JsonParser json, SerializableString[] usual, Field field) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(json, JsonToken.START_OBJECT);
    for (int i = 0; ; i++) {
      SerializableString next = usual[Math.min(i, usual.length - 1)];
      boolean asUsual = json.nextFieldName(next);
      if (json.currentToken() == JsonToken.END_OBJECT) {
        return;
      }
      expect(json, JsonToken.FIELD_NAME);
      String name = asUsual ? next.getValue() : json.currentName();
      json.nextToken();
      field.read(name);
    }
  }

  /** Reads the array at the parser's position; null counts as an empty one. */
  static void array(JsonParser json, Element element) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    expect(json, JsonToken.START_ARRAY);
    while (json.nextToken() != JsonToken.END_ARRAY) {
      element.read();
    }
  }

  /** Reads a text or a number; null counts as empty. */
  static String text(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return "";
    }
    scalar(json);
    return json.getText();
  }

  /** Goes past a text, a number or null. */
  static void scalar(JsonParser json) throws IOException {
    if (!json.currentToken().isScalarValue()) {
      throw new GarbledAnswerException("a value was expected");
    }
  }

  /** Reads a whole number; null counts as 0. */
  static int number(JsonParser json) throws IOException {
    return json.currentToken() == JsonToken.VALUE_NULL ? 0 : json.getValueAsInt();
  }

  /** Reads a truth value; null counts as false. */
  static boolean bool(JsonParser json) throws IOException {
    return json.currentToken() != JsonToken.VALUE_NULL && json.getValueAsBoolean();
  }

  private static void expect(JsonParser json, JsonToken token) throws GarbledAnswerException {
    if (json.currentToken() != token) {
      throw new GarbledAnswerException("another JSON value was expected");
    }
  }
}

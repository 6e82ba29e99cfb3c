package org.entraide.sandbox.office.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/** The few things that every part of the office does with JSON. */
public final class OfficeJson {

  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private OfficeJson() {}

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /**
   * Parses JSON text that the program itself wrote.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is no JSON.", e);
    }
  }

  /**
   * Reads a request's body as an object; an empty body is an empty object, as it is to Google.
   *
   * @throws ApiException 400 for anything that is no JSON object
   */
  public static ObjectNode body(OfficeRequest request) {
    if (request.body().length == 0) {
      return object();
    }
    try {
      if (MAPPER.readTree(request.body()) instanceof ObjectNode object) {
        return object;
      }
    } catch (IOException e) {
      // The parser's own message quotes the body, which is nobody's business.
      throw ApiException.invalid("Invalid JSON payload received. Unexpected token.");
    }
    throw ApiException.invalid("Invalid JSON payload received. Root element must be a message.");
  }

  /** The text of a field that is there and not null. */
  public static Optional<String> text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? Optional.empty() : Optional.of(value.asText());
  }

  /** The object under a field, or an empty one that is not part of it. */
  public static ObjectNode child(JsonNode object, String field) {
    return object.get(field) instanceof ObjectNode child ? child : object();
  }

  /** Writes JSON on one line, as {@code prettyPrint=false} asks. */
  public static String compact(JsonNode node) {
    return node.toString();
  }

  /**
   * Writes JSON to these bytes.
   *
   * @param indented as Google lays it out, or else on one line
   */
  static JsonGenerator generator(ByteArrayOutputStream bytes, boolean indented) throws IOException {
    JsonGenerator out = MAPPER.createGenerator(bytes);
    if (indented) {
      out.setPrettyPrinter(printer(2));
    }
    // as Google writes them
    return out.enable(JsonGenerator.Feature.COMBINE_UNICODE_SURROGATES_IN_UTF8);
  }

  /**
   * Writes JSON as Google lays it out.
   *
   * @param indent spaces a level: two in the services, one at the token endpoint
   */
  public static String pretty(JsonNode node, int indent) {
    try {
      return MAPPER.writer(printer(indent)).writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of JSON nodes could not be written.", e);
    }
  }

  /** Reads JSON piece by piece. */
  static JsonParser parser(byte[] json) throws IOException {
    return MAPPER.createParser(json);
  }

  private static DefaultPrettyPrinter printer(int indent) {
    Separators separators =
        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);
    DefaultIndenter indenter = new DefaultIndenter(" ".repeat(indent), "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}

package org.entraide.sandbox.office.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/**
 * Parts of an answer that are put together only while they are written: half a million cells as a
 * tree of nodes would take some hundred megabytes.
 */
public interface StreamedJson {

  /** Writes one JSON value, whole. */
  void write(JsonGenerator json, SerializerProvider provider) throws IOException;

  /** Writes what a mask names of the same value, as {@link FieldMask#write} would. */
  void write(JsonGenerator json, FieldMask mask) throws IOException;

  /** A node that writes itself so. A walk of the tree sees nothing of its inside. */
  static JsonNode node(StreamedJson value) {
    return JsonNodeFactory.instance.pojoNode(new Written(value));
  }

  /** How the whole of it is written. */
  final class Written extends JsonSerializable.Base {

    private final StreamedJson value;

    private Written(StreamedJson value) {
      this.value = value;
    }

    public StreamedJson value() {
      return value;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
      value.write(json, provider);
    }

    @Override
    public void serializeWithType(
        JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
      value.write(json, provider);
    }
  }
}

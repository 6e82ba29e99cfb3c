package org.entraide.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;

/**
 * What comes instead of an answer, in Google's shapes. The words quote what people wrote, as
 * Google's do: none of it may be told to anybody.
 */
final class Bodies {

  /** What nobody may say again. */
  static final List<String> PLANTED =
      List.of("quatremaire", "planted.example", "7700 900", "queensberry", "ya29.planted");

  private static final String QUOTED =
      " Zebulon Quatremaire <zebulon@planted.example>, +44 7700 900123, 17 Queensberry Place,"
          + " Bearer ya29.planted";

  private Bodies() {}

  /**
   * A refusal of a service's.
   *
   * @param reason of {@code errors[]}; empty for the newer shape, which has none
   * @param detail of {@code details[]}; empty for none
   */
  static String refusal(int code, String status, String message, String reason, String detail) {
    ObjectNode root = OfficeJson.object();
    ObjectNode error = root.putObject("error").put("code", code).put("message", message + QUOTED);
    if (!reason.isEmpty()) {
      error
          .putArray("errors")
          .addObject()
          .put("message", message + QUOTED)
          .put("domain", "global")
          .put("reason", reason);
    }
    error.put("status", status);
    if (!detail.isEmpty()) {
      error
          .putArray("details")
          .addObject()
          .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
          .put("reason", detail)
          .putObject("metadata")
          .put("activationUrl", "https://console.developers.google.com/apis/library");
    }
    return OfficeJson.compact(root);
  }

  /** A refusal of the token endpoint's (RFC 6749 §5.2). */
  static String refusal(String error, String description) {
    return OfficeJson.compact(
        OfficeJson.object().put("error", error).put("error_description", description + QUOTED));
  }

  /** A front end's page. */
  static String page(String title) {
    return "<!DOCTYPE html><html><title>" + title + "</title><p>" + QUOTED + "</html>";
  }

  /** The same with a field that nobody knows in each object. */
  static JsonNode withUnknownFields(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.forEach(Bodies::withUnknownFields);
      object.putObject("xNewField").put("since", 2027).putArray("of").add(1).addObject();
    } else if (node instanceof ArrayNode array) {
      array.forEach(Bodies::withUnknownFields);
    }
    return node;
  }

  /** The same with null for every text, number and truth. */
  static JsonNode withNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> object.set(name, withNulls(object.get(name))));
      return object;
    }
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, withNulls(array.get(i)));
      }
      return array;
    }
    return NullNode.getInstance();
  }

  /** The same with null for everything in it. */
  static JsonNode emptied(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      names.forEach(object::putNull);
    }
    return node;
  }
}

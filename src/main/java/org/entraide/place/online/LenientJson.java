package org.entraide.place.online;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.place.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Reads answers leniently: what is missing, null or of another type is unknown, never an error. */
final class LenientJson {

  private LenientJson() {}

  /** A text or a number as text; empty for anything else. */
  static String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() || value.isNumber() ? value.asText() : "";
  }

  /** The first of these that has a text. */
  static String first(JsonNode node, String... fields) {
    return Stream.of(fields)
        .map(field -> text(node, field))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** A number, also one in quotation marks; NaN for anything else. */
  static double number(JsonNode value) {
    if (value.isNumber()) {
      return value.asDouble();
    }
    try {
      return value.isTextual() ? Double.parseDouble(value.asText()) : Double.NaN;
    } catch (NumberFormatException e) {
      return Double.NaN; // a word where a number belongs is no number
    }
  }

  static Optional<GeoPoint> point(double latitude, double longitude) {
    boolean onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    return onEarth ? Optional.of(new GeoPoint(latitude, longitude)) : Optional.empty();
  }

  /** The point of a GeoJSON feature, which has its longitude first. */
  static Optional<GeoPoint> point(JsonNode feature) {
    JsonNode pair = feature.path("geometry").path("coordinates");
    return point(number(pair.path(1)), number(pair.path(0)));
  }

  /** The corners of a box; null unless all four numbers are there. */
  static @Nullable List<GeoPoint> corners(
      JsonNode box, int latitude, int otherLatitude, int longitude, int otherLongitude) {
    Optional<GeoPoint> one = point(number(box.path(latitude)), number(box.path(longitude)));
    Optional<GeoPoint> other =
        point(number(box.path(otherLatitude)), number(box.path(otherLongitude)));
    return one.isPresent() && other.isPresent() ? List.of(one.get(), other.get()) : null;
  }
}

package org.entraide.placefile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import org.entraide.file.CsvText;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.Precision;

/**
 * What is printed of an answer.
 *
 * @param provider who was asked
 */
public record PlaceAnswer(PlaceQuestion question, Located located, String provider) {

  /** A metre. */
  private static final double DEGREE_PARTS = 1e5;

  private static final double HUNDREDTHS = 1e2;

  /** Whether there is a place. */
  public boolean isFound() {
    return located instanceof Located.At;
  }

  /** Whether nobody could say this time. */
  public boolean isUnanswered() {
    return located instanceof Located.NoAnswer;
  }

  /** One object on one line. */
  public String json() {
    ObjectNode node = JsonNodeFactory.instance.objectNode().put("query", question.text());
    if (located instanceof Located.At at) {
      Place place = at.place();
      node.put("lat", latitude(place)).put("lon", longitude(place));
      node.put("precision", place.precision().key());
      node.put("uncertainty_km", rounded(place.uncertaintyKm(), HUNDREDTHS));
      node.put("country", place.country().isEmpty() ? null : place.country());
      node.put("confidence", rounded(place.confidence(), HUNDREDTHS));
      return node.put("name", place.name()).put("provider", place.provider()).toString();
    }
    node.putNull("lat").putNull("lon").put("precision", Precision.NONE.key());
    node.putNull("uncertainty_km").putNull("country").put("confidence", 0.0);
    return node.putNull("name").put("provider", provider).toString();
  }

  /** The first row of a file of answers. */
  public static void header(CsvText csv) throws IOException {
    csv.row(
        "id",
        "query",
        "lat",
        "lon",
        "precision",
        "uncertainty_km",
        "country",
        "confidence",
        "name",
        "provider");
  }

  /** Its row in a file. */
  public void row(CsvText csv) throws IOException {
    if (located instanceof Located.At at) {
      Place place = at.place();
      csv.row(
          question.id(),
          question.text(),
          plain(latitude(place)),
          plain(longitude(place)),
          place.precision().key(),
          plain(rounded(place.uncertaintyKm(), HUNDREDTHS)),
          place.country(),
          plain(rounded(place.confidence(), HUNDREDTHS)),
          place.name(),
          place.provider());
      return;
    }
    csv.row(
        question.id(), question.text(), "", "", Precision.NONE.key(), "", "", "0", "", provider);
  }

  private static double latitude(Place place) {
    return rounded(place.point().latitude(), DEGREE_PARTS);
  }

  private static double longitude(Place place) {
    return rounded(place.point().longitude(), DEGREE_PARTS);
  }

  private static double rounded(double value, double parts) {
    return Math.rint(value * parts) / parts + 0.0; // no negative zero
  }

  private static String plain(double value) {
    String text = BigDecimal.valueOf(value).toPlainString();
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Never the text. */
  @Override
  public String toString() {
    return "PlaceAnswer[…]";
  }
}

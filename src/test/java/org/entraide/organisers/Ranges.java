package org.entraide.organisers;

import java.util.List;
import org.entraide.sandbox.office.http.OfficeJson;

/** Names of columns, and texts as requests have them. */
final class Ranges {

  static String letters(int column) {
    return LookedCells.letters(column);
  }

  static boolean isWithin(int column, int first, int last) {
    return column >= first && column <= last;
  }

  static com.fasterxml.jackson.databind.JsonNode texts(List<List<String>> lines) {
    var json = OfficeJson.object().putArray("values");
    for (List<String> line : lines) {
      var cells = json.addArray();
      line.forEach(cells::add);
    }
    return json;
  }

  private Ranges() {}
}

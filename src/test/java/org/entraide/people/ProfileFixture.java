package org.entraide.people;

import java.util.List;
import org.entraide.table.Cell;
import org.entraide.text.Message;

/** Reads the answers of one row. */
abstract class ProfileFixture {

  static Profile profile(Field field, String text) {
    return Sheets.profile(field, text);
  }

  static Profile profile(Field field, Cell cell) {
    return Sheets.profile(field, cell);
  }

  static List<String> problems(Profile profile) {
    return Sheets.problems(profile);
  }

  static List<String> lacking(Profile profile) {
    return profile.completeness().stream().map(Message::key).toList();
  }
}

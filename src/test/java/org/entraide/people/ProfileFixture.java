package org.entraide.people;

import java.util.List;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Profile;
import org.entraide.table.Cell;
import org.entraide.text.Message;

/** Reads the answers of one row. */
public abstract class ProfileFixture {

  public static Profile profile(Field field, String text) {
    return Sheets.profile(field, text);
  }

  public static Profile profile(Field field, Cell cell) {
    return Sheets.profile(field, cell);
  }

  public static List<String> problems(Profile profile) {
    return Sheets.problems(profile);
  }

  public static List<String> lacking(Profile profile) {
    return profile.completeness().stream().map(Message::key).toList();
  }
}

package org.entraide.people.word;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of an association or a company for which somebody helps, as organisers type it.
 *
 * @param text one line
 */
public record GroupName(String text) {

  /** A longer one is a note, not a name. */
  public static final int LONGEST = 60;

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

  /** What a formula shows that could not be worked out. */
  private static final Pattern ERROR = Pattern.compile("#[\\p{Lu}\\d/]{2,8} ?[!?]|#N/A");

  /** Reads a cell; empty where no name is in it. */
  public static Optional<GroupName> of(String cell) {
    if (cell.length() > 2 * LONGEST) {
      return Optional.empty(); // however many spaces are in it
    }
    String text = SPACES.matcher(cell).replaceAll(" ").strip();
    return text.length() > LONGEST
            || ERROR.matcher(text).matches()
            || WordComparison.fold(text).isEmpty()
        ? Optional.empty()
        : Optional.of(new GroupName(text));
  }

  /** A key that all spellings of one name share: case, accents, spaces and signs do not count. */
  public String key() {
    return WordComparison.fold(text);
  }

  /** A hash of the key, for the places that keep no names. */
  public String hash() {
    return hash(key());
  }

  static String hash(String key) {
    return ShortHashes.longer(key);
  }
}

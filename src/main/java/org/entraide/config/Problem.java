package org.entraide.config;

import java.nio.file.Path;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * One thing that is wrong in a configuration file, for the administrator who wrote it.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the whole line is meant
 * @param key such as {@code campaigns.londres.poll}; empty where no key is concerned
 * @param cause what is wrong and what to write instead
 */
public record Problem(Path file, int line, int column, String key, Message cause) {

  /**
   * What is wrong and where, in the form that editors can jump to: {@code FILE:LINE: KEY: CAUSE}.
   */
  public Message words() {
    return Message.of("config.problem").with("place", place()).with("cause", cause);
  }

  private String place() {
    StringBuilder place = new StringBuilder().append(file).append(':');
    if (line > 0) {
      place.append(line).append(':');
    }
    if (column > 0) {
      place.append(column).append(':');
    }
    return key.isEmpty() ? place.toString() : place.append(' ').append(key).append(':').toString();
  }

  /** The words in English. */
  @Override
  public String toString() {
    return Texts.english().format(words());
  }
}

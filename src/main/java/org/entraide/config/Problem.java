package org.entraide.config;

import java.nio.file.Path;
import org.entraide.text.Message;

/**
 * One thing that is wrong in a configuration file, for the administrator who wrote it.
 *
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the whole line is meant
 * @param key such as {@code campaigns.londres.poll}; empty where no key is concerned
 * @param cause what is wrong and what to write instead
 */
public record Problem(Path file, int line, int column, String key, String cause) {

  /** What is wrong and where, in any language; {@link #toString} is the same in English. */
  public Message words() {
    return Message.plain(toString());
  }

  /** In the form that editors can jump to: {@code FILE:LINE: KEY: CAUSE}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(file).append(':');
    if (line > 0) {
      text.append(line).append(':');
    }
    if (column > 0) {
      text.append(column).append(':');
    }
    text.append(' ');
    if (!key.isEmpty()) {
      text.append(key).append(": ");
    }
    return text.append(cause).toString();
  }
}

package org.entraide.config;

import java.util.Locale;
import java.util.Optional;
import org.entraide.text.Message;

/** How Java reads the names of files: in the encoding of the locale, as plain C has none. */
public final class FileNames {

  private static final Message FIX = Message.of("config.names.fix");

  private FileNames() {}

  /**
   * What names this process cannot read.
   *
   * @return a clause; empty where it can read all
   */
  public static Optional<Message> trouble() {
    return trouble(System.getProperty("sun.jnu.encoding", "UTF-8"));
  }

  /** What a process with this encoding cannot read; the encoding by its name in Java. */
  public static Optional<Message> trouble(String encoding) {
    return encoding.toUpperCase(Locale.ROOT).replace("-", "").equals("UTF8")
        ? Optional.empty()
        : Optional.of(Message.of("config.names").with("encoding", encoding));
  }

  /** A message about a file, with cause and fix where that may be it. */
  public static Message hinted(Message cause) {
    return trouble()
        .map(
            trouble ->
                Message.of("config.names.maybe")
                    .with("said", cause)
                    .with("cause", trouble)
                    .with("fix", FIX))
        .orElse(cause);
  }
}

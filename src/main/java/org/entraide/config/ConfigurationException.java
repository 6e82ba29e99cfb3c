package org.entraide.config;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.entraide.text.Message;
import org.entraide.text.Worded;

/** The configuration is missing or wrong; the message has everything that is, a line each. */
public final class ConfigurationException extends Exception implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  private ConfigurationException(String message) {
    super(message);
    this.problems = List.of();
  }

  /** Nothing is there to be read. */
  static ConfigurationException absent(String message) {
    return new ConfigurationException(message);
  }

  static ConfigurationException whole(Path file, String cause) {
    return new ConfigurationException(List.of(new Problem(file, 0, 0, "", cause)));
  }

  @Override
  public Message words() {
    return Message.plain(String.valueOf(getMessage()));
  }

  /** Everything that is wrong, by line; empty when there was no file to be wrong. */
  public List<Problem> problems() {
    return problems;
  }
}

package org.entraide.config;

import java.io.Serial;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** The configuration is missing or wrong; the message has everything that is, a line each. */
public final class ConfigurationException extends Exception implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;
  private final transient Message words;

  ConfigurationException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
    this.words =
        problems.stream().map(Problem::words).reduce(ConfigurationException::lines).orElseThrow();
  }

  private ConfigurationException(Message words) {
    super(Texts.english().format(words));
    this.problems = List.of();
    this.words = words;
  }

  /** Nothing is there to be read. */
  static ConfigurationException absent(Message words) {
    return new ConfigurationException(words);
  }

  private static Message lines(Message above, Message below) {
    return Message.of("config.lines").with("above", above).with("below", below);
  }

  static ConfigurationException whole(Path file, Message cause) {
    return new ConfigurationException(List.of(new Problem(file, 0, 0, "", cause)));
  }

  @Override
  public Message words() {
    return words;
  }

  /** Everything that is wrong, by line; empty when there was no file to be wrong. */
  public List<Problem> problems() {
    return problems;
  }
}

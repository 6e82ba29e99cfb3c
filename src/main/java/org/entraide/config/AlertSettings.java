package org.entraide.config;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom to tell that a person must act. The addresses are secrets: who knows one can write there.
 *
 * @param command a program, absolute, and its arguments; empty for none
 * @param webhook where alerts are posted
 * @param heartbeat what is asked for while all is well
 */
public record AlertSettings(List<String> command, Optional<URI> webhook, Optional<URI> heartbeat) {

  public AlertSettings {
    command = List.copyOf(command);
  }

  /** Whom it names: {@code command}, {@code webhook}, {@code heartbeat}. */
  public List<String> receivers() {
    return Stream.of(
            Stream.of("command").filter(it -> !command.isEmpty()),
            webhook.stream().map(it -> "webhook"),
            heartbeat.stream().map(it -> "heartbeat"))
        .flatMap(it -> it)
        .toList();
  }

  /** Leaves out the addresses. */
  @Override
  public String toString() {
    return "AlertSettings";
  }
}

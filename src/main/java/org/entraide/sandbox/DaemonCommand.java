package org.entraide.sandbox;

import java.util.List;
import java.util.Map;

/**
 * How the daemon is started.
 *
 * @param words the whole command line
 * @param environment variables that it gets unless the user who started the sandbox set them
 */
public record DaemonCommand(List<String> words, Map<String, String> environment) {
  public DaemonCommand {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
  }

  /** Starts it, with one stream for all that it says. */
  ProcessBuilder builder() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    environment.forEach(builder.environment()::putIfAbsent);
    return builder;
  }
}

package org.entraide.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.argument.LanguageCode;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code entraide sandbox}. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tries everything on this machine, without account or network.",
      "It is an office that speaks as Google does, with fictitious people, the daemon at work, and"
          + " a",
      "page to watch it all. Prints the page's address when it is ready."
    },
    footer = {
      "",
      "Examples:",
      "  entraide sandbox",
      "  entraide sandbox --port 0 --people 500 --seed 7",
      "  entraide sandbox --language en",
      "  entraide sandbox --record said.jsonl  what the daemon asked, and what it was told",
      "  entraide sandbox --state DIR          keeps its files; run and doctor can use them:",
      "  entraide doctor --config DIR/entraide.toml"
    })
public final class SandboxCommand implements Callable<Integer> {

  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_PEOPLE = 200_000;

  private final Action action;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8025",
      description = "Where to listen, ${DEFAULT-VALUE} if not given; 0 picks a free port.")
  private int port;

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "120",
      description = "How many people answer each form, ${DEFAULT-VALUE} if not given.")
  private int people;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Other people for each number, the same for the same; ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--language",
      converter = LanguageCode.class,
      paramLabel = "fr|en",
      description = "Only the campaign in this language; else a French and an English one.")
  private @Nullable String language;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where to keep its files; else a temporary directory, removed at the end.")
  private @Nullable Path state;

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write each request and answer as a line of JSON, personal data masked.")
  private @Nullable Path record;

  SandboxCommand(Action action, Console console) {
    this.action = action;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    if (EntraideCommand.parsed(parent).config().isPresent()) {
      throw new UserError(
          ExitCode.USAGE, "the sandbox writes a configuration of its own; leave --config out");
    }
    within("--port", port, 0, HIGHEST_PORT);
    within("--people", people, 0, MOST_PEOPLE);
    Options options =
        new Options(
            port,
            people,
            seed,
            Optional.ofNullable(language),
            Optional.ofNullable(state),
            Optional.ofNullable(record),
            EntraideCommand.parsed(parent).verbose());
    return action.run(options, console);
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UserError(
          ExitCode.USAGE, "%s must be from %d to %d, not %d".formatted(option, least, most, value));
    }
  }

  /**
   * How to play.
   *
   * @param port 0 for any free one
   * @param language {@code fr} or {@code en}; empty for a campaign in each
   * @param state where its files are kept; empty for a temporary directory
   * @param record where traffic is written; empty for nowhere
   */
  public record Options(
      int port,
      int people,
      long seed,
      Optional<String> language,
      Optional<Path> state,
      Optional<Path> record,
      boolean verbose) {}

  /** What the command does. */
  @FunctionalInterface
  public interface Action {

    /**
     * Plays until the process is asked to stop.
     *
     * @return an exit code
     */
    int run(Options options, Console console) throws Exception;
  }
}

package org.entraide.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code entraide help}: the same as {@code --help} of a command. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    description = "Shows what a command does, as --help does.",
    footer = {
      "",
      "Examples:",
      "  entraide help",
      "  entraide help run",
      "  entraide help auth login"
    })
final class HelpCommand implements Callable<Integer> {

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "COMMAND",
      description = "The command, all if not given.")
  private List<String> words = new ArrayList<>();

  HelpCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("The command was not parsed.");
    }
    CommandLine line = spec.root().commandLine();
    for (String word : words) {
      CommandLine next = line.getSubcommands().get(word);
      if (next == null) {
        throw new UnmatchedArgumentException(line, List.of(word));
      }
      line = next;
    }
    line.usage(console.out());
    console.out().flush();
    return ExitCode.OK;
  }
}

package org.entraide.cli;

import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.StandardOutput;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code entraide completion}. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints a script that lets a shell complete commands and options.",
      "One script serves bash and zsh, which reads it through bashcompinit; fish has its own."
    },
    footer = {
      "",
      "Examples:",
      "  source <(entraide completion bash)",
      "  source <(entraide completion zsh)",
      "  entraide completion fish | source",
      "  entraide completion bash > ~/.local/share/bash-completion/completions/entraide"
    })
final class CompletionCommand implements Callable<Integer> {

  /** The shells for which there is a script. */
  enum Shell {
    bash,
    zsh,
    fish
  }

  private final Console console;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "Whose: ${COMPLETION-CANDIDATES}.")
  private @Nullable Shell shell;

  CompletionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (spec == null || shell == null) {
      throw new IllegalStateException("The command was not parsed.");
    }
    if (shell == Shell.fish) {
      FishCompletion.lines(spec.root()).forEach(console.out()::println);
    } else {
      console.out().print(AutoComplete.bash("entraide", spec.root().commandLine()));
    }
    StandardOutput.check(console);
    return ExitCode.OK;
  }
}

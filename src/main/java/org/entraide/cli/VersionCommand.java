package org.entraide.cli;

import java.util.concurrent.Callable;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgramVersion;
import picocli.CommandLine.Command;

/** {@code entraide version}: the same as {@code --version}. */
@Command(
    name = "version",
    mixinStandardHelpOptions = true,
    description = "Shows which version of Entraide this is, as --version does.",
    footer = {"", "Examples:", "  entraide version"})
final class VersionCommand implements Callable<Integer> {

  private final Console console;

  VersionCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.out().println(ProgramVersion.line());
    return ExitCode.OK;
  }
}

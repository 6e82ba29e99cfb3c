package org.entraide.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** A command that is named and promised, and that a later version brings. */
@Command(mixinStandardHelpOptions = true)
final class LaterCommand implements Callable<Integer> {

  private final String name;
  private final Console console;

  /** Whatever is written after the command; it is not looked at. */
  @Unmatched private final List<String> ignored = new ArrayList<>();

  private LaterCommand(String name, Console console) {
    this.name = name;
    this.console = console;
  }

  /** Adds every such command. */
  static void addAll(CommandLine to, Console console) {
    add(to, console, "migrate-journal", "Moves the journal between SQLite and PostgreSQL.");
  }

  private static void add(CommandLine to, Console console, String name, String does) {
    CommandLine command = new CommandLine(new LaterCommand(name, console));
    command.getCommandSpec().usageMessage().description(does, "Not in this version yet.");
    to.addSubcommand(name, command);
  }

  @Override
  public Integer call() {
    console.err().println("entraide " + name + ": not in this version yet");
    return ExitCode.FAILURE;
  }
}

package org.entraide.cli;

import java.nio.file.Path;
import org.entraide.cli.argument.FileName;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.FailureBoundary;
import org.entraide.cli.shell.WrongUsage;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The command line: parses, runs one command, and turns whatever happens into an exit code. */
public final class Cli {

  private static final int WIDTH = 100;
  private static final int LONGEST_OPTION = 30;

  private Cli() {}

  /**
   * Runs a command.
   *
   * @return one of {@code ExitCode}; nothing is ever thrown
   */
  public static int execute(Actions actions, Console console, String... args) {
    EntraideCommand root = new EntraideCommand(console.spoken());
    CommandLine line = line(root, actions, console);
    line.setOut(console.out());
    line.setErr(console.err());
    line.setOverwrittenOptionsAllowed(false);
    WrongUsage wrongUsage = new WrongUsage(console);
    line.setParameterExceptionHandler(wrongUsage::explain);
    line.setExecutionStrategy(parsed -> run(parsed, root, actions));
    FailureBoundary boundary = new FailureBoundary(console, root::verbose);
    line.setExecutionExceptionHandler((e, command, parsed) -> boundary.explain(e));
    try {
      return line.execute(args);
    } catch (Throwable e) { // an Error, such as no memory left: picocli lets these through
      return boundary.explain(e);
    }
  }

  /** All commands: what is parsed, and what manual pages are made of. */
  static CommandLine line(EntraideCommand root, Actions actions, Console console) {
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new SandboxCommand(actions.sandbox(), console));
    line.addSubcommand(new SetupCommand(actions.setup(), console));
    line.addSubcommand(new RunCommand(actions.run(), console));
    line.addSubcommand(new DoctorCommand(actions.doctor(), console));
    line.addSubcommand(new InitCommand(actions.init(), console));
    line.addSubcommand(new StatusCommand(actions.journals(), actions.status(), console));
    line.addSubcommand(new ExplainCommand(actions.explain(), console));
    line.addSubcommand(new MatchCommand(console));
    line.addSubcommand(new SolveCommand(console));
    line.addSubcommand(new GeocodeCommand(actions.geocoders(), console));
    line.addSubcommand(new ImportPostcodesCommand(actions.clock(), console));
    line.addSubcommand(AuthCommand.line(actions.auth(), console));
    line.addSubcommand(LettersCommand.line(actions.letters(), console));
    line.addSubcommand(new EraseCommand(actions.erase(), console));
    line.addSubcommand(new ExportCommand(actions.export(), console));
    line.addSubcommand(new BackupCommand(actions.backup(), console));
    line.addSubcommand(new RestoreCommand(actions.restore(), console));
    line.addSubcommand(new MigrateJournalCommand(actions.migrateJournal(), console));
    line.addSubcommand(new LiveCheckCommand(actions.liveCheck(), console));
    line.addSubcommand(new CompletionCommand(console));
    line.addSubcommand(new HelpCommand(console));
    line.addSubcommand(new VersionCommand(console));
    line.registerConverter(Path.class, new FileName());
    line.setUsageHelpWidth(WIDTH);
    line.setUsageHelpLongOptionsMaxWidth(LONGEST_OPTION);
    abbreviate(line);
    CommandGroups.in(line);
    return line;
  }

  /** The options are listed below: the first line need not name them, too. */
  private static void abbreviate(CommandLine line) {
    line.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    line.getSubcommands().values().forEach(Cli::abbreviate);
  }

  private static int run(ParseResult parsed, EntraideCommand root, Actions actions) {
    if (root.verbose()) {
      actions.logMore().run();
    }
    return new CommandLine.RunLast().execute(parsed);
  }
}

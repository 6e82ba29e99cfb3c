package org.entraide;

import java.time.InstantSource;
import org.entraide.cli.Actions;
import org.entraide.cli.Cli;
import org.entraide.cli.Console;
import org.entraide.cli.SystemEdge;
import org.entraide.cli.Version;

/** The program's entry point: puts the parts together. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      System.out.println(Version.line()); // before anything heavy is loaded
      return;
    }
    Console console = SystemEdge.console();
    System.exit(execute(console, args));
  }

  /**
   * Runs a command within this process.
   *
   * @return its exit code; nothing is ever thrown
   */
  public static int execute(Console console, String... args) {
    int exitCode = Cli.execute(actions(SystemEdge.clock()), console, args);
    console.out().flush();
    console.err().flush();
    return exitCode;
  }

  private static Actions actions(InstantSource clock) {
    return new Actions(
        RunAction::run,
        new DoctorAction(DoctorAction.Edge.system()),
        SandboxAction::run,
        ExplainAction::run,
        new AuthAction(AuthAction.Edge.system()),
        InitAction::run,
        LettersAction::preview,
        new EraseAction(EraseAction.Edge.system()),
        ExportAction::run,
        BackupAction::backup,
        BackupAction::restore,
        MigrateAction::run,
        new LiveCheckAction(SystemEdge::lines),
        configuration -> new Journals(configuration).existing(),
        GeocodeAction::open,
        clock,
        SystemEdge::logMore);
  }
}

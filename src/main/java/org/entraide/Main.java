package org.entraide;

import java.time.InstantSource;
import org.entraide.action.AuthAction;
import org.entraide.action.BackupAction;
import org.entraide.action.DoctorAction;
import org.entraide.action.EraseAction;
import org.entraide.action.ExplainAction;
import org.entraide.action.ExportAction;
import org.entraide.action.GeocodeAction;
import org.entraide.action.InitAction;
import org.entraide.action.LettersAction;
import org.entraide.action.LiveCheckAction;
import org.entraide.action.MigrateAction;
import org.entraide.action.SandboxAction;
import org.entraide.action.SetupAction;
import org.entraide.cli.Actions;
import org.entraide.cli.Cli;
import org.entraide.cli.StatusCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ProgramVersion;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.SystemJournal;
import org.entraide.run.RunAction;
import org.entraide.wiring.Journals;

/** The program's entry point: puts the parts together. */
public final class Main {

  private Main() {}

  public static void main(String[] args) {
    if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
      System.out.println(ProgramVersion.line()); // before anything heavy is loaded
      return;
    }
    SystemJournal.writeForIt();
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
    DoctorAction doctor = new DoctorAction(DoctorAction.Edge.system());
    AuthAction auth = new AuthAction(AuthAction.Edge.system());
    return new Actions(
        RunAction::run,
        doctor,
        SandboxAction::run,
        ExplainAction::run,
        auth,
        InitAction::run,
        new SetupAction(SetupAction.Edge.system(), auth, InitAction::run, doctor),
        LettersAction::preview,
        new EraseAction(EraseAction.Edge.system()),
        ExportAction::run,
        BackupAction::backup,
        BackupAction::restore,
        MigrateAction::run,
        new LiveCheckAction(SystemEdge::lines),
        configuration -> new Journals(configuration).existing(),
        new StatusCommand.Edge(clock, SystemEdge.sleeper(), SystemEdge.hasColourOnOutput()),
        GeocodeAction::open,
        clock,
        SystemEdge::logMore);
  }
}

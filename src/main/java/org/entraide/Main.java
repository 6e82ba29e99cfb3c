package org.entraide;

import java.time.InstantSource;
import java.util.Optional;
import org.entraide.cli.Actions;
import org.entraide.cli.Cli;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
import org.entraide.cli.SystemEdge;
import org.entraide.cli.UserError;
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
    int exitCode = Cli.execute(actions(SystemEdge.clock()), console, args);
    console.out().flush();
    console.err().flush();
    System.exit(exitCode);
  }

  private static Actions actions(InstantSource clock) {
    return new Actions(
        (configuration, options, console) -> later("run"),
        (configuration, json, console) -> later("doctor"),
        (options, console) -> later("sandbox"),
        configuration -> Optional.empty(),
        clock,
        SystemEdge::logMore);
  }

  private static int later(String command) {
    throw new UserError(ExitCode.FAILURE, command + ": not in this version yet");
  }
}

package org.entraide.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.cli.AuthCommand;
import org.entraide.cli.DoctorCommand;
import org.entraide.cli.InitCommand;
import org.entraide.cli.SetupCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.ConfigurationReader;
import org.entraide.resilience.Sleeper;
import org.entraide.setup.AnswerVerdict;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** What {@code setup} does: asks, writes the configuration, signs in, prepares, examines. */
public final class SetupAction implements SetupCommand.Action {

  private final Edge edge;
  private final SetupEnd.Commands commands;

  /**
   * The world around it.
   *
   * @param typed whether somebody sits at the lines
   * @param lines what is typed
   * @param sleeper for the pauses between attempts
   * @param workingDirectory where the command was started
   * @param installed the configuration of a package
   */
  public record Edge(
      boolean typed,
      Supplier<BufferedReader> lines,
      Sleeper sleeper,
      Path workingDirectory,
      Path installed) {

    public static Edge system() {
      return new Edge(
          SystemEdge.inputIsTerminal(),
          SystemEdge::lines,
          SystemEdge.sleeper(),
          Path.of(""),
          ConfigurationReader.INSTALLED);
    }
  }

  /**
   * @param auth signs the delegate in
   * @param init prepares the spreadsheet
   * @param doctor examines everything in the end
   */
  public SetupAction(
      Edge edge, AuthCommand.Actions auth, InitCommand.Action init, DoctorCommand.Action doctor) {
    this.edge = edge;
    this.commands = new SetupEnd.Commands(auth, init, doctor);
  }

  @Override
  public int run(Optional<Path> named, Map<SetupStep, String> flags, Console console)
      throws Exception {
    return new Run(new SetupFiles(named.orElseGet(this::usual)), flags, console).all();
  }

  /** One that was begun here or by a package; else where this user may write the package's. */
  private Path usual() {
    Path localFile = edge.workingDirectory().resolve("entraide.toml");
    boolean packaged =
        SetupFiles.isBegun(edge.installed()) || isWritable(edge.installed().getParent());
    return !SetupFiles.isBegun(localFile) && packaged ? edge.installed() : localFile;
  }

  private static boolean isWritable(@Nullable Path directory) {
    return directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
  }

  /** One run. */
  private final class Run {

    private final SetupFiles files;
    private final Map<SetupStep, String> flags = new EnumMap<>(SetupStep.class);
    private final Console console;

    Run(SetupFiles files, Map<SetupStep, String> flags, Console console) {
      this.files = files;
      this.flags.putAll(flags);
      this.console = console;
    }

    int all() throws Exception {
      SetupAnswers earlierAnswers = files.read();
      if (files.isSomebodysOwn()) {
        return examine();
      }
      SetupAnswers answers;
      try {
        answers =
            edge.typed()
                ? ask(begun(earlierAnswers))
                : new SetupFlags(files, checks()).take(begun(earlierAnswers), flags, language());
      } catch (SetupDialogue.Ended e) {
        console.err().println();
        say(Message.of("setup.ended").with("draft", files.draft().toString()));
        return ExitCode.TRY_AGAIN;
      }
      warnOfUnusedFlags(answers);
      files.write(answers);
      say(Message.of("setup.written").with("file", files.file().toString()));
      return end().run(answers);
    }

    private void warnOfUnusedFlags(SetupAnswers answers) {
      List<String> unused =
          flags.keySet().stream()
              .filter(step -> !answers.steps().contains(step))
              .map(SetupStep::flag)
              .toList();
      if (!unused.isEmpty()) {
        say(Message.of("setup.unused").with("flags", unused));
      }
    }

    private SetupChecks checks() {
      return new SetupChecks(files, edge.sleeper());
    }

    private String language() {
      return console.texts().language();
    }

    /** What is known, but for what is given anew. */
    private SetupAnswers begun(SetupAnswers earlierAnswers) {
      SetupAnswers begun = earlierAnswers;
      for (SetupStep step : flags.keySet()) {
        begun = begun.without(step).clicksBefore(step);
      }
      String endpoint = flags.remove(SetupStep.ENDPOINT);
      if (endpoint != null) {
        AnswerVerdict verdict = AnswerVerdict.of(SetupStep.ENDPOINT, endpoint);
        verdict
            .wrong()
            .ifPresent(
                why -> {
                  throw new UserError(ExitCode.USAGE, why);
                });
        begun = begun.with(SetupStep.ENDPOINT, verdict.value());
      }
      return begun.has(SetupStep.COMMENTS) ? begun : begun.with(SetupStep.COMMENTS, language());
    }

    private SetupAnswers ask(SetupAnswers earlierAnswers) throws IOException, SetupDialogue.Ended {
      say(Message.of("setup.intro").with("file", files.file().toString()));
      List<SetupStep> answered =
          earlierAnswers.steps().stream()
              .filter(
                  step ->
                      earlierAnswers.get(step).isPresent() && step.kind() != SetupStep.Kind.CLICKS)
              .toList();
      if (!answered.isEmpty()) {
        say(Message.of("setup.known"));
        answered.forEach(
            step ->
                say(
                    Message.of("setup.known.one")
                        .with("label", step.label())
                        .with("value", earlierAnswers.get(step).orElse(""))));
      }
      return new SetupDialogue(console, edge.lines().get(), files, checks())
          .ask(earlierAnswers, flags);
    }

    /** A configuration that a person wrote is left as it is. */
    private int examine() throws Exception {
      say(Message.of("setup.own").with("file", files.file().toString()));
      if (edge.typed()) {
        console.err().print(console.texts().get("setup.own.ask") + " ");
        console.err().flush();
        String line = edge.lines().get().readLine();
        if (line == null || line.strip().toLowerCase(Locale.ROOT).startsWith("n")) {
          return ExitCode.OK;
        }
      }
      return end().doctor();
    }

    private SetupEnd end() {
      return new SetupEnd(edge, commands, files, console);
    }

    private void say(Message message) {
      SetupDialogue.say(console, message);
    }
  }
}

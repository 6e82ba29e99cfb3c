package org.entraide.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.campaign.port.RemoteFailure;
import org.entraide.campaign.port.Sleeper;
import org.entraide.cli.AuthCommand;
import org.entraide.cli.DoctorCommand;
import org.entraide.cli.InitCommand;
import org.entraide.cli.SetupCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.FailureBoundary;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationException;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.TokenProblem;
import org.entraide.google.wire.Scopes;
import org.entraide.google.wire.Traffic;
import org.entraide.setup.AnswerVerdict;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.text.Message;
import org.entraide.text.WrappedText;
import org.entraide.wiring.Installation;
import org.entraide.wiring.SignInPlace;
import org.jspecify.annotations.Nullable;

/** What {@code setup} does: asks, writes the configuration, signs in, prepares, examines. */
public final class SetupAction implements SetupCommand.Action {

  private static final Pattern MADE_FORM = Pattern.compile("(?m)^form = \"([^\"]+)\"$");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final Edge edge;
  private final AuthCommand.Actions auth;
  private final InitCommand.Action init;
  private final DoctorCommand.Action doctor;

  /**
   * The world around it.
   *
   * @param typed whether somebody sits at the lines
   * @param lines what is typed
   * @param sleeper for the pauses between attempts
   * @param here where the command was started
   * @param installed the configuration of a package
   */
  public record Edge(
      boolean typed, Supplier<BufferedReader> lines, Sleeper sleeper, Path here, Path installed) {

    public static Edge system() {
      return new Edge(
          SystemEdge.typed(),
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
    this.auth = auth;
    this.init = init;
    this.doctor = doctor;
  }

  @Override
  public int run(Optional<Path> named, Map<SetupStep, String> given, Console console)
      throws Exception {
    return new Run(new SetupFiles(named.orElseGet(this::usual)), given, console).all();
  }

  /** One that was begun here or by a package; else where this user may write the package's. */
  private Path usual() {
    Path here = edge.here().resolve("entraide.toml");
    boolean packaged =
        SetupFiles.isBegun(edge.installed()) || isWritable(edge.installed().getParent());
    return !SetupFiles.isBegun(here) && packaged ? edge.installed() : here;
  }

  private static boolean isWritable(@Nullable Path directory) {
    return directory != null && Files.isDirectory(directory) && Files.isWritable(directory);
  }

  /** One run. */
  private final class Run {

    private final SetupFiles files;
    private final Map<SetupStep, String> given = new EnumMap<>(SetupStep.class);
    private final Console console;

    Run(SetupFiles files, Map<SetupStep, String> given, Console console) {
      this.files = files;
      this.given.putAll(given);
      this.console = console;
    }

    int all() throws Exception {
      SetupAnswers known = files.read();
      if (files.isSomebodysOwn()) {
        return examined();
      }
      SetupAnswers answers;
      try {
        answers =
            edge.typed()
                ? asked(begun(known))
                : new SetupFlags(files, checks()).take(begun(known), given, language());
      } catch (SetupDialogue.Ended e) {
        console.err().println();
        say(Message.of("setup.ended").with("draft", files.draft().toString()));
        return ExitCode.TRY_AGAIN;
      }
      List<String> unused =
          given.keySet().stream()
              .filter(step -> !answers.steps().contains(step))
              .map(SetupStep::flag)
              .toList();
      if (!unused.isEmpty()) {
        say(Message.of("setup.unused").with("flags", unused));
      }
      files.write(answers);
      say(Message.of("setup.written").with("file", files.file().toString()));
      Configuration configuration = configuration();
      int signedIn = signIn(configuration, answers);
      return signedIn == ExitCode.OK ? prepared(configuration, answers) : signedIn;
    }

    private SetupChecks checks() {
      return new SetupChecks(files, edge.sleeper());
    }

    private String language() {
      return console.texts().language();
    }

    /** What is known, but for what is given anew. */
    private SetupAnswers begun(SetupAnswers known) {
      SetupAnswers begun = known;
      for (SetupStep step : given.keySet()) {
        begun = begun.without(step).clicksBefore(step);
      }
      String endpoint = given.remove(SetupStep.ENDPOINT);
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

    private SetupAnswers asked(SetupAnswers known) throws IOException, SetupDialogue.Ended {
      say(Message.of("setup.intro").with("file", files.file().toString()));
      List<SetupStep> answered =
          known.steps().stream()
              .filter(step -> known.get(step).isPresent() && step.kind() != SetupStep.Kind.CLICKS)
              .toList();
      if (!answered.isEmpty()) {
        say(Message.of("setup.known"));
        answered.forEach(
            step ->
                say(
                    Message.of("setup.known.one")
                        .with("label", step.label())
                        .with("value", known.get(step).orElse(""))));
      }
      return new SetupDialogue(console, edge.lines().get(), files, checks()).ask(known, given);
    }

    /** A configuration that a person wrote is left as it is. */
    private int examined() throws Exception {
      say(Message.of("setup.own").with("file", files.file().toString()));
      if (edge.typed()) {
        console.err().print(console.texts().get("setup.own.ask") + " ");
        console.err().flush();
        String line = edge.lines().get().readLine();
        if (line == null || line.strip().toLowerCase(Locale.ROOT).startsWith("n")) {
          return ExitCode.OK;
        }
      }
      return doctor();
    }

    private Configuration configuration() throws ConfigurationException {
      return ConfigurationReader.read(files.file(), SystemEdge.credentials());
    }

    // ---- what follows the answers

    private int signIn(Configuration configuration, SetupAnswers answers) throws Exception {
      String delegate = answers.get(SetupStep.DELEGATE).orElse("");
      if (!answers.needsClient() || isSignedIn(configuration, delegate, answers.makesForm())) {
        return ExitCode.OK;
      }
      if (!edge.typed()) {
        say(
            Message.of("setup.sign-in.later")
                .with("email", delegate)
                .with("made", answers.makesForm() ? "yes" : "no"));
        return ExitCode.SIGN_IN;
      }
      console.err().println();
      say(Message.of("setup.sign-in").with("email", delegate));
      try {
        return auth.login(
            configuration,
            new AuthCommand.LoginOptions(delegate, false, answers.makesForm(), 0),
            console);
      } catch (UserError | RemoteFailure e) {
        int exitCode = explain(e);
        say(Message.of("setup.again"));
        return exitCode;
      }
    }

    /** Whether a sign-in is kept that lets into the mailbox, and that allows forms where needed. */
    private boolean isSignedIn(Configuration configuration, String delegate, boolean forms)
        throws IOException {
      Optional<PersonToken> token = kept(configuration, delegate);
      if (token.isEmpty() || forms && !token.get().scopes().containsAll(Scopes.CREATE_FORMS)) {
        return false;
      }
      CampaignSettings campaign = configuration.campaigns().get(0);
      try {
        new Installation(configuration, Traffic.UNWATCHED, edge.sleeper())
            .mailboxes(campaign)
            .apply(delegate)
            .drafts();
        return true;
      } catch (RemoteFailure e) {
        return e.kind() != RemoteFailure.Kind.SIGN_IN; // doctor says what else is wrong
      }
    }

    private Optional<PersonToken> kept(Configuration configuration, String delegate)
        throws IOException {
      try {
        return SignInPlace.of(configuration).read(delegate);
      } catch (TokenProblem e) {
        return Optional.empty(); // a new sign-in replaces it
      }
    }

    private int prepared(Configuration configuration, SetupAnswers answers) throws Exception {
      int initialised = initialised(configuration, answers);
      console.err().println();
      say(Message.of("setup.doctor"));
      int examined = doctor();
      console.err().println();
      int exitCode = examined == ExitCode.OK ? initialised : examined;
      if (exitCode == ExitCode.OK) {
        files.forgetDraft();
        say(
            Message.of("setup.done")
                .with("service", files.file().equals(edge.installed()) ? "yes" : "no"));
      } else {
        say(Message.of("setup.left"));
      }
      return exitCode;
    }

    private int initialised(Configuration configuration, SetupAnswers answers) throws Exception {
      String campaign = answers.get(SetupStep.CAMPAIGN).orElse("");
      console.err().println();
      say(Message.of("setup.init").with("campaign", campaign));
      StringWriter printed = new StringWriter();
      InitCommand.Options options =
          new InitCommand.Options(
              campaign,
              answers.get(SetupStep.DELEGATE).filter(email -> answers.makesForm()),
              edge.typed() ? LONGEST_WAIT : Duration.ZERO);
      try {
        return init.run(
            configuration,
            options,
            new Console(
                new PrintWriter(printed), console.err(), console.progress(), console.spoken()));
      } catch (UserError | RemoteFailure e) {
        return explain(e);
      } finally {
        Matcher form = MADE_FORM.matcher(printed.toString());
        if (answers.makesForm() && form.find()) {
          files.write(answers.with(SetupStep.FORM, form.group(1)));
        }
      }
    }

    private int doctor() throws Exception {
      DoctorCommand.Told told;
      try (ProgressBar progress = ProgressBar.on(console)) {
        told = doctor.run(files.file(), new DoctorCommand.Options(false, false), progress);
      }
      console.out().println(told.text());
      StandardOutput.check(console);
      return told.exitCode();
    }

    private int explain(Exception e) {
      return new FailureBoundary(console, () -> false).explain(e);
    }

    private void say(Message message) {
      WrappedText.lines(console.texts().format(message), SetupDialogue.WIDTH)
          .forEach(console.err()::println);
      console.err().flush();
    }
  }
}

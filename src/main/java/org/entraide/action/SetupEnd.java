package org.entraide.action;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.cli.AuthCommand;
import org.entraide.cli.DoctorCommand;
import org.entraide.cli.InitCommand;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.FailureBoundary;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.config.Configuration;
import org.entraide.config.ConfigurationReader;
import org.entraide.google.auth.PersonToken;
import org.entraide.google.auth.TokenProblem;
import org.entraide.google.wire.Scopes;
import org.entraide.google.wire.Traffic;
import org.entraide.resilience.RemoteFailure;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.text.Message;
import org.entraide.wiring.Installation;
import org.entraide.wiring.SignInPlace;

/** What follows the answers of the guided start: sign in, prepare, examine, say what is left. */
final class SetupEnd {

  private static final Pattern MADE_FORM = Pattern.compile("(?m)^form = \"([^\"]+)\"$");
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  private final SetupAction.Edge edge;
  private final Commands commands;
  private final SetupFiles files;
  private final Console console;

  /** The commands that do it, which people can also run by themselves. */
  record Commands(AuthCommand.Actions auth, InitCommand.Action init, DoctorCommand.Action doctor) {}

  SetupEnd(SetupAction.Edge edge, Commands commands, SetupFiles files, Console console) {
    this.edge = edge;
    this.commands = commands;
    this.files = files;
    this.console = console;
  }

  /**
   * Does it, with the configuration that was written.
   *
   * @return an exit code: the doctor's, unless all is well for it
   */
  int run(SetupAnswers answers) throws Exception {
    Configuration configuration = ConfigurationReader.read(files.file(), SystemEdge.credentials());
    int signedIn = signIn(configuration, answers);
    return signedIn == ExitCode.OK ? prepared(configuration, answers) : signedIn;
  }

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
      return commands
          .auth()
          .login(
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
    if (token.isEmpty() || (forms && !token.get().scopes().containsAll(Scopes.CREATE_FORMS))) {
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
      sayThatAllIsWell(answers);
    } else {
      say(Message.of("setup.left"));
    }
    return exitCode;
  }

  private void sayThatAllIsWell(SetupAnswers answers) {
    boolean service = files.file().equals(edge.installed());
    if (service && !answers.isDelegated()) {
      say(Message.of("setup.service.client"));
    }
    say(Message.of("setup.done").with("service", service ? "yes" : "no"));
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
            edge.typed() ? LONGEST_WAIT : Duration.ZERO,
            true);
    try (PrintWriter both = new PrintWriter(new TeeWriter(console.out(), printed))) {
      return commands
          .init()
          .run(
              configuration,
              options,
              new Console(both, console.err(), console.progress(), console.spoken()));
    } catch (UserError | RemoteFailure e) {
      return explain(e);
    } finally {
      Matcher form = MADE_FORM.matcher(printed.toString());
      if (answers.makesForm() && form.find() && !files.isSomebodysOwn()) {
        files.write(answers.with(SetupStep.FORM, form.group(1)));
      }
    }
  }

  /** Examines everything, as the command does. */
  int doctor() throws Exception {
    DoctorCommand.Report report;
    try (ProgressBar progress = ProgressBar.on(console)) {
      report =
          commands
              .doctor()
              .run(
                  files.file(), new DoctorCommand.Options(false, false, console.texts()), progress);
    }
    console.out().println(report.text());
    StandardOutput.check(console);
    return report.exitCode();
  }

  private int explain(Exception e) {
    return new FailureBoundary(console, () -> false).explain(e);
  }

  private void say(Message message) {
    SetupDialogue.say(console, message);
  }

  /** Writes to a person and to what is read here; closing it closes neither. */
  private static final class TeeWriter extends Writer {

    private final PrintWriter person;
    private final Writer kept;

    TeeWriter(PrintWriter person, Writer kept) {
      this.person = person;
      this.kept = kept;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      person.write(text, from, length);
      kept.write(text, from, length);
    }

    @Override
    public void flush() {
      person.flush();
    }

    @Override
    public void close() {
      flush();
    }
  }
}

package org.entraide.action;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Table;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.FailureBoundary;
import org.entraide.cli.shell.UserError;
import org.entraide.config.AcceptedValue;
import org.entraide.config.Configuration;
import org.entraide.config.GeocoderSettings;
import org.entraide.config.GoogleSettings;
import org.entraide.config.LetterSettings;
import org.entraide.config.StateSettings;
import org.entraide.form.Form;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.OauthClient;
import org.entraide.google.wire.Traffic;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.resilience.Sleeper;
import org.entraide.setup.AnswerVerdict;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.text.Message;
import org.entraide.text.Worded;
import org.entraide.wiring.Installation;

/** Looks at files and at Google, by the means of {@code doctor}, before an answer is taken. */
final class SetupChecks {

  /** The id of no spreadsheet: a key that Google takes is answered that there is none. */
  private static final String NO_SHEET = "no-such-spreadsheet-of-entraide";

  private final SetupFiles files;
  private final Sleeper sleeper;

  /**
   * @param sleeper for the pauses between attempts
   */
  SetupChecks(SetupFiles files, Sleeper sleeper) {
    this.files = files;
    this.sleeper = sleeper;
  }

  /**
   * What was seen of an answer.
   *
   * @param refusal why the answer does not do, and what to do; empty where it does
   * @param success what is well; empty where nothing was looked at
   * @param exitCode of a refusal where nobody can be asked again
   */
  record CheckResult(Optional<Message> refusal, Optional<Message> success, int exitCode) {

    private static final CheckResult NOTHING =
        new CheckResult(Optional.empty(), Optional.empty(), ExitCode.OK);

    private static CheckResult well(Message success) {
      return new CheckResult(Optional.empty(), Optional.of(success), ExitCode.OK);
    }

    private static CheckResult refused(Message why) {
      return new CheckResult(Optional.of(why), Optional.empty(), ExitCode.USAGE);
    }

    private static CheckResult refused(RemoteFailure failure) {
      int exitCode = FailureBoundary.exitCode(failure.kind());
      return new CheckResult(Optional.of(failure.words()), Optional.empty(), exitCode);
    }

    /** Whether Google said no, so that the answer may be right nevertheless, or later. */
    boolean mayPass() {
      return exitCode != ExitCode.USAGE;
    }
  }

  /**
   * Judges an answer, and looks at what it names.
   *
   * @param typed as it was typed
   * @return the answers with this one where it has the right shape, and what was seen
   */
  Map.Entry<SetupAnswers, CheckResult> take(SetupStep step, SetupAnswers answers, String typed) {
    AnswerVerdict verdict = AnswerVerdict.of(step, typed);
    if (verdict.wrong().isPresent()) {
      return Map.entry(answers, CheckResult.refused(verdict.wrong().get()));
    }
    SetupAnswers more = answers.with(step, verdict.value());
    return Map.entry(more, look(step, more));
  }

  private CheckResult look(SetupStep step, SetupAnswers answers) {
    if (answers.get(step).isEmpty()) {
      return CheckResult.NOTHING;
    }
    try {
      return switch (step.check()) {
        case NONE -> CheckResult.NOTHING;
        case KEY -> key(answers);
        case CLIENT -> client(answers);
        case SHEET -> sheet(answers);
        case FORM -> form(answers);
        case MAILBOX -> mailbox(answers);
      };
    } catch (RemoteFailure e) {
      return CheckResult.refused(e);
    } catch (UserError e) {
      return CheckResult.refused(e.words());
    }
  }

  private CheckResult key(SetupAnswers answers) throws RemoteFailure {
    Path key = file(answers, SetupStep.CREDENTIALS);
    if (OauthClient.isIn(key)) {
      return CheckResult.refused(Message.of("setup.wrong.key.client"));
    }
    GoogleServices google = google(answers);
    try {
      google.table(NO_SHEET).read();
    } catch (RemoteFailure e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
    return CheckResult.well(Message.of("setup.good.key").with("account", google.account()));
  }

  private CheckResult client(SetupAnswers answers) {
    try {
      OauthClient.open(file(answers, SetupStep.CLIENT));
      return CheckResult.well(Message.of("setup.good.client"));
    } catch (CredentialProblem e) {
      return CheckResult.refused(words(e));
    }
  }

  private static Message words(Exception e) {
    return e instanceof Worded worded
        ? worded.words()
        : Message.plain(String.valueOf(e.getMessage()));
  }

  private CheckResult sheet(SetupAnswers answers) throws RemoteFailure {
    Table table = google(answers).table(sheetId(answers));
    table.read();
    table.checkWritable();
    return CheckResult.well(Message.of("setup.good.sheet"));
  }

  private static String sheetId(SetupAnswers answers) {
    return answers.get(SetupStep.SHEET).flatMap(AcceptedValue::spreadsheet).orElse("");
  }

  private CheckResult form(SetupAnswers answers) throws RemoteFailure {
    String id = answers.get(SetupStep.FORM).flatMap(AcceptedValue::form).orElse("");
    Form form = google(answers).form(id).form();
    Optional<String> linked = form.linkedSpreadsheet();
    if (linked.isPresent() && !linked.get().equals(sheetId(answers))) {
      return CheckResult.refused(Message.of("setup.wrong.form.linked").with("sheet", linked.get()));
    }
    String key = linked.isPresent() ? "setup.good.form" : "setup.good.form.unlinked";
    return CheckResult.well(Message.of(key).with("title", form.title()));
  }

  /** A delegate who signs in does so at the end. */
  private CheckResult mailbox(SetupAnswers answers) throws RemoteFailure {
    if (!answers.isDelegated()) {
      return CheckResult.NOTHING;
    }
    String delegate = answers.get(SetupStep.DELEGATE).orElse("");
    google(answers).mailbox(delegate).drafts();
    return CheckResult.well(Message.of("setup.good.mailbox"));
  }

  private Path file(SetupAnswers answers, SetupStep step) {
    return files.meant(answers.get(step).orElse(""));
  }

  private GoogleServices google(SetupAnswers answers) {
    Path key = file(answers, SetupStep.CREDENTIALS);
    return new Installation(configuration(answers, key), Traffic.UNWATCHED, sleeper).google(key);
  }

  /** As much of a configuration as there is. */
  private Configuration configuration(SetupAnswers answers, Path key) {
    return new Configuration(
        files.file(),
        new GoogleSettings(
            Optional.of(key),
            Optional.empty(),
            Optional.empty(),
            answers.get(SetupStep.ENDPOINT).map(URI::create)),
        new StateSettings(
            files.file().resolveSibling("state"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        new GeocoderSettings(GeocoderSettings.Provider.EMBEDDED, Optional.empty(), false),
        new LetterSettings(Optional.empty(), Map.of(), Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}

package org.entraide.action;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.setup.AnswerVerdict;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.setup.SetupStep.Kind;
import org.entraide.text.Message;

/** Takes all answers from the command line, where nobody can be asked. */
final class SetupFlags {

  private final SetupFiles files;
  private final SetupChecks checks;

  SetupFlags(SetupFiles files, SetupChecks checks) {
    this.files = files;
    this.checks = checks;
  }

  /**
   * Takes them.
   *
   * @param earlierAnswers from a run before
   * @param flags by the command line, as typed
   * @param spoken the language in which the person is spoken to
   * @throws UserError if one is missing or does not do
   */
  SetupAnswers take(SetupAnswers earlierAnswers, Map<SetupStep, String> flags, String spoken)
      throws IOException {
    List<SetupStep> missing = missing(earlierAnswers, flags, spoken);
    if (!missing.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          Message.of("setup.missing")
              .with("flags", missing.stream().map(SetupStep::flag).toList()));
    }
    SetupAnswers answers = earlierAnswers;
    Optional<SetupStep> next = answers.next();
    while (next.isPresent()) {
      SetupStep step = next.get();
      String text = text(step, answers, flags, spoken).orElse("");
      Map.Entry<SetupAnswers, SetupChecks.CheckResult> taken = checks.take(step, answers, text);
      SetupChecks.CheckResult result = taken.getValue();
      if (result.refusal().isPresent()) {
        throw new UserError(
            result.exitCode(),
            Message.of("setup.wrong.flag")
                .with("flag", step.flag())
                .with("what", result.refusal().get()));
      }
      answers = files.bring(step, taken.getKey());
      files.keep(answers);
      next = answers.next();
    }
    return answers;
  }

  /** All at once, so that nobody has to run the command for each. */
  private List<SetupStep> missing(
      SetupAnswers earlierAnswers, Map<SetupStep, String> flags, String spoken) {
    List<SetupStep> missing = new ArrayList<>();
    SetupAnswers answers = earlierAnswers;
    Optional<SetupStep> next = answers.next();
    while (next.isPresent()) {
      SetupStep step = next.get();
      Optional<String> text = text(step, answers, flags, spoken);
      if (text.isEmpty()) {
        boolean forForm = step == SetupStep.CLIENT && answers.isDelegated();
        missing.add(forForm ? SetupStep.FORM : step); // a form that is there needs no client
      }
      answers = answers.with(step, text.map(it -> AnswerVerdict.of(step, it).value()).orElse(""));
      next = answers.next();
    }
    return missing;
  }

  /** What Enter would mean at a terminal, where nothing is given. */
  private Optional<String> text(
      SetupStep step, SetupAnswers answers, Map<SetupStep, String> flags, String spoken) {
    if (step.kind() == Kind.CLICKS || (step.mayBeEmpty() && !flags.containsKey(step))) {
      return Optional.of("");
    }
    return Optional.ofNullable(flags.get(step))
        .or(
            () ->
                answers
                    .usual(step, spoken)
                    .filter(it -> step == SetupStep.LANGUAGE || Files.exists(files.meant(it))));
  }
}

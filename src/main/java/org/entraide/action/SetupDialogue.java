package org.entraide.action;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.WrappedText;
import org.entraide.google.wire.Scopes;
import org.entraide.setup.SetupAnswers;
import org.entraide.setup.SetupStep;
import org.entraide.setup.SetupStep.Kind;
import org.entraide.text.Message;

/** Asks a person at a terminal, one step after the other, and keeps each answer at once. */
final class SetupDialogue {

  private static final String MORE = "?";
  private static final String BACK = "<";
  private static final String UNCHECKED = "!";
  private static final String NOTHING = "-";
  private static final int WIDTH = 88;

  private final Console console;
  private final BufferedReader lines;
  private final SetupFiles files;
  private final SetupChecks checks;

  /** What was answered before somebody went back, or was refused: Enter takes it. */
  private final Map<SetupStep, String> proposed = new EnumMap<>(SetupStep.class);

  private boolean explained;

  SetupDialogue(Console console, BufferedReader lines, SetupFiles files, SetupChecks checks) {
    this.console = console;
    this.lines = lines;
    this.files = files;
    this.checks = checks;
  }

  /** The person ended it (Ctrl-D); all answers so far are kept. */
  static final class Ended extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Asks for what is missing.
   *
   * @param flags answers of the command line, as typed; each is checked when its turn comes
   * @return answers to all that is asked
   */
  SetupAnswers ask(SetupAnswers earlierAnswers, Map<SetupStep, String> flags)
      throws IOException, Ended {
    SetupAnswers answers = earlierAnswers;
    Optional<SetupStep> next = answers.next();
    while (next.isPresent()) {
      SetupStep step = next.get();
      printHeading(step, answers);
      answers = askUntilAccepted(step, answers, Optional.ofNullable(flags.remove(step)));
      files.keep(answers);
      next = answers.next();
    }
    return answers;
  }

  private void printHeading(SetupStep step, SetupAnswers answers) {
    explained = false;
    List<SetupStep> steps = answers.steps();
    console.err().println();
    console.say(
        Message.of("setup.heading")
            .with("number", steps.indexOf(step) + 1)
            .with("of", steps.size())
            .with("label", step.label()));
  }

  private void sayWhereToLook(SetupStep step, SetupAnswers answers) {
    say(step.look(answers, files.key(answers)).with("scopes", String.join(",", Scopes.MAILBOX)));
  }

  /** Asks until the answer does. */
  private SetupAnswers askUntilAccepted(SetupStep step, SetupAnswers answers, Optional<String> flag)
      throws IOException, Ended {
    Optional<SetupAnswers> unchecked = Optional.empty(); // what Google refused
    Optional<String> typed = flag;
    while (true) {
      String answer = typed.isPresent() ? typed.get() : line(step, answers, unchecked.isPresent());
      typed = Optional.empty();
      if (answer.equals(MORE)) {
        say(step.more());
      } else if (answer.equals(BACK)) {
        Optional<SetupStep> previous = answers.before(step);
        if (previous.isPresent()) {
          return back(previous.get(), answers);
        }
        console.say(Message.of("setup.first"));
      } else if (answer.equals(UNCHECKED) && unchecked.isPresent()) {
        return files.bring(step, unchecked.get());
      } else {
        Map.Entry<SetupAnswers, SetupChecks.CheckResult> taken =
            checks.take(step, answers, meant(step, answers, answer));
        SetupChecks.CheckResult result = taken.getValue();
        if (result.refusal().isEmpty()) {
          return accept(step, taken.getKey(), result);
        }
        say(Message.of("setup.bad").with("what", result.refusal().get()));
        taken.getKey().get(step).ifPresent(value -> proposed.put(step, value));
        unchecked = Optional.of(taken.getKey()).filter(it -> result.mayPass());
      }
    }
  }

  private SetupAnswers accept(SetupStep step, SetupAnswers answers, SetupChecks.CheckResult result)
      throws IOException {
    result.success().ifPresent(it -> say(Message.of("setup.good").with("what", it)));
    SetupAnswers brought = files.bring(step, answers);
    if (!files.isSame(step, answers, brought)) {
      say(Message.of("setup.brought").with("file", brought.get(step).orElse("")));
    }
    return brought;
  }

  /** Enter means what is proposed, and a dash nothing. */
  private String meant(SetupStep step, SetupAnswers answers, String answer) {
    if (answer.equals(NOTHING) && step.mayBeEmpty()) {
      return "";
    }
    return answer.isEmpty() ? proposal(step, answers).orElse("") : answer;
  }

  private Optional<String> proposal(SetupStep step, SetupAnswers answers) {
    return Optional.ofNullable(proposed.get(step))
        .filter(text -> !text.isEmpty())
        .or(() -> answers.usual(step, console.texts().language()));
  }

  private SetupAnswers back(SetupStep step, SetupAnswers answers) {
    answers.get(step).ifPresent(value -> proposed.put(step, value));
    return answers.without(step);
  }

  private String line(SetupStep step, SetupAnswers answers, boolean refused)
      throws IOException, Ended {
    if (!explained) {
      explained = true; // not before: what a flag answers need not be explained
      sayWhereToLook(step, answers);
    }
    if (refused) {
      say(Message.of("setup.refused"));
    }
    console.err().print(console.texts().format(prompt(step, answers)) + " ");
    console.err().flush();
    String line = lines.readLine();
    if (line == null) {
      throw new Ended();
    }
    return line.strip();
  }

  private Message prompt(SetupStep step, SetupAnswers answers) {
    if (step.kind() == Kind.CLICKS) {
      return Message.of("setup.prompt.clicks");
    }
    Optional<String> proposal = proposal(step, answers);
    if (proposal.isPresent()) {
      return Message.of("setup.prompt.usual")
          .with("label", step.label())
          .with("usual", proposal.get());
    }
    return Message.of(step.mayBeEmpty() ? "setup.prompt.optional" : "setup.prompt")
        .with("label", step.label());
  }

  private void say(Message message) {
    say(console, message);
  }

  /** Says something to the person, broken between words. */
  static void say(Console console, Message message) {
    WrappedText.lines(console.texts().format(message), WIDTH).forEach(console.err()::println);
    console.err().flush();
  }
}

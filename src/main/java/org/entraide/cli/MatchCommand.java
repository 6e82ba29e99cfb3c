package org.entraide.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.argument.InputFiles;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.file.FileProblem;
import org.entraide.file.Output;
import org.entraide.match.Matcher;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.Instance;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.MatchOutcome;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.PairRule;
import org.entraide.match.model.RefusedPin;
import org.entraide.match.model.TooManyPeopleException;
import org.entraide.match.model.UnstableMatchingException;
import org.entraide.matchfile.CertificateFile;
import org.entraide.matchfile.GroupsFile;
import org.entraide.matchfile.MatchingFiles;
import org.entraide.matchfile.PairsFile;
import org.entraide.matchfile.PeopleFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entraide match}. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Matches the people of a file, offline.",
      "Reads who needs and who offers what, and writes whom to introduce to whom. The same files"
          + " give",
      "the same result, whatever the order of their rows. A row that is wrong is left out and"
          + " reported",
      "with line, column and cause; the exit code is then 3. docs/match.md has the formats."
    },
    footer = {
      "",
      "Examples:",
      "  entraide match people.csv                                 introductions to the screen",
      "  entraide match people.csv -o out.csv --reasons why.csv    and why others have nobody",
      "  entraide match people.csv --pairs pairs.csv --certificate cert.json -o out.csv",
      "  entraide match people.csv --groups groups.csv             and what associations can do",
      "  entraide match people.csv --max-km 10 --bands 1,5,10 --checked-only childcare,pets",
      "  entraide match people.csv --policy coverage --no-alternatives"
    })
final class MatchCommand implements Callable<Integer> {

  private static final String DEFAULT_EFFORT = "0.1";

  private final Console console;

  @Parameters(paramLabel = "PEOPLE.csv", description = "Who needs and who offers help.")
  private @Nullable Path people;

  @Option(
      names = "--pairs",
      paramLabel = "PAIRS.csv",
      description = "Introductions that stand, pairs to keep apart, pairs to introduce.")
  private @Nullable Path pairs;

  @Option(
      names = "--groups",
      paramLabel = "GROUPS.csv",
      description = "How many people the helpers of a group help together at most.")
  private @Nullable Path groups;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.csv",
      defaultValue = Output.STANDARD,
      description = "Where the introductions go; standard output (-) if not given.")
  private String output = Output.STANDARD;

  @Option(
      names = "--reasons",
      paramLabel = "REASONS.csv",
      description = "Where to write why needs are still open.")
  private @Nullable String reasons;

  @Option(
      names = "--certificate",
      paramLabel = "CERT.json",
      description = "Where to write how good the result is, as JSON.")
  private @Nullable String certificate;

  @Option(
      names = "--no-alternatives",
      description = "Do not work out what other policies would change.")
  private boolean noAlternatives;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      defaultValue = DEFAULT_EFFORT,
      description =
          "How much each round may spend in search of a larger one: about so many seconds on a"
              + " small machine, counted in pairs looked at, so that the same files give the same"
              + " result; 0 for none; ${DEFAULT-VALUE} if not given.")
  private String effort = DEFAULT_EFFORT;

  @Mixin private MatchCommandSettings settings = new MatchCommandSettings();

  MatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, FileProblem {
    long start = SystemEdge.ticks().getAsLong();
    MatchSettings chosen = settings.settings();
    MatchOptions options = options();
    Output out = Output.of(output);
    Optional<Output> why = reasons == null ? Optional.empty() : Optional.of(Output.of(reasons));
    Optional<Output> proof =
        certificate == null ? Optional.empty() : Optional.of(Output.of(certificate));
    try (ProgressBar progress = ProgressBar.on(console)) {
      PeopleFile.PeopleResult read =
          InputFiles.read(
              given(people), progress, (name, in) -> PeopleFile.read(name, in, progress::println));
      PairsFile.PairsResult rules = rules(read, progress);
      GroupsFile.GroupsResult limits = limits(read, progress);
      Instance instance =
          new Instance(read.people(), rules.rules(), chosen, List.of(), limits.limits());
      MatchOutcome outcome = solve(instance, options, progress);
      progress.step("writing", 0, 1);
      out.write(to -> MatchingFiles.introductions(outcome.matching(), to), console.out());
      if (why.isPresent()) {
        why.get().write(to -> MatchingFiles.reasons(outcome.matching(), to), console.out());
      }
      Duration took = Duration.ofNanos(SystemEdge.ticks().getAsLong() - start);
      if (proof.isPresent()) {
        proof
            .get()
            .write(
                to -> to.append(CertificateFile.json(outcome.certificate(), took)), console.out());
      }
      StandardOutput.check(console);
      outcome.matching().refusedPins().forEach(pin -> progress.println(refused(pin)));
      summary(outcome.certificate(), took).forEach(progress::println);
      leftOut(people, read.rows(), read.bad(), progress);
      leftOut(pairs, rules.rows(), rules.bad(), progress);
      leftOut(groups, limits.rows(), limits.bad(), progress);
      return read.bad() + rules.bad() + limits.bad() > 0 ? ExitCode.PARTLY : ExitCode.OK;
    }
  }

  private MatchOptions options() {
    return new MatchOptions(
        settings.policy(),
        !noAlternatives,
        OptionNumbers.looks("--effort", effort),
        MatchOptions.WALK_SEED);
  }

  private static Path given(@Nullable Path file) {
    if (file == null) {
      throw new IllegalStateException("The command was not parsed.");
    }
    return file;
  }

  private PairsFile.PairsResult rules(PeopleFile.PeopleResult read, ProgressBar progress)
      throws FileProblem {
    return pairs == null
        ? new PairsFile.PairsResult(List.<PairRule>of(), 0, 0)
        : InputFiles.read(
            pairs,
            progress,
            (name, in) -> PairsFile.read(name, in, read.refs(), progress::println));
  }

  private GroupsFile.GroupsResult limits(PeopleFile.PeopleResult read, ProgressBar progress)
      throws FileProblem {
    return groups == null
        ? GroupsFile.GroupsResult.NONE
        : InputFiles.read(
            groups,
            progress,
            (name, in) -> GroupsFile.read(name, in, read.groups(), progress::println));
  }

  private static MatchOutcome solve(Instance instance, MatchOptions options, ProgressBar progress) {
    try {
      return new Matcher().solve(instance, options, progress);
    } catch (TooManyPeopleException e) {
      throw new UserError(ExitCode.USAGE, String.valueOf(e.getMessage()));
    } catch (UnstableMatchingException e) {
      throw new UserError(
          ExitCode.FAILURE, "a bug, and nothing is written: " + String.valueOf(e.getMessage()));
    }
  }

  private static String refused(RefusedPin pin) {
    String why =
        switch (pin.why()) {
          case UNKNOWN -> "a reference is nobody's";
          case SAME_PERSON -> "nobody is introduced to themselves";
          case AWAY -> "one of them does not take part";
          case KEPT_APART -> "they are to be kept apart";
          case ALREADY_INTRODUCED -> "they are introduced already";
          case NOTHING_OPEN -> "no need is open that it could cover";
        };
    return "pin of %s with %s refused: %s".formatted(pin.person(), pin.helper(), why);
  }

  private static List<String> summary(Certificate proof, Duration took) {
    String bound = proof.upperBound() == null ? "" : " (at most %d)".formatted(proof.upperBound());
    Double km = proof.distance().medianKm();
    String median = km == null ? "" : String.format(Locale.ROOT, ", %.1f km in the median", km);
    return List.of(
        String.format(
            Locale.ROOT,
            "%d people helped%s by %d introductions%s, %d blocking pairs, %.1f s",
            proof.peopleHelped(),
            bound,
            proof.introductions(),
            median,
            proof.blockingPairs(),
            took.toMillis() / 1e3));
  }

  private static void leftOut(@Nullable Path file, long rows, long bad, ProgressBar progress) {
    if (bad > 0) {
      progress.println("%s: %d of %d rows left out".formatted(file, bad, rows));
    }
  }
}

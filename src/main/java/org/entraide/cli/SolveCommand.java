package org.entraide.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.entraide.cli.argument.InputFiles;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.file.FileProblem;
import org.entraide.file.Output;
import org.entraide.match.core.LargestProof;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.TieWalk;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.LargestStable;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.MatchOptions;
import org.entraide.match.model.Policy;
import org.entraide.match.model.RoundReport;
import org.entraide.matchfile.CertificateFile;
import org.entraide.matchfile.HospitalsResidents;
import org.entraide.matchfile.InstanceFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entraide solve}. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Solves an abstract hospitals/residents instance with ties and groups.",
      "Prints a line \"resident hospital\" for each match, and a certificate on standard error:"
          + " the",
      "matching is weakly stable, and how large any could be. docs/match.md has the format."
    },
    footer = {
      "",
      "Examples:",
      "  entraide solve instance.txt",
      "  entraide solve instance.txt -o matching.txt --certificate cert.json",
      "  entraide solve instance.txt --effort 5                    look further for a larger"
          + " matching"
    })
final class SolveCommand implements Callable<Integer> {

  private static final String DEFAULT_EFFORT = "2";

  private final Console console;

  @Parameters(paramLabel = "INSTANCE", description = "The file with the instance.")
  private @Nullable Path instance;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      defaultValue = Output.STANDARD,
      description = "Where the matches go; standard output (-) if not given.")
  private String output = Output.STANDARD;

  @Option(
      names = "--certificate",
      paramLabel = "CERT.json",
      description = "Where the certificate goes too.")
  private @Nullable String certificate;

  @Option(
      names = "--effort",
      paramLabel = "EFFORT",
      defaultValue = DEFAULT_EFFORT,
      description =
          "How much may be spent in search of a larger matching: about so many seconds on a small"
              + " machine, counted in pairs looked at, so that the same file gives the same result;"
              + " 0 for none; ${DEFAULT-VALUE} if not given.")
  private String effort = DEFAULT_EFFORT;

  SolveCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, FileProblem {
    if (instance == null) {
      throw new IllegalStateException("The command was not parsed.");
    }
    long start = SystemEdge.ticks().getAsLong();
    long looks = OptionNumbers.looks("--effort", effort);
    Output out = Output.of(output);
    Optional<Output> proof =
        certificate == null ? Optional.empty() : Optional.of(Output.of(certificate));
    String json;
    try (ProgressBar progress = ProgressBar.on(console)) {
      HospitalsResidents read = InputFiles.read(instance, progress, InstanceFile::read);
      progress.step("matching", 0, 1);
      Preferences preferences = read.preferences();
      int[] matched = TieWalk.solve(preferences, looks, MatchOptions.WALK_SEED);
      progress.step("checking", 0, 1);
      Certificate checked = check(preferences, matched, looks);
      progress.step("writing", 0, 1);
      out.write(to -> read.write(matched, to), console.out());
      json =
          CertificateFile.json(checked, Duration.ofNanos(SystemEdge.ticks().getAsLong() - start));
      if (proof.isPresent()) {
        proof.get().write(to -> to.append(json), console.out());
      }
      StandardOutput.check(console);
    }
    console.err().print(json);
    console.err().flush();
    return ExitCode.OK;
  }

  private static Certificate check(Preferences preferences, int[] matched, long looks) {
    PairCertificate pairCertificate = PairCertificate.of(preferences, matched);
    if (pairCertificate.blockingPairs() != 0) {
      throw new UserError(
          ExitCode.FAILURE,
          "a bug, and nothing is written: %d pairs block the matching"
              .formatted(pairCertificate.blockingPairs()));
    }
    return new Certificate(
        pairCertificate.size(),
        pairCertificate.size(),
        pairCertificate.upperBound(),
        PairCertificate.bound(preferences),
        pairCertificate.blockingPairs(),
        List.of(
            new RoundReport(
                1,
                pairCertificate.size(),
                pairCertificate.blockingPairs(),
                LargestStable.of(
                    pairCertificate.size() == pairCertificate.upperBound()
                        || isProven(preferences, matched, looks)))),
        DistanceFigures.NONE,
        load(preferences, matched),
        preferences.residents(),
        preferences.hospitals(),
        Policy.STABLE,
        Map.of());
  }

  private static boolean isProven(Preferences preferences, int[] matched, long looks) {
    return TieWalk.isFor(preferences, looks) && LargestProof.isLargest(preferences, matched, looks);
  }

  private static LoadFigures load(Preferences preferences, int[] matched) {
    int[] residents = new int[preferences.hospitals()];
    for (int edge : matched) {
      if (edge >= 0) {
        residents[preferences.hospitalOf(edge)]++;
      }
    }
    return LoadFigures.of(
        IntStream.range(0, residents.length)
            .mapToDouble(h -> LoadFigures.load(residents[h], preferences.capacity[h])));
  }
}

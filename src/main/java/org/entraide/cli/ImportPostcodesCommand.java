package org.entraide.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.entraide.cli.argument.InputFiles;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.config.ConfigurationException;
import org.entraide.file.FileProblem;
import org.entraide.place.postcode.PostcodeDirectory;
import org.entraide.place.postcode.PostcodeImport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide import-postcodes}. */
@Command(
    name = "import-postcodes",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Teaches the geocoder the postcodes of a country from a file.",
      "It then knows a whole postcode to the houses that share it, without network. Reads ONSPD"
          + " and",
      "NSPL, OS Code-Point Open, and the postal codes of GeoNames, told apart by their columns. The"
          + " file",
      "may be zipped or gzipped, or a folder of files; - is standard input. A running daemon"
          + " notices the",
      "new file. A row that is wrong is left out and reported with line, column and cause; the exit"
          + " code",
      "is then 3. docs/places.md says where the files come from."
    },
    footer = {
      "",
      "Examples:",
      "  entraide import-postcodes ONSPD_FEB_2026_UK.csv",
      "  entraide import-postcodes codepo_gb.zip",
      "  entraide import-postcodes NL_full.csv.zip --state /var/lib/entraide",
      "  curl https://download.geonames.org/export/zip/BE.zip | entraide import-postcodes -"
    })
final class ImportPostcodesCommand implements Callable<Integer> {

  private final InstantSource clock;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(paramLabel = "FILE", description = "A file, a folder, or - for standard input.")
  private String file = "";

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "The state directory; else the configuration's, else ./state where there is none.")
  private @Nullable Path state;

  ImportPostcodesCommand(InstantSource clock, Console console) {
    this.clock = clock;
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, FileProblem, ConfigurationException {
    Path directory =
        PostcodeDirectory.within(
            state != null ? state : EntraideCommand.parsed(parent).stateDirectory());
    long start = SystemEdge.ticks().getAsLong();
    try (ProgressBar progress = ProgressBar.on(console)) {
      PostcodeImport job = new PostcodeImport(progress::println);
      read(job, progress);
      progress.step("writing", 0, 1);
      PostcodeImport.ImportResult result = job.write(directory, clock.instant());
      return tell(result, directory, (SystemEdge.ticks().getAsLong() - start) / 1e9, progress);
    }
  }

  private void read(PostcodeImport job, ProgressBar progress) throws IOException, FileProblem {
    if (file.equals(InputFiles.STANDARD)) {
      InputFiles.standard(
          (name, in) -> {
            job.read(name, in);
            return true;
          });
    } else if (Files.isDirectory(Path.of(file))) {
      folder(job, Path.of(file), progress);
    } else {
      InputFiles.read(
          Path.of(file),
          progress,
          (name, in) -> {
            job.read(name, in);
            return true;
          });
    }
  }

  private static void folder(PostcodeImport job, Path folder, ProgressBar progress)
      throws IOException, FileProblem {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files =
          all.filter(it -> PostcodeImport.isData(folder.relativize(it).toString()))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    for (Path one : files) {
      InputFiles.read(
          one,
          progress,
          (name, in) -> {
            job.readOneOfSeveral(name, in);
            return true;
          });
    }
    job.requireSomething(folder.toString());
  }

  private int tell(
      PostcodeImport.ImportResult result, Path directory, double seconds, ProgressBar progress) {
    for (PostcodeImport.Written it : result.written()) {
      String instead =
          it.replaced().isPresent() ? " (%,d before)".formatted(it.replaced().getAsInt()) : "";
      progress.println(
          String.format(
              Locale.ROOT,
              "%s: %,d postcodes%s from %s. %s.",
              it.country(),
              it.codes(),
              instead,
              it.source().title(),
              it.source().attribution()));
    }
    progress.println(
        String.format(
            Locale.ROOT,
            "%s: %,d rows read in %.1f s; left out: %,d out of use, %,d without a place, %,d"
                + " wrong%s",
            directory,
            result.rows(),
            seconds,
            result.terminated(),
            result.nowhere(),
            result.bad(),
            result.untold() > 0 ? " (of which %,d not told)".formatted(result.untold()) : ""));
    return result.bad() > 0 ? ExitCode.PARTLY : ExitCode.OK;
  }
}

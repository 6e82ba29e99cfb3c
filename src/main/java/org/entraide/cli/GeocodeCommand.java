package org.entraide.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.entraide.cli.argument.InputFiles;
import org.entraide.cli.argument.LanguageCode;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.ProgressBar;
import org.entraide.cli.shell.StandardOutput;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.file.CsvText;
import org.entraide.file.FileProblem;
import org.entraide.file.Output;
import org.entraide.file.RowCells;
import org.entraide.place.Geocoder;
import org.entraide.place.PlaceExplanation;
import org.entraide.place.PlaceQuery;
import org.entraide.placefile.BulkGeocoding;
import org.entraide.placefile.PlaceAnswer;
import org.entraide.placefile.PlaceQuestion;
import org.entraide.placefile.QuestionsFile;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code entraide geocode}. */
@Command(
    name = "geocode",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Finds places as people write them.",
      "Prints a line of JSON for each text: where it is, how precisely that is known, and how sure"
          + " it",
      "is; without a place, lat and lon are null. Uses the configured geocoder where there is a",
      "configuration, else the embedded one, which needs no network. With --csv it reads the"
          + " columns id,",
      "text and country of a file and writes the same fields as columns. Texts without a place are",
      "counted and no failure; a row that is wrong is left out and reported, and the exit code is"
          + " 3."
    },
    footer = {
      "",
      "Examples:",
      "  entraide geocode \"Londres, métro South Ken\" SW7 75015",
      "  entraide geocode Cambridge --country GB",
      "  entraide geocode --explain \"Cambridge\" --language en",
      "  entraide geocode --csv people.csv -o places.csv",
      "  cut -f3 answers.tsv | entraide geocode - | jq .name"
    })
public final class GeocodeCommand implements Callable<Integer> {

  private static final int BATCH = 1000;

  private final Source source;
  private final Console console;

  @ParentCommand private @Nullable EntraideCommand parent;

  @Parameters(
      paramLabel = "TEXT",
      arity = "0..*",
      description = "What somebody wrote; - for lines of standard input.")
  private List<String> texts = new ArrayList<>();

  @Option(
      names = "--csv",
      paramLabel = "IN",
      description = "A file with the columns id, text and, where wanted, country; - for stdin.")
  private @Nullable String csv;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description = "Where the rows of --csv go; standard output (-) if not given.")
  private @Nullable String output;

  @Option(
      names = "--country",
      paramLabel = "XX",
      description = "Where a text without a country is looked for, such as GB.")
  private String country = "";

  @Option(names = "--explain", description = "Print what was considered, and why one place won.")
  private boolean explain;

  @Option(
      names = "--language",
      converter = LanguageCode.class,
      paramLabel = "fr|en",
      description = "Of names and of --explain; the first campaign's if not given, else French.")
  private @Nullable String language;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Where imported postcodes are; else as for import-postcodes.")
  private @Nullable Path state;

  GeocodeCommand(Source source, Console console) {
    this.source = source;
    this.console = console;
  }

  @Override
  public Integer call() throws Exception {
    requireSense();
    Optional<Configuration> configuration = EntraideCommand.parsed(parent).configurationIfAny();
    Path directory = state != null ? state : EntraideCommand.parsed(parent).stateDirectory();
    // a directory that is not there is said before long work
    Output out = Output.of(output == null ? Output.STANDARD : output);
    Tools tools = source.open(configuration, directory);
    if (explain) {
      return explain(tools, language(configuration));
    }
    BulkGeocoding geocoding =
        new BulkGeocoding(tools.geocoder().speaking(language(configuration)), tools.parallel());
    int exitCode = csv != null ? file(csv, out, geocoding) : lines(geocoding);
    if (geocoding.unanswered() > 0) {
      console.err().println("%,d texts: no answer this time".formatted(geocoding.unanswered()));
      return ExitCode.PARTLY;
    }
    return exitCode;
  }

  private void requireSense() {
    if (csv != null && !texts.isEmpty()) {
      throw wrong("either texts or --csv, not both");
    }
    if (csv == null && texts.isEmpty()) {
      throw wrong("give a text, - for lines of standard input, or --csv FILE");
    }
    if (csv == null && output != null) {
      throw wrong("-o is for --csv; texts are answered on standard output");
    }
    if (csv != null && explain) {
      throw wrong("--explain is for texts, not for --csv");
    }
    country = country.strip().toUpperCase(Locale.ROOT);
    if (!country.isEmpty() && !PlaceQuestion.isCountry(country)) {
      String meant = country.equals("UK") ? "; did you mean GB?" : "";
      throw wrong("--country: \"" + country + "\" is no code of a country such as GB" + meant);
    }
  }

  private static UserError wrong(String what) {
    return new UserError(ExitCode.USAGE, "geocode: " + what);
  }

  private int lines(BulkGeocoding geocoding) throws IOException, FileProblem {
    eachText(text -> console.out().println(answer(geocoding, text).json()));
    StandardOutput.check(console);
    count(geocoding.found(), geocoding.notFound());
    return ExitCode.OK;
  }

  private PlaceAnswer answer(BulkGeocoding geocoding, String text) {
    return geocoding.of(List.of(PlaceQuestion.of("", text, "", country))).get(0);
  }

  private void eachText(java.util.function.Consumer<String> use) throws FileProblem {
    for (String text : texts) {
      if (text.equals(InputFiles.STANDARD)) {
        InputFiles.standard(
            (name, in) -> {
              BufferedReader reader =
                  new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
              for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                use.accept(line);
              }
              return true;
            });
      } else {
        use.accept(text);
      }
    }
  }

  private void count(long found, long notFound) {
    if (notFound > 0) {
      console.err().println("%,d of %,d texts not found".formatted(notFound, found + notFound));
    }
  }

  private int file(String in, Output out, BulkGeocoding geocoding) throws FileProblem {
    try (ProgressBar progress = ProgressBar.on(console)) {
      InputFiles.Reader<Integer> reader =
          (name, bytes) -> {
            QuestionsFile questions = new QuestionsFile(name, bytes, country, progress::println);
            out.write(to -> answer(questions, geocoding, new CsvText(to)), console.out());
            StandardOutput.check(console);
            progress.println(
                "%,d texts: %,d found, %,d not found"
                    .formatted(
                        geocoding.found() + geocoding.notFound() + geocoding.unanswered(),
                        geocoding.found(),
                        geocoding.notFound()));
            RowCells.Count count = questions.count();
            if (count.bad() > 0) {
              progress.println(
                  "%s: %d of %d rows left out".formatted(name, count.bad(), count.rows()));
            }
            return count.bad() > 0 ? ExitCode.PARTLY : ExitCode.OK;
          };
      return in.equals(InputFiles.STANDARD)
          ? InputFiles.standard(reader)
          : InputFiles.read(Path.of(in), progress, reader);
    }
  }

  private static void answer(QuestionsFile questions, BulkGeocoding geocoding, CsvText csv)
      throws IOException {
    PlaceAnswer.header(csv);
    for (List<PlaceQuestion> some = questions.next(BATCH);
        !some.isEmpty();
        some = questions.next(BATCH)) {
      for (PlaceAnswer answer : geocoding.of(some)) {
        answer.row(csv);
      }
    }
  }

  private String language(Optional<Configuration> configuration) {
    String campaigns =
        configuration
            .flatMap(c -> c.campaigns().stream().findFirst())
            .map(c -> c.language().getLanguage())
            .orElse("fr");
    return Optional.ofNullable(language).or(console.spoken()::requested).orElse(campaigns);
  }

  private int explain(Tools tools, String spoken) throws FileProblem {
    Texts words = Texts.of(spoken);
    eachText(
        text -> {
          PlaceQuery query = PlaceQuestion.of("", text, "", country).query();
          ExplainedPlace.lines(text, tools.explainer().explain(query, spoken), words)
              .forEach(console.out()::println);
        });
    StandardOutput.check(console);
    return ExitCode.OK;
  }

  /** Opens the geocoder. */
  @FunctionalInterface
  public interface Source {

    /**
     * Opens it.
     *
     * @param configuration empty for the embedded geocoder
     * @param stateDirectory where imported postcodes are
     */
    Tools open(Optional<Configuration> configuration, Path stateDirectory) throws Exception;
  }

  /**
   * What answers.
   *
   * @param parallel whether the geocoder may be asked several things at once
   */
  public record Tools(Geocoder geocoder, Explainer explainer, boolean parallel) {}

  /** Says what was considered. */
  @FunctionalInterface
  public interface Explainer {
    PlaceExplanation explain(PlaceQuery query, String language);
  }
}

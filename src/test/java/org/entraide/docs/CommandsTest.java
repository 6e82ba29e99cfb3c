package org.entraide.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.entraide.Main;
import org.entraide.build.Stories;
import org.entraide.cli.CliRun;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.sandbox.DaemonCommand;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command that a document shows is one, and those that can be run without Google do run. */
@Stories(few = 15)
class CommandsTest {

  /** These ask nobody and nothing but files. */
  private static final Set<String> OFFLINE =
      Set.of("match", "solve", "geocode", "letters", "completion");

  private static final Pattern REFERENCE = Pattern.compile("M-[0-9A-HJKMNP-TV-Z]{5}");

  private record Ended(int exitCode, String out, String err) {}

  @TempDir private Path directory;

  private static Ended run(List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true));
    int exitCode = Main.execute(console, words.toArray(String[]::new));
    return new Ended(exitCode, out.toString(), err.toString());
  }

  /** Each once, from the first page that shows it. */
  static Collection<ShownCommand> shown() throws IOException {
    Map<List<Object>, ShownCommand> once = new LinkedHashMap<>();
    Page.all().stream()
        .filter(page -> !page.file().toString().matches("CHANGELOG\\.md|RATIONALE\\.md"))
        .flatMap(page -> ShownCommand.of(page).stream())
        .forEach(shown -> once.putIfAbsent(List.of(shown.words(), shown.whole()), shown));
    return once.values();
  }

  /** Parsed by the real command line; what it would then do is replaced. */
  @ParameterizedTest
  @MethodSource("shown")
  void theCommandAndItsOptionsExist(ShownCommand command) {
    String complaint = complaint(command.words());
    assertThat(!command.whole() && complaint.contains("Missing required") ? "" : complaint)
        .isEmpty();
  }

  @Test
  void whatDoesNotExistIsNoticed() {
    assertThat(complaint(List.of("status", "--jsno"))).contains("--json");
    assertThat(complaint(List.of("statsu"))).contains("status");
    assertThat(complaint(List.of("explain", "7KQ47", "M-7KQ47"))).isNotEmpty();
    assertThat(complaint(List.of("status", "--json"))).isEmpty();
  }

  /** What the command line says of words that it does not understand; else nothing. */
  private static String complaint(List<String> shown) {
    List<String> words = new ArrayList<>(shown);
    words.replaceAll(word -> word.equals("-") ? "text" : word); // nothing stands on standard input
    if (!words.get(0).startsWith("--") && !words.contains("--config")) {
      words.addAll(List.of("--config", "target/there-is-none.toml"));
    }
    CliRun cli = new CliRun();
    cli.execute(words.toArray(String[]::new));
    return cli.err().contains("--help\".") ? cli.err() : "";
  }

  @Test
  void aLineOfAShellIsCutAsAShellDoes() {
    assertThat(ShownCommand.simple("cut -f3 a.tsv | entraide geocode \"Londres, SW7\" -   # lines"))
        .containsExactly(
            List.of("cut", "-f3", "a.tsv"), List.of("entraide", "geocode", "Londres, SW7", "-"));
  }

  static Stream<ShownCommand> offline() throws IOException {
    return shown().stream()
        .filter(command -> command.whole() && OFFLINE.contains(command.name()))
        .filter(command -> command.words().size() > 1 && !command.words().contains("-"))
        .filter(command -> !command.words().contains("INSTANCE"));
  }

  /** As shown, but with small files in place of those that it names. */
  @ParameterizedTest
  @MethodSource("offline")
  void whatNeedsNoOfficeRunsAsShown(ShownCommand command) throws Exception {
    List<String> words = new ArrayList<>();
    for (String word : command.words()) {
      words.add(word.matches("[\\w/-]+\\.(csv|txt|json)") ? file(command.name(), word) : word);
    }

    Ended ended = run(words);

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.OK);
  }

  private String file(String command, String name) throws IOException {
    Map<String, String> contents =
        Map.of(
            "match people.csv",
            """
            ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since
            A,51.5,-0.1,shopping,,,,,,
            B,51.5,-0.1,,shopping,,,,,
            """,
            "match pairs.csv",
            "person,helper,kind,needs\nA,B,pinned,\n",
            "match groups.csv",
            "group,capacity\nVoisins,3\n",
            "geocode people.csv",
            "id,text,country\n1,SW7,GB\n",
            "solve instance.txt",
            "1 1\n1: 1\n1: 1: 1\n");
    Path file = directory.resolve(name);
    String content = contents.get(command + " " + name);
    return content == null ? file.toString() : Files.writeString(file, content).toString();
  }

  /** In the order in which a reader of the administrator's page types them. */
  @Test
  void theWayToTheFirstDraftRunsAsShown() throws Exception {
    List<List<String>> shown =
        ShownCommand.of(Page.of("docs/administration.md")).stream()
            .map(ShownCommand::words)
            .toList();
    try (Sandbox office =
        Sandbox.open(
            new Sandbox.Options(0, 15, 1, directory),
            InstantSource.system(),
            System::nanoTime,
            new SplittableRandom(1),
            pause -> Thread.sleep(pause.toMillis()),
            (configuration, ahead, options) -> new DaemonCommand(List.of(), Map.of()))) {
      for (String line :
          List.of("doctor", "init londres", "run --once --dry-run", "run --once", "status")) {
        List<String> words = List.of(line.split(" "));
        assertThat(shown).as("what the page shows").contains(words);
        assertThat(against(office, words).exitCode()).as(line).isEqualTo(ExitCode.OK);
      }
      String introduction = anIntroduction(office);

      assertThat(against(office, List.of("explain", introduction)).out()).contains(introduction);
      assertThat(new ObjectMapper().readTree(against(office, List.of("status", "--json")).out()))
          .isNotEmpty();
    }
  }

  private static Ended against(Sandbox office, List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--config", office.configuration().toString()));
    return run(all);
  }

  private static String anIntroduction(Sandbox office) throws Exception {
    URI ledger =
        URI.create(
            office.root()
                + "office/sheets/"
                + SampleOffice.SPREADSHEET
                + "/rows?tab=Mises%20en%20relation");
    HttpResponse<String> rows =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(ledger).build(), HttpResponse.BodyHandlers.ofString());
    Matcher matcher = REFERENCE.matcher(rows.body());
    assertThat(matcher.find()).as("an introduction in the ledger").isTrue();
    return matcher.group();
  }
}

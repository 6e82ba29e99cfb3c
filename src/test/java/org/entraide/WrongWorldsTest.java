package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.WrongWorld.RIGHT;
import static org.entraide.WrongWorld.added;
import static org.entraide.WrongWorld.beside;
import static org.entraide.WrongWorld.credentials;
import static org.entraide.WrongWorld.encoded;
import static org.entraide.WrongWorld.garbled;
import static org.entraide.WrongWorld.told;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.entraide.cli.Console;
import org.entraide.cli.ExitCode;
import org.entraide.journal.SqliteJournal;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.FaultEffect;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Wrong configurations and environments, as whoever types a command meets them: the message says
 * where, what and what to do, the exit code tells scripts, and no stack trace is shown.
 */
@NullMarked
class WrongWorldsTest {

  private static final String LONDRES = "campaigns.londres.";
  private static final String MATCHING = "[campaigns.londres.matching]\n";
  private static final String KEY = "Create a key for the service account in the Google Cloud";

  private static final SampleOffice OFFICE = Surgery.office();

  @TempDir Path directory;

  static Stream<WrongWorld> worlds() {
    return Stream.of(
            keys(),
            types(),
            values(),
            places(),
            whole(),
            files(),
            credentialFiles(),
            state(),
            usage())
        .flatMap(all -> all);
  }

  private static Stream<WrongWorld> keys() {
    return Stream.of(
        added(
            "a key that nobody knows",
            "zzzzzzz = 1",
            LONDRES + "zzzzzzz",
            "unknown key",
            "valid here: categories,"),
        added(
            "a key with a slip of the pen",
            "langauge = \"fr\"",
            LONDRES + "langauge",
            "unknown key",
            "did you mean \"language\"?"),
        added(
            "a key with a hyphen",
            "max-waiting-drafts = 3",
            LONDRES + "max-waiting-drafts",
            "unknown key",
            "did you mean \"max_waiting_drafts\"?"),
        added(
            "a key under the wrong table",
            "max_km = 3",
            LONDRES + "max_km",
            "unknown key",
            "it belongs under [campaigns.londres.matching]"),
        told(
            "a table with a slip of the pen",
            "[geocode]\nprovider = \"ban\"\n" + RIGHT,
            "DIR/entraide.toml:1: geocode: ",
            "unknown key",
            "did you mean \"geocoder\"?"),
        added(
            "a field that nobody asks for",
            "[campaigns.londres.questions]\nneed = \"Besoin ?\"",
            LONDRES + "questions.need",
            "unknown key",
            "did you mean \"needs\"?"));
  }

  private static Stream<WrongWorld> types() {
    return Stream.of(
        added(
            "a number where a text is due",
            "poll = 30",
            LONDRES + "poll",
            "must be a text in quotes",
            "not the number 30"),
        added(
            "a text where a number is due",
            "max_waiting_drafts = \"100\"",
            LONDRES + "max_waiting_drafts",
            "must be a whole number, ",
            "without quotes"),
        added(
            "a text where yes or no is due",
            "consent_assumed = \"oui\"",
            LONDRES + "consent_assumed",
            "must be true or false, ",
            "without quotes"),
        added(
            "a text where a table is due",
            "matching = \"stable\"",
            LONDRES + "matching",
            "must be a table",
            "written [campaigns.londres.matching]"),
        added(
            "a delegate as a mere address in the list",
            "delegates = [\"a@example.org\"]",
            LONDRES + "delegates",
            "",
            "each begun with [[campaigns.londres.delegates]]"),
        added(
            "a decimal comma in quotes",
            MATCHING + "max_km = \"2,5\"",
            LONDRES + "matching.max_km",
            "must be a number",
            "without quotes"));
  }

  private static Stream<WrongWorld> values() {
    return Stream.of(
        added(
            "a time without its unit",
            "poll = \"30\"",
            LONDRES + "poll",
            "\"30\" has no unit",
            "write s, m, h, d or w"),
        added(
            "a unit spelled out",
            "poll = \"30 secondes\"",
            LONDRES + "poll",
            "\"30 secondes\"",
            "did you mean \"30s\"?"),
        added(
            "a unit that does not exist",
            "retention = \"3 lustres\"",
            LONDRES + "retention",
            "has no unit that is known",
            "s, m, h, d or w"),
        added(
            "a retention of an hour",
            "retention = \"1h\"",
            LONDRES + "retention",
            "not \"1h\"",
            ""),
        added(
            "a negative number",
            "max_waiting_drafts = -1",
            LONDRES + "max_waiting_drafts",
            "must be from 0 to 100000",
            "not -1"),
        added(
            "a number that is none",
            MATCHING + "max_km = nan",
            LONDRES + "matching.max_km",
            "must be more than 0",
            "at most 20040"),
        added(
            "a number beyond all bounds",
            "max_waiting_drafts = 99999999999999999999",
            LONDRES + "max_waiting_drafts",
            "must be from 0 to 100000",
            "not 99999999999999999999"),
        added(
            "a capacity of nobody",
            MATCHING + "capacity = 0",
            LONDRES + "matching.capacity",
            "must be from 1 to 100000",
            "not 0"),
        added(
            "distances that go back",
            MATCHING + "distance_bands_km = [1, 3, 2]",
            LONDRES + "matching.distance_bands_km",
            "must ascend",
            "2.0 comes after 3.0"),
        added(
            "a policy that does not exist",
            MATCHING + "policy = \"fair\"",
            LONDRES + "matching.policy",
            "\"fair\" is not known here",
            "write one of stable, coverage, best-fit"),
        added(
            "a category in another language",
            MATCHING + "checked_only = [\"courses\"]",
            LONDRES + "matching.checked_only",
            "\"courses\" is not known here",
            ""),
        added(
            "a language that is not spoken",
            "language = \"de\"",
            LONDRES + "language",
            "not \"de\"",
            ""),
        told(
            "the United Kingdom by its other letters",
            RIGHT.replace("\"GB\"", "\"UK\""),
            "DIR/entraide.toml:8: campaigns.londres.country: ",
            "\"UK\"",
            "did you mean \"GB\"?"),
        told(
            "a delegate who is no address",
            RIGHT.replace("delegue@example.org", "Mme la déléguée"),
            "DIR/entraide.toml:7: campaigns.londres.delegate: ",
            "is no e-mail address",
            ""),
        added(
            "an address of the web without its beginning",
            "privacy_url = \"example.org\"",
            LONDRES + "privacy_url",
            "is no web address",
            "write it whole, such as \"https://example.org/\""));
  }

  private static Stream<WrongWorld> places() {
    return Stream.of(
        told(
            "the link of the form where the sheet's is due",
            RIGHT.replace("1Sheet", "https://docs.google.com/forms/d/1abc/edit"),
            "DIR/entraide.toml:6: campaigns.londres.spreadsheet: ",
            "this is the link of a form",
            "open the spreadsheet that its answers land in"),
        told(
            "the link of a published copy",
            RIGHT.replace("1Sheet", "https://docs.google.com/spreadsheets/d/e/2PACX-1/pubhtml"),
            "DIR/entraide.toml:6: campaigns.londres.spreadsheet: ",
            "published copy",
            "copy the address that ends in /edit"),
        told(
            "an id that was shortened with dots",
            RIGHT.replace("1Sheet", "1AbC…"),
            "DIR/entraide.toml:6: campaigns.londres.spreadsheet: ",
            "holds no ID",
            "write the spreadsheet's address"),
        added(
            "the link at which people answer",
            "form = \"https://docs.google.com/forms/d/e/1FAIpQLSabc/viewform\"",
            LONDRES + "form",
            "this is the link that people answer at",
            "copy the address of that page"),
        added(
            "the link of the sheet where the form's is due",
            "form = \"https://docs.google.com/spreadsheets/d/1abc/edit\"",
            LONDRES + "form",
            "this is the link of a spreadsheet",
            "open the form itself"),
        added(
            "two campaigns with one sheet",
            "[campaigns.paris]\ndelegate = \"a@example.org\"\nspreadsheet = \"1Sheet\"",
            "campaigns.paris.spreadsheet",
            "is the campaign londres's already",
            ""),
        told(
            "a geocoder with a slip of the pen",
            "[geocoder]\nprovider = \"foton\"\n" + RIGHT,
            "DIR/entraide.toml:2: geocoder.provider: ",
            "\"foton\" is not known here",
            "did you mean \"photon\"?"),
        told(
            "metrics that anybody could read",
            "[metrics]\nlisten = \"0.0.0.0:9464\"\n" + RIGHT,
            "DIR/entraide.toml:2: metrics.listen: ",
            "whoever reaches it reads without a password",
            "write \"127.0.0.1:9464\""),
        told(
            "a port that does not exist",
            "[metrics]\nlisten = \"127.0.0.1:99999\"\n" + RIGHT,
            "DIR/entraide.toml:2: metrics.listen: ",
            "is no address to listen on",
            "write HOST:PORT such as \"127.0.0.1:9464\""),
        told(
            "a password in the journal's address",
            RIGHT.replace(
                "[state]\n", "[state]\njournal = \"jdbc:postgresql://db/x?password=hush\"\n"),
            "DIR/entraide.toml:4: state.journal: ",
            "must hold no password",
            "name that in journal_password_file"),
        told(
            "a path that begins with a tilde",
            RIGHT.replace("\"credentials.json\"", "\"~/credentials.json\""),
            "DIR/entraide.toml:2: google.credentials: ",
            "~ means nothing in a file",
            "write the whole path"),
        added(
                "a campaign whose name has a space",
                "[campaigns.\"la deuxième\"]\nspreadsheet = \"2\"\ndelegate = \"a@example.org\"",
                "",
                "",
                "")
            .placed(
                "DIR/entraide.toml:9: campaigns.\"la deuxième\": ",
                "the name of a campaign has letters, digits, - and _ only"));
  }

  private static Stream<WrongWorld> whole() {
    String nobody = "there is no campaign";
    String begin = "begin one with [campaigns.NAME]";
    return Stream.of(
        told("an empty file", "", "DIR/entraide.toml:1: campaigns: ", nobody, begin),
        told(
            "a file without a campaign",
            "[google]\ncredentials = \"c.json\"\n",
            "DIR/entraide.toml:1: campaigns: ",
            nobody,
            begin),
        told(
            "a campaign without a sheet",
            RIGHT.replace("spreadsheet = \"1Sheet\"\n", ""),
            "DIR/entraide.toml:5: campaigns.londres.spreadsheet: ",
            "missing",
            "it is the address of the sheet, https://docs.google.com/spreadsheets/d/…"),
        told(
            "a campaign without a delegate",
            RIGHT.replace("delegate = \"delegue@example.org\"\n", ""),
            "DIR/entraide.toml:5: campaigns.londres.delegate: ",
            "missing",
            "it is the e-mail address whose drafts get the introductions"),
        told(
            "nothing to sign in with",
            RIGHT.replace("credentials = \"credentials.json\"\n", ""),
            "DIR/entraide.toml:4: campaigns.londres.credentials: ",
            "missing",
            "neither this campaign nor [google] says which to use"),
        garbled(
            "a key twice",
            "country = \"IE\"",
            "Duplicate key",
            "is in line 8, too. Keep one of the two lines"),
        garbled(
            "a table twice",
            "[campaigns.londres]",
            "Table redefined",
            "is in line 5, too. Keep one"),
        garbled("a text without quotes", "tab = Réponses", "not TOML", "quotes are missing"),
        garbled("a quote that is never closed", "tab = \"Réponses", "not TOML", "quotes"),
        garbled(
            "a decimal comma",
            MATCHING + "max_km = 2,5",
            "not TOML",
            "decimal point: max_km = 2.5"),
        garbled(
            "quotes as a word processor writes them",
            "tab = “Réponses”",
            "not TOML",
            "straight quotes"),
        garbled(
            "a space as a web page has it",
            "tab\u00a0= \"Réponses\"",
            "not TOML",
            "a space that only looks like one"),
        encoded(
            "an accent in Windows' own encoding",
            RIGHT + "tab = \"Réponses\"\n",
            Charset.forName("windows-1252"),
            "DIR/entraide.toml:9: ",
            "is not in UTF-8",
            "save the file as UTF-8"),
        encoded(
            "a file as Notepad's Unicode has it",
            RIGHT,
            StandardCharsets.UTF_16,
            "DIR/entraide.toml:1: ",
            "is not in UTF-8",
            "save the file as UTF-8"));
  }

  private static Stream<WrongWorld> files() {
    return Stream.of(
        beside(
                "a configuration that is not there",
                d -> {},
                "entraide: ",
                "There is no file DIR/absent.toml",
                "")
            .when("status", "--config", "DIR/absent.toml"),
        beside(
                "a directory instead of the configuration",
                d -> {},
                "DIR: ",
                "is a directory",
                "name the file in it")
            .when("status", "--config", "DIR"),
        beside(
                "a configuration that the system cannot read",
                d -> {},
                "/proc/self/mem: ",
                "cannot be read (",
                "name a plain file")
            .when("status", "--config", "/proc/self/mem"),
        beside(
                "templates that are not there",
                d ->
                    Files.writeString(
                        d.resolve("entraide.toml"), RIGHT + "[letters]\ndirectory = \"lettres\"\n"),
                "DIR/entraide.toml:10: letters.directory: ",
                "",
                "")
            .when("status"),
        beside(
                "a slip in a template",
                d -> {
                  Files.writeString(
                      d.resolve("entraide.toml"), RIGHT + "[letters]\ndirectory = \"lettres\"\n");
                  Files.createDirectory(d.resolve("lettres"));
                  Files.writeString(
                      d.resolve("lettres/introduction.fr.mustache"), "Bonjour,\n{{nedes}}\n");
                },
                "DIR/lettres/introduction.fr.mustache:2:1: ",
                "unknown name \"nedes\"",
                "did you mean \"needs\"?")
            .when("status"));
  }

  private static Stream<WrongWorld> credentialFiles() {
    String account =
        "{\"type\": \"service_account\", \"client_email\": \"robot@example.org\","
            + " \"client_id\": \"1\", \"private_key_id\": \"k\"";
    return Stream.of(
        beside(
            "credentials that are not there",
            d -> {},
            "entraide: DIR/credentials.json: ",
            "there is no such file",
            KEY),
        beside(
            "a directory instead of credentials",
            d -> Files.createDirectory(d.resolve("credentials.json")),
            "entraide: DIR/credentials.json: ",
            "it cannot be read",
            "Check that it is a plain file"),
        credentials("credentials that are empty", "", "it is not a JSON object", KEY),
        credentials("credentials that were cut off", account, "it is not JSON", KEY),
        credentials("an API key instead of credentials", "AIzaSyEXAMPLE", "it is not JSON", KEY),
        credentials(
            "a person's token instead of credentials",
            "{\"type\": \"authorized_user\"}",
            "it holds the token of a person",
            KEY),
        credentials(
            "credentials of a federation",
            "{\"type\": \"external_account\"}",
            "it is not a service account",
            KEY),
        credentials(
            "credentials without their key", account + "}", "the key private_key is missing", KEY),
        credentials(
            "credentials whose key is garbled",
            account + ", \"private_key\": \"hush\"}",
            "the private key in it cannot be read",
            KEY),
        credentials(
            "an OAuth client of the web",
            "{\"web\": {\"client_id\": \"x\"}}",
            "of the type \"Web application\"",
            "Desktop app"),
        credentials(
            "an OAuth client, and nobody who signs in",
            "{\"installed\": {\"client_id\": \"x\", \"client_secret\": \"y\"}}",
            "nobody is named whose sign-in reads sheets and forms",
            "Write [google] account"));
  }

  private static Stream<WrongWorld> state() {
    return Stream.of(
        beside(
                "a file where the state directory is due",
                d -> Files.writeString(d.resolve("state"), ""),
                "entraide: DIR/state",
                "there is a file where a directory is due",
                "choose another directory under [state]")
            .ending(ExitCode.FAILURE),
        beside(
                "state of a newer version",
                d -> {
                  SqliteJournal.open(d.resolve("state")).close();
                  sql(d, "PRAGMA user_version = 99");
                },
                "entraide: DIR/state/journal.db: ",
                "a newer version of Entraide wrote the journal",
                "Run that newer version")
            .ending(ExitCode.FAILURE),
        beside(
                "a journal that is empty",
                d -> {
                  Files.createDirectory(d.resolve("state"));
                  Files.createFile(d.resolve("state/journal.db"));
                },
                "entraide: DIR/state/journal.db: ",
                "the journal is empty",
                "restore a backup")
            .ending(ExitCode.FAILURE),
        beside(
                "something else under the journal's name",
                d -> {
                  Files.createDirectory(d.resolve("state"));
                  Files.writeString(d.resolve("state/journal.db"), "Bonjour".repeat(1000));
                },
                "entraide: DIR/state/journal.db: ",
                "",
                "restore a backup")
            .ending(ExitCode.FAILURE),
        beside(
            "a database server, which this version cannot do",
            d ->
                Files.writeString(
                    d.resolve("entraide.toml"),
                    RIGHT.replace("[state]\n", "[state]\njournal = \"jdbc:postgresql://db/x\"\n")),
            "entraide: DIR/entraide.toml: [state] journal: ",
            "a database server is not in this version yet",
            "leave the line out"));
  }

  private static Stream<WrongWorld> usage() {
    return Stream.of(
        beside(
                "a command with a slip of the pen",
                d -> {},
                "entraide: ",
                "unknown command \"docter\"",
                "did you mean \"doctor\"?")
            .when("docter")
            .ending(ExitCode.USAGE),
        beside(
                "an option with a slip of the pen",
                d -> {},
                "entraide run: ",
                "unknown option \"--dry-rum\"",
                "did you mean \"--dry-run\"?")
            .when("run", "--dry-rum")
            .ending(ExitCode.USAGE),
        beside(
                "an option without its value",
                d -> {},
                "entraide init: ",
                "--wait",
                "entraide init --help")
            .when("init", "londres", "--wait", "--config", "DIR/entraide.toml")
            .ending(ExitCode.USAGE),
        beside(
                "a word where a number is due",
                d -> {},
                "entraide sandbox: ",
                "--port",
                "entraide sandbox --help")
            .when("sandbox", "--port", "http")
            .ending(ExitCode.USAGE),
        beside(
                "a campaign with a slip of the pen",
                d -> {},
                "entraide: ",
                "londre",
                "did you mean \"londres\"?")
            .when("init", "londre")
            .ending(ExitCode.USAGE),
        beside(
                "a reference that is none",
                d -> {},
                "entraide: ",
                "\"Mme-Dupont\" is no reference",
                "such as 7KQ47 or M-7KQ47")
            .when("explain", "Mme-Dupont")
            .ending(ExitCode.USAGE),
        beside(
                "a shell that is not served",
                d -> {},
                "entraide completion: ",
                "expected one of [bash, zsh]",
                "was 'fish'")
            .when("completion", "fish")
            .ending(ExitCode.USAGE),
        beside(
                "a file of people that is not there",
                d -> {},
                "entraide: ",
                "people.csv: there is no such file",
                "")
            .when("match", "DIR/people.csv")
            .ending(ExitCode.USAGE));
  }

  private static void sql(Path directory, String statement) {
    try (Connection c =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("state/journal.db"));
        Statement sql = c.createStatement()) {
      sql.execute(statement);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private record Said(int exitCode, String out, String err) {}

  private static Said entraide(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new Console(new PrintWriter(out), new PrintWriter(err)), words);
    return new Said(code, out.toString(), err.toString());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("worlds")
  void aWrongWorldIsToldWithPlaceCauseAndFix(WrongWorld world) {
    Said said = entraide(world.commandLine(directory));

    String here = directory.toString();
    assertThat(said.err().lines())
        .as("%s", said.err())
        .anyMatch(line -> line.startsWith(world.place().replace("DIR", here)));
    assertThat(said.err())
        .containsSubsequence(
            world.place().replace("DIR", here), world.cause().replace("DIR", here), world.fix());
    assertThat(said.exitCode()).as("%s", said.err()).isEqualTo(world.exitCode());
    assertThat(said.out()).isEmpty();
    assertThat(said.err()).doesNotContain("\tat ", "Exception", "a bug", "hush");
  }

  /**
   * A wrong world of Google's.
   *
   * @param says in this order, on standard error
   */
  private record Refused(
      String name, Consumer<Surgery> breaking, List<String> words, int exitCode, String... says) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Refused once(
      String name, Consumer<Surgery> breaking, int exitCode, String... says) {
    return new Refused(name, breaking, List.of("run", "--once"), exitCode, says);
  }

  static Stream<Refused> refused() {
    return Stream.of(
        once(
            "an API that is off",
            s -> s.fault("sheets.*", FaultEffect.SERVICE_DISABLED),
            ExitCode.SIGN_IN,
            "londres: ",
            "is not switched on in the Google Cloud project",
            "Enable it at https://console."),
        once(
            "a sheet that is not shared",
            s -> s.fault("sheets.*", FaultEffect.FORBIDDEN),
            ExitCode.SIGN_IN,
            "londres: ",
            "this account may not do it",
            "Share the spreadsheet with " + SampleOffice.ACCOUNT),
        once(
            "a sheet that is gone",
            s -> s.configure(SampleOffice.SPREADSHEET, "no-such-sheet"),
            ExitCode.CONFIGURATION,
            "londres: ",
            "it does not exist",
            "Check the id of the spreadsheet in the configuration"),
        once(
            "the key of another project",
            s -> s.write("credentials.json", Surgery.office().credentials(s.root())),
            ExitCode.SIGN_IN,
            "londres: ",
            "the key is not, or no longer, one of the service account's",
            "create a new key"),
        once(
            "a sign-in that was revoked",
            s -> {
              s.asPerson();
              s.accounts().revoke(SampleOffice.PERSON);
            },
            ExitCode.SIGN_IN,
            "londres: ",
            "the person's sign-in has ended",
            "bin/entraide auth login EMAIL"),
        once(
            "a sign-in that nobody ever made",
            s ->
                s.configure("\"credentials.json\"", "\"client.json\"\naccount = \"a@example.org\""),
            ExitCode.SIGN_IN,
            "londres: ",
            "nobody has signed in",
            "bin/entraide auth login EMAIL"),
        once(
            "a quota that is used up",
            s -> s.fault("sheets.*", FaultEffect.READ_QUOTA),
            ExitCode.TRY_AGAIN,
            "londres: ",
            "Google's quota is used up for now",
            "tried again at "),
        once(
            "an office that is closed",
            Surgery::officeCloses,
            ExitCode.UNREACHABLE,
            "londres: ",
            "no connection",
            "tried again later"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void whatGoogleRefusesIsToldWithCauseAndFix(Refused refused) {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      refused.breaking().accept(surgery);

      Surgery.Said said = surgery.entraide(refused.words().toArray(String[]::new));

      assertThat(said.out()).containsSubsequence(refused.says());
      assertThat(said.exitCode()).as("%s", said.out()).isEqualTo(refused.exitCode());
      assertThat(said.out()).doesNotContain("\tat ", "Exception", "a bug");
    }
  }

  @Test
  void aPortThatAnotherProgramHasIsToldBeforeAnythingIsAsked() throws IOException {
    try (Surgery surgery = new Surgery(directory, OFFICE);
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();
      surgery.configure("[state]\n", "[metrics]\nlisten = \"127.0.0.1:" + port + "\"\n[state]\n");
      surgery.sample.office().log().reset();

      Surgery.Said said = surgery.entraide("run");

      assertThat(said.exitCode()).isEqualTo(ExitCode.FAILURE);
      assertThat(said.out())
          .startsWith("entraide: " + directory.resolve("entraide.toml") + ": [metrics] listen: ")
          .containsSubsequence(
              "nothing can be served at 127.0.0.1, port " + port, "Stop the program that has")
          .doesNotContain("\tat ");
      assertThat(surgery.sample.office().log().counts()).isEmpty();
    }
  }

  /** What editors leave behind that is no mistake. */
  static Stream<WrongWorld> right() {
    return Stream.of(
        told("marked as UTF-8", "\ufeff" + RIGHT, "", "", ""),
        told("with the line ends of Windows", RIGHT.replace("\n", "\r\n"), "", "", ""),
        told("with tabs", RIGHT.replace(" = ", "\t=\t"), "", "", ""),
        told("with blanks around", "\n\n  " + RIGHT.replace("\n", "  \n"), "", "", ""),
        told("without a last line end", RIGHT.strip(), "", "", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("right")
  void whatOnlyLooksWrongIsReadAtAPathWithSpacesAndAccents(WrongWorld world) throws IOException {
    Path odd = Files.createDirectory(directory.resolve("l’entraide à Orléans (2)"));

    Said said = entraide(world.commandLine(odd));

    assertThat(said.err()).isEmpty();
    assertThat(said.exitCode()).isZero();
    assertThat(said.out()).contains("londres");
  }

  @Test
  void thereAreSixtyAtLeastAndEachHasItsOwnName() {
    List<String> names = worlds().map(WrongWorld::name).toList();

    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(75);
  }
}

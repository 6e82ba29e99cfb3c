package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entraide.cli.shell.ExitCode;
import org.entraide.place.GeoPoint;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceExplanation;
import org.entraide.place.PlaceQuery;
import org.entraide.place.Precision;
import org.entraide.text.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it replaces the standard input")
class GeocodeCommandTest {

  private static final String HEADER =
      "id,query,lat,lon,precision,uncertainty_km,country,confidence,name,provider\n";
  private static final String LONDON = "51.5085,-0.12574,city,12,GB,0.9,Londres,fake\n";

  private static final Place LONDRES =
      new Place(
          new GeoPoint(51.508_500_1, -0.125_741), Precision.CITY, 12, "Londres", "GB", 0.9, "fake");

  /** Knows London, and is down for one text. */
  private static final class Fake implements Geocoder {
    final List<PlaceQuery> asked = Collections.synchronizedList(new ArrayList<>());

    @Override
    public String name() {
      return "fake";
    }

    @Override
    public Located locate(PlaceQuery query) {
      asked.add(query);
      return switch (query.address()) {
        case "Londres" -> new Located.At(LONDRES);
        case "panne" -> new Located.NoAnswer(Message.plain("down"));
        default -> new Located.Unclear(Message.of("place.ask.unknown"));
      };
    }
  }

  @TempDir private Path directory;
  private final Fake geocoder = new Fake();
  private final CliRun cli = new CliRun();

  @BeforeEach
  void setUp() {
    cli.geocoding(
        (configuration, state) ->
            new GeocodeCommand.Tools(
                geocoder,
                (query, language) ->
                    new PlaceExplanation(
                        geocoder.locate(query),
                        List.of(
                            new PlaceExplanation.Candidate(
                                LONDRES, 3.5, true, List.of(Message.of("place.ask.town"))))),
                true));
  }

  private String file(byte[] content) throws IOException {
    return Files.write(directory.resolve("in.csv"), content).toString();
  }

  private String file(String content) throws IOException {
    return file(content.getBytes(StandardCharsets.UTF_8));
  }

  // ---- texts

  @Test
  void eachTextIsALineOfJsonInItsOrder() {
    assertThat(cli.execute("geocode", "Londres", "où \"ça\" ?")).isZero();

    assertThat(cli.out())
        .isEqualToIgnoringNewLines(
            "{\"query\":\"Londres\",\"lat\":51.5085,\"lon\":-0.12574,\"precision\":\"city\","
                + "\"uncertainty_km\":12.0,\"country\":\"GB\",\"confidence\":0.9,"
                + "\"name\":\"Londres\",\"provider\":\"fake\"}"
                + "{\"query\":\"où \\\"ça\\\" ?\",\"lat\":null,\"lon\":null,\"precision\":\"none\","
                + "\"uncertainty_km\":null,\"country\":null,\"confidence\":0.0,"
                + "\"name\":null,\"provider\":\"fake\"}");
    assertThat(cli.err()).isEqualToIgnoringNewLines("1 of 2 texts not found");
  }

  @Test
  void theCountryIsWhereATextIsLookedFor() {
    cli.execute("geocode", "Londres", "--country", "gb");

    assertThat(geocoder.asked).containsExactly(PlaceQuery.ofText("Londres", "GB"));
  }

  @Test
  void linesOfStandardInputAreTexts() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("Londres\n\nLondres".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(cli.execute("geocode", "-")).isZero();
    } finally {
      System.setIn(before);
    }

    assertThat(cli.out().lines()).hasSize(3);
    assertThat(geocoder.asked).hasSize(2); // the same one once
  }

  @Test
  void aServiceThatIsDownMakesItPartlyDone() {
    assertThat(cli.execute("geocode", "panne")).isEqualTo(ExitCode.PARTLY);
    assertThat(cli.out()).contains("\"precision\":\"none\"");
    assertThat(cli.err()).contains("no answer this time");
  }

  @Test
  void explainShowsCandidatesAndWhyOneWon() {
    assertThat(cli.execute("geocode", "--explain", "Londres", "--language", "en")).isZero();

    assertThat(cli.out())
        .contains("\"Londres\"")
        .contains("> 1. Londres (town, to within 12 km)")
        .contains("score 3.50")
        .contains("Only the country is given");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "geocode                              | give a text",
        "geocode Londres --csv x.csv          | either texts or --csv, not both",
        "geocode Londres -o x.csv             | -o is for --csv",
        "geocode --csv x.csv --explain        | --explain is for texts",
        "geocode Londres --country UK         | did you mean GB?",
        "geocode Londres --country Angleterre | \"ANGLETERRE\" is no code of a country",
        "geocode Londres --language de        | --language",
        "geocode --csv /no/such.csv           | there is no such file or directory",
        "geocode --csv .                      | it is a directory"
      })
  void wrongUsageIsSaidInWords(String command, String why) {
    assertThat(cli.execute(command.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains(why);
    assertThat(cli.out()).isEmpty();
  }

  // ---- files

  @Test
  void aFileIsAnsweredRowByRow() throws IOException {
    String in = file("country,id,text\nGB,a,Londres\n,\"b,1\",\"12 rue X\nParis\"\nFrance,c,\n");
    Path out = directory.resolve("out.csv");

    assertThat(cli.execute("geocode", "--csv", in, "-o", out.toString())).isZero();

    assertThat(Files.readString(out))
        .isEqualTo(
            HEADER
                + "a,Londres,"
                + LONDON
                + "\"b,1\",\"12 rue X\nParis\",,,none,,,0,,fake\n"
                + "c,,,,none,,,0,,fake\n");
    assertThat(cli.err()).contains("3 texts: 1 found, 2 not found");
    assertThat(geocoder.asked)
        .contains(PlaceQuery.ofText("Londres", "GB"), new PlaceQuery("", "", "", "France", ""));
  }

  @Test
  void theOutputMayTakeTheInputsPlace() throws IOException {
    String in = file("id,text,country\na,Londres,\n");

    assertThat(cli.execute("geocode", "--csv", in, "-o", in)).isZero();

    assertThat(Files.readString(Path.of(in))).isEqualTo(HEADER + "a,Londres," + LONDON);
  }

  @Test
  void thousandsKeepTheirOrder() throws IOException {
    StringBuilder rows = new StringBuilder("id,text,country\n");
    for (int i = 0; i < 3500; i++) {
      rows.append(i).append(i % 3 == 0 ? ",Londres,\n" : ",x" + i + ",\n");
    }

    assertThat(cli.execute("geocode", "--csv", file(rows.toString()))).isZero();

    List<String> lines = cli.out().lines().toList();
    for (int i = 0; i < 3500; i++) {
      assertThat(lines.get(i + 1)).startsWith(i + (i % 3 == 0 ? ",Londres,51" : ",x" + i + ",,"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | 1:1: the file is empty; its first line must be id,text",
        "'id,place\na,b\n'           | 1:1: there is no column \"text\"; not known: \"place\"",
        "'id;text;country\na;b;c\n'  | columns are separated by commas",
        "'id,text,id\na,b,c\n'       | 1:9: column \"id\" is there twice",
        "'\"id,text\na,b\n'          | 1:1: the quote that opens here is never closed"
      })
  void aFileThatIsNoneIsRefused(String content, String why) throws IOException {
    assertThat(cli.execute("geocode", "--csv", file(content))).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err().lines()).singleElement().asString().contains(why);
    assertThat(cli.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'b'                   | 2:1: 1 cells where the first line has at least 2 columns",
        "',Paris,'             | 2:1: id: it is empty",
        "'b,Par\"is,'          | 2:6: a quote inside a cell that does not begin with one",
        "'b,\"Paris\"x,'       | 2:10: something after a closing quote",
        "'b,Paris,FR,x'        | 2:12: \"x\" is beyond the 3 columns of the first line",
        "'b,Pa\u0000ris,'      | 2:3: text: \"Pa\\u0000ris\" holds a control character",
        "'b,Paris,F\u0007R'    | 2:9: country: \"F\\u0007R\" holds a control character"
      })
  void aBadRowIsLeftOutAndTold(String row, String finding) throws IOException {
    String in = file("id,text,country\n" + row + "\na,Londres,\n");

    assertThat(cli.execute("geocode", "--csv", in)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.out()).isEqualTo(HEADER + "a,Londres," + LONDON);
    assertThat(cli.err()).contains(in + ":" + finding).contains("1 of 2 rows left out");
  }

  @Test
  void whatIsNotUtf8IsLeftOut() throws IOException {
    String in = file("id,text,country\nb,Orl\u00e9ans,\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(cli.execute("geocode", "--csv", in)).isEqualTo(ExitCode.PARTLY);
    assertThat(cli.err()).contains("2:3: text:").contains("is not UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "@SUM(A1)", "a\tb", "🙂", "\u202e"})
  void anyTextComesOutAsItWentIn(String text) throws IOException {
    cli.execute("geocode", "--csv", file("id,text,country\na,\"" + text + "\",\n"));

    assertThat(cli.out()).contains("a," + text + ",,,none");
  }
}

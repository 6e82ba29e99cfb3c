package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.cli.shell.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong in a file is told with line, column and cause, and ends in an exit code. */
@Stories(few = 30)
class MalformedFilesTest {

  private static final String HEADER =
      "ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since,uncertainty_km,checked\n";

  /** Two good people around the bad one: they are matched whatever stands between them. */
  private static final String NEEDS = "A,51.5,-0.1,shopping,,,,,,,,\n";

  private static final String HELPS = "B,51.5,-0.1,,shopping,,,,,,,\n";

  @TempDir private Path directory;
  private final CliRun cli = new CliRun();

  private String file(String name, byte[] content) throws IOException {
    return Files.write(directory.resolve(name), content).toString();
  }

  private String file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static Arguments row(String row, String finding) {
    return Arguments.of(row.getBytes(StandardCharsets.UTF_8), finding);
  }

  static Stream<Arguments> badRows() {
    return Stream.of(
        row(",51,0,shopping,,,,,,,,", "3:1: ref: it is empty"),
        row("A,51,0,shopping,,,,,,,,", "3:1: ref: another row has the same"),
        row("C\u0000D,51,0,,,,,,,,,", "3:1: ref: \"C\\u0000D\" holds a control character"),
        row("\"C\nD\",51,0,,,,,,,,,", "3:1: ref: \"C\\u000aD\" holds a control character"),
        row("C,95,0,shopping,,,,,,,,", "3:3: lat: \"95\" is not between -90 and 90"),
        row("C,-90.001,0,,,,,,,,,", "3:3: lat: \"-90.001\" is not between -90 and 90"),
        row("C,51,180.5,,,,,,,,,", "3:6: lon: \"180.5\" is not between -180 and 180"),
        row("C,NaN,0,,,,,,,,,", "3:3: lat: \"NaN\" is not a number"),
        row("C,51,Infinity,,,,,,,,,", "3:6: lon: \"Infinity\" is not a number"),
        row("C,\"51,5\",0,,,,,,,,,", "3:3: lat: \"51,5\" is not a number"),
        row("C,0x1p3,0,,,,,,,,,", "3:3: lat: \"0x1p3\" is not a number"),
        row("C,51d,0,,,,,,,,,", "3:3: lat: \"51d\" is not a number"),
        row("C,1e999,0,,,,,,,,,", "3:3: lat: \"1e999\" is not a number"),
        row("C,-,0,,,,,,,,,", "3:3: lat: \"-\" is not a number"),
        row("C,51,,,,,,,,,,", "3:6: lon: half a place: it is empty and the other is not"),
        row("C,,0,,,,,,,,,", "3:3: lat: half a place: it is empty and the other is not"),
        row("C,51,0,shoping,,,,,,,,", "3:8: needs: \"shoping\" is not a category; did you mean"),
        row("C,51,0,shopping;x,,,,,,,,", "3:8: needs: \"x\" is not a category"),
        row("C,51,0,,Shopping,,,,,,,", "3:9: offers: \"Shopping\" is not a category"),
        row("C,51,0,,,-1,,,,,,", "3:10: capacity: \"-1\" is negative"),
        row("C,51,0,,,2.5,,,,,,", "3:10: capacity: \"2.5\" is not a whole number"),
        row("C,51,0,,,9999999999,,,,,,", "3:10: capacity: \"9999999999\" is too large"),
        row(
            "C,51,0,,,99999999999999999999999,,,,,,",
            "3:10: capacity: \"99999999999999999999999\""),
        row("C,51,0,,,,-3,,,,,", "3:11: radius_km: \"-3\" is negative"),
        row("C,51,0,,,,near,,,,,", "3:11: radius_km: \"near\" is not a number"),
        row("C,51,0,,,,,,high,,,", "3:13: priority: \"high\" is not a whole number"),
        row("C,51,0,,,,,,-9999999999,,,", "3:13: priority: \"-9999999999\" is too small"),
        row("C,51,0,,,,,,,2020-13-01,,", "3:14: since: \"2020-13-01\" is no day of the calendar"),
        row("C,51,0,,,,,,,2021-02-29,,", "3:14: since: \"2021-02-29\" is no day of the calendar"),
        row("C,51,0,,,,,,,23/03/2020,,", "3:14: since: \"23/03/2020\" is not a day such as 2020-"),
        row("C,51,0,,,,,,,,-1,", "3:15: uncertainty_km: \"-1\" is negative"),
        row("C,51,0,,,,,,,,,maybe", "3:16: checked: \"maybe\" is neither yes nor no"),
        row("C,51,0", "3:1: 3 cells where the first line has at least 10 columns"),
        row("C,51,0,,,,,,,,,yes,more", "3:20: \"more\" is beyond the 12 columns"),
        row("C,5\"1,0,,,,,,,,,", "3:4: a quote inside a cell that does not begin with one"),
        row("C,\"51\"1,0,,,,,,,,,", "3:7: something after a closing quote"),
        row("Évelyne,95,0,,,,,,,,,", "3:9: lat: \"95\""),
        Arguments.of(bytes("C", 0xFF, "D,51,0,,,,,,,,,"), "3:1: ref: \"C\uFFFDD\" is not UTF-8"),
        row("x".repeat(2_000_000) + ",51,0,,,,,,,,,", "the row is longer than 1048576 bytes"),
        row("\u001b[31m,95,0,,,,,,,,,", "3:1: ref: \"\\u001b[31m\" holds a control character"));
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer b) {
        all.write(b);
      } else {
        all.writeBytes(part.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("badRows")
  void aBadRowIsToldAndLeftOutAndStopsNothing(byte[] row, String finding) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes(HEADER, NEEDS));
    all.writeBytes(row);
    all.writeBytes(bytes("\n", HELPS));
    String people = file("people.csv", all.toByteArray());

    assertThat(cli.execute("match", people)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.err().lines()).anyMatch(l -> l.startsWith(people + ":") && l.contains(finding));
    assertThat(cli.err()).contains(people + ": 1 of 3 rows left out").doesNotContain("\tat ");
    assertThat(cli.out()).isEqualTo("person,helper,needs,distance_km,round\nA,B,shopping,0.00,1\n");
  }

  @Test
  void everyBadCellOfARowIsTold() throws IOException {
    String people = file("people.csv", HEADER + "C,95,200,x,,-1,,,,,,\n");

    assertThat(cli.execute("match", people)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.err().lines().filter(l -> l.startsWith(people + ":2:"))).hasSize(4);
  }

  @Test
  void aQuoteThatIsNeverClosedSaysHowMuchItTakesAlong() throws IOException {
    String people = file("people.csv", HEADER + NEEDS + HELPS + "\"C,1\n" + "D\n".repeat(7));

    assertThat(cli.execute("match", people)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.err())
        .contains(":4:1: the quote that opens here is never closed; all up to line 12 is left out");
    assertThat(cli.out()).contains("A,B,");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A,Z,pinned,          | 3:3: helper: "Z" is nobody's reference among the people read
          Z,B,standing,        | 3:1: person: "Z" is nobody's reference among the people read
          A,,standing,         | 3:3: helper: it is empty
          A,A,pinned,          | 3:3: helper: the same as the person
          A,B,forbiden,        | 3:5: kind: "forbiden" is none of standing, forbidden, pinned
          A,B,,                | 3:5: kind: it is empty
          A,B,standing,food    | 3:14: needs: "food" is not a category
          A,B                  | 3:1: 2 cells where the first line has at least 3 columns
          """)
  void aBadPairIsToldAndLeftOut(String row, String finding) throws IOException {
    String people = file("people.csv", HEADER + NEEDS + HELPS);
    String pairs = file("pairs.csv", "person,helper,kind,needs\nB,A,forbidden,\n" + row + "\n");

    assertThat(cli.execute("match", people, "--pairs", pairs)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.err().lines()).anyMatch(l -> l.startsWith(pairs + ":" + finding));
    assertThat(cli.err()).contains(pairs + ": 1 of 2 rows left out").doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Voisins,-1     | 3:9: capacity: "-1" is negative
          Voisins,many   | 3:9: capacity: "many" is not a whole number
          ,3             | 3:1: group: it is empty
          Croix-Rouge,3  | 3:1: group: another row has the same
          Voisins        | 3:1: 1 cells where the first line has at least 2 columns
          """)
  void aBadGroupIsReportedAndLeftOut(String row, String finding) throws IOException {
    String people =
        file(
            "people.csv",
            HEADER.replace("checked", "checked,group")
                + NEEDS
                + HELPS.replace(",\n", ",,Croix-Rouge\n"));
    String groups = file("groups.csv", "group,capacity\nCroix-Rouge,1\n" + row + "\n");

    assertThat(cli.execute("match", people, "--groups", groups)).isEqualTo(ExitCode.PARTLY);

    assertThat(cli.err().lines()).anyMatch(l -> l.startsWith(groups + ":" + finding));
    assertThat(cli.err()).contains(groups + ": 1 of 2 rows left out").doesNotContain("\tat ");
    assertThat(cli.out()).contains("A,B,shopping");
  }

  static Stream<Arguments> unusable() {
    return Stream.of(
        row("", ":1:1: the file is empty; its first line must be ref,lat,lon,"),
        row("\uFEFF", ":1:1: the file is empty"),
        row("\n\n", ":1:1: the file is empty"),
        row("ref,lat\nA,1\n", ":1:1: there are no columns \"lon\", \"needs\""),
        row(
            HEADER.replace("radius_km", "raduis_km"),
            ":1:1: there is no column \"radius_km\"; not known: \"raduis_km\""),
        row(HEADER.replace("lon", "lat"), ":1:9: column \"lat\" is there twice"),
        row(HEADER.replace(",", ";"), "columns are separated by commas"),
        row("\"ref,lat\nA", ":1:1: the quote that opens here is never closed; all up to line 2"),
        row("x".repeat(10_000_000), "the row is longer than 1048576 bytes"),
        Arguments.of(
            HEADER.getBytes(StandardCharsets.UTF_16),
            ":1:1: this is UTF-16; save the file as UTF-8"));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void whatIsNoSuchFileIsOneLineAndExitCodeTwo(byte[] content, String finding) throws IOException {
    String people = file("people.csv", content);

    assertThat(cli.execute("match", people)).isEqualTo(ExitCode.USAGE);

    assertThat(cli.err().lines()).singleElement().asString().startsWith(people).contains(finding);
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsOneLineAndExitCodeTwo() {
    String absent = directory.resolve("absent.csv").toString();

    assertThat(cli.execute("match", absent)).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err())
        .isEqualToIgnoringNewLines("entraide: " + absent + ": there is no such file or directory");
  }

  @Test
  void aDirectoryIsNoFile() {
    assertThat(cli.execute("solve", directory.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err().lines()).singleElement().asString().contains(directory.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``                                 | 1:1: the file is empty
          # nothing                          | 1:10: the file is empty
          x                                  | 1:1: "x" has no meaning here
          2                                  | 1:2: here must stand how many hospitals there are
          1 1 1                              | 1:5: nothing may follow the numbers of residents
          -1 1                               | 1:1: a number must not be negative
          1 99999999999                      | 1:3: the number is larger than 2147483647
          1 1~1: 1~                          | 3:1: the file ends after 0 of 1 hospitals
          2 1~1: 1~                          | 3:1: the file ends after 1 of 2 residents
          1 1~1 1~1: 1: 1                    | 2:3: a colon must follow the number of a resident
          1 1~1: (1~1: 1: 1                  | 2:6: the tie is not closed
          1 1~1: ((1))~1: 1: 1               | 2:5: a tie within a tie
          1 1~1: 1)~1: 1: 1                  | 2:5: this closes no tie
          1 1~1: ()~1: 1: 1                  | 2:5: an empty tie
          1 1~1: 2~1: 1: 1                   | 2:4: there is no hospital 2
          1 1~1: 1 1~1: 1: 1                 | 2:6: hospital 1 is in this list twice
          1 1~1: 1~1: 1: 2                   | 3:7: there is no resident 2
          1 1~1: 1~1: 1: 1 # one~1: 1: 1     | 4:1: there are more lines than 1 residents and 1 hosp
          1 1~1: 1~1: 1: (1 1)               | 3:10: resident 1 is in this list twice
          2 1~1: 1~1: 1~1: 1: 1              | 3:1: resident 1 comes after 1: numbers must increase
          2 1~2: 1~1: 1~1: 1: 1              | 3:1: resident 1 comes after 2: numbers must increase
          1 1~0: 1~1: 1: 1                   | 2:1: a resident must have a positive number
          1 1~1: 0~1: 1: 1                   | 2:4: the number of a hospital must be positive
          1 1~1: 1~1: -1: 1                  | 3:4: a number must not be negative
          1 1~1: 1~1: NaN: 1                 | 3:4: "N" has no meaning here
          1 1~1: 1~1: 1                      | 3:5: a colon must follow the capacity
          1 1~1: 1~1: : 1                    | 3:4: here must stand the capacity of the hospital
          1 1~1: 1: 1~1: 1: 1                | 2:5: a colon within a list
          1 1~1: 1,1~1: 1: 1                 | 2:5: "," has no meaning here
          1 1~1: 1.5~1: 1: 1                 | 2:5: "." has no meaning here
          1 1~1: 1 group~1: 1: 1             | 2:6: "group" within a list
          1 1~1: 1~group 1: 1 : 1            | 3:1: here must stand the number of a hospital
          1 1~1: é~1: 1: 1                   | 2:4: the byte 0xc3 has no meaning here
          """)
  void aMalformedInstanceIsOneLineAndExitCodeTwo(String content, String finding)
      throws IOException {
    String instance = file("instance.txt", content.replace('~', '\n'));

    assertThat(cli.execute("solve", instance)).isEqualTo(ExitCode.USAGE);

    assertThat(cli.err().lines()).singleElement().asString().startsWith(instance + ":" + finding);
    assertThat(cli.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          group                          | 6:6: here must stand the capacity of the group
          group -1: 1 : (1 2)            | 6:7: a number must not be negative
          group 1 1 : (1 2)              | 6:9: a colon must follow the capacity of the group
          group 1: 1                     | 6:11: a colon must follow the hospitals of the group
          group 1: (1 2) : (1 2)         | 6:10: a colon must follow the hospitals of the group
          group 1: 3 : 1                 | 6:10: there is no hospital 3
          group 1: 1 1 : (1 2)           | 6:12: hospital 1 is in this group twice
          group 1: 1 : (1 2)~group 1: 1 :| 7:10: hospital 1 is in another group already
          group 1: 1 : 3                 | 6:14: there is no resident 3
          group 1: 1 : 1 2 1             | 6:18: resident 1 is in this list twice
          group 1: 1 : (1 2              | 6:18: the tie is not closed
          group 1: 1 : 1 : 2             | 6:16: a colon within a list
          group 1: 2 1 : 1               | 6:12: hospital 1 lists resident 2, whom its group does not
          group 1: 2 1 : 1 2             | 6:12: hospital 1 does not rank resident 2 and the one bef
          group 1: 1 : (1 2) group 1: 2 :| 6:20: "group" within a list
          grope 1: 1 : (1 2)             | 6:1: "g" has no meaning here
          Group 1: 1 : (1 2)             | 6:1: "G" has no meaning here
          group 1: 1 : (1 2)~3: 1: 1     | 7:1: there are more lines than 2 residents and 2 hospitals
          """)
  void aMalformedGroupIsOneLineAndExitCodeTwo(String groups, String finding) throws IOException {
    String before = "2 2\n1: 1 2\n2: 1\n1: 1: (1 2)\n2: 1: 1\n";
    String instance = file("instance.txt", before + groups.replace('~', '\n') + "\n");

    assertThat(cli.execute("solve", instance)).isEqualTo(ExitCode.USAGE);

    assertThat(cli.err().lines()).singleElement().asString().startsWith(instance + ":" + finding);
    assertThat(cli.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"solve", "match"})
  void anEffortIsANumberThatIsNotNegativeAndEnds(String command) throws IOException {
    String input = file("input", command.equals("solve") ? "0 0\n" : HEADER);
    Map<String, String> answers =
        Map.of(
            "much", "--effort: \"much\" is not a number",
            "NaN", "--effort: \"NaN\" is not a number",
            "-1", "--effort must not be negative, but is -1",
            "Infinity", "--effort must end some time, but is Infinity");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      CliRun run = new CliRun();

      assertThat(run.execute(command, input, "--effort=" + answer.getKey()))
          .isEqualTo(ExitCode.USAGE);

      assertThat(run.err()).contains(answer.getValue()).doesNotContain("\tat ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --max-km x              | --max-km: "x" is not a number
          --max-km NaN            | --max-km: "NaN" is not a number
          --max-km=-1             | --max-km must not be negative, but is -1
          --max-uncertainty-km=-1 | --max-uncertainty-km must not be negative
          --bands 3,2             | --bands must be few numbers that increase from 0 on, not 3,2
          --bands 1,x             | --bands: "x" is not a number
          --policy stabel         | none of stable, coverage, best-fit; did you mean "stable"?
          --checked-only pet      | "pet" is none of shopping,
          --pair x                | unknown option "--pair"
          --groups absent.csv     | absent.csv: there is no such file or directory
          -o absent/out.csv       | there is no such file or directory
          """)
  void wrongOptionsAreTold(String options, String answer) throws IOException {
    String people = file("people.csv", HEADER + NEEDS);
    String[] args = ("match " + people + " " + options.strip()).split(" ");

    assertThat(cli.execute(args)).isIn(ExitCode.USAGE, ExitCode.FAILURE);
    assertThat(cli.err()).contains(answer).doesNotContain("\tat ");
    assertThat(cli.out()).isEmpty();
  }
}

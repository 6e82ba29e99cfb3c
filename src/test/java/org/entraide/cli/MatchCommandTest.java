package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.entraide.cli.shell.ExitCode;
import org.entraide.people.word.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchCommandTest {

  private static final String HEADER =
      "ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since,uncertainty_km,checked";

  private static final String PEOPLE =
      HEADER
          + """

          P1,51.5000,-0.1000,shopping;conversation,,,,fr,2,2020-03-23,,
          P2,51.5010,-0.1000,shopping,,,,fr,0,2020-03-23,,
          P3,51.5020,-0.1000,pets;other,,,,,0,,,
          P4,,,moral_support,,,,en,0,2020-04-01,,
          P5,51.9000,-0.1000,shopping,,,,,0,,,
          P6,51.5000,-0.1000,childcare,,,,,0,,,
          P7,51.5000,-0.1000,medicines,,,,,0,,20,
          P8,51.5000,-0.1000,shopping,,,,de,0,,,
          H1,51.5100,-0.1000,,shopping;conversation,1,,fr;en,,,,
          H2,51.5200,-0.1000,,shopping,1,,fr,,,,
          H3,,,,moral_support,2,,,,,,
          H4,51.5000,-0.1000,,childcare;medicines,2,,,,,,no
          """;

  private static final String PAIRS =
      """
      person,helper,kind,needs
      P3,H3,pinned,
      P1,H2,forbidden,
      """;

  private static final List<String> CATEGORIES =
      EnumSet.allOf(Category.class).stream().map(Category::key).toList();

  @TempDir private Path directory;

  private String file(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content).toString();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private String text(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  /**
   * B and F are as near to E, who is helped first. C can have B or D, further away, and A can have
   * F alone. Without a search E has F, C has B, and A has nobody.
   */
  @ParameterizedTest
  @CsvSource({"0, 2", "0.01, 3", "0.1, 3"})
  void howFarIsLookedForMorePeopleHelpedIsGiven(String effort, int helped) throws IOException {
    String people =
        """
        ref,lat,lon,needs,offers,capacity,radius_km,languages,priority,since
        E,51.0045,0,shopping,,,,,1,
        C,50.9964,0,shopping,,,,,,
        A,51.0135,0,shopping,,,,,,
        B,51,0,,shopping,1,0.6,,,
        F,51.009,0,,shopping,1,0.6,,,
        D,50.973,0,,shopping,1,3,,,
        """;
    CliRun cli = new CliRun();

    int code = cli.execute("match", file("people.csv", people), "--effort", effort);

    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.out().lines().skip(1)).hasSize(helped);
  }

  @Test
  void aSmallCampaignComesOutAsTheContractSays() throws IOException {
    CliRun cli = new CliRun();

    int code =
        cli.execute(
            "match",
            file("people.csv", PEOPLE),
            "--pairs",
            file("pairs.csv", PAIRS),
            "-o",
            path("out.csv"),
            "--reasons",
            path("why.csv"),
            "--certificate",
            path("cert.json"),
            "--no-alternatives");

    assertThat(code).as(cli.err()).isZero();
    assertThat(cli.out()).isEmpty();
    assertThat(text("out.csv"))
        .isEqualTo(
            """
            person,helper,needs,distance_km,round
            P1,H1,conversation;shopping,1.11,1
            P2,H2,shopping,2.11,1
            P3,H3,other;pets,,0
            P4,H3,moral_support,,1
            """);
    assertThat(text("why.csv"))
        .isEqualTo(
            """
            person,needs,reason,detail
            P5,shopping,too_far,helpers=2;nearest_km=42.25;limit_km=5.00
            P6,childcare,not_checked,helpers=1
            P7,medicines,place_unknown,helpers=1
            P8,shopping,language,helpers=2
            """);
    var json = new ObjectMapper().readTree(text("cert.json"));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "people_helped",
            "introductions",
            "upper_bound",
            "bound",
            "blocking_pairs",
            "rounds",
            "distance",
            "load",
            "people",
            "helpers",
            "policy",
            "alternatives",
            "seconds");
    assertThat(json.get("people_helped").asInt()).isEqualTo(4);
    assertThat(json.get("introductions").asInt()).isEqualTo(4);
    assertThat(json.get("people").asInt()).isEqualTo(8);
    assertThat(json.get("helpers").asInt()).isEqualTo(4);
    assertThat(json.get("policy").asText()).isEqualTo("stable");
    assertThat(json.get("blocking_pairs").asLong()).isZero();
    assertThat(json.get("seconds").isNumber()).isTrue();
    assertThat(text("cert.json").replace('"', '\''))
        .containsIgnoringWhitespaces(
            """
            'rounds': [{'introductions': 3, 'blocking_pairs': 0, 'largest_stable': 'proven'}],
            'distance': {'median_km': 1.11, 'p90_km': 2.11, 'max_km': 2.11},
            'load': {'median': 1.00, 'p90': 1.00},
            """);
    assertThat(cli.err()).contains("by 4 introductions, 1.1 km in the median, 0 blocking pairs");
    assertThat(directory.toFile().list()).hasSize(5); // no part is left behind
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", ""})
  void withoutAFileTheIntroductionsGoToStandardOutput(String out) throws IOException {
    CliRun cli = new CliRun();
    String people = file("people.csv", PEOPLE);
    int code =
        out.isEmpty() ? cli.execute("match", people) : cli.execute("match", people, "-o", out);

    assertThat(code).isZero();
    assertThat(cli.out()).startsWith("person,helper,needs,distance_km,round\nP1,");
    assertThat(cli.err().lines()).singleElement().asString().contains("people helped");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shuffledRowsGiveTheSameBytes(long seed) throws IOException {
    Random random = new Random(seed);
    List<String> people = randomPeople(random, 300);
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String kind = List.of("standing", "forbidden", "pinned").get(random.nextInt(3));
      pairs.add("R%d,R%d,%s,".formatted(random.nextInt(150), 150 + random.nextInt(150), kind));
    }
    List<String> first = outputs("first", people, pairs);
    Collections.shuffle(people, random);
    Collections.shuffle(pairs, random);

    assertThat(outputs("second", people, pairs)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void whatCameOutGoesInAsStandingAndNothingMoreComesOut(long seed) throws IOException {
    List<String> people = randomPeople(new Random(seed), 200);
    List<String> first = outputs("first", people, List.of());
    List<String> standing = first.get(0).lines().skip(1).map(MatchCommandTest::asStanding).toList();

    List<String> second = outputs("second", people, standing);

    assertThat(standing).isNotEmpty();
    assertThat(second.get(0)).isEqualTo("person,helper,needs,distance_km,round\n");
    assertThat(persons(second.get(1))).isEqualTo(persons(first.get(1)));
  }

  private static String asStanding(String introduction) {
    List<String> cells = List.of(introduction.split(",", -1));
    return "%s,%s,standing,%s".formatted(cells.get(0), cells.get(1), cells.get(2));
  }

  /** Who has which needs open. */
  private static List<String> persons(String reasons) {
    return reasons.lines().map(l -> l.substring(0, l.lastIndexOf(','))).toList();
  }

  private List<String> outputs(String name, List<String> people, List<String> pairs)
      throws IOException {
    CliRun cli = new CliRun();
    cli.execute(
        "match",
        file("people.csv", HEADER + "\n" + String.join("\n", people)),
        "--pairs",
        file("pairs.csv", "person,helper,kind,needs\n" + String.join("\n", pairs)),
        "-o",
        path(name + ".csv"),
        "--reasons",
        path(name + "-why.csv"),
        "--certificate",
        path(name + ".json"));
    return List.of(
        text(name + ".csv"),
        text(name + "-why.csv"),
        text(name + ".json").replaceAll("\"seconds\" : [0-9.]+", ""));
  }

  private static List<String> randomPeople(Random random, int count) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String list =
          CATEGORIES.get(random.nextInt(CATEGORIES.size()))
              + ";"
              + CATEGORIES.get(random.nextInt(CATEGORIES.size()));
      boolean needs = i < count / 2;
      rows.add(
          "R%d,%.3f,%.3f,%s,%s,%d,,%s,%d,2020-0%d-11,%d,"
              .formatted(
                  i,
                  51.4 + random.nextInt(50) / 500.0,
                  random.nextInt(50) / 300.0,
                  needs ? list : "",
                  needs ? "" : list,
                  random.nextInt(3),
                  List.of("", "fr", "en;fr").get(random.nextInt(3)),
                  random.nextInt(2),
                  1 + random.nextInt(9),
                  random.nextInt(3)));
    }
    return rows;
  }

  @Test
  void columnsComeInAnyOrderWithAByteOrderMarkAndAnyLineEnd() throws IOException {
    CliRun cli = new CliRun();
    String people =
        file(
            "people.csv",
            String.join(
                "\r\n",
                "\uFEFFoffers,Needs ,note,lon,lat,ref,since,priority,languages,radius_km,capacity",
                ",\"shopping\",\"said \"\"hello\"\",\r\ntwice\",0,51,\"a,b\",,,,,",
                "",
                "shopping, ,,0,51,\"c\"\"d\",,,,,\r"));

    assertThat(cli.execute("match", people)).isZero();

    assertThat(cli.out())
        .isEqualTo("person,helper,needs,distance_km,round\n\"a,b\",\"c\"\"d\",shopping,0.00,1\n");
    assertThat(cli.err().lines())
        .first()
        .asString()
        .isEqualTo(people + ":1:15: column \"note\" is not known and not read");
  }

  @Test
  void rowsAreSortedByCodePointAndNotByUtf16() throws IOException {
    CliRun cli = new CliRun();
    String people =
        Stream.of("\uD83D\uDE00", "\uFF21", "a", "é")
            .map(ref -> ref + ",,,admin,,,,,,,,\n")
            .reduce(HEADER + "\n", String::concat);

    cli.execute("match", file("people.csv", people + "H,,,,admin,9,,,,,,\n"));

    assertThat(cli.out().lines().skip(1).map(l -> l.substring(0, l.indexOf(','))))
        .containsExactly("a", "é", "\uFF21", "\uD83D\uDE00");
  }

  @Test
  void aRefusedPinIsTold() throws IOException {
    CliRun cli = new CliRun();
    String pairs = file("pairs.csv", "person,helper,kind\nH1,P1,pinned\n");

    assertThat(cli.execute("match", file("people.csv", PEOPLE), "--pairs", pairs)).isZero();
    assertThat(cli.err())
        .contains("pin of H1 with P1 refused: no need is open that it could cover");
  }

  @Test
  void optionsChangeWhatIsAcceptable() throws IOException {
    CliRun cli = new CliRun();
    String people = file("people.csv", PEOPLE);

    cli.execute(
        "match", people, "--max-km", "50", "--max-uncertainty-km", "30", "--checked-only", "");

    assertThat(cli.out()).contains("\nP6,H4,").contains("\nP7,H4,medicines,20.00,");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aGroupHelpsNoMorePeopleThanItsFileSays(int limit) throws IOException {
    CliRun cli = new CliRun();
    String people =
        HEADER
            + """
            ,group
            P1,51.5,-0.1,shopping,,,,,,,,,
            P2,51.5,-0.1,shopping,,,,,,,,,
            P3,51.5,-0.1,shopping,,,,,,,,,
            H1,51.5,-0.1,,shopping,2,,,,,,,Voisins
            H2,51.5,-0.1,,shopping,2,,,,,,,Voisins
            """;
    String groups = file("groups.csv", "group,capacity\nVoisins," + limit + "\n");

    int code =
        cli.execute(
            "match",
            file("people.csv", people),
            "--groups",
            groups,
            "-o",
            path("out.csv"),
            "--reasons",
            path("why.csv"));

    assertThat(code).as(cli.err()).isZero();
    assertThat(text("out.csv").lines().skip(1)).hasSize(limit);
    assertThat(text("why.csv").lines().skip(1))
        .hasSize(3 - limit)
        .allMatch(reason -> reason.contains(",shopping,full,helpers=2;"));
  }

  @Test
  void aGroupInWhichNobodyIsStopsNothing() throws IOException {
    CliRun cli = new CliRun();
    String groups = file("groups.csv", "group,capacity\nVoisins,3\n");

    assertThat(cli.execute("match", file("people.csv", PEOPLE), "--groups", groups)).isZero();

    assertThat(cli.err())
        .contains(groups + ":2:1: group: \"Voisins\" is nobody's group among the people read");
  }

  @Test
  void anOldResultStaysWhenTheNewOneCannotBeMade() throws IOException {
    CliRun cli = new CliRun();
    String out = file("out.csv", "old");

    assertThat(cli.execute("match", path("absent.csv"), "-o", out)).isEqualTo(ExitCode.USAGE);
    assertThat(text("out.csv")).isEqualTo("old");
    assertThat(cli.execute("match", file("people.csv", PEOPLE), "-o", out)).isZero();
    assertThat(text("out.csv")).startsWith("person,helper");
  }
}

package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolveCommandTest {

  @TempDir private Path directory;
  private final CliRun cli = new CliRun();

  private String file(String content) throws IOException {
    return Files.writeString(directory.resolve("instance.txt"), content).toString();
  }

  @Test
  void theCertificateIsOnStandardErrorAndInTheFile() throws IOException {
    String instance =
        file(
            """
            # who wants where
            3 2
            1: 1 2
            2: (1 2)   # a tie

            3: 1
            1: 1: 3 (1 2)
            2: 2: 1 2
            """);
    String cert = directory.resolve("cert.json").toString();

    assertThat(cli.execute("solve", instance, "--certificate", cert)).as(cli.err()).isZero();

    assertThat(cli.out()).isEqualTo("1 2\n2 2\n3 1\n");
    assertThat(Files.readString(Path.of(cert))).isEqualTo(cli.err());
    var json = new ObjectMapper().readTree(cli.err());
    assertThat(json.get("people_helped").asInt()).isEqualTo(3);
    assertThat(json.get("upper_bound").asInt()).isEqualTo(3);
    assertThat(json.get("blocking_pairs").asInt()).isZero();
    assertThat(json.at("/rounds/0/largest_stable").asText()).isEqualTo("proven");
    assertThat(json.at("/distance/median_km").isNull()).isTrue();
    assertThat(json.get("load").toString()).isEqualTo("{\"median\":1.0,\"p90\":1.0}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0\n",
        "0 1\n1: 5:\n",
        "1 0\n1:\n",
        "1 1\n1: 1\n1: 1:\n", // only one lists the other
        "1 1\n1:\n1: 1: 1\n",
        "1 1\n1: 1\n1: 0: 1\n",
      })
  void nobodyIsMatchedWhereNoPairCan(String content) throws IOException {
    assertThat(cli.execute("solve", file(content))).isZero();
    assertThat(cli.out()).isEmpty();
  }

  @Test
  void identifiersMayHaveGapsAndLinesAnyEnd() throws IOException {
    String instance =
        file("\uFEFF2 2\r\n7: 2000000000\r9:(5 2000000000)\r\n5:1:9\n2000000000: 1: (7 9)");

    assertThat(cli.execute("solve", instance, "-o", "-")).as(cli.err()).isZero();
    assertThat(cli.out()).isEqualTo("7 2000000000\n9 5\n");
  }

  /**
   * The instance on which F. Cooper and D. Manlove, "A 3/2-approximation algorithm for the
   * student-project allocation problem" (SEA 2018), trace their algorithm in the version on arXiv:
   * residents are students, hospitals projects, groups lecturers. They match ten of twelve, and
   * none can match more: 8 and 9 can have project 5 alone, and 7, whom the lecturer of 7 prefers to
   * 4, has nothing else. Of 8 and 9, who are alike, either may stay alone.
   */
  @Test
  void thePublishedExampleGivesWhatWasPublished() throws IOException {
    String published =
        file(
            """
            12 12
            1: (2 3) 1
            2: 2 1
            3: (7 8)
            4: 7
            5: 1 (2 3)
            6: 1
            7: (4 6)
            8: 5
            9: 5
            10: 9 12
            11: 9 10
            12: 11
            1: 1: (1 2) 6 5
            2: 2: (1 2) 5
            3: 2: 1 5
            4: 1: 7
            5: 1: (8 9)
            6: 1: 7
            7: 1: (3 4)
            8: 1: 3
            9: 1: (10 11)
            10: 1: 11
            11: 1: 12
            12: 1: 10
            group 2: 1 2 : (1 2) 6 5
            group 2: 3 : 1 5
            group 1: 4 5 : (8 9) 7
            group 1: 6 7 : 7 (3 4)
            group 1: 8 : 3
            group 2: 9 10 11 : 12 (10 11)
            group 2: 12 : 10
            """);

    assertThat(cli.execute("solve", published, "--effort", "0")).as(cli.err()).isZero();

    assertThat(cli.out().lines().filter(line -> !line.endsWith(" 5")))
        .containsExactly("1 3", "2 2", "3 8", "5 3", "6 1", "7 6", "10 12", "11 9", "12 11");
    assertThat(cli.out().lines().filter(line -> line.endsWith(" 5"))).hasSize(1);
    var json = new ObjectMapper().readTree(cli.err());
    assertThat(json.get("people_helped").asInt()).isEqualTo(10);
    assertThat(json.get("blocking_pairs").asInt()).isZero();
    assertThat(json.get("bound").asText())
        .isEqualTo("augmenting paths over all acceptable pairs, within the capacities of groups");
  }

  /**
   * The group of hospitals 2 and 3 has one place, which promotion gives to 1: the search gives it
   * to 3.
   */
  @ParameterizedTest
  @CsvSource({"0, 2", "0.01, 3", "1, 3"})
  void howFarIsLookedIsGiven(String effort, int helped) throws IOException {
    String instance =
        file(
            """
            3 4
            1: (1 2)
            2: 1 4
            3: 3
            1: 1: 1 2
            2: 1: 1
            3: 1: 3
            4: 1: 2
            group 1: 2 3 : 1 3
            """);

    assertThat(cli.execute("solve", instance, "--effort", effort)).as(cli.err()).isZero();

    assertThat(new ObjectMapper().readTree(cli.err()).get("people_helped").asInt())
        .isEqualTo(helped);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void howATieIsWrittenDownDoesNotMatter(long seed) throws IOException {
    Random random = new Random(seed);
    int size = 80;
    List<List<Integer>> lists = new ArrayList<>();
    for (int r = 0; r < size; r++) {
      lists.add(new ArrayList<>(random.ints(6, 1, size + 1).distinct().boxed().toList()));
    }
    cli.execute("solve", file(instance(lists, size)));
    lists.forEach(list -> Collections.shuffle(list, random));
    CliRun second = new CliRun();
    second.execute("solve", file(instance(lists, size)));

    assertThat(cli.out()).isNotEmpty();
    assertThat(second.out()).isEqualTo(cli.out());
  }

  /** Everybody likes all on their list alike. */
  private static String instance(List<List<Integer>> lists, int hospitals) {
    StringBuilder text = new StringBuilder();
    text.append(lists.size()).append(' ').append(hospitals).append('\n');
    for (int r = 0; r < lists.size(); r++) {
      text.append(r + 1).append(": (").append(joined(lists.get(r))).append(")\n");
    }
    for (int h = 1; h <= hospitals; h++) {
      int hospital = h;
      List<Integer> residents =
          IntStream.range(0, lists.size())
              .filter(r -> lists.get(r).contains(hospital))
              .mapToObj(r -> r + 1)
              .toList();
      text.append(h).append(": 1:");
      text.append(residents.isEmpty() ? "" : " (" + joined(residents) + ")").append('\n');
    }
    return text.toString();
  }

  private static String joined(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }
}

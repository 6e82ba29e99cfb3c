package org.entraide.matchfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.entraide.file.FileProblem;
import org.entraide.match.TinyInstance;
import org.entraide.match.core.PairCertificate;
import org.entraide.match.core.Preferences;
import org.entraide.match.core.StableMatching;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@NullMarked
class InstanceFileTest {

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static Preferences read(String text) throws IOException, FileProblem {
    return InstanceFile.read(
            "instance.txt", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
        .preferences();
  }

  /** Where lists name the same pairs, a matching and what blocks it are the same, too. */
  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsWrittenIsRead(long seed) throws IOException, FileProblem {
    Random random = new Random(seed);
    for (int i = 0; i < 40; i++) {
      TinyInstance tiny =
          i % 2 == 0
              ? TinyInstance.randomWithGroups(random)
              : TinyInstance.contestedWithGroups(random);
      String text = text(tiny, random);
      Preferences given = read(text);

      int[] matched = StableMatching.solve(given, 1);

      assertThat(given.edges()).as(text).isEqualTo(tiny.preferences().edges());
      int[] hospitals = TinyInstance.hospitals(given, matched);
      assertThat(tiny.isFeasible(hospitals)).as(text).isTrue();
      assertThat(tiny.blockingPairs(hospitals)).as(text).isZero();
      PairCertificate certificate = PairCertificate.of(given, matched);
      assertThat(certificate.upperBound()).as(text).isEqualTo(tiny.largest());
      assertThat(certificate.blockingPairs()).as(text).isZero();
    }
  }

  /**
   * A hospital lists whom it is listed by, or nearly everybody; its group whom any of them lists.
   */
  private static String text(TinyInstance tiny, Random random) {
    int residents = tiny.residentRanks().length;
    int hospitals = tiny.capacities().length;
    StringBuilder text = new StringBuilder();
    text.append(
        "%d %d # %d groups%n".formatted(residents, hospitals, tiny.groupCapacities().length));
    for (int r = 0; r < residents; r++) {
      int[] ranks = tiny.residentRanks()[r];
      text.append("%d:%s\n".formatted(r + 1, list(ranks, all(ranks, random))));
    }
    boolean[][] lists = new boolean[hospitals][residents];
    for (int h = 0; h < hospitals; h++) {
      for (int r = 0; r < residents; r++) {
        lists[h][r] = tiny.residentRanks()[r][h] >= 0 || random.nextInt(4) == 0;
      }
      int hospital = h;
      List<Integer> those =
          all(tiny.hospitalRanks()[h], random).stream().filter(r -> lists[hospital][r]).toList();
      text.append(
          "%d: %d:%s\n"
              .formatted(h + 1, tiny.capacities()[h], list(tiny.hospitalRanks()[h], those)));
    }
    for (int g = 0; g < tiny.groupCapacities().length; g++) {
      text.append(group(tiny, g, lists, random));
    }
    return text.toString();
  }

  private static String group(TinyInstance tiny, int g, boolean[][] lists, Random random) {
    int[] members = IntStream.range(0, lists.length).filter(h -> tiny.groupOf()[h] == g).toArray();
    String numbers =
        Arrays.stream(members).mapToObj(h -> " " + (h + 1)).collect(Collectors.joining());
    int[] ranks = members.length == 0 ? new int[0] : tiny.hospitalRanks()[members[0]];
    List<Integer> those =
        all(ranks, random).stream()
            .filter(r -> Arrays.stream(members).anyMatch(h -> lists[h][r]))
            .toList();
    return "group %d:%s :%s\n".formatted(tiny.groupCapacities()[g], numbers, list(ranks, those));
  }

  /** Returns whom a list names, in random order. */
  private static List<Integer> all(int[] ranks, Random random) {
    List<Integer> all =
        IntStream.range(0, ranks.length)
            .filter(i -> ranks[i] >= 0)
            .boxed()
            .collect(Collectors.toList());
    Collections.shuffle(all, random);
    return all;
  }

  private static String list(int[] ranks, List<Integer> those) {
    return those.stream()
        .collect(Collectors.groupingBy(i -> ranks[i], TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(tie -> tie.stream().map(i -> "" + (i + 1)).collect(Collectors.joining(" ")))
        .map(tie -> tie.contains(" ") ? " (" + tie + ")" : " " + tie)
        .collect(Collectors.joining());
  }

  /** Hospital 1 lists resident 2 alone, its first; the group prefers 1, whom hospital 2 lists. */
  @Test
  void aHospitalRanksAsItsGroupDoes() throws IOException, FileProblem {
    Preferences given = read("2 2\n1: 2\n2: 1\n1: 1: 2\n2: 1: 1\ngroup 1: 1 2 : 1 2\n");

    assertThat(StableMatching.solve(given, 1)).containsExactly(0, -1);
  }

  @Test
  void aGroupMayHaveNoHospitalAndNoPlaceAndListWhomNobodyElseLists()
      throws IOException, FileProblem {
    Preferences given = read("1 1\n1: 1\n1: 1: 1\ngroup 0: :\ngroup 1: 1 : 1 # fits\n\n");

    assertThat(given.hasGroups()).isTrue();
    assertThat(StableMatching.solve(given, 1)).containsExactly(0);
  }
}

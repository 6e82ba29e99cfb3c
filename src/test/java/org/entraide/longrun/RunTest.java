package org.entraide.longrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.entraide.longrun.CaseResult.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A start of the long profile over a class that is made for it. */
class RunTest {

  private static final int PASSES = 3;
  private static final List<String> TOLD = new ArrayList<>();
  private static final AtomicLong CLOCK = new AtomicLong();

  /** Its name keeps it out of the other tests. */
  static class Sample {

    static final List<String> NAMES = List.of("ana", "bo");

    static IntStream seeds() {
      return IntStream.rangeClosed(1, 6);
    }

    @ParameterizedTest(name = "story {0}")
    @MethodSource("seeds")
    void isTold(int seed, TestReporter reporter) {
      TOLD.add("story " + seed);
      CLOCK.addAndGet(Duration.ofMinutes(1).toNanos());
      reporter.publishEntry("passes", String.valueOf(PASSES));
      assertThat(seed).as("seed %d", seed).isNotEqualTo(4);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void names(String name) {
      TOLD.add(name);
      if (name.equals("bo")) {
        abort("without bo");
      }
    }

    @ParameterizedTest
    @EnumSource
    void ends(End end) {
      TOLD.add(end.word());
    }

    @Test
    void stands() {
      TOLD.add("stands");
    }
  }

  private static final Family FAMILY =
      new Family("sample", Sample.class.getName(), 0, Map.of("a", "{first}"), 60, true);

  @TempDir Path directory;

  private final List<String> said = new ArrayList<>();

  private Run start(Part part, Duration limit) throws IOException {
    CaseFile file = new CaseFile(directory);
    TOLD.clear();
    Run run = new Run(part::has, 9, file, file.open(), limit, CLOCK::get, said::add);
    Telling.launch(run, FAMILY);
    return run;
  }

  private Tally tally(Part part) throws IOException {
    return Tally.of(FAMILY, Telling.share(FAMILY, part).cases(), 1, new CaseFile(directory).read());
  }

  @Test
  void everyCaseIsCountedBeforeAndToldOnceWithWhatItCounts() throws IOException {
    start(new Part(1, 1), Duration.ofDays(1));

    Tally tally = tally(new Part(1, 1));
    assertThat(tally.cases()).hasSize(12);
    assertThat(TOLD).hasSize(12).doesNotHaveDuplicates();
    assertThat(tally.left()).isZero();
    assertThat(CaseResult.sums(tally.results())).isEqualTo(Map.of("passes", 6L * PASSES));
    assertThat(tally.ended(End.SKIPPED))
        .extracting(CaseResult::id)
        .containsExactly("sample:names#2");
    assertThat(tally.ended(End.FOUND))
        .extracting(CaseResult::id)
        .containsExactly("sample:isTold#4");
    assertThat(said)
        .singleElement()
        .asString()
        .contains(
            "FOUND sample, story 4: [seed 4]", "-Dlong.first=9 -Dlong.case='sample:isTold#4'");
    assertThat(directory.resolve("found.txt")).content().contains("sample:isTold#4", "\tat ");
  }

  @Test
  void aLaterStartGoesOnAfterTheTimeWasOverOrALineWasCutOff() throws IOException {
    Run first = start(new Part(1, 1), Duration.ofMinutes(2));
    assertThat(first.isOver()).isTrue();
    List<String> before = List.copyOf(TOLD);
    assertThat(before).contains("story 2").doesNotContain("story 3");
    Files.writeString(
        directory.resolve("cases.tsv"), "sample:isTold#5\t1.0", StandardOpenOption.APPEND);

    start(new Part(1, 1), Duration.ofDays(1));

    assertThat(TOLD).contains("story 5").doesNotContainAnyElementsOf(before);
    assertThat(before.size() + TOLD.size()).isEqualTo(12);
    assertThat(tally(new Part(1, 1)).left()).isZero();
    start(new Part(1, 1), Duration.ofDays(1));
    assertThat(TOLD).isEmpty();
  }

  @Test
  void twoPartsAreTheWhole() throws IOException {
    start(new Part(1, 2), Duration.ofDays(1));
    List<String> one = List.copyOf(TOLD);
    start(new Part(2, 2), Duration.ofDays(1));

    assertThat(one).isNotEmpty();
    assertThat(TOLD).isNotEmpty().doesNotContainAnyElementsOf(one);
    assertThat(one.size() + TOLD.size()).isEqualTo(12);
    assertThat(tally(new Part(2, 2)).cases()).hasSize(TOLD.size());
  }

  @Test
  void whatEveryStartSharesIsKept() throws IOException {
    CaseFile file = new CaseFile(directory.resolve("new"));
    file.open();
    assertThat(file.begun()).isEqualTo(new CaseFile.Begun(0, 0));
    file.begin(new CaseFile.Begun(300_001, 1.5));

    assertThat(new CaseFile(directory.resolve("new")).begun())
        .isEqualTo(new CaseFile.Begun(300_001, 1.5));
  }
}

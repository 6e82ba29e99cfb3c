package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.people.word.Category.MEDICINES;
import static org.entraide.people.word.Category.PETS;
import static org.entraide.people.word.Category.SHOPPING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real process is told to end (SIGTERM) in the middle of its work. */
@NullMarked
@Tag("process")
class ToldToEndTest {

  /** As systemd is told in entraide.service: a JVM that ended by SIGTERM. */
  private static final int TERMINATED = 143;

  private static final Duration PROMISED = Duration.ofSeconds(5);
  private static final Duration FOR_EVER = Duration.ofMinutes(10);
  private static final Predicate<String> DRAFT = "POST /gmail/v1/users/me/drafts"::equals;

  @TempDir Path directory;

  private final CompletableFuture<Process> daemon = new CompletableFuture<>();
  private World world;
  private Gate gate;

  /** Three introductions are to be made. */
  @BeforeEach
  void open() {
    world = World.empty(directory);
    gate = new Gate(world);
    pair("ana", "bo", SHOPPING);
    pair("cy", "di", MEDICINES);
    pair("eve", "fay", PETS);
  }

  private void pair(String needs, String helps, Category category) {
    world.answer(Reply.of(needs, "A", needs + "@example.org").at("SW7").needs(category));
    world.answer(Reply.of(helps, "B", helps + "@example.org").at("SW11").offers(category));
  }

  @AfterEach
  void close() {
    if (daemon.isDone()) {
      daemon.join().destroyForcibly();
    }
    gate.close();
    world.close();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"run", "run --once"})
  void theDraftInHandIsFinishedAndJournalledAndNoOtherBegun(String command) throws Exception {
    Slow office = new Slow(DRAFT, Duration.ofMillis(1_500));
    gate.keptBy(office);

    long took = endsAfterBeingTold(command, office);

    assertThat(took).isBetween(1_000L, PROMISED.toMillis());
    assertThat(Program.said(directory)).doesNotContain("a bug", "\tat ", "ERROR");
    assertThat(world.drafted()).hasSize(1);
    assertThat(world.journal().unfinishedEffects(World.CAMPAIGN)).isEmpty();
    List<Introduction> all = introductions();
    assertThat(all).filteredOn(i -> i.state() == Introduction.State.DRAFTED).hasSize(1);
    assertThat(all)
        .filteredOn(i -> i.state() == Introduction.State.PREPARING)
        .hasSize(2)
        .noneMatch(Introduction::attempted);
    // nothing was left unknown: the next cycle makes the others at once
    gate.keptBy(Gate.OPEN);
    world.cycle();
    assertThat(world.drafted()).hasSize(3);
    Town.assertNothingDoubled(world);
  }

  @Test
  void anOfficeThatDoesNotAnswerKeepsItNoLongerThanFiveSeconds() throws Exception {
    Slow office = new Slow(DRAFT, FOR_EVER);
    gate.keptBy(office);

    long took = endsAfterBeingTold("run", office);

    assertThat(took).isBetween(2_000L, PROMISED.toMillis());
    assertThat(Program.said(directory)).doesNotContain("a bug", "\tat ", "ERROR");
    anotherLooksWhatBecameOfTheDraft();
  }

  @Test
  void toldASecondTimeItEndsAtOnce() throws Exception {
    Slow office = new Slow(DRAFT, FOR_EVER);
    gate.keptBy(office);
    start("run");
    office.asked.get(60, TimeUnit.SECONDS);
    Process process = daemon.join();
    process.destroy();
    TimeUnit.MILLISECONDS.sleep(500);
    assertThat(process.isAlive()).isTrue();
    long begin = System.nanoTime();

    process.destroy();

    assertThat(process.waitFor(1_500, TimeUnit.MILLISECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(TERMINATED);
    assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.MILLISECONDS.toNanos(1_500));
    anotherLooksWhatBecameOfTheDraft();
  }

  @Test
  void oneThatWaitsForAnAnswerToAReadEndsInTimeAndLeavesNothingUnknown() throws Exception {
    Slow office = new Slow(request -> request.startsWith("GET /v4/"), FOR_EVER);
    gate.keptBy(office);

    assertThat(endsAfterBeingTold("run", office)).isLessThan(PROMISED.toMillis());

    assertThat(world.journal().unfinishedEffects(World.CAMPAIGN)).isEmpty();
    gate.keptBy(Gate.OPEN);
    world.cycle();
    assertThat(world.drafted()).hasSize(3);
  }

  @Test
  void oneThatSleepsEndsAtOnceAndTellsSoInTheSheet() throws Exception {
    start("run");
    // the first cycle only signs the sheet, to see whether another daemon does, too
    long begin = System.nanoTime();
    while (cycles() < 2 && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(60)) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertThat(cycles()).isEqualTo(2);
    List<String> before = gate.requests();
    long ordered = System.nanoTime();
    daemon.join().destroy();

    assertThat(daemon.join().waitFor(PROMISED.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
    assertThat(daemon.join().exitValue()).isEqualTo(TERMINATED);
    assertThat(Duration.ofNanos(System.nanoTime() - ordered)).isLessThan(PROMISED);
    List<String> since = gate.requests().subList(before.size(), gate.requests().size());
    assertThat(since).last().asString().endsWith(":batchUpdate");
    assertThat(world.drafted()).hasSize(3);
  }

  private int cycles() throws IOException {
    return Program.said(directory).split("\\[londres \\d+\\] - cycle in ", -1).length - 1;
  }

  private void anotherLooksWhatBecameOfTheDraft() throws Exception {
    assertThat(world.drafted()).hasSize(1);
    assertThat(introductions()).filteredOn(Introduction::attempted).hasSize(1);
    world.restart();
    gate.keptBy(Gate.OPEN);
    Process next = Program.shared().start(directory, gate.configuration(), "run", "--once");
    assertThat(next.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(next.exitValue()).isZero();
    assertThat(world.drafted()).hasSize(3);
    Town.assertNothingDoubled(world);
  }

  private List<Introduction> introductions() {
    return new ArrayList<>(world.journal().memory(World.CAMPAIGN).introductions().values());
  }

  private void start(String command) throws Exception {
    daemon.complete(Program.shared().start(directory, gate.configuration(), command.split(" ")));
  }

  /** How many milliseconds it took from being told to its end. */
  private long endsAfterBeingTold(String command, Slow office) throws Exception {
    start(command);
    office.asked.get(60, TimeUnit.SECONDS);
    long begin = System.nanoTime();
    daemon.join().destroy();
    assertThat(daemon.join().waitFor(30, TimeUnit.SECONDS)).isTrue();
    long took = Duration.ofNanos(System.nanoTime() - begin).toMillis();
    assertThat(daemon.join().exitValue()).isEqualTo(TERMINATED);
    return took;
  }

  /** Does the first of some requests, and takes long to say so. */
  private static final class Slow implements Gate.Keeper {
    private final Predicate<String> which;
    private final Duration pause;
    private final CompletableFuture<String> asked = new CompletableFuture<>();

    private Slow(Predicate<String> which, Duration pause) {
      this.which = which;
      this.pause = pause;
    }

    @Override
    public boolean lets(int number, String request) {
      return true;
    }

    @Override
    public boolean answers(int number, String request) throws InterruptedException {
      if (which.test(request) && asked.complete(request)) {
        TimeUnit.MILLISECONDS.sleep(pause.toMillis());
      }
      return true;
    }
  }
}

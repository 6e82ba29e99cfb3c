package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.entraide.NobodyIsNamed;
import org.entraide.journal.sqlite.DaemonLock;
import org.entraide.sandbox.office.faults.FaultEffect;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a process of its own: exit codes, what it prints, and what a kill leaves. */
@NullMarked
@Tag("process")
class ProcessTest {

  private static final int KILLED = 137;

  @TempDir Path directory;

  private final List<Process> children = new ArrayList<>();

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  private record Ended(int exitCode, String out, String err) {}

  @Test
  void runOnceWorksAndRunAgainFindsNothingToDo() throws Exception {
    try (World world = World.empty(directory)) {
      Path configuration = world.configuration();
      world.answer(PrivacyTest.zebulon());
      world.answer(PrivacyTest.yolande());
      Ended dry = run(configuration, "run", "--once", "--dry-run", "--verbose");
      assertThat(dry.exitCode()).isZero();
      assertThat(dry.out()).contains("londres: draft M-", "londres: write ");
      assertThat(world.requests()).doesNotContainKeys("sheets.write", "gmail.write");
      assertThat(world.state()).doesNotExist();

      Ended first = run(configuration, "run", "--once");
      assertThat(first.exitCode()).isZero();
      assertThat(world.drafted()).hasSize(1);
      world.requests();

      Ended second = run(configuration, "run", "--once", "--verbose");
      assertThat(second.exitCode()).isZero();
      assertThat(second.err()).contains("londres: 0 effects");
      assertThat(world.requests())
          .isEqualTo(Map.of("sheets.read", 1, "gmail.read", 1, "forms.read", 2));

      Ended status = run(configuration, "status");
      assertThat(status.exitCode()).isZero();
      assertThat(first.err())
          .containsPattern("\\[londres 1] - draft M-[0-9A-Z]+ in [0-9]+ ms")
          .containsPattern("\\[londres 1] - cycle in [0-9]+ ms, [0-9]+ effects");
      Ended doctor = run(configuration, "doctor");
      for (Ended ended : List.of(dry, first, second, status, doctor)) {
        PrivacyTest.assertNamesNobody(List.of(ended.out(), ended.err()));
      }
    }
  }

  @Test
  void aSheetThatIsNotSharedHoldsUpNoOtherCampaign() throws Exception {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.fault(
          Rule.next(0, "sheets.*", FaultEffect.FORBIDDEN).at("/v4/spreadsheets/not-shared(:.*)?"));
      Path both =
          world.configuration(
              "[campaigns.a_first]",
              "spreadsheet = \"not-shared\"",
              "language = \"fr\"",
              "country = \"GB\"",
              "delegate = \"delegue@example.org\"");
      Ended ended = run(both, "run", "--once");

      assertThat(ended.exitCode()).isEqualTo(3);
      assertThat(ended.err()).contains("a_first: ").doesNotContain("\tat ");
      Town.assertAnaAndBoAreDrafted(world);
    }
  }

  @Test
  void aSheetThatIsNotSharedAsksForPermission() throws Exception {
    try (World world = World.empty(directory)) {
      world.fault(Rule.next(0, "sheets.*", FaultEffect.FORBIDDEN));
      Ended ended = run(world.configuration(), "run", "--once");

      assertThat(ended.exitCode()).isEqualTo(77);
      assertThat(ended.err()).contains("entraide@sample.example.org").doesNotContain("\tat ");
    }
  }

  @Test
  void aMailboxThatRefusesIsPartlyDone() throws Exception {
    try (World world = World.empty(directory)) {
      world.answer(Town.ana());
      world.answer(Town.bo());
      world.fault(Rule.next(0, "gmail.*", FaultEffect.FORBIDDEN));

      assertThat(run(world.configuration(), "run", "--once").exitCode()).isEqualTo(3);
      assertThat(world.rowOf(Town.ANA).status()).isEqualTo("Proposé");
    }
  }

  @Test
  void aSecondDaemonLeavesTheFirstAlone() throws Exception {
    try (World world = World.empty(directory)) {
      Path configuration = world.configuration();
      Optional<DaemonLock> lock = DaemonLock.acquire(world.state());
      assertThat(lock).isPresent();
      try (DaemonLock held = lock.orElseThrow()) {
        assertThat(held).isNotNull();
        Ended ended = run(configuration, "run", "--once");
        assertThat(ended.exitCode()).isEqualTo(11);
        assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
      }
      assertThat(world.requests()).isEmpty();
    }
  }

  @Test
  void anOfficeThatIsAwayIsUnreachable() throws Exception {
    Path configuration;
    try (World world = World.empty(directory)) {
      configuration = world.configuration();
    }
    Ended ended = run(configuration, "run", "--once");

    assertThat(ended.exitCode()).isEqualTo(69);
    assertThat(ended.err()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void aWrongConfigurationNamesTheLine() throws Exception {
    try (World world = World.empty(directory)) {
      Path file = world.configured("delegat = \"x@example.org\"").configuration();
      Ended ended = run(file, "run", "--once");

      assertThat(ended.exitCode()).isEqualTo(78);
      assertThat(ended.err()).contains("delegat", "delegate").doesNotContain("\tat ");
    }
  }

  /** Killed in the middle of its drafts, once with the last one made and once without. */
  @ParameterizedTest(name = "the draft in hand was made: {0}")
  @ValueSource(booleans = {true, false})
  void killedAmidItsDraftsItDoublesNothing(boolean made) throws Exception {
    try (World world = World.sample(directory, 40)) {
      AtomicReference<Process> daemon = new AtomicReference<>();
      AtomicInteger drafts = new AtomicInteger();
      world.onDelay(
          () -> {
            if (drafts.incrementAndGet() == 4) {
              daemon.get().destroyForcibly().onExit().join();
            }
          });
      Rule rule =
          Rule.next(4, "gmail.write", made ? FaultEffect.DELAY : FaultEffect.DROP)
              .after(java.time.Duration.ofMillis(1));
      if (!made) {
        // the first three are made all the same
        world.fault(
            Rule.next(3, "gmail.write", FaultEffect.DELAY).after(java.time.Duration.ofMillis(1)));
        rule = Rule.next(1, "gmail.write", FaultEffect.DROP).after(java.time.Duration.ofMillis(1));
      }
      world.fault(rule);
      Path configuration = world.configuration();
      world.office.exclusively(() -> daemon.set(start(configuration, "run", "--once")));
      assertThat(end(daemon.get()).exitCode()).isEqualTo(KILLED);
      assertThat(world.drafted()).hasSize(made ? 4 : 3);
      assertThat(world.ledger().lines()).hasSizeGreaterThan(4);

      assertThat(run(configuration, "run", "--once").exitCode()).isZero();
      Town.assertNothingDoubled(world);
      world.settleSlowly();

      Town.assertNothingDoubled(world);
      assertThat(world.ledger().where("État", "Brouillon prêt"))
          .hasSameSizeAs(world.ledger().lines());
    }
  }

  private Ended run(Path configuration, String... words) throws InterruptedException {
    return end(start(configuration, words));
  }

  private Process start(Path configuration, String... words) {
    try {
      Process process =
          new ProcessBuilder(Program.shared().command(configuration, words))
              .redirectOutput(directory.resolve("out.txt").toFile())
              .redirectError(directory.resolve("err.txt").toFile())
              .start();
      children.add(process);
      return process;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ended end(Process process) throws InterruptedException {
    int exitCode = process.waitFor();
    try {
      Ended ended =
          new Ended(
              exitCode,
              Files.readString(directory.resolve("out.txt"), StandardCharsets.UTF_8),
              Files.readString(directory.resolve("err.txt"), StandardCharsets.UTF_8));
      NobodyIsNamed.look("a process", ended.out());
      NobodyIsNamed.look("the log of a process", ended.err());
      return ended;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

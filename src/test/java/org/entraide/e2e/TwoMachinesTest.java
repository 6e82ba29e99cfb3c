package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Two machines whose cron starts {@code run --once} in the same second, over one office. */
@Tag("long")
@NullMarked
class TwoMachinesTest {

  private static final List<String> MACHINES = List.of("state", "other-state");

  @TempDir Path directory;

  private record Ended(int exitCode, String err) {}

  private static Ended once(Path configuration) {
    StringWriter err = new StringWriter();
    int code =
        Main.execute(
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err)),
            "--config",
            configuration.toString(),
            "run",
            "--once");
    return new Ended(code, err.toString());
  }

  /** One configuration for each machine, which have nothing in common but the office. */
  private List<Path> configurations(World world) throws IOException {
    Path first = world.configuration();
    List<Path> all = new ArrayList<>();
    for (String state : MACHINES) {
      all.add(
          Files.writeString(
              directory.resolve(state + ".toml"),
              Files.readString(first)
                  .replace("directory = \"state\"", "directory = \"" + state + "\"")));
    }
    return all;
  }

  private static List<Ended> together(List<Path> configurations) throws Exception {
    ExecutorService machines = Executors.newFixedThreadPool(configurations.size());
    try {
      List<Future<Ended>> runs =
          configurations.stream().map(file -> machines.submit(() -> once(file))).toList();
      List<Ended> ended = new ArrayList<>();
      for (Future<Ended> run : runs) {
        ended.add(run.get());
      }
      return ended;
    } finally {
      machines.shutdown();
    }
  }

  @RepeatedTest(3)
  void noPairIsDraftedTwiceAndTheSheetComesToRest() throws Exception {
    try (World world = World.empty(directory)) {
      List<Reply> replies = List.of(Town.ana(), Town.bo(), Town.cy(), Town.di());
      replies.forEach(world::answer);
      List<Path> configurations = configurations(world);

      List<Ended> ended = together(configurations);

      Set<Integer> codes = new HashSet<>(ended.stream().map(Ended::exitCode).toList());
      assertThat(codes)
          .as("%s", ended)
          .contains(ExitCode.OK)
          .isSubsetOf(ExitCode.OK, ExitCode.TRY_AGAIN);
      ended.stream()
          .filter(run -> run.exitCode() == ExitCode.TRY_AGAIN)
          .forEach(run -> assertThat(run.err()).contains("--take-over"));
      assertThat(world.drafted()).hasSize(2).doesNotHaveDuplicates();
      Town.assertNothingDoubled(world);

      assertThat(once(configurations.get(0)).exitCode()).isZero();
      assertThat(once(configurations.get(1)).exitCode()).isZero();
      world.requests();
      assertThat(once(configurations.get(0)).exitCode()).isZero();
      assertThat(once(configurations.get(1)).exitCode()).isZero();
      assertThat(world.requests()).doesNotContainKeys("sheets.write", "gmail.write");
      assertThat(world.drafted()).hasSize(2);
    }
  }
}

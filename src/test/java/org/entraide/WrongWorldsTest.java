package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.WrongWorld.RIGHT;
import static org.entraide.WrongWorld.saying;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.entraide.action.Surgery;
import org.entraide.build.Stories;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.sandbox.SampleOffice;
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
@Stories(few = 2)
class WrongWorldsTest {

  private static final SampleOffice OFFICE = Surgery.office();

  @TempDir Path directory;

  static Stream<WrongWorld> worlds() {
    return Stream.concat(WrongTexts.worlds(), WrongSurroundings.worlds());
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

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.entraide.RefusedWorld#worlds")
  void whatGoogleRefusesIsToldWithCauseAndFix(RefusedWorld refused) {
    try (Surgery surgery = new Surgery(directory, OFFICE)) {
      refused.breaking().accept(surgery);

      SurgerySaid said = surgery.entraide(refused.words().toArray(String[]::new));

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

      SurgerySaid said = surgery.entraide("run");

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
        saying("marked as UTF-8", "\ufeff" + RIGHT, "", "", ""),
        saying("with the line ends of Windows", RIGHT.replace("\n", "\r\n"), "", "", ""),
        saying("with tabs", RIGHT.replace(" = ", "\t=\t"), "", "", ""),
        saying("with blanks around", "\n\n  " + RIGHT.replace("\n", "  \n"), "", "", ""),
        saying("without a last line end", RIGHT.strip(), "", "", ""));
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

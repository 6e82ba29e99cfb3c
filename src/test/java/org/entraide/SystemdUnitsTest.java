package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.campaign.watch.Health;
import org.entraide.cli.shell.ExitCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The units for systemd, by systemd's own judgement where it is on this machine. */
@Tag("process")
class SystemdUnitsTest {

  private static final Path UNITS = Path.of("systemd");
  private static final String REQUIRE = "ENTRAIDE_REQUIRE_SYSTEMD";

  /** Tenths: 1.5 of 10, where 10 is a service that may do everything. */
  private static final String MOST_EXPOSED = "--threshold=15";

  @TempDir private Path directory;

  private record Judged(int exitCode, String said) {}

  @ParameterizedTest
  @ValueSource(strings = {"entraide.service", "entraide-once.service"})
  void aServiceMayDoLittleMoreThanItMust(String unit) throws Exception {
    Judged judged = analyze("security", "--offline=true", MOST_EXPOSED, UNITS.resolve(unit));

    assertThat(judged.said()).contains("Overall exposure level for " + unit);
    assertThat(judged.exitCode()).as(judged.said()).isZero();
  }

  @Test
  void aServiceThatMayDoMoreIsSeenToFail() throws Exception {
    Path loose = directory.resolve("entraide.service");
    Files.writeString(
        loose,
        Files.readString(UNITS.resolve("entraide.service"))
            .replaceAll("(?m)^(SystemCallFilter|CapabilityBoundingSet)=.*$", ""));

    assertThat(analyze("security", "--offline=true", MOST_EXPOSED, loose).exitCode()).isNotZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"entraide.service", "entraide-once.service", "entraide-once.timer"})
  void systemdUnderstandsEveryLine(String unit) throws Exception {
    Judged judged = analyze("verify", "--man=no", UNITS.resolve(unit));

    assertThat(judged.said().lines())
        .allMatch(line -> line.contains("Command /usr/bin/entraide is not executable"));
  }

  @Test
  void bothServicesAreConfinedAlike() throws IOException {
    assertThat(confined("entraide-once.service")).isEqualTo(confined("entraide.service"));
  }

  @Test
  void whatNoRestartMendsIsWhatTheProgramSaysSoOf() throws IOException {
    int noCredentials = 243; // systemd.exec(5)
    List<Integer> listed =
        Arrays.stream(value("RestartPreventExitStatus").split(" ", -1))
            .map(Integer::valueOf)
            .toList();

    assertThat(listed)
        .containsExactly(
            ExitCode.USAGE,
            ExitCode.ALREADY_RUNNING,
            ExitCode.SIGN_IN,
            ExitCode.CONFIGURATION,
            noCredentials);
  }

  /** Else systemd would kill a cycle that is only slow: feeding goes on for that long. */
  @Test
  void theWatchdogIsFedOftenWithinTheTimeThatACycleMayTake() throws IOException {
    Matcher minutes = Pattern.compile("(\\d+)min").matcher(value("WatchdogSec"));
    assertThat(minutes.matches()).isTrue();

    assertThat(Duration.ofMinutes(Long.parseLong(minutes.group(1))))
        .isLessThanOrEqualTo(Health.PATIENCE.dividedBy(2));
  }

  private static String value(String key) throws IOException {
    return Files.readAllLines(UNITS.resolve("entraide.service")).stream()
        .filter(line -> line.startsWith(key + "="))
        .map(line -> line.substring(key.length() + 1))
        .findFirst()
        .orElseThrow();
  }

  /** From the user it runs as to its end. */
  private static List<String> confined(String unit) throws IOException {
    return Files.readAllLines(UNITS.resolve(unit)).stream()
        .dropWhile(line -> !line.startsWith("User="))
        .takeWhile(line -> !line.equals("[Install]"))
        .filter(line -> !line.isBlank())
        .toList();
  }

  private static Judged analyze(String what, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "--no-pager", what));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int exitCode = process.waitFor();
      if (said.contains("unrecognized option")) {
        skip("This machine's systemd-analyze is too old: " + said.strip());
      }
      return new Judged(exitCode, said);
    } catch (IOException e) {
      return skip("There is no systemd-analyze on this machine: the units are not judged.");
    }
  }

  private static Judged skip(String reason) {
    if ("1".equals(System.getenv(REQUIRE))) {
      fail(reason + " " + REQUIRE + "=1 wants it.");
    }
    return abort(reason);
  }
}

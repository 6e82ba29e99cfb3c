package org.entraide.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.entraide.build.Stories;
import org.entraide.faults.Outcome.Case;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each kind of request goes wrong in each way. Ordinarily faults that the daemon takes for the same
 * are tried with one kind that reads and one that writes, the others with every eighth kind by
 * turns, and some lasting, of which half; all of it with {@code -Dfaults.all=true}. What is seen is
 * written to {@code target/wire-faults.md}. The table among the resources is compared with {@code
 * -Dfaults.all=true}, and written anew with {@code -Dfaults.write=true}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Stories(few = 4)
class WireFaultsTest {

  private static final boolean WRITE = Boolean.getBoolean("faults.write");
  private static final boolean ALL = WRITE || Boolean.getBoolean("faults.all");
  private static final List<RequestKind> KINDS = List.of(RequestKind.values());
  private static final List<Fault> FAULTS = List.of(Fault.values());
  private static final Path TABLE = Path.of("target/wire-faults.md");
  private static final Path MEASURED =
      Path.of("src/test/resources/org/entraide/faults/wire-faults.md");

  private static final Map<Case, Outcome> SEEN = new LinkedHashMap<>();
  private static final Roads ROADS = Desk.roads();
  private static final Trial TRIAL = new Trial(ROADS::direct);

  static Stream<Case> everyRequestGoingWrong() {
    return Stream.of(RequestKind.values())
        .flatMap(
            kind ->
                Stream.of(Fault.values())
                    .flatMap(
                        fault ->
                            Stream.of(new Case(kind, fault, false), new Case(kind, fault, true))))
        .filter(of -> ALL || (isOrdinary(of) && isTurn(of)));
  }

  private static boolean isTurn(Case of) {
    int turn = KINDS.indexOf(of.kind()) + FAULTS.indexOf(of.fault());
    return of.kind().isExample() ? !of.lasting() || turn % 2 == 0 : turn % 8 == 0;
  }

  private static boolean isOrdinary(Case of) {
    if (of.lasting()) {
      return of.fault().isTriedLasting();
    }
    return of.fault().isItsOwn() || of.kind().isExample();
  }

  private static Outcome outcome(Case of) {
    Outcome known = SEEN.get(of);
    if (known == null) {
      Trial.Seen seen = TRIAL.tell(of.kind(), of.fault(), of.lasting());
      known = Outcome.of(of, seen, TRIAL.calm(of.kind().story()));
      SEEN.put(of, known);
    }
    return known;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everyRequestGoingWrong")
  @Order(1)
  void whateverGoesWrongOnTheWireCostsOnlyTime(Case of) {
    assertThat(outcome(of).broken()).isEmpty();
  }

  @Test
  @EnabledIf("isAllTried")
  @Order(2)
  void theTableHasWhatIsMeasured() throws IOException {
    List<Outcome> ordinary =
        everyRequestGoingWrong()
            .filter(WireFaultsTest::isOrdinary)
            .map(WireFaultsTest::outcome)
            .toList();
    String measured = new FaultTable(ordinary).byFamily();
    if (WRITE) {
      Files.writeString(MEASURED, measured);
    }

    assertThat(Files.readString(MEASURED)).isEqualTo(measured);
  }

  static boolean isAllTried() {
    return ALL;
  }

  @AfterAll
  static void tell() throws IOException {
    TRIAL.close();
    ROADS.close();
    Files.createDirectories(TABLE.getParent());
    Files.writeString(TABLE, new FaultTable(SEEN.values()).whole());
    System.out.printf(
        "%d faults on the wire, of %d kinds in %d kinds of requests, in %d s; %d broke a rule:"
            + " %s%n",
        SEEN.size(),
        Fault.values().length,
        RequestKind.values().length,
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1_000_000_000,
        SEEN.values().stream().filter(outcome -> !outcome.broken().isEmpty()).count(),
        TABLE);
  }
}

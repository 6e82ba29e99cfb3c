package org.entraide.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class DaemonPeopleTest {

  private static final Instant NOW = Instant.parse("2020-03-26T12:00:00Z");

  /** Nobody serves metrics there. */
  private static final int NO_PORT = 9;

  @TempDir private Path directory;

  private final MovedClock clock = new MovedClock(InstantSource.fixed(NOW));
  private final DaemonPeople people = new DaemonPeople();
  private DaemonProcess daemon;
  private LongTasks tasks;

  /** A daemon that goes on until it is stopped, and says how it was started otherwise. */
  private DaemonCommand line(List<String> options) {
    String script =
        options.isEmpty()
            ? "echo started " + clock.ahead() + " >> started; exec sleep 600"
            : "echo $0 $@; exit 3";
    return new DaemonCommand(
        List.of("sh", "-c", "cd " + directory + "; " + script, String.join(" ", options)),
        Map.of());
  }

  @BeforeEach
  void open() {
    daemon = new DaemonProcess(() -> line(List.of()), directory.resolve("daemon.log"));
    tasks =
        new LongTasks(
            daemon,
            this::line,
            clock,
            () -> Files.delete(directory.resolve("journal.db")),
            () -> 0);
    assertThat(people.handle(request("GET", "", ""))).isEmpty();
    people.control(
        new DaemonPeople.Controls(
            daemon, tasks, new DaemonFigures(NO_PORT), clock, List.of("londres", "dublin")));
  }

  @AfterEach
  void close() {
    tasks.close();
    daemon.close();
  }

  private static OfficeRequest request(String method, String path, String body) {
    return OfficeRequest.of(
        method, "/office/daemon" + path, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode ask(String method, String path, String body) {
    return OfficeJson.parse(people.handle(request(method, path, body)).orElseThrow().text());
  }

  private JsonNode post(String path) {
    return ask("POST", path, "");
  }

  /** The answer once something is so: errands go on by themselves. */
  private JsonNode answer(Predicate<JsonNode> when) throws InterruptedException {
    JsonNode answer = ask("GET", "", "");
    for (int i = 0; i < 500 && !when.test(answer); i++) {
      Thread.sleep(20);
      answer = ask("GET", "", "");
    }
    assertThat(when.test(answer)).as(answer.toString()).isTrue();
    return answer;
  }

  private JsonNode done(String kind) throws InterruptedException {
    return answer(
            it ->
                it.path("errand").path("kind").asText().equals(kind)
                    && !it.path("errand").path("running").asBoolean())
        .path("errand");
  }

  @Test
  void itIsStartedKilledAndPaused() throws Exception {
    assertThat(post("/start").path("state").asText()).isEqualTo("running");
    JsonNode killed = post("/kill");
    assertThat(killed.path("state").asText()).isEqualTo("dead");
    assertThat(killed.path("exitCode").asInt()).isNotZero();
    post("/start");
    post("/pause");

    answer(it -> it.path("state").asText().equals("paused"));
  }

  @Test
  void whatIsNotThereIsForOthersToAnswer() {
    assertThat(people.handle(request("POST", "/dance", ""))).isEmpty();
    assertThat(people.handle(OfficeRequest.of("GET", "/office/forms", Map.of(), new byte[0])))
        .isEmpty();
  }

  @Test
  void aSingleCycleIsDoneAndItsWordsAreKept() throws Exception {
    post("/once");
    JsonNode errand = done("once");

    assertThat(errand.path("exitCode").asInt()).isEqualTo(3);
    assertThat(errand.path("lines")).hasSize(1);
    assertThat(errand.path("lines").path(0).asText()).isEqualTo("--once");
  }

  @Test
  void aSingleCycleIsRefusedBesideADaemonThatRuns() {
    post("/start");

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> post("/once"))
        .satisfies(e -> assertThat(e.status()).isEqualTo("ABORTED"));
  }

  @Test
  void aDryRunShowsWhatWouldBeDoneAlsoBesideADaemonThatRuns() throws Exception {
    post("/start");
    post("/dry-run");

    assertThat(done("dry-run").path("lines").path(0).asText()).isEqualTo("--once --dry-run");
    assertThat(daemon.state()).isEqualTo(DaemonProcess.State.RUNNING);
  }

  @Test
  void tenMinutesLaterTheOfficeAndANewProcessOfTheDaemonKnow() throws Exception {
    post("/start");
    answer(it -> Files.exists(directory.resolve("started")));
    ask("POST", "/later", "{\"minutes\": 10}");
    done("later");

    assertThat(clock.instant()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
    JsonNode answer = answer(it -> it.path("state").asText().equals("running"));
    assertThat(answer.path("aheadMinutes").asInt()).isEqualTo(10);
    answer(it -> lines().size() == 2);
    assertThat(lines()).containsExactly("started PT0S", "started PT10M");
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(directory.resolve("started"));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aPausedDaemonStaysPausedWhenItIsLater() throws Exception {
    ask("POST", "/later", "{\"minutes\": 60}");
    done("later");

    assertThat(daemon.state()).isEqualTo(DaemonProcess.State.PAUSED);
  }

  @Test
  void aLostDiskForgetsOnlyOfADaemonThatDoesNotRun() throws Exception {
    Path journal = Files.writeString(directory.resolve("journal.db"), "all that is known");
    post("/start");
    assertThatExceptionOfType(ApiException.class).isThrownBy(() -> post("/lose-state"));
    assertThat(journal).exists();
    post("/kill");
    post("/lose-state");
    done("lose-state");

    assertThat(journal).doesNotExist();
  }

  @Test
  void whatFailsIsOverAndSaysWhy() throws Exception {
    post("/lose-state");

    assertThat(done("lose-state").path("lines").path(0).asText()).contains("journal.db");
  }

  @Test
  void aMultitudeIsMatchedAndItsCertificateTold() throws Exception {
    ask("POST", "/multitude", "{\"people\": 2000}");
    JsonNode figures = done("multitude").path("figures");

    assertThat(figures.path("people").asInt() + figures.path("helpers").asInt()).isEqualTo(2000);
    assertThat(figures.path("blockingPairs").asInt(-1)).isZero();
    assertThat(figures.path("helped").asInt())
        .isPositive()
        .isLessThanOrEqualTo(figures.path("atMost").asInt());
    assertThat(figures.path("milliseconds").isNumber()).isTrue();
  }

  @Test
  void onlyWholeMinutesPass() {
    for (String body : List.of("", "{}", "{\"minutes\": 0}", "{\"minutes\": 1.5}")) {
      assertThatExceptionOfType(ApiException.class)
          .isThrownBy(() -> ask("POST", "/later", body))
          .satisfies(e -> assertThat(e.status()).isEqualTo("INVALID_ARGUMENT"));
    }
  }

  @Test
  void figuresAreReadFromTheTextThatADaemonServes() {
    JsonNode figures =
        DaemonFigures.read(
            """
            # HELP entraide_cycles_total Cycles ended.
            entraide_cycles_total{campaign="londres",outcome="quiet"} 4.0
            entraide_cycles_total{campaign="dublin",outcome="quiet"} 9.0
            entraide_next_cycle_seconds{campaign="dublin"} 5.0
            entraide_cycle_stage_seconds{campaign="londres",stage="observe"} 0.25
            entraide_stage_running_seconds{campaign="londres",stage="observe"} 0.0
            entraide_stage_running_seconds{campaign="londres",stage="apply"} 1.5
            entraide_effects_total{campaign="londres",kind="draft"} 7.0
            entraide_next_cycle_seconds{campaign="londres"} 2.0
            jvm_memory_used_bytes{area="heap"} 1.0E7
            """,
            "londres");

    assertThat(figures.path("cycles").path("quiet").asInt()).isEqualTo(4);
    assertThat(figures.path("stages").path("observe").asDouble()).isEqualTo(0.25);
    assertThat(figures.path("stage").asText()).isEqualTo("apply");
    assertThat(figures.path("stageRunningSeconds").asDouble()).isEqualTo(1.5);
    assertThat(figures.path("effects").path("draft").asInt()).isEqualTo(7);
    assertThat(figures.path("nextSeconds").asDouble()).isEqualTo(2);
    assertThat(figures.path("trouble").asText("none")).isEmpty();
    assertThat(figures).hasSize(7);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, ''",
    "1, 1, 1, suspended",
    "0, 1, 1, signed_out",
    "0, 0, 1, failing",
    "0, 1, 0, signed_out"
  })
  void theTroubleOfTheLastCycleIsNamedByWhatSaysMost(
      int suspended, int permission, int away, String trouble) {
    String text =
        """
        entraide_suspended{campaign="londres"} %d.0
        entraide_suspended{campaign="dublin"} 0.0
        entraide_current_troubles{campaign="londres",kind="permission"} %d.0
        entraide_current_troubles{campaign="londres",kind="unavailable"} %d.0
        entraide_current_troubles{campaign="dublin",kind="bug"} 0.0
        entraide_troubles_total{campaign="dublin",kind="bug"} 3.0
        """
            .formatted(suspended, permission, away);

    assertThat(DaemonFigures.read(text, "londres").path("trouble").asText()).isEqualTo(trouble);
    assertThat(DaemonFigures.read(text, "dublin").path("trouble").asText()).isEmpty();
  }

  @Test
  void aCampaignThatIsNotPlayedIsRefused() {
    OfficeRequest request =
        OfficeRequest.of("GET", "/office/daemon?campaign=paris", Map.of(), new byte[0]);

    assertThatExceptionOfType(ApiException.class)
        .isThrownBy(() -> people.handle(request))
        .satisfies(e -> assertThat(e.status()).isEqualTo("INVALID_ARGUMENT"));
  }
}

package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.journal.Postgres;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The daemon as a process of its own, watched from outside. */
@NullMarked
@Tag("process")
@Tag("postgres")
class WatchedTest {

  private static final Pattern SERVED = Pattern.compile("(http://\\S+)/metrics and ");
  private static final Pattern CYCLES =
      Pattern.compile("entraide_cycles_total\\{campaign=\"londres\",outcome=\"quiet\"} [1-9]");
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  @TempDir Path directory;

  private final List<Process> children = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void endChildren() {
    children.forEach(Process::destroyForcibly);
  }

  @Test
  void whatIsServedCountsTheWorkAndNamesNobody() throws Exception {
    try (World world = World.empty(directory)) {
      world.answer(PrivacyTest.zebulon());
      world.answer(PrivacyTest.yolande());
      Process daemon = start(world.configuration("[metrics]", "listen = \"localhost:0\""));
      String root = served(daemon);
      String metrics = get(root + "/metrics").body();
      long begin = System.nanoTime();
      while (!CYCLES.matcher(metrics).find() && System.nanoTime() - begin < PATIENCE) {
        TimeUnit.MILLISECONDS.sleep(100);
        metrics = get(root + "/metrics").body();
      }
      HttpResponse<String> healthy = get(root + "/healthz");
      String port = String.valueOf(URI.create(root).getPort());
      int containerSaysWell = healthcheck(port);
      daemon.destroy();
      boolean ended = daemon.waitFor(20, TimeUnit.SECONDS);

      assertThat(metrics)
          .contains(
              "entraide_people{campaign=\"londres\",status=\"draft_ready\"} 2.0",
              "entraide_introductions{campaign=\"londres\",state=\"drafted\"} 1.0",
              "entraide_effects_total{campaign=\"londres\",kind=\"draft\"} 1.0",
              "entraide_google_requests_total{api=\"sheets\",status=\"200\"}",
              "entraide_google_requests_total{api=\"gmail\",status=\"200\"}",
              "entraide_google_requests_total{api=\"token\",status=\"200\"}",
              "entraide_last_success_timestamp_seconds{campaign=\"londres\"}")
          .doesNotContain("kind=\"other\"");
      assertThat(healthy.statusCode()).isEqualTo(200);
      assertThat(healthy.body()).isEqualTo("ok, campaigns: 1\n");
      assertThat(ended).isTrue();
      assertThat(containerSaysWell).isZero();
      assertThat(healthcheck(port)).isNotZero();
      PrivacyTest.assertNamesNobody(List.of(metrics, healthy.body(), said()));
      assertThat(metrics + healthy.body())
          .doesNotContain("@")
          .doesNotContainPattern("M-[0-9A-Z]{5}");
    }
  }

  @Test
  void aDaemonOfAGroupSaysThatItsDatabaseIsAwayAndGoesOnOnceItIsBack() throws Exception {
    try (World world = World.empty(directory);
        Cable cable = new Cable(Postgres.port())) {
      String url = Postgres.fresh().url();
      Path configuration = world.configuration("[metrics]", "listen = \"127.0.0.1:0\"");
      Files.writeString(
          configuration,
          Files.readString(configuration)
              .replace(
                  "[state]\n",
                  "[state]\njournal = \"jdbc:postgresql://127.0.0.1:%d%s?user=postgres\"\n"
                      .formatted(cable.port(), url.substring(url.lastIndexOf('/')))));
      String health = served(start(configuration)) + "/healthz";
      assertThat(once(200, health)).isEqualTo("ok, campaigns: 1\n");

      cable.cut(true);
      assertThat(once(503, health)).isEqualTo("waiting: the journal's database does not answer\n");
      world.answer(Town.ana());
      world.answer(Town.bo());
      assertThat(world.drafted()).isEmpty();

      cable.cut(false);
      assertThat(once(200, health)).isEqualTo("ok, campaigns: 1\n");
      long begin = System.nanoTime();
      while (world.drafted().isEmpty() && System.nanoTime() - begin < PATIENCE) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
      assertThat(world.drafted()).hasSize(1);
      assertThat(said()).contains("nothing new is begun", "the database answers again: goes on");
    }
  }

  /** What is answered once that is the answer's status. */
  private String once(int status, String uri) throws Exception {
    long begin = System.nanoTime();
    HttpResponse<String> answer = get(uri);
    while ((answer.statusCode() != status || answer.body().contains("campaigns: 0"))
        && System.nanoTime() - begin < PATIENCE) {
      TimeUnit.MILLISECONDS.sleep(100);
      answer = get(uri);
    }
    return answer.body();
  }

  @Test
  void aPortThatIsTakenIsSaidWithWhatToDoAndNothingIsStarted() throws Exception {
    try (World world = World.empty(directory);
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String listen = "127.0.0.1:" + other.getLocalPort();
      Process daemon = start(world.configuration("[metrics]", "listen = \"" + listen + "\""));

      assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(daemon.exitValue()).isEqualTo(1);
      assertThat(said())
          .contains(
              "entraide.toml: [metrics] listen: ",
              "127.0.0.1, port " + other.getLocalPort(),
              "write another one")
          .doesNotContain("\tat ", "londres:");
      assertThat(world.requests()).isEmpty();
    }
  }

  @Test
  void aSingleCycleServesNothing() throws Exception {
    try (World world = World.empty(directory)) {
      Process once = start(world.configuration("[metrics]", "listen = \"127.0.0.1:0\""), "--once");

      assertThat(once.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(once.exitValue()).isZero();
      assertThat(said()).doesNotContain("/metrics", "no effect");
    }
  }

  /** What the container image asks. */
  private static int healthcheck(String port) throws Exception {
    return new ProcessBuilder("bash", "packaging/healthcheck", port)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private Process start(Path configuration, String... options) throws IOException {
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(List.of(options));
    Process process =
        Program.shared().start(directory, configuration, words.toArray(new String[0]));
    children.add(process);
    return process;
  }

  private String said() throws IOException {
    return Program.said(directory);
  }

  /** Waits until the daemon says where it serves. */
  private String served(Process daemon) throws Exception {
    long begin = System.nanoTime();
    while (daemon.isAlive() && System.nanoTime() - begin < PATIENCE) {
      Matcher matcher = SERVED.matcher(said());
      if (matcher.find()) {
        return matcher.group(1);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new AssertionError("Nothing is served: " + said());
  }

  private HttpResponse<String> get(String uri) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(10)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}

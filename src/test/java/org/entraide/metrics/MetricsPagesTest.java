package org.entraide.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Trouble;
import org.entraide.campaign.watch.Health;
import org.entraide.testkit.MovableClock;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsPagesTest {

  private final MovableClock time = new MovableClock();
  private final Monitor monitor = new Monitor("0", List.of("londres", "dublin"), time, time);
  private final MetricsPages pages = new MetricsPages(monitor);

  private MetricsAnswer ask(String method, String path, String host) {
    return pages.answer(new MetricsQuestion(method, path, Optional.of(host), Optional.empty()));
  }

  @Test
  void theHealthCheckNamesTheCampaignsThatHangUntilTheyGoOn() {
    MetricsAnswer fresh = Asking.ask(pages, "/healthz");
    time.advance(Health.PATIENCE.plusSeconds(1));
    CycleReport failed =
        new CycleReport(
            false,
            List.of(),
            false,
            List.of(new Trouble(Trouble.Kind.UNAVAILABLE, Message.plain("Zebulon"))),
            Map.of(),
            Optional.empty());
    monitor.ends("dublin", failed, Duration.ofSeconds(30));
    MetricsAnswer hanging = Asking.ask(pages, "/healthz");
    monitor.ends("londres", failed, Duration.ofSeconds(30));
    MetricsAnswer again = Asking.ask(pages, "/healthz");

    assertThat(fresh.status()).isEqualTo(200);
    assertThat(fresh.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
    assertThat(Asking.text(fresh)).isEqualTo("ok, campaigns: 2\n");
    assertThat(hanging.status()).isEqualTo(503);
    assertThat(Asking.text(hanging)).isEqualTo("hanging: londres\n");
    assertThat(again.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1:9464",
        "127.0.0.1",
        "localhost:1",
        "LOCALHOST",
        "[::1]:9464",
        "127.9.9.9"
      })
  void aProgramOnThisMachineIsAnswered(String host) {
    assertThat(ask("GET", "/metrics", host).status()).isEqualTo(200);
    assertThat(ask("GET", "/healthz", host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "evil.example:9464",
        "localhost.evil.example:9464",
        "127.0.0.1.evil.example",
        "evil.example@127.0.0.1",
        "localhost:9464/",
        "192.168.0.7:9464",
        "0.0.0.0:9464",
        ""
      })
  void aPageThatGaveItsOwnNameToThisMachineIsRefused(String host) {
    for (String path : List.of("/metrics", "/healthz", "/")) {
      MetricsAnswer answer = ask("GET", path, host);

      assertThat(answer.status()).isEqualTo(403);
      assertThat(Asking.text(answer)).contains("Host").doesNotContain("entraide_", "ok");
    }
  }

  @Test
  void whoNamesNoHostIsRefused() {
    MetricsQuestion question =
        new MetricsQuestion("GET", "/metrics", Optional.empty(), Optional.empty());

    assertThat(pages.answer(question).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get"})
  void nothingCanBeChanged(String method) {
    MetricsAnswer answer = ask(method, "/metrics", "localhost");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics/", "/../metrics", "/healthz.html", "null"})
  void thereIsNothingElse(String path) {
    assertThat(ask("GET", path, "localhost").status()).isEqualTo(404);
  }

  @Test
  void theFormatIsTheOneThatTheAskerUnderstands() {
    MetricsAnswer plain = Asking.ask(pages, "/metrics");
    MetricsAnswer open =
        pages.answer(
            new MetricsQuestion(
                "GET",
                "/metrics",
                Optional.of("localhost"),
                Optional.of("application/openmetrics-text;version=1.0.0,text/plain;q=0.5")));
    MetricsAnswer binary =
        pages.answer(
            new MetricsQuestion(
                "GET",
                "/metrics",
                Optional.of("localhost"),
                Optional.of(
                    "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;"
                        + "encoding=delimited,text/plain;version=0.0.4;q=0.3")));

    assertThat(plain.headers().get("Content-Type")).startsWith("text/plain; version=0.0.4");
    assertThat(open.headers().get("Content-Type")).startsWith("application/openmetrics-text");
    assertThat(Asking.text(open)).endsWith("# EOF\n");
    assertThat(binary.headers().get("Content-Type")).startsWith("text/plain; version=0.0.4");
  }
}

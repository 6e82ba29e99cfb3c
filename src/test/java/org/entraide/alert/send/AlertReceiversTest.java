package org.entraide.alert.send;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.entraide.alert.Alert;
import org.entraide.alert.send.AlertDelivery.Outcome;
import org.entraide.alert.send.FakeService.Mood;
import org.entraide.text.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A webhook and a command that do what they should, or do not. */
@Tag("process")
class AlertReceiversTest {

  private static final Alert ALERT =
      new Alert(
          "londres",
          "suspended",
          Alert.State.BEGAN,
          "Everything is suspended: « oui ».\\ \"x\"",
          Instant.parse("2020-03-26T12:00:00.123Z"));
  private static final Duration SHORT = Duration.ofMillis(400);

  @TempDir Path directory;

  private static AlertDelivery posted(FakeService service, Duration limit)
      throws InterruptedException {
    return new Webhook(new AlertHttp("Entraide/test", limit), service.address("/secret"))
        .deliver(ALERT);
  }

  @Test
  void anAlertIsPostedAsJsonWithFiveFields() throws Exception {
    try (FakeService service = new FakeService(Mood.TAKES)) {
      assertThat(posted(service, AlertHttp.WHOLE_LIMIT)).isEqualTo(AlertDelivery.TAKEN);

      assertThat(service.asked()).hasSize(1);
      String asked = service.asked().get(0);
      assertThat(asked).startsWith("POST /secret {");
      JsonNode json = new ObjectMapper().readTree(asked.substring("POST /secret ".length()));
      assertThat(json.fieldNames())
          .toIterable()
          .containsExactly("campaign", "trouble", "state", "text", "since");
      assertThat(json.get("state").asText()).isEqualTo("began");
      assertThat(json.get("text").asText()).isEqualTo(ALERT.text());
      assertThat(json.get("since").asText()).isEqualTo("2020-03-26T12:00:00Z");
    }
  }

  @Test
  void aServiceThatFailsOrRedirectsDidNotTakeItAndARedirectIsNotFollowed() throws Exception {
    try (FakeService service = new FakeService(Mood.FAILS)) {
      assertThat(posted(service, AlertHttp.WHOLE_LIMIT))
          .isEqualTo(AlertDelivery.refused(Message.plain("HTTP 500")));
      service.becomes(Mood.REDIRECTS);
      assertThat(posted(service, AlertHttp.WHOLE_LIMIT).why()).startsWith("HTTP 307, a redirect");

      assertThat(service.asked()).hasSize(2).noneMatch(it -> it.contains("elsewhere"));
    }
  }

  @Test
  void aServiceThatHangsOrBreaksOffMayHaveTakenIt() throws Exception {
    try (FakeService service = new FakeService(Mood.HANGS)) {
      assertThat(posted(service, SHORT))
          .isEqualTo(AlertDelivery.unknown(Message.of("doctor.alerts.why.late")));
      service.becomes(Mood.BREAKS_OFF);
      assertThat(posted(service, AlertHttp.WHOLE_LIMIT).outcome()).isEqualTo(Outcome.UNKNOWN);
    }
  }

  @Test
  void ofMegabytesOnlyTheBeginningIsRead() throws Exception {
    try (FakeService service = new FakeService(Mood.SENDS_MEGABYTES)) {
      assertThat(posted(service, AlertHttp.WHOLE_LIMIT)).isEqualTo(AlertDelivery.TAKEN);

      assertThat(service.written()).isLessThan(32 << 20);
    }
  }

  @Test
  void aServiceThatIsNotThereSurelyDidNotTakeItAndItsAddressIsNotSaid() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Webhook webhook =
        new Webhook(
            new AlertHttp("Entraide/test"), URI.create("http://127.0.0.1:" + port + "/secret"));

    assertThat(webhook.deliver(ALERT))
        .isEqualTo(AlertDelivery.refused(Message.of("doctor.alerts.why.unconnected")));
    assertThat(webhook.toString()).doesNotContain("secret");
  }

  // ---- commands

  private List<String> script(String... lines) throws IOException {
    Path script = directory.resolve("tell-me");
    Files.writeString(script, "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return List.of(script.toString(), directory.toString());
  }

  @Test
  void aCommandReadsTheSameJsonOnItsInputAndWhatItPrintsIsThrownAway() throws Exception {
    List<String> command = script("cat > \"$1/read\"", "echo a lot; echo of words >&2");

    assertThat(new AlertCommand(command).deliver(ALERT)).isEqualTo(AlertDelivery.TAKEN);

    assertThat(directory.resolve("read")).hasContent(AlertJson.of(ALERT));
  }

  @Test
  void aCommandThatPrintsWithoutEndIsNoHindrance() throws Exception {
    List<String> command = script("head -c 5000000 /dev/zero");

    assertThat(new AlertCommand(command).deliver(ALERT)).isEqualTo(AlertDelivery.TAKEN);
  }

  @Test
  void aCommandThatDoesNotReadMayStillBeContent() throws Exception {
    assertThat(new AlertCommand(script("exec <&-", "exit 0")).deliver(ALERT))
        .isEqualTo(AlertDelivery.TAKEN);
    assertThat(new AlertCommand(script("exit 7")).deliver(ALERT))
        .isEqualTo(AlertDelivery.refused(Message.of("doctor.alerts.why.ended").with("code", "7")));
    assertThat(new AlertCommand(List.of(directory + "/nothing")).deliver(ALERT))
        .isEqualTo(AlertDelivery.refused(Message.of("doctor.alerts.why.not_started")));
  }

  @Test
  void aCommandThatHangsIsKilledWithWhatItStarted() throws Exception {
    List<String> command =
        script("sleep 60 & echo $! > \"$1/child\"", "echo $$ > \"$1/own\"", "wait");

    assertThat(new AlertCommand(command, Duration.ofSeconds(2)).deliver(ALERT))
        .isEqualTo(AlertDelivery.unknown(Message.of("doctor.alerts.why.killed")));

    for (String file : List.of("child", "own")) {
      long pid = Long.parseLong(Files.readString(directory.resolve(file)).strip());
      long begin = System.nanoTime();
      while (isAlive(pid) && System.nanoTime() - begin < TimeUnit.SECONDS.toNanos(10)) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      assertThat(isAlive(pid)).isFalse();
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}

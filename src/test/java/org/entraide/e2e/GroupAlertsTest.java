package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.entraide.alert.send.FakeService;
import org.entraide.alert.send.FakeService.Mood;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of two real daemons that share one real PostgreSQL: one machine sends each of them. */
@NullMarked
@Tag("process")
@Tag("postgres")
class GroupAlertsTest {

  private static final int CAMPAIGN = 0;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

  @TempDir Path directory;

  private final Federation federation = new Federation(2);
  private final DatabaseServer server = Postgres.fresh();
  private final List<Process> daemons = new ArrayList<>();
  private final FakeService service = new FakeService(Mood.TAKES);

  /** An alert of the campaign, and which daemon sent it. */
  private record Sent(int daemon, String state, String trouble) {}

  @AfterEach
  void end() throws Exception {
    for (Process daemon : daemons) {
      daemon.destroyForcibly().waitFor();
    }
    service.close();
  }

  private void start(int number) throws IOException {
    Path home = Files.createDirectory(directory.resolve("daemon-" + number));
    Path configuration =
        federation.configuration(home, root, Optional.of(server.url() + "?user=postgres"), "1s");
    Files.writeString(
        configuration,
        "[alerts]\nwebhook = \"%s\"\n".formatted(service.address("/hook?daemon=" + number)),
        StandardOpenOption.APPEND);
    daemons.add(
        Program.shared()
            .start(
                home.resolve("said.txt"),
                configuration,
                List.of("env", "JDK_JAVA_OPTIONS=-Dentraide.lease=3 -Dentraide.grace=6 -Xmx128m"),
                "run"));
  }

  private String root = "";

  @Test
  void eachTroubleIsSentOnceByOneMachineAlsoWhereAnotherTakesTheCampaignOver() throws Exception {
    List<Door.Entry> passes = new CopyOnWriteArrayList<>();
    try (Door door = new Door(federation.office(), 0, passes::add)) {
      root = door.root();
      federation.pair(CAMPAIGN);
      start(0);
      start(1);
      await("the campaign is served", () -> federation.isSettled(CAMPAIGN, false));

      federation.suspend(CAMPAIGN, "oui");
      await("it is sent", () -> !sent().isEmpty());
      int first = sent().get(0).daemon();
      int before = passes.size();
      daemons.get(first).destroyForcibly().waitFor();
      await("the other one works on it", () -> looks(passes, before) >= 4);
      TimeUnit.SECONDS.sleep(2);
      assertThat(sent()).containsExactly(new Sent(first, "began", "suspended"));

      federation.suspend(CAMPAIGN, "");
      await("it is over", () -> sent().size() > 1);
      TimeUnit.SECONDS.sleep(2);
      assertThat(sent())
          .containsExactly(
              new Sent(first, "began", "suspended"), new Sent(1 - first, "over", "suspended"));
    }
  }

  /** How often the campaign's sheet was looked at since. */
  private static long looks(List<Door.Entry> passes, int since) {
    return passes.stream()
        .skip(since)
        .filter(it -> it.isFirst() && it.spreadsheet().equals(Federation.sheet(CAMPAIGN)))
        .count();
  }

  private List<Sent> sent() {
    List<Sent> sent = new ArrayList<>();
    for (String asked : service.asked()) {
      JsonNode alert = alert(asked);
      if (alert.path("campaign").asText().equals(Federation.name(CAMPAIGN))) {
        sent.add(
            new Sent(
                asked.contains("?daemon=0 ") ? 0 : 1,
                alert.path("state").asText(),
                alert.path("trouble").asText()));
      }
    }
    return sent;
  }

  private static JsonNode alert(String asked) {
    try {
      return new ObjectMapper().readTree(asked.substring(asked.indexOf('{')));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void await(String what, BooleanSupplier there) throws Exception {
    long begin = System.nanoTime();
    while (!there.getAsBoolean()) {
      assertThat(System.nanoTime() - begin).as("%s: %s", what, said()).isLessThan(PATIENCE);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private String said() throws IOException {
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < daemons.size(); i++) {
      said.append(Files.readString(directory.resolve("daemon-" + i + "/said.txt")));
    }
    return said.toString();
  }
}

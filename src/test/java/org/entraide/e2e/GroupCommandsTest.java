package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.entraide.Main;
import org.entraide.cli.shell.Console;
import org.entraide.cli.shell.ExitCode;
import org.entraide.group.Leases;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.entraide.sandbox.office.http.OfficeJson;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as typed where the journal is in a database that several daemons share. */
@NullMarked
@Tag("postgres")
class GroupCommandsTest {

  private static final Duration LONG = Duration.ofMinutes(5);

  private record Ended(int exitCode, String out, String err) {}

  private final World world;
  private final DatabaseServer server = Postgres.fresh();

  GroupCommandsTest(@TempDir Path directory) {
    this.world = World.empty(directory);
  }

  @BeforeEach
  void twoWhoBelongTogether() {
    world.answer(Town.ana());
    world.answer(Town.bo());
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Ended run(String... words) throws IOException {
    return in(server.url() + "?user=postgres", words);
  }

  private Ended in(String journal, String... words) throws IOException {
    Path file = world.configuration();
    String text = Files.readString(file);
    if (!text.contains("journal =")) {
      Files.writeString(
          file, text.replace("[state]\n", "[state]\njournal = \"" + journal + "\"\n"));
    }
    String[] all = new String[words.length + 2];
    all[0] = "--config";
    all[1] = file.toString();
    System.arraycopy(words, 0, all, 2, words.length);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.execute(new Console(new PrintWriter(out), new PrintWriter(err)), all);
    return new Ended(code, out.toString(), err.toString());
  }

  @Test
  void oneCycleIsRunAndLeavesTheCampaignToWhoeverComesNext() throws IOException {
    Ended ended = run("run", "--once");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(world.drafted()).hasSize(1);
    JsonNode group = OfficeJson.parse(run("status", "--json").out()).path("group");
    assertThat(group.path("daemons")).isEmpty();
    assertThat(group.path("campaigns").get(0).path("campaign").asText()).isEqualTo("londres");
    assertThat(group.path("campaigns").get(0).path("daemon").isNull()).isTrue();
    assertThat(group.path("campaigns").get(0).path("fence").asLong()).isEqualTo(1);
    assertThat(run("run", "--once").exitCode()).isZero();
    assertThat(world.drafted()).hasSize(1);
  }

  @Test
  void aCampaignThatAnotherDaemonWorksOnIsLeftAlone() throws IOException {
    try (ServerJournal journal = ServerJournal.open(server)) {
      Leases leases = journal.leases();
      leases.join("other", "elsewhere (pid 7)", "9.9", true, LONG);
      assertThat(leases.take("other", List.of("londres"), LONG)).hasSize(1);

      Ended ended = run("run", "--once");

      assertThat(ended.exitCode()).isEqualTo(ExitCode.ALREADY_RUNNING);
      assertThat(ended.err()).contains("londres: another daemon of the group works on it");
      assertThat(world.drafted()).isEmpty();
      assertThat(run("status").out())
          .contains("elsewhere (pid 7), version 9.9, started ", ": londres (taken ");
      assertThat(run("doctor").out())
          .contains("PostgreSQL 1")
          .contains("elsewhere (pid 7), version 9.9, campaigns: 1");
    }
  }

  @Test
  void somebodyIsErasedFromTheDatabaseToo() throws IOException {
    assertThat(run("run", "--once").exitCode()).isZero();
    String ana = world.rowOf(Town.ANA).ref();

    Ended ended = run("erase", ana, "--yes");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(world.drafted()).isEmpty();
    try (ServerJournal journal = ServerJournal.openReadOnly(server)) {
      assertThat(journal.journal().memory("londres").references())
          .doesNotContain(ana)
          .hasSizeLessThan(3);
    }
  }

  @Test
  void aDatabaseThatIsAwayIsSaidAndTriedAgainLater() throws IOException {
    String nowhere = "jdbc:postgresql://127.0.0.1:1/entraide?user=postgres";
    for (String command : List.of("status", "run")) {
      Ended ended = in(nowhere, command);

      assertThat(ended.exitCode()).as(command).isEqualTo(ExitCode.TRY_AGAIN);
      assertThat(ended.err())
          .contains("jdbc:postgresql://127.0.0.1:1/entraide: the database does not answer");
    }
    Ended doctor = in(nowhere, "doctor");
    assertThat(doctor.out()).contains("the database does not answer");
    assertThat(doctor.exitCode()).isEqualTo(ExitCode.TRY_AGAIN);
    assertThat(world.drafted()).isEmpty();
  }
}

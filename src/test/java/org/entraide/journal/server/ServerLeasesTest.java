package org.entraide.journal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.entraide.group.Leases;
import org.entraide.group.LeasesContract;
import org.entraide.journal.Postgres;
import org.entraide.journal.sql.Sql;
import org.entraide.testkit.Beside;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class ServerLeasesTest extends LeasesContract {

  private final DatabaseServer server = Postgres.fresh();
  private final ServerJournal journal = ServerJournal.open(server);

  @Override
  protected Leases leases() {
    return journal.leases();
  }

  @Override
  protected void forget(Duration last) {
    String sql = "UPDATE member SET expires_at = expires_at - interval '%d s'";
    try (ServerDatabase database = new ServerDatabase(server)) {
      database.change(c -> Sql.update(c, sql.formatted(last.toSeconds())));
    }
  }

  @Override
  protected void wait(Duration time) {
    try {
      Thread.sleep(time.toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void ofManyThatTakeAtOnceNoTwoHaveTheSameCampaign() {
    List<String> campaigns = IntStream.range(0, 60).mapToObj(i -> "c" + i).toList();
    List<String> members = List.of("a", "b", "c", "d");
    members.forEach(id -> leases().join(id, id, "1", true, Duration.ofMinutes(1)));
    leases().look(campaigns, Duration.ZERO);

    List<CompletableFuture<Set<String>>> all =
        members.stream()
            .map(
                id ->
                    Beside.get(
                        () -> {
                          Set<String> taken = new HashSet<>();
                          for (int i = 0; i < 5; i++) {
                            taken.addAll(
                                leases().take(id, campaigns, Duration.ofMinutes(1)).keySet());
                          }
                          return taken;
                        }))
            .toList();

    List<String> taken = all.stream().flatMap(it -> it.join().stream()).toList();
    assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(campaigns);
  }
}

package org.entraide.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.entraide.campaign.Journal;
import org.entraide.journal.JournalProblem.Kind;
import org.junit.jupiter.api.Test;

class ServerJournalTest extends JournalContract {

  private final Server server = Postgres.fresh();

  @Override
  protected Journal open() {
    return ServerJournal.open(server).journal();
  }

  @Test
  void twoThatMakeItsTablesAtOnceShareThem() {
    Server empty = Postgres.empty();
    CompletableFuture<Journal> beside =
        CompletableFuture.supplyAsync(() -> ServerJournal.open(empty).journal());
    try (Journal one = ServerJournal.open(empty).journal();
        Journal two = beside.join()) {
      one.reserve("londres", List.of("7KQ47"));

      assertThat(two.memory("londres").references()).containsExactly("7KQ47");
    }
  }

  @Test
  void aReaderFindsNoJournalWhereNoneIsAndMakesNone() {
    Server empty = Postgres.empty();

    assertThat(problem(() -> ServerJournal.openReadOnly(empty)).kind()).isEqualTo(Kind.ABSENT);
    assertThat(problem(() -> ServerJournal.openReadOnly(empty)).kind()).isEqualTo(Kind.ABSENT);
  }

  @Test
  void aNewerJournalIsRefused() {
    try (ServerJournal journal = ServerJournal.open(server)) {
      journal.journal().reserve("londres", List.of("7KQ47"));
    }
    Schema older =
        new Schema(
            List.of("classpath:org/entraide/journal/tables"), 8, Schema.server().placeholders());

    JournalProblem problem = problem(() -> ServerJournal.open(server, older));

    assertThat(problem.kind()).isEqualTo(Kind.NEWER);
    assertThat(problem).hasMessageContaining("(format 9; this one knows 8)");
  }

  @Test
  void aServerThatIsNotThereIsSaidWithoutAnyPassword() {
    Server nobody =
        new Server(
            "jdbc:postgresql://127.0.0.1:1/entraide?sslmode=disable",
            Optional.of("entraide"),
            Optional.of("a secret"));

    JournalProblem problem = problem(() -> ServerJournal.open(nobody));

    assertThat(problem.kind()).isEqualTo(Kind.AWAY);
    assertThat(problem)
        .hasMessageStartingWith("jdbc:postgresql://127.0.0.1:1/entraide: the database does not");
    assertThat(nobody.toString()).doesNotContain("secret");
  }

  @Test
  void whoeverMayNotUseTheDatabaseIsToldWhatToCheck() {
    Postgres.execute("CREATE ROLE stranger LOGIN");
    Server stranger = new Server(server.url(), Optional.of("stranger"), Optional.empty());
    Server none = new Server(server.url() + "_not", server.user(), server.password());

    JournalProblem problem =
        problem(() -> ServerJournal.open(stranger).journal().reserve("londres", List.of("a")));
    assertThat(problem.kind()).isEqualTo(Kind.REFUSED);
    assertThat(problem).hasMessageContaining("may not read or write Entraide's tables");
    assertThat(problem(() -> ServerJournal.open(none)))
        .hasMessageContaining("there is no such database");
  }

  @Test
  void theDatabaseHasANameOfItsOwnWhereverItIsOpenedFrom() {
    try (ServerJournal one = ServerJournal.open(server);
        ServerJournal two = ServerJournal.openReadOnly(server);
        ServerJournal other = ServerJournal.open(Postgres.fresh())) {
      assertThat(one.identity()).isEqualTo(two.identity()).isNotEqualTo(other.identity());
    }
  }

  private static JournalProblem problem(Runnable call) {
    return catchThrowableOfType(JournalProblem.class, call::run);
  }
}

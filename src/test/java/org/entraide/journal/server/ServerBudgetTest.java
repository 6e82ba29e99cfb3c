package org.entraide.journal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.entraide.group.BudgetContract;
import org.entraide.group.SharedBudget;
import org.entraide.journal.Postgres;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("postgres")
@Isolated("what it takes counts for a second, by the clock")
class ServerBudgetTest extends BudgetContract {

  private final DatabaseServer server = Postgres.fresh();
  private final Budgets budgets = new Budgets(server);

  @AfterEach
  void close() {
    budgets.close();
  }

  @Override
  protected SharedBudget open() {
    return budgets.counting(Duration.ofSeconds(1));
  }

  @Override
  protected void sleep(Duration pause) throws InterruptedException {
    Thread.sleep(pause.toMillis());
  }

  /** A process that is suspended at the worst moment may not hold up the others for long. */
  @Test
  void whoeverStopsBeforeItCommitsHoldsUpOthersForSecondsOnly() throws Exception {
    SharedBudget budget = open();
    budget.take("a", 1, 1, 10);
    try (Connection suspended = connect();
        Statement statement = suspended.createStatement()) {
      suspended.setAutoCommit(false);
      statement.executeQuery("SELECT * FROM quota_take('a', 1, 1, 10, interval '1 second')");

      JournalProblem busy = catchThrowableOfType(JournalProblem.class, () -> takeSoon(budget));
      assertThat(Optional.ofNullable(busy).map(JournalProblem::kind))
          .isIn(
              Optional.empty(),
              Optional.of(Kind.BUSY)); // the lock was given up just before, or after
      assertThat(budget.take("a", 1, 1, 10).units()).isEqualTo(1);
      SQLException late = catchThrowableOfType(SQLException.class, suspended::commit);
      assertThat(ServerProblems.of("db", late))
          .isInstanceOfSatisfying(
              JournalProblem.class, it -> assertThat(it.kind()).isEqualTo(Kind.AWAY));
    }
  }

  private static void takeSoon(SharedBudget budget) {
    budget.take("a", 1, 1, 10);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(server.url(), "postgres", "postgres");
  }

  @Test
  void aDatabaseThatIsNotThereIsAnOrdinaryTrouble() {
    DatabaseServer nobody =
        new DatabaseServer(
            "jdbc:postgresql://127.0.0.1:1/entraide?sslmode=disable",
            Optional.empty(),
            Optional.empty());
    try (Budgets away = new Budgets(nobody)) {
      JournalProblem problem =
          catchThrowableOfType(
              JournalProblem.class, () -> away.counting(Duration.ofSeconds(1)).take("a", 1, 1, 10));

      assertThat(problem.kind()).isEqualTo(Kind.AWAY);
    }
  }
}

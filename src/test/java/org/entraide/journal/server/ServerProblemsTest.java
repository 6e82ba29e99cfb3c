package org.entraide.journal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.junit.jupiter.api.Test;

class ServerProblemsTest {

  @Test
  void aProcessThatEndsWhileItWaitsForAConnectionHasNoBug() {
    SQLException interrupted =
        new SQLException("Interrupted during connection acquisition", new InterruptedException());

    RuntimeException problem = ServerProblems.of("the database", interrupted);

    assertThat(problem).isInstanceOf(JournalProblem.class);
    assertThat(((JournalProblem) problem).kind()).isEqualTo(Kind.AWAY);
  }

  @Test
  void aStatementThatIsRefusedAsSuchIsABug() {
    RuntimeException problem =
        ServerProblems.of("the database", new SQLException("no", "42601", new Exception()));

    assertThat(problem).isInstanceOf(IllegalStateException.class).hasMessageContaining("42601");
  }
}

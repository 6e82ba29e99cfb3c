package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.DatabaseServer;
import org.entraide.journal.server.ServerJournal;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** A proxy before the database that drops connections which are idle. */
@NullMarked
@Tag("postgres")
@Isolated("a system property of all connections")
class IdleConnectionsTest {

  /** How long the pool takes a connection that was just used for good. */
  private static final String LATELY = "com.zaxxer.hikari.aliveBypassWindowMs";

  @Test
  void aConnectionThatWasDroppedWhileIdleIsReplacedWithoutAWordInTheLog() throws Exception {
    String url = Postgres.fresh().url();
    System.setProperty(LATELY, "-1"); // any connection counts as idle, even one of this millisecond
    ListAppender<ILoggingEvent> heard = new ListAppender<>();
    heard.start();
    LoggerContext tests = (LoggerContext) LoggerFactory.getILoggerFactory();
    tests.getLogger("com.zaxxer.hikari").addAppender(heard);
    try (Cable proxy = new Cable(Postgres.port());
        Journal journal =
            ServerJournal.open(
                    new DatabaseServer(
                        url.replace(":" + Postgres.port() + "/", ":" + proxy.port() + "/"),
                        Optional.of("postgres"),
                        Optional.of("postgres")))
                .journal()) {
      journal.reserve("londres", List.of("7KQ47"));
      proxy.cut(true);
      proxy.cut(false);

      assertThat(journal.memory("londres").references()).containsExactly("7KQ47");
    } finally {
      System.clearProperty(LATELY);
      tests.getLogger("com.zaxxer.hikari").detachAppender(heard);
    }

    assertThat(heard.list).isNotEmpty().allSatisfy(event -> assertThat(isLogged(event)).isFalse());
  }

  /** Whether the program's own log shows it. */
  private static boolean isLogged(ILoggingEvent event) throws Exception {
    LoggerContext program = new LoggerContext();
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(program);
    configurator.doConfigure(Path.of("src/main/resources/logback.xml").toUri().toURL());
    return program.getLogger(event.getLoggerName()).isEnabledFor(event.getLevel());
  }
}

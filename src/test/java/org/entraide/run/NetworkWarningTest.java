package org.entraide.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A daemon says at its start that its journal lies on another machine's disk. */
class NetworkWarningTest {

  @TempDir private Path directory;

  private List<ILoggingEvent> logged(String type) {
    Logger logger = (Logger) LoggerFactory.getLogger(RunAction.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      RunAction.warnOfNetwork(directory, path -> type);
    } finally {
      logger.detachAppender(log);
    }
    return log.list.stream().filter(it -> it.getMessage().startsWith("{}")).toList();
  }

  @Test
  void aJournalOnAnotherMachineIsWarnedOf() {
    assertThat(logged("nfs4"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getLevel()).isEqualTo(Level.WARN);
              assertThat(event.getFormattedMessage())
                  .startsWith(directory + " lies on a network file system (nfs4)")
                  .contains("jdbc:postgresql://");
            });
  }

  @Test
  void aJournalOnADiskOfThisMachineIsNot() {
    assertThat(logged("ext4")).isEmpty();
  }
}

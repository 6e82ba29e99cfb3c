package org.entraide.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class SystemJournalTest {

  @Test
  void theJournalReadsWhereStandardErrorIsWhatSystemdSaysItIs() {
    Map<String, String> service = Map.of("JOURNAL_STREAM", "9:12345");
    assertThat(SystemJournal.reads(service, Optional.of("9:12345"))).isTrue();
    assertThat(SystemJournal.reads(service, Optional.of("9:99"))).as("sent elsewhere").isFalse();
    assertThat(SystemJournal.reads(service, Optional.empty())).isFalse();
    assertThat(SystemJournal.reads(Map.of(), Optional.of("9:12345"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"ERROR, 3", "WARN, 4", "INFO, 6", "DEBUG, 7", "TRACE, 7"})
  void eachLineBeginsWithItsPriorityAndHasNoTimeOfItsOwn(String level, int priority) {
    assertThat(line(Level.toLevel(level), Map.of()))
        .isEqualTo("<" + priority + ">Cycle - All is well.\n");
  }

  @Test
  void theCampaignAndItsCycleAreNamedAsElsewhere() {
    assertThat(line(Level.WARN, Map.of("campaign", "londres", "cycle", "7")))
        .isEqualTo("<4>Cycle [londres 7] - All is well.\n");
  }

  private static String line(Level level, Map<String, String> about) {
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(SystemJournal.LINE);
    layout.start();
    LoggingEvent event = new LoggingEvent();
    event.setLoggerContext(context);
    event.setLoggerName("org.entraide.campaign.cycle.Cycle");
    event.setLevel(level);
    event.setMessage("All is well.");
    event.setMDCPropertyMap(about);
    return layout.doLayout(event);
  }
}

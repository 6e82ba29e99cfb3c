package org.entraide.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.JournalContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {

  @TempDir Path state;

  @Override
  protected Journal open() {
    return SqliteJournal.open(state);
  }

  @Test
  void noByteOfTheStateDirectoryTellsOfWhoeverWasErased() throws IOException {
    fillWithTwoPeople();
    assertThat(bytes()).contains("7KQ47").contains("00000000000000a1");
    Journal dublin = open(); // which knows another of this name
    dublin.erase("dublin", new Erasure(Set.of("7KQ47"), Set.of(), Map.of(), theFirst().erased()));
    dublin.close();

    try (Journal daemon = open()) {
      daemon.erase("londres", theFirst());

      assertThat(bytes()).doesNotContain("7KQ47").doesNotContain("00000000000000a1");
      assertThat(bytes()).contains("73E2M");
    }
  }

  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(state)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }
}

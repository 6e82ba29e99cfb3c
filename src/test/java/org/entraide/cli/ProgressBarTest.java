package org.entraide.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {

  private final StringWriter written = new StringWriter();
  private final PrintWriter err = new PrintWriter(written, true);

  @Test
  void itDrawsOverItselfAndIsGoneInTheEnd() {
    try (ProgressBar bar = new ProgressBar(err, true, false)) {
      bar.step("round 1", 1, 2);
      bar.draw();
      assertThat(written.toString())
          .startsWith("\rround 1 [###############...............]  50 %  ");
      written.getBuffer().setLength(0);
      bar.println("a row is bad");
      assertThat(written.toString()).matches("(?s)\r +\ra row is bad\\R");
      bar.draw();
      written.getBuffer().setLength(0);
    }
    assertThat(written.toString()).matches("\r +\r");
  }

  @Test
  void coloursAreOnlyThereWhenTheyAreWanted() {
    try (ProgressBar plain = new ProgressBar(err, true, false)) {
      plain.draw();
    }
    assertThat(written.toString()).doesNotContain("\u001b");
    try (ProgressBar coloured = new ProgressBar(err, true, true)) {
      coloured.step("x", 5, 5);
      coloured.draw();
    }
    assertThat(written.toString()).contains("\u001b[32m", "\u001b[0m");
  }

  @Test
  void withoutATerminalNothingIsWritten() {
    try (ProgressBar bar = new ProgressBar(err, false, true)) {
      bar.step("round 1", 1, 2);
    }
    assertThat(written.toString()).isEmpty();
  }

  @Test
  void readingAFileMovesIt(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("people.csv"), "x".repeat(10));
    try (ProgressBar bar = new ProgressBar(err, true, false);
        var in = bar.reading(file)) {
      var read = new ByteArrayOutputStream();
      read.write(in.read());
      read.writeBytes(in.readNBytes(4));
      bar.draw();
      assertThat(read.size()).isEqualTo(5);
    }
    assertThat(written.toString()).startsWith("\rreading people.csv [###############....");
  }
}

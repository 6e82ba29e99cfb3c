package org.entraide.cli.shell;

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
  void whatACommandPrintsMeanwhileTakesItOutOfTheWay() throws Exception {
    StringWriter data = new StringWriter();
    try (ProgressBar bar = new ProgressBar(err, true, false)) {
      int code =
          bar.run(
              new Console(new PrintWriter(data, true), err),
              console -> {
                console.progress().step("londres", 1, 2);
                bar.draw();
                console.out().println("londres: draft M-7KQ47");
                console.out().flush();
                bar.draw();
                console.err().println("paris: nothing to do");
                return 3;
              });

      assertThat(code).isEqualTo(3);
    }
    assertThat(data.toString().strip()).isEqualTo("londres: draft M-7KQ47");
    assertThat(written.toString())
        .matches(
            "(?s)\rlondres \\[.{30}\\]  50 %  0 s\r +\r"
                + "\rlondres \\[.{30}\\]  50 %  0 s\r +\rparis: nothing to do\\R");
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

package org.entraide.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchedOutputTest {

  @ParameterizedTest
  @CsvSource({"Broken pipe,true", "No space left on device,false", ",false"})
  void aReaderThatLeftIsNotTakenForAFullDisk(String failure, boolean closed) {
    WatchedOutput output =
        new WatchedOutput(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException(failure);
              }
            });
    assertThat(output.isClosedByReader()).isFalse();

    assertThat(new PrintWriter(output, false, StandardCharsets.UTF_8).append("a word").checkError())
        .isTrue();

    assertThat(output.isClosedByReader()).isEqualTo(closed);
  }
}

package org.entraide.google.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedAnswerTest {

  private static final String TEXT = "{\"sheets\": [\"Zoé\"]}";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void itSaysWhatWasPacked(boolean zipped) throws IOException {
    PackedAnswer answer = answer(TEXT, zipped, 1000);

    assertThat(answer.isHeld()).isTrue();
    assertThat(answer.open()).hasContent(TEXT);
    assertThat(answer.open()).as("a second time").hasContent(TEXT);
    assertThat(answer.digest())
        .isEqualTo(answer(TEXT, zipped, 1000).digest())
        .isNotEqualTo(answer(TEXT + " ", zipped, 1000).digest());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsTooLargeIsNotHeldAndReadWholeNevertheless(boolean zipped) throws IOException {
    PackedAnswer answer = answer(TEXT, zipped, 10);

    assertThat(answer.isHeld()).isFalse();
    assertThat(answer.open()).hasContent(TEXT);
  }

  @Test
  void whatJustFillsTheLimitIsNotTakenForAll() throws IOException {
    assertThat(answer("1234567890", false, 10).isHeld()).isFalse();
    assertThat(answer("123456789", false, 10).isHeld()).isTrue();
    assertThat(answer("", false, 10).open()).isEmpty();
  }

  private static PackedAnswer answer(String text, boolean zipped, int mostHeld) throws IOException {
    return PackedAnswer.of(new ByteArrayInputStream(bytes(text, zipped)), zipped, mostHeld);
  }

  private static byte[] bytes(String text, boolean zipped) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!zipped) {
      return text.getBytes(UTF_8);
    }
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}

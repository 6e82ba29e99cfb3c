package org.entraide.google.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireResponseTest {

  private static final String REASON = "{\"error\": {\"code\": 403}}";

  @ParameterizedTest
  @CsvSource({"400, gzip", "403, GZIP", "503, x-gzip"})
  void aRefusalIsUnpackedAlsoWhereTheBytesWereAskedForAsTheyCome(int status, String encoding)
      throws IOException {
    WireResponse refusal = response(status, encoding, packed());

    assertThat(refusal.getContentEncoding()).isNull();
    InputStream content = refusal.getContent();
    assertThat(refusal.getContent()).as("asked for again, to be closed").isSameAs(content);
    assertThat(content).hasContent(REASON);
  }

  @Test
  void anAnswerStaysPackedAndSaysSo() throws IOException {
    WireResponse answer = response(200, "gzip", packed());

    assertThat(answer.getContentEncoding()).isEqualTo("gzip");
    assertThat(answer.getContent().readAllBytes()).isEqualTo(packed());
  }

  @Test
  void aRefusalThatIsNotPackedIsLeftAsItIs() throws IOException {
    WireResponse refusal = response(403, "identity", REASON.getBytes(UTF_8));

    assertThat(refusal.getContent()).hasContent(REASON);
  }

  private static WireResponse response(int status, String encoding, byte[] body) {
    return new WireResponse(
        new Wire.Answer(
            status, Map.of("content-encoding", List.of(encoding)), new ByteArrayInputStream(body)));
  }

  private static byte[] packed() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(REASON.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}

package org.entraide.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

  private static double parse(String text) {
    byte[] bytes = (" " + text + " ").getBytes(StandardCharsets.UTF_8);
    return Decimals.parse(bytes, 1, bytes.length - 1);
  }

  @Test
  void everyNumberIsTheNearestDouble() {
    Random random = new Random(5);
    for (int i = 0; i < 20_000; i++) {
      String text =
          String.format(
              Locale.ROOT, "%." + random.nextInt(18) + "f", (random.nextDouble() - 0.5) * 400);
      assertThat(parse(text)).as(text).isEqualTo(Double.parseDouble(text));
      String shortest = Double.toString(random.nextGaussian() * Math.pow(10, random.nextInt(9)));
      assertThat(parse(shortest)).as(shortest).isEqualTo(Double.parseDouble(shortest));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {".5", "5.", "+3", "-0.1", "1e3", "1E-3", "1e+3", "000000000000000000012.5"})
  void usualWaysOfWritingAreUnderstood(String text) {
    assertThat(parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        ".",
        "+",
        "1.2.3",
        "1e",
        "1e+",
        "e3",
        "NaN",
        "Infinity",
        "1d",
        "0x10",
        "1_0",
        "1 2",
        "--1",
        "1e999",
        "1,5",
        "١"
      })
  void whatIsNoNumberIsNone(String text) {
    assertThat(parse(text)).isNaN();
  }
}

package org.entraide.place.index;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PostcodeKeysTest {

  @ParameterizedTest
  @CsvSource({
    "GB, sw7 2az, SW7",
    "GB, EC1A1BB, EC1A",
    "GB, M1, M1",
    "GB, London, LONDON",
    "US, 10001-1234, 10001",
    "US, 100011234, 10001",
    "FR, F-75015, 75015",
    "CH, CH-1203, 1203",
    "CA, h2x 1y4, H2X1Y4",
    "PT, 1000-001, 1000001",
    "NL, 1012 AB, 1012AB"
  })
  void aCodeIsOneHoweverItIsSpaced(String country, String typed, String code) {
    assertThat(PostcodeKeys.normalize(country, typed)).isEqualTo(code);
  }

  @Test
  void anotherDistrictIsNotTheAreaOfThisOne() {
    assertThat(PostcodeKeys.beginnings("GB", "SW70")).containsExactly("SW70", "SW");
    assertThat(PostcodeKeys.beginnings("GB", "EC1A")).containsExactly("EC1A", "EC1", "EC");
    assertThat(PostcodeKeys.beginnings("GB", "M1")).containsExactly("M1", "M");
    assertThat(PostcodeKeys.beginnings("DE", "101")).containsExactly("101", "10", "1");
    assertThat(PostcodeKeys.beginnings("GB", "")).isEmpty();
  }
}

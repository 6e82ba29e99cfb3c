package org.entraide;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void itExists() {
    assertThat(Main.class).isFinal();
  }
}

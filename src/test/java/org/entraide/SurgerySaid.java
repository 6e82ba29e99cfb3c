package org.entraide;

import java.util.List;

/** What a command said. */
record SurgerySaid(int exitCode, String out) {
  List<String> lines() {
    return out.lines().toList();
  }
}

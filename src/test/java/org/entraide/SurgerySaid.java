package org.entraide;

import java.util.List;

/** What a command said. */
public record SurgerySaid(int exitCode, String out) {
  public List<String> lines() {
    return out.lines().toList();
  }
}

package org.entraide.metrics;

import java.util.Map;

/**
 * What sort of effect a cycle tells of. A report tells effects in words, with references; here only
 * words of this list come out, whatever went in, so that no label can carry more.
 */
final class EffectKind {

  static final String OTHER = "other";

  private static final Map<String, String> BY_FIRST_WORD =
      Map.of(
          "write", "write",
          "ledger", "ledger",
          "draft", "draft",
          "delete", "delete_draft",
          "put", "put_back",
          "prepare", "prepare",
          "settings", "settings",
          "dashboard", "dashboard");

  private EffectKind() {}

  static String of(String effect) {
    if (effect.startsWith("draft a follow-up ")) {
      return "follow_up";
    }
    int end = effect.indexOf(' ');
    return BY_FIRST_WORD.getOrDefault(end < 0 ? effect : effect.substring(0, end), OTHER);
  }
}

package org.entraide.build;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * Could start a process without a tag, and change the language of all tests without being alone:
 * {@link TagsTest} takes it for a test and finds it.
 */
@NullMarked
final class Untagged {

  private Untagged() {}

  static List<String> command() {
    return new ProcessBuilder("true").command();
  }

  static void speakFrench() {
    Locale.setDefault(Locale.FRENCH);
  }
}

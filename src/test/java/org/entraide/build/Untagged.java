package org.entraide.build;

import java.util.List;
import org.jspecify.annotations.NullMarked;

/** Could start a process, without a tag: {@link TagsTest} takes it for a test and finds it. */
@NullMarked
final class Untagged {

  private Untagged() {}

  static List<String> command() {
    return new ProcessBuilder("true").command();
  }
}

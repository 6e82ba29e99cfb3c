package org.entraide.e2e;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;

/** A campaign in which people are asked what their answer lacks, and one of them. */
@NullMarked
abstract class QuestionFixture {

  static final String DORA = "dora@example.org";

  @TempDir Path directory;

  World world() {
    return World.empty(directory).configured("question_drafts = true");
  }

  /** Somebody who says neither what they need nor what they offer. */
  static Reply dora() {
    return Reply.of("Dora", "Lamb", DORA).at("SW7 2DD");
  }

  static String question(World world) {
    return "Q-" + world.rowOf(DORA).ref();
  }
}

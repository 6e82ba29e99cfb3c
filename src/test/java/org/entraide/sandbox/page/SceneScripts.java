package org.entraide.sandbox.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * What the words of each step of each scene speak of, and where it is: read off the words, so that
 * the page's own list of what it lights can be wrong.
 */
@NullMarked
enum SceneScripts {
  FIRST,
  SORT,
  DISCARD,
  PIN,
  CRASH,
  WITHDRAW,
  LOST,
  MULTITUDE;

  /** Somebody of the sample. */
  static final int ANYBODY = -1;

  enum Kind {
    ROW,
    LETTER,
    ENTRY,
    ENGINE,
    WORDS
  }

  /**
   * @param person the how manieth of those who answered in this scene, from 0
   * @param names marks of columns, of which a narrow screen has room for the first; or an id
   */
  record Step(Kind kind, int person, List<String> names) {}

  /** What is to be seen after each step. */
  List<Step> steps() {
    return switch (this) {
      case FIRST ->
          List.of(
              row(0, "needs"),
              row(1, "offers"),
              row(0, "place", "introduced", "explanation"),
              letter(0),
              row(0, "status"));
      case SORT -> List.of(row(0, "needs"), row(0, "status"), row(0, "ref"));
      case DISCARD -> List.of(letter(0), entry(), entry());
      case PIN -> List.of(row(1, "ref"), row(2, "with"), row(2, "introduced"));
      case CRASH -> List.of(engine("engine-daemon"), row(0, "status"), letter(0));
      case WITHDRAW -> List.of(letter(0), row(0, "status", "instruction"), entry());
      case LOST -> List.of(engine("engine-daemon"), engine("engine-course"), row(-1, "ref"));
      case MULTITUDE -> List.of(words(), words());
    };
  }

  /** As the page calls it. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Step row(int person, String... marks) {
    return new Step(Kind.ROW, person, List.of(marks));
  }

  private static Step letter(int person) {
    return new Step(Kind.LETTER, person, List.of());
  }

  /** The introduction that the scene's first letter makes. */
  private static Step entry() {
    return new Step(Kind.ENTRY, ANYBODY, List.of("ledger_state"));
  }

  /** Figures that are nowhere but in the words. */
  private static Step words() {
    return new Step(Kind.WORDS, ANYBODY, List.of());
  }

  private static Step engine(String id) {
    return new Step(Kind.ENGINE, ANYBODY, List.of(id));
  }
}

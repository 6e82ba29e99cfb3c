package org.entraide.group;

import java.util.List;
import java.util.Optional;

/**
 * A place that every daemon of a group reaches and that keeps sealed texts under names that reveal
 * nothing.
 *
 * <p>Every method may throw {@link java.io.UncheckedIOException} where that place is away.
 */
public interface TokenShelf {

  /**
   * A text as it was once.
   *
   * @param change one higher with each text of that name
   * @param text sealed, and never the same twice
   */
  record SealedText(String name, long change, String text) {

    @Override
    public String toString() {
      return "Sealed[" + name + ", " + change + "]";
    }
  }

  /** How the place is called in messages. */
  String place();

  Optional<SealedText> find(String name);

  /** All of them, in the order of their names. */
  List<SealedText> all();

  /** Keeps a text in place of the one that was there. */
  void put(String name, String text);

  /**
   * Keeps a text in place of another.
   *
   * @param seen what must still be there
   * @return whether it was, and the text was kept
   */
  boolean replace(SealedText seen, String text);

  /**
   * Removes a text.
   *
   * @return whether there was one
   */
  boolean remove(String name);
}

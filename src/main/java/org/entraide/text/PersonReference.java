package org.entraide.text;

/**
 * A person to whom a message points. {@link Texts} writes the reference alone, so that logs, {@code
 * status}, {@code explain} and files never name anybody; {@link Texts#naming} gives the words of
 * the sheet, where people work, the name beside it.
 *
 * @param ref such as {@code 7KQ47}
 */
public record PersonReference(String ref) {

  @Override
  public String toString() {
    return ref;
  }
}

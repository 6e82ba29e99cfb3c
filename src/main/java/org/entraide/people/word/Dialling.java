package org.entraide.people.word;

import java.util.Optional;
import org.entraide.table.Cell;

/**
 * How a telephone number was read: what a letter may show in its place where somebody turns out to
 * live in another country.
 *
 * @param typed the cell that it was read from
 * @param answered whether the person answered in which country
 * @param unusual whether no numbering plan has it
 */
public record Dialling(Cell typed, boolean answered, boolean unusual) {

  /** There is no number. */
  public static final Dialling NONE = new Dialling(Cell.EMPTY, false, false);

  /** The number if it is one of that country, in E.164; empty where it is not valid there. */
  public Optional<String> in(String country) {
    return Phones.validIn(typed, country);
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Dialling[…]";
  }
}

package org.entraide.people.identity;

import java.time.Instant;
import java.util.List;
import org.entraide.people.profile.Profile;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Someone who answered, once or several times.
 *
 * @param ref such as {@code 7KQ47}
 * @param formerRefs references that turned out to be this same person, which is still found by them
 * @param profile of the answer that counts
 * @param firstAnswer the earliest answer in the sheet; null when none has a time
 * @param row index of the row that counts, as read
 * @param duplicateRows indexes of the other rows, ascending
 * @param messages what to say about who this is
 */
public record Person(
    String ref,
    List<String> formerRefs,
    Profile profile,
    @Nullable Instant firstAnswer,
    int row,
    List<Integer> duplicateRows,
    List<Message> messages) {

  public Person {
    formerRefs = List.copyOf(formerRefs);
    duplicateRows = List.copyOf(duplicateRows);
    messages = List.copyOf(messages);
  }

  /** The reference and nothing else. */
  @Override
  public String toString() {
    return "Person[" + ref + "]";
  }
}

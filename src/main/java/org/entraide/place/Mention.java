package org.entraide.place;

import java.util.List;

/**
 * A name of the table among the words.
 *
 * @param name the folded name
 * @param candidates the places of that name, one at least
 * @param start index of its first word
 * @param end index after its last word
 * @param segment the part of the text that its first word is in
 */
record Mention(String name, List<Entry> candidates, int start, int end, int segment) {

  Mention narrowedTo(List<Entry> fewer) {
    return new Mention(name, fewer, start, end, segment);
  }

  /** Whether some place meant by this is compatible with the entry. */
  boolean agreesWith(Entry entry) {
    return candidates.stream().anyMatch(entry::agreesWith);
  }
}

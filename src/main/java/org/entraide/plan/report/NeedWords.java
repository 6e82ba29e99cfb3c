package org.entraide.plan.report;

import java.util.List;
import java.util.Set;
import org.entraide.people.word.Category;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.text.Message;

/** Needs in the sentence of a short cell. */
final class NeedWords {

  /** The others are counted. */
  private static final int MOST = 2;

  private NeedWords() {}

  /** In the order of the categories; a word for help where none is named. */
  static Message of(Set<Category> needs) {
    if (needs.isEmpty()) {
      return Message.of("introduced.help");
    }
    List<Message> words =
        needs.stream().sorted().map(c -> Message.of(SheetVocabulary.categoryKey(c))).toList();
    return Message.of("letter.needs").with("needs", Message.firstOf(words, MOST));
  }
}

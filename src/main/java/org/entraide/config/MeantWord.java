package org.entraide.config;

import java.util.Collection;
import org.entraide.text.Message;
import org.entraide.text.typed.NearestWord;

/** What is said of a word that is not valid. */
final class MeantWord {

  private MeantWord() {}

  /** What is wrong with a word, and which was probably meant, or else which there are. */
  static Message meant(Message wrong, String word, Collection<String> valid) {
    return meant(wrong, word, valid, "config.valid");
  }

  /**
   * What is wrong with a word, and which was probably meant, or else what the caller says.
   *
   * @param otherwise the message key for a word that no valid one is near to
   */
  static Message meant(Message wrong, String word, Collection<String> valid, String otherwise) {
    return NearestWord.of(word, valid)
        .map(near -> meant(wrong, near))
        .orElseGet(
            () ->
                Message.of(otherwise).with("wrong", wrong).with("valid", String.join(", ", valid)));
  }

  /** What is wrong with a word, and which was probably meant. */
  static Message meant(Message wrong, String near) {
    return Message.of("config.meant").with("wrong", wrong).with("near", near);
  }
}

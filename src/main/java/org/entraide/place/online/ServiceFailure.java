package org.entraide.place.online;

import java.io.IOException;
import java.io.Serial;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** A service did not answer. Its words have no part of the question. */
final class ServiceFailure extends IOException implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Message words;

  ServiceFailure(Message words) {
    super(Texts.english().format(words));
    this.words = words;
  }

  @Override
  public Message words() {
    return words;
  }
}

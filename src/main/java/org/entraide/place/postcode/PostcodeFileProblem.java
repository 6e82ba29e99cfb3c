package org.entraide.place.postcode;

import java.io.Serial;
import java.nio.file.Path;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** A postcode file that cannot be used; the message says which, why, and what to do. */
public final class PostcodeFileProblem extends Exception implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Message words;

  PostcodeFileProblem(Path file, Message cause) {
    this(Message.of("postcode.problem").with("file", file.toString()).with("cause", cause));
  }

  private PostcodeFileProblem(Message words) {
    super(Texts.english().format(words));
    this.words = words;
  }

  @Override
  public Message words() {
    return words;
  }
}

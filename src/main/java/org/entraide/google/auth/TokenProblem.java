package org.entraide.google.auth;

import java.io.Serial;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;

/** A person's token does not do. The message names its place and the fix, and no person. */
public final class TokenProblem extends Exception implements Worded {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Message words;

  TokenProblem(Message words) {
    super(Texts.english().format(words));
    this.words = words;
  }

  /**
   * @param why a clause
   */
  TokenProblem(String place, Message why, Message fix) {
    this(at(place, why).with("fix", fix));
  }

  /** A problem that is only shown, with place and reason. */
  static TokenProblem of(String place, Message why) {
    return new TokenProblem(Message.of("google.at.alone").with("place", place).with("why", why));
  }

  /** Where, and why; what to do is still to be added as {@code fix}. */
  static Message at(String place, Message why) {
    return Message.of("google.at").with("place", place).with("why", why);
  }

  @Override
  public Message words() {
    return words;
  }
}

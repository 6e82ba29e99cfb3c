package org.entraide.plan;

import java.util.List;

/**
 * The text of an introduction, ready to be left as a draft.
 *
 * @param introduction its reference, which the subject carries in brackets
 * @param from the delegate's address
 * @param to whom it is addressed
 * @param subject one line
 * @param body plain text, lines ended by a line feed
 */
public record Letter(
    String introduction, String from, List<Recipient> to, String subject, String body) {

  public Letter {
    to = List.copyOf(to);
  }

  /** An addressee: what the mail program shows, and where it goes. */
  public record Recipient(String name, String email) {}
}

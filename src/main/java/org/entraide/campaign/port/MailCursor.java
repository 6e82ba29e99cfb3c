package org.entraide.campaign.port;

/**
 * The position of a mailbox's history when it was last looked at.
 *
 * @param position Gmail's word for it; empty before the first look
 * @param exchanged whether the history went backwards since, or nothing of several letters is
 *     there: then another mailbox answers under this address, and what it lacks was not thrown away
 */
public record MailCursor(String position, boolean exchanged) {

  /** Before the first look. */
  public static final MailCursor NEW = new MailCursor("", false);

  private static final String EXCHANGED = " exchanged";

  public boolean isNew() {
    return position.isEmpty();
  }

  /** After a listing because the history did not reach back. */
  public MailCursor listedAt(String next) {
    return new MailCursor(next, exchanged || isBefore(next, position));
  }

  public MailCursor movedTo(String next) {
    return new MailCursor(next, exchanged);
  }

  /** Another mailbox may answer now. */
  public MailCursor doubted() {
    return new MailCursor(position, true);
  }

  public MailCursor trusted() {
    return exchanged ? new MailCursor(position, false) : this;
  }

  /** Histories only go forward; what is no number is not compared. */
  private static boolean isBefore(String next, String last) {
    try {
      return Long.parseUnsignedLong(next) < Long.parseUnsignedLong(last);
    } catch (NumberFormatException e) {
      return false;
    }
  }

  /** As it is remembered. */
  String words() {
    return exchanged ? position + EXCHANGED : position;
  }

  static MailCursor parse(String words) {
    return words.endsWith(EXCHANGED)
        ? new MailCursor(words.substring(0, words.length() - EXCHANGED.length()), true)
        : new MailCursor(words, false);
  }
}

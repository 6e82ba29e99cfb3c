package org.entraide.plan;

import org.entraide.text.Message;

/** What the dashboard says is wrong, in whole sentences with the way out. */
public final class Wrong {

  private Wrong() {}

  /** Organisers stopped everything. */
  public static Message suspended() {
    return Message.of("dashboard.wrong.suspended");
  }

  /**
   * The guard against mass deletion holds.
   *
   * @param people how many disappeared
   */
  public static Message deletions(int people) {
    return Message.of("dashboard.wrong.deletions").with("count", people);
  }

  /**
   * A delegate's sign-in is dead.
   *
   * @param mailbox the delegate's address
   */
  public static Message signIn(String mailbox) {
    return Message.of("dashboard.wrong.sign_in").with("mailbox", mailbox);
  }

  /**
   * A delegate's drafts are gone all at once.
   *
   * @param mailbox the delegate's address
   */
  public static Message emptied(String mailbox) {
    return Message.of("dashboard.wrong.emptied").with("mailbox", mailbox);
  }

  /**
   * Cells of ours are merged, so that they cannot be written.
   *
   * @param rows how many answers cannot show all that they should
   */
  public static Message merged(long rows) {
    return Message.of("dashboard.wrong.merged").with("count", rows);
  }

  /** The solver's result was not what it promises. */
  public static Message unstable() {
    return Message.of("dashboard.wrong.unstable");
  }

  /** The policy is not offered for so many people. */
  public static Message tooMany() {
    return Message.of("dashboard.wrong.too_many")
        .with("stable", Message.of("settings.policy.stable"))
        .with("coverage", Message.of("settings.policy.coverage"));
  }

  /**
   * Anything else.
   *
   * @param text a whole sentence without personal data, in whichever language it was said
   */
  public static Message trouble(String text) {
    return Message.of("dashboard.wrong.trouble").with("text", text);
  }
}

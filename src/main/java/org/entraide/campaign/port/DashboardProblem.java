package org.entraide.campaign.port;

import java.time.LocalDate;
import java.util.List;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/** What the dashboard says is wrong, in whole sentences with the way out. */
public final class DashboardProblem {

  /** More are in the ledger. */
  private static final int MOST_LETTERS = 10;

  /** No sentence names more people than this. */
  private static final int MOST_NAMED = 5;

  private DashboardProblem() {}

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
   * Names are beside the addresses of other people.
   *
   * @param people beside how many addresses
   */
  public static Message confusion(int people) {
    return Message.of("dashboard.wrong.confused").with("count", people);
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
   * Drafts lie with somebody who is no longer a delegate.
   *
   * @param mailbox the former delegate's address
   * @param drafts their references
   */
  public static Message formerDelegate(String mailbox, List<String> drafts) {
    return Message.of("dashboard.wrong.former_delegate")
        .with("mailbox", mailbox)
        .with("count", drafts.size())
        .with("refs", drafts.stream().limit(MOST_LETTERS).toList());
  }

  /** Many drafts that the ledger lists are in no mailbox. */
  public static Message draftsNowhere() {
    return Message.of("dashboard.wrong.nowhere");
  }

  /**
   * Cells of ours are merged, so that they cannot be written.
   *
   * @param rows how many answers cannot show all that they should
   */
  public static Message merged(long rows) {
    return Message.of("dashboard.wrong.merged").with("count", rows);
  }

  /**
   * People typed or pasted text where the daemon would explain: there it cannot say that it stays.
   *
   * @param refs whose rows these are
   */
  public static Message typedExplanations(List<String> refs) {
    return Message.of("dashboard.wrong.typed_explanation")
        .with("count", refs.size())
        .with("refs", refs.stream().limit(MOST_NAMED).map(PersonReference::new).toList());
  }

  /**
   * Nothing was heard of people for so long that they are to be erased.
   *
   * @param first on which day the first of them is
   */
  public static Message leaving(int people, LocalDate first) {
    return Message.of("dashboard.wrong.leaving").with("count", people).with("first", first);
  }

  /**
   * Letters went out, and their introductions were withdrawn afterwards.
   *
   * @param letters references of the introductions
   */
  public static Message toWarn(List<String> letters) {
    return Message.of("dashboard.wrong.to_warn")
        .with("count", letters.size())
        .with("refs", letters.stream().sorted().limit(MOST_LETTERS).toList());
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

  /** Google does not answer. */
  public static Message away() {
    return Message.of("dashboard.wrong.away");
  }

  /** Google lets nobody ask more for now. */
  public static Message throttled() {
    return Message.of("dashboard.wrong.throttled");
  }

  /** Something is not shared with us any more. */
  public static Message refused() {
    return Message.of("dashboard.wrong.refused");
  }

  /** Something is not there any more. */
  public static Message lost() {
    return Message.of("dashboard.wrong.lost");
  }

  /** Google took what we asked for a mistake. */
  public static Message fault() {
    return Message.of("dashboard.wrong.fault");
  }

  /**
   * Anything else.
   *
   * @param text whole sentences without personal data
   */
  public static Message trouble(Message text) {
    return Message.of("dashboard.wrong.trouble").with("text", text);
  }
}

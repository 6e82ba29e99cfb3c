package org.entraide.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entraide.plan.Introduction.State;
import org.entraide.text.Message;

/** What the ledger says about an introduction. Pure. */
public final class LedgerWords {

  private LedgerWords() {}

  /**
   * The sentences, the most important first.
   *
   * @param manyMissing whether its mailbox lost so many drafts at once that nothing is concluded
   */
  public static List<Message> explanation(Introduction introduction, boolean manyMissing) {
    List<Message> said = new ArrayList<>();
    if (introduction.state() == State.BOUNCED) {
      bounced(introduction, said);
    } else if (introduction.has(Mark.TO_RING) && introduction.state() == State.PREPARING) {
      said.add(aboutBoth("ring", introduction));
    } else if (introduction.has(Mark.UNFIT)) {
      said.add(unfit(introduction));
    } else {
      said.add(say(state(introduction, manyMissing)));
    }
    reasons(introduction, said);
    if (introduction.withdrawnAfterMeeting() && !introduction.withdrawnAfterSending()) {
      said.add(say("withdrawn.agreed"));
    }
    if (introduction.has(Mark.OUTCOME_CLEARED)
        && LedgerRow.OUTCOMES.contains(introduction.state())) {
      said.add(say("outcome.cleared"));
    }
    addressed(introduction, said);
    if (introduction.has(Mark.COPIED)) {
      said.add(say("copied"));
    }
    if (introduction.has(Mark.ANSWERED)) {
      said.add(say("answered"));
    }
    if (introduction.has(Mark.FOLLOW_UP_TRIED) && !introduction.has(Mark.FOLLOW_UP_OVER)) {
      boolean needless = LifeCycle.mayHaveNeedlessFollowUp(introduction);
      said.add(say(needless ? "followed_up.needless" : "followed_up"));
    }
    return said;
  }

  /** Whether somebody is still to ring, of two of whom one has no address. */
  public static boolean asksToRing(Introduction introduction) {
    return switch (introduction.state()) {
      case PREPARING, DRAFTED, SENT, BOUNCED -> true;
      case ACCEPTED, DONE, DECLINED, NO_ANSWER, DISCARDED, WITHDRAWN -> false;
    };
  }

  /**
   * That an outcome is not understood, which stays in its cell as it is.
   *
   * @param typed as it stands there
   */
  public static Message notUnderstood(String typed) {
    return say("outcome.unknown").with("typed", Orders.shortened(typed.strip()));
  }

  /** That only the beginning of a cell is read. */
  public static Message tooLong(LedgerColumn column) {
    return Orders.tooLong(column.titleKey());
  }

  /** Why a letter that nobody sent is not to be sent. */
  private static void reasons(Introduction introduction, List<Message> said) {
    if (introduction.state() == State.WITHDRAWN) {
      for (Mark reason : List.of(Mark.NEED_CLOSED, Mark.UNCHECKED, Mark.NO_PLACE)) {
        if (introduction.has(reason)) {
          said.add(aboutBoth("withdrawn.for." + key(reason), introduction));
        }
      }
    } else if (introduction.has(Mark.TICK_IN_DOUBT)) {
      boolean untried = LifeCycle.isUntried(introduction);
      said.add(aboutBoth(untried ? "withdrawn.for.unchecked" : "drafted.unchecked", introduction));
    } else if (UnsentLetter.isLeft(introduction) && introduction.has(Mark.SCHEDULED)) {
      said.add(say("left.scheduled"));
    } else if (UnsentLetter.isLeft(introduction) && introduction.has(Mark.EDITED)) {
      said.add(say("left.changed"));
    }
  }

  private static String key(Mark mark) {
    return mark.name().toLowerCase(Locale.ROOT);
  }

  private static Message unfit(Introduction introduction) {
    String key =
        switch (introduction.state()) {
          case PREPARING -> "unfit";
          case DISCARDED -> "unfit.discarded";
          default -> state(introduction, false);
        };
    return aboutBoth(key, introduction);
  }

  private static Message aboutBoth(String key, Introduction introduction) {
    return say(key).with("person", introduction.person()).with("helper", introduction.helper());
  }

  private static String state(Introduction introduction, boolean manyMissing) {
    return switch (introduction.state()) {
      case PREPARING -> introduction.attempted() ? "lost" : "preparing";
      case DRAFTED -> drafted(introduction, manyMissing);
      case WITHDRAWN -> withdrawn(introduction);
      default -> introduction.state().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String withdrawn(Introduction introduction) {
    if (introduction.has(Mark.SCHEDULED)) {
      return "withdrawn.scheduled";
    }
    if (introduction.has(Mark.TWICE)) {
      return "withdrawn.twice";
    }
    if (introduction.withdrawnAfterSending()) {
      return "withdrawn.sent";
    }
    return introduction.draftId() == null ? "withdrawn" : "withdrawn.draft";
  }

  private static String drafted(Introduction introduction, boolean manyMissing) {
    if (introduction.missingSince() != null) {
      return manyMissing ? "many_missing" : "missing";
    }
    return introduction.has(Mark.SCHEDULED) ? "scheduled" : "drafted";
  }

  private static void bounced(Introduction introduction, List<Message> said) {
    if (introduction.has(Mark.PERSON_REFUSED)) {
      said.add(say("refused").with("ref", introduction.person()));
    }
    if (introduction.has(Mark.HELPER_REFUSED)) {
      said.add(say("refused").with("ref", introduction.helper()));
    }
    if (said.isEmpty()) {
      said.add(say("bounced"));
    }
  }

  private static void addressed(Introduction introduction, List<Message> said) {
    if (introduction.has(Mark.WITHOUT_PERSON)) {
      said.add(say("unaddressed").with("ref", introduction.person()));
    }
    if (introduction.has(Mark.WITHOUT_HELPER)) {
      said.add(say("unaddressed").with("ref", introduction.helper()));
    }
    if (introduction.has(Mark.TO_OTHERS)) {
      said.add(say("others"));
    }
    if (introduction.has(Mark.OTHER_REFUSED)) {
      said.add(say("other_refused"));
    }
  }

  private static Message say(String key) {
    return Message.of("ledger.explain." + key);
  }
}

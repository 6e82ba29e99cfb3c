package org.entraide.plan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduce.QuestionRule;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/** What the ledger says about an introduction. Pure. */
public final class LedgerWords {

  private LedgerWords() {}

  /**
   * The sentences, the most important first.
   *
   * @param manyMissing whether its mailbox lost so many drafts at once that nothing is concluded
   */
  public static List<Message> explanation(Introduction introduction, boolean manyMissing) {
    List<Message> sentences = new ArrayList<>();
    if (introduction.state() == State.BOUNCED) {
      sentences.addAll(bounced(introduction));
    } else if (introduction.has(IntroductionFlag.TO_RING)
        && introduction.state() == State.PREPARING) {
      sentences.add(aboutBoth("ring", introduction));
    } else if (introduction.has(IntroductionFlag.UNFIT)) {
      sentences.add(unfit(introduction));
    } else {
      sentences.add(say(state(introduction, manyMissing)));
    }
    sentences.addAll(reasons(introduction));
    if (introduction.withdrawnAfterMeeting() && !introduction.withdrawnAfterSending()) {
      sentences.add(say("withdrawn.agreed"));
    }
    if (introduction.has(IntroductionFlag.OUTCOME_CLEARED)
        && LedgerRow.OUTCOMES.contains(introduction.state())) {
      sentences.add(say("outcome.cleared"));
    }
    sentences.addAll(addressed(introduction));
    if (introduction.has(IntroductionFlag.COPIED)) {
      sentences.add(say("copied"));
    }
    if (introduction.has(IntroductionFlag.ANSWERED)) {
      sentences.add(say("answered"));
    }
    if (introduction.has(IntroductionFlag.FOLLOW_UP_TRIED)
        && !introduction.has(IntroductionFlag.FOLLOW_UP_OVER)) {
      boolean needless = LifeCycle.mayHaveNeedlessFollowUp(introduction);
      sentences.add(say(needless ? "followed_up.needless" : "followed_up"));
    }
    return sentences;
  }

  /**
   * The sentences about a question.
   *
   * @param over whether it has its answer, or needs none any more
   * @param waits why there is no draft
   */
  public static List<Message> question(
      Introduction question, boolean over, QuestionRule.Waits waits, boolean manyMissing) {
    List<Message> sentences = new ArrayList<>();
    PersonReference person = new PersonReference(question.person());
    if (question.state() == State.BOUNCED) {
      sentences.add(say("refused").with("ref", person));
    } else if (question.has(IntroductionFlag.UNFIT) && question.state() == State.PREPARING) {
      sentences.add(Message.of("ledger.explain.question.unfit").with("ref", person));
    } else if (question.has(IntroductionFlag.UNFIT) && question.state() == State.DISCARDED) {
      sentences.add(Message.of("ledger.explain.question.unfit.discarded").with("ref", person));
    } else {
      sentences.add(
          switch (waits) {
            case NO -> stateOfQuestion(question, over, manyMissing);
            case FOR_THE_PERSON -> Message.of("ledger.explain.question.paused");
            case UNTIL_SWITCHED_ON -> Message.of("ledger.explain.question.off");
          });
    }
    if (UnsentLetter.isLeft(question) && question.has(IntroductionFlag.EDITED)) {
      sentences.add(say("left.changed"));
    }
    sentences.addAll(addressed(question));
    if (question.has(IntroductionFlag.COPIED)) {
      sentences.add(say("copied"));
    }
    if (question.has(IntroductionFlag.ANSWERED)) {
      sentences.add(say("answered"));
    }
    return sentences;
  }

  private static Message stateOfQuestion(Introduction question, boolean over, boolean manyMissing) {
    return switch (question.state()) {
      case PREPARING -> say(question.attempted() ? "lost" : "preparing");
      case DRAFTED -> {
        String drafted = drafted(question, manyMissing);
        yield drafted.equals("drafted")
            ? Message.of("ledger.explain.question.drafted")
            : say(drafted);
      }
      case SENT ->
          Message.of(over ? "ledger.explain.question.sent.over" : "ledger.explain.question.sent");
      case WITHDRAWN -> {
        String withdrawn = withdrawn(question);
        boolean plain =
            withdrawn.equals("withdrawn") && (over || question.has(IntroductionFlag.QUESTION_OVER));
        yield plain ? Message.of("ledger.explain.question.over") : say(withdrawn);
      }
      case DISCARDED -> Message.of("ledger.explain.question.discarded");
      case BOUNCED, ACCEPTED, DONE, DECLINED, NO_ANSWER ->
          Message.of("ledger.explain.question.noted");
    };
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
   * @param typed as it is in the cell
   */
  public static Message notUnderstood(String typed) {
    return say("outcome.unknown").with("typed", OrganiserInstructions.shortened(typed.strip()));
  }

  /** That only the beginning of a cell is read. */
  public static Message tooLong(LedgerColumn column) {
    return OrganiserInstructions.tooLong(column.titleKey());
  }

  /** Why a letter that nobody sent is not to be sent. */
  private static List<Message> reasons(Introduction introduction) {
    List<Message> sentences = new ArrayList<>();
    if (introduction.state() == State.WITHDRAWN) {
      for (IntroductionFlag reason :
          List.of(
              IntroductionFlag.NEED_CLOSED,
              IntroductionFlag.UNCHECKED,
              IntroductionFlag.NO_PLACE)) {
        if (introduction.has(reason)) {
          sentences.add(aboutBoth("withdrawn.for." + key(reason), introduction));
        }
      }
    } else if (introduction.has(IntroductionFlag.TICK_IN_DOUBT)) {
      boolean untried = LifeCycle.isUntried(introduction);
      sentences.add(
          aboutBoth(untried ? "withdrawn.for.unchecked" : "drafted.unchecked", introduction));
    } else if (UnsentLetter.isLeft(introduction) && introduction.has(IntroductionFlag.SCHEDULED)) {
      sentences.add(say("left.scheduled"));
    } else if (UnsentLetter.isLeft(introduction) && introduction.has(IntroductionFlag.EDITED)) {
      sentences.add(say("left.changed"));
    }
    return sentences;
  }

  private static String key(IntroductionFlag flag) {
    return flag.name().toLowerCase(Locale.ROOT);
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
    return say(key)
        .with("person", new PersonReference(introduction.person()))
        .with("helper", new PersonReference(introduction.helper()));
  }

  private static String state(Introduction introduction, boolean manyMissing) {
    return switch (introduction.state()) {
      case PREPARING -> introduction.attempted() ? "lost" : "preparing";
      case DRAFTED -> drafted(introduction, manyMissing);
      case WITHDRAWN -> withdrawn(introduction);
      case SENT -> introduction.has(IntroductionFlag.BY_HAND) ? "byhand" : "sent";
      default -> introduction.state().name().toLowerCase(Locale.ROOT);
    };
  }

  private static String withdrawn(Introduction introduction) {
    if (introduction.has(IntroductionFlag.SCHEDULED)) {
      return "withdrawn.scheduled";
    }
    if (introduction.has(IntroductionFlag.TWICE)) {
      return "withdrawn.twice";
    }
    if (introduction.has(IntroductionFlag.BY_HAND)) {
      return "byhand.withdrawn";
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
    return introduction.has(IntroductionFlag.SCHEDULED) ? "scheduled" : "drafted";
  }

  /** Whose address refused a letter that came back. */
  private static List<Message> bounced(Introduction introduction) {
    List<Message> sentences = new ArrayList<>();
    if (introduction.has(IntroductionFlag.PERSON_REFUSED)) {
      sentences.add(say("refused").with("ref", new PersonReference(introduction.person())));
    }
    if (introduction.has(IntroductionFlag.HELPER_REFUSED)) {
      sentences.add(say("refused").with("ref", new PersonReference(introduction.helper())));
    }
    if (sentences.isEmpty()) {
      sentences.add(say("bounced"));
    }
    return sentences;
  }

  /** Who of the two a letter does not reach, and whom it reaches besides. */
  private static List<Message> addressed(Introduction introduction) {
    List<Message> sentences = new ArrayList<>();
    if (introduction.has(IntroductionFlag.WITHOUT_PERSON)) {
      sentences.add(say("unaddressed").with("ref", new PersonReference(introduction.person())));
    }
    if (introduction.has(IntroductionFlag.WITHOUT_HELPER)) {
      sentences.add(say("unaddressed").with("ref", new PersonReference(introduction.helper())));
    }
    if (introduction.has(IntroductionFlag.TO_OTHERS)) {
      sentences.add(say("others"));
    }
    if (introduction.has(IntroductionFlag.OTHER_REFUSED)) {
      sentences.add(say("other_refused"));
    }
    return sentences;
  }

  private static Message say(String key) {
    return Message.of("ledger.explain." + key);
  }
}

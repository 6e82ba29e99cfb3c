package org.entraide.campaign.apply;

import java.util.List;
import java.util.Optional;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.resilience.RemoteFailure;

/**
 * Performs effects in mailboxes, exactly once each. What may have been done is journalled before it
 * is asked for; an effect whose answer was lost is never asked for again until a look at the
 * mailbox has shown whether it was done.
 */
public final class MailboxWriter {

  private final String campaign;
  private final Ports ports;
  private final EffectJournal journalled;
  private final WaitingFollowUps waiting;

  MailboxWriter(String campaign, Ports ports, WaitingFollowUps waiting) {
    this.campaign = campaign;
    this.ports = ports;
    this.journalled = new EffectJournal(campaign, ports);
    this.waiting = waiting;
  }

  /** Takes an introduction with its new state. */
  @FunctionalInterface
  interface Changed {
    void to(Introduction introduction);
  }

  /**
   * Performs an effect.
   *
   * @param changed is called also where the effect fails
   * @return whether it was done; false where somebody changed or sent a draft meanwhile that was to
   *     be deleted
   * @throws RemoteFailure if it was not done, or may not have been
   */
  boolean perform(MailEffect effect, Changed changed) throws RemoteFailure {
    if (effect instanceof MailEffect.CreateDraft create) {
      return create(create, changed);
    }
    if (effect instanceof MailEffect.DeleteDraft delete) {
      return delete(delete.introduction(), changed);
    }
    if (effect instanceof MailEffect.DeleteSecondDraft delete) {
      Mailbox mailbox = mailbox(delete);
      return journalled.run(
          "delete", delete.duplicate().ref(), () -> mailbox.delete(delete.duplicate().draft()));
    }
    if (effect instanceof MailEffect.CreateFollowUp create) {
      return create(create, changed);
    }
    if (effect instanceof MailEffect.DeleteFollowUp delete) {
      return delete(delete, changed);
    }
    throw new IllegalArgumentException("nobody performs " + effect.getClass().getSimpleName());
  }

  private Mailbox mailbox(MailEffect effect) {
    return ports.mailboxes().apply(effect.mailbox());
  }

  private void store(Introduction introduction, Changed changed) {
    ports.journal().storeIntroductions(campaign, List.of(introduction));
    changed.to(introduction);
  }

  /**
   * Makes a draft. If the process dies in here, the journal says that the draft was attempted:
   * later passes look for it ({@link LifeCycle#needsLookingFor}). Only when it was nowhere for ten
   * minutes is it made again; a second one that appears late is deleted, unless somebody changed
   * it.
   */
  private boolean create(MailEffect.CreateDraft effect, Changed changed) throws RemoteFailure {
    ports.stop().check(); // before the journal says that it was asked for
    Introduction attempted = effect.addressed().asAttempted();
    ports.journal().storeIntroductions(campaign, List.of(attempted));
    return journalled.run(
        "draft",
        attempted.ref(),
        () -> {
          try {
            Mailbox.Draft draft = mailbox(effect).create(effect.letter());
            store(
                attempted
                    .drafted(draft.id(), draft.messageId(), draft.threadId())
                    .with(attempted.correspondence().without(IntroductionFlag.UNFIT)),
                changed);
            return true;
          } catch (RemoteFailure e) {
            // what was surely not made may be tried again; the rest must be looked for
            store(
                e.maybeApplied() ? attempted : notMade(e, effect.refused(), effect.addressed()),
                changed);
            throw e;
          }
        });
  }

  private static Introduction notMade(
      RemoteFailure why, Introduction refused, Introduction introductionBefore) {
    return why.kind() == RemoteFailure.Kind.REJECTED ? refused : introductionBefore;
  }

  /** Deletes a draft. A failure leaves everything as it was: the next pass looks again. */
  private boolean delete(Introduction i, Changed changed) throws RemoteFailure {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    return journalled.run(
        "delete",
        i.ref(),
        () -> {
          boolean gone = mailbox.delete(Mailbox.Draft.of(i));
          store(
              gone
                  ? i.undrafted()
                  : i.with(i.correspondence().with(IntroductionFlag.EDITED)), // hers meanwhile
              changed);
          return gone;
        });
  }

  private boolean create(MailEffect.CreateFollowUp effect, Changed changed) throws RemoteFailure {
    Introduction i = effect.introduction();
    ports.stop().check(); // before the journal says that it was tried
    store(effect.tried(), changed);
    return journalled.run(
        "follow-up",
        i.ref(),
        () -> {
          try {
            Mailbox.Draft draft = mailbox(effect).create(effect.letter());
            waiting.add(i, draft);
            ports
                .journal()
                .storeNotes(campaign, JournalNotes.ofFollowUp(i.ref(), Optional.of(draft)));
            return true;
          } catch (RemoteFailure e) {
            if (!e.maybeApplied()) { // it was surely not made
              store(notMade(e, effect.refused(), i), changed);
            }
            throw e;
          }
        });
  }

  private boolean delete(MailEffect.DeleteFollowUp effect, Changed changed) throws RemoteFailure {
    Introduction i = effect.introduction();
    return journalled.run(
        "delete",
        i.ref(),
        () -> {
          // one that the delegate sent or changed meanwhile is looked for in the next pass
          boolean gone = mailbox(effect).delete(effect.draft());
          if (gone) {
            store(effect.deleted(), changed);
          }
          ports.journal().storeNotes(campaign, JournalNotes.ofFollowUp(i.ref(), Optional.empty()));
          return gone;
        });
  }
}

package org.entraide.campaign.apply;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SubjectData;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.campaign.port.Trouble;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.introduction.IntroductionFlag;
import org.entraide.plan.settings.Bar;
import org.entraide.plan.settings.Bars;
import org.entraide.resilience.RemoteFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Erases people: first the drafts that nobody sent, then everything in the journal. The passes that
 * follow find rows and entries of unknown people, and clear what the daemon wrote there. A crash
 * anywhere leaves the command in the queue, and what was done is not done again.
 */
final class PersonEraser {

  private static final Logger log = LoggerFactory.getLogger(PersonEraser.class);

  private final String campaign;
  private final Ports ports;
  private final EffectGate gate;
  private final Consumer<Effect> done;
  private final Set<String> unreachable;
  private ErasedPeople erased;

  /**
   * @param unreachable mailboxes that are left alone in this pass; one that fails is added
   * @param done is called with what was done, as a report lists it
   */
  PersonEraser(
      String campaign,
      Ports ports,
      EffectGate gate,
      Set<String> unreachable,
      Consumer<Effect> done) {
    this.campaign = campaign;
    this.ports = ports;
    this.gate = gate;
    this.done = done;
    this.unreachable = unreachable;
    this.erased = gate.observation().memory().erased();
  }

  /**
   * Erases somebody, unless a draft is left that must go first.
   *
   * @return whether the person was forgotten
   */
  boolean perform(JournalEffect.Erase effect, List<Trouble> troubles)
      throws RemoteFailure, EffectGate.Halt {
    boolean gone = withoutDrafts(effect, troubles) && !effect.blocked();
    if (!gone && !effect.late()) {
      return false;
    }
    if (!gone) {
      log.warn(
          "somebody was erased though a mailbox or the form did not answer for a week: a draft of"
              + " theirs may be left there; delete drafts whose introduction the ledger does not"
              + " know");
    }
    done.accept(new JournalEffect.PersonErased(effect.why()));
    forget(effect.data());
    effect
        .command()
        .ifPresent(
            command ->
                ports.journal().finishCommand(command.id(), "done", ports.clock().instant()));
    return true;
  }

  /**
   * Deletes what nobody sent, also what the delegate had changed: no letter to somebody who is
   * erased may wait.
   *
   * @return whether none is left as far as is known; else this is tried again
   */
  private boolean withoutDrafts(JournalEffect.Erase effect, List<Trouble> troubles)
      throws RemoteFailure, EffectGate.Halt {
    boolean none = true;
    for (Introduction i : effect.drafts()) {
      if (unreachable.contains(i.mailbox())) {
        none = false;
        continue;
      }
      gate.before(EffectGate.Passage.DELETIONS);
      try {
        none &= delete(i);
      } catch (RemoteFailure e) {
        unreachable.add(i.mailbox());
        troubles.add(Trouble.of(e));
        none = false;
      }
    }
    return none;
  }

  /**
   * @return whether it is gone; one that Gmail is going to send, or has just sent, is not
   */
  private boolean delete(Introduction i) throws RemoteFailure {
    Mailbox mailbox = ports.mailboxes().apply(i.mailbox());
    boolean gone = true;
    if (i.draftId() != null) {
      Optional<Mailbox.Draft> draft = named(mailbox, Mailbox.Draft.of(i));
      gone = draft.isPresent() ? erase(mailbox, draft.get()) : !i.has(IntroductionFlag.SCHEDULED);
      if (gone) {
        ports
            .journal()
            .storeIntroductions(campaign, List.of(i.undrafted().withState(State.WITHDRAWN)));
      }
    }
    if (i.has(IntroductionFlag.FOLLOW_UP_TRIED)) {
      for (Mailbox.Draft draft : mailbox.drafts()) {
        if (draft.threadId().equals(i.threadId())) {
          gone &= erase(mailbox, draft);
        }
      }
    }
    return gone;
  }

  /**
   * Finds the name of a draft. It is not known of a letter that waited for its hour, which Gmail
   * shows as a message.
   */
  private static Optional<Mailbox.Draft> named(Mailbox mailbox, Mailbox.Draft draft)
      throws RemoteFailure {
    return draft.id().isEmpty()
        ? mailbox.drafts().stream()
            .filter(listed -> listed.threadId().equals(draft.threadId()))
            .findFirst()
        : Optional.of(draft);
  }

  private boolean erase(Mailbox mailbox, Mailbox.Draft draft) throws RemoteFailure {
    boolean gone = new EffectJournal(campaign, ports).run("delete", "", () -> mailbox.erase(draft));
    if (gone) {
      done.accept(new JournalEffect.DraftErased());
    }
    return gone;
  }

  private void forget(SubjectData data) {
    Observation observation = gate.observation();
    Erasure erasure = data.erasure(erased, observation.rowIdentity().salt(), ports.random());
    keepBars(observation, data, erasure.erased());
    ports.journal().erase(campaign, erasure);
    erased = erasure.erased();
  }

  /**
   * Somebody who was barred stays so, also if that was just now: nothing but hashes is left.
   *
   * @param all who are or will be erased
   */
  private void keepBars(Observation observation, SubjectData data, ErasedPeople all) {
    Set<String> contacts = new HashSet<>();
    data.rows().forEach(row -> contacts.addAll(Bar.contacts(row.profile())));
    Bars bars =
        observation
            .interpretation()
            .bars()
            .withoutRepeated(
                data.readAs(observation.interpretation()),
                contacts,
                observation.settingsTab().barred());
    Map<Journal.Note, String> changes =
        JournalNotes.changes(
            SettingsNotes.aboutBars(observation.memory().notes()),
            SettingsNotes.of(bars.without(all::hasReference)));
    if (!changes.isEmpty()) {
      ports.journal().storeNotes(campaign, changes);
    }
  }
}

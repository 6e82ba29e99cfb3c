package org.entraide.campaign.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect;
import org.entraide.campaign.model.JournalUpdate;
import org.entraide.campaign.model.MailEffect;
import org.entraide.campaign.model.Outcome;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.DuplicateDraft;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.write.TypedTextBackup;
import org.entraide.plan.write.WriteHit;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Applies the plans of one pass, effect by effect. What must be before and after every effect is
 * here and in the classes that it calls: the gate (did organisers suspend the campaign, did another
 * installation take the sheet over), the end of the process, the journal before and after, and the
 * pace. In a dry run it lists what a plan would do, and does nothing.
 */
public final class Applier {

  /** Whether plans are applied. */
  public enum Mode {
    APPLY,
    DRY_RUN
  }

  private final Mode mode;
  private final String campaign;
  private final Ports ports;
  private final SheetWriter sheet;
  private final MailboxWriter letters;
  private final List<Effect> done = new ArrayList<>();
  private final List<DuplicateDraft> deletedDuplicates = new ArrayList<>();
  private final Set<String> unreachable = new HashSet<>();
  private @Nullable EffectGate gate;
  private @Nullable PersonEraser erasures;

  /**
   * @param words of the sheet
   * @param languages all that are spoken
   * @param waiting how many follow-ups wait among a delegate's drafts
   * @param lastWrite is told what is written
   */
  Applier(
      Mode mode,
      String campaign,
      Ports ports,
      Texts words,
      List<Texts> languages,
      WaitingFollowUps waiting,
      LastWrite lastWrite) {
    this.mode = mode;
    this.campaign = campaign;
    this.ports = ports;
    this.sheet = new SheetWriter(campaign, ports, words, languages, done::add, lastWrite);
    this.letters = new MailboxWriter(campaign, ports, waiting);
  }

  /** Writes a single run's name on the sheet. */
  SheetWriter sheet() {
    return sheet;
  }

  /** Sets the gate of the following effects, which knows what the pass observed. */
  void setGate(EffectGate newGate) {
    gate = newGate;
    unreachable.clear();
    unreachable.addAll(newGate.observation().mail().down());
    erasures = new PersonEraser(campaign, ports, newGate, unreachable, done::add);
  }

  private EffectGate gate() {
    if (gate == null) {
      throw new IllegalStateException("nothing was observed yet");
    }
    return gate;
  }

  /** What was done, or would be in a dry run, as a report lists it. */
  public List<Effect> done() {
    return List.copyOf(done);
  }

  /** How many drafts a mailbox takes now. */
  public ToIntFunction<String> room() {
    return mode == Mode.DRY_RUN
        ? mailbox -> Integer.MAX_VALUE
        : mailbox -> ports.mailboxes().apply(mailbox).room();
  }

  /** Cells that were written by mistake, since this was last asked. */
  List<WriteHit> takeHits() {
    return take(sheet.hits());
  }

  /** What people typed that may have been hit, since this was last asked. */
  List<TypedTextBackup> takeTypedTexts() {
    return take(sheet.typedTexts());
  }

  private static <T> List<T> take(List<T> from) {
    List<T> taken = List.copyOf(from);
    from.clear();
    return taken;
  }

  /** Second drafts that need not be looked for again. */
  public List<DuplicateDraft> deletedDuplicates() {
    return List.copyOf(deletedDuplicates);
  }

  /**
   * Applies a plan, and does what follows from that; a dry run does neither.
   *
   * @throws RemoteFailure if the sheet failed; then nothing follows
   * @throws EffectGate.Halt if the pass must not go on; then nothing follows
   */
  public Outcome apply(Plan plan, Runnable afterwards) throws RemoteFailure, EffectGate.Halt {
    Outcome outcome = apply(plan);
    if (mode == Mode.APPLY) {
      afterwards.run();
    }
    return outcome;
  }

  /**
   * Applies a plan.
   *
   * @throws RemoteFailure if the sheet failed: the rest of the plan is left to the next pass. A
   *     mailbox that fails is a trouble of the outcome instead, and is left alone from then on
   * @throws EffectGate.Halt if the pass must not go on
   * @throws org.entraide.resilience.Stop.Stopped if the process must end
   */
  public Outcome apply(Plan plan) throws RemoteFailure, EffectGate.Halt {
    Map<String, Introduction> changed = new LinkedHashMap<>();
    List<Trouble> troubles = new ArrayList<>();
    boolean locked = false;
    boolean forgotten = false;
    for (Effect effect : plan.effects()) {
      if (mode == Mode.DRY_RUN) {
        done.addAll(effect.listed());
        locked |= effect instanceof SheetEffect.WriteRows write && write.locked();
      } else if (effect instanceof MailEffect inMailbox) {
        apply(inMailbox, changed, troubles);
      } else if (effect instanceof JournalEffect.Erase erase && erasures != null) {
        forgotten |= erasures.perform(erase, troubles);
      } else {
        apply(effect);
      }
    }
    return new Outcome(
        changed,
        unreachable,
        troubles,
        mode == Mode.APPLY ? plan : Plan.NOTHING,
        sheet.answersWait(),
        sheet.misplaced(),
        locked || sheet.locked(),
        forgotten);
  }

  private void apply(MailEffect effect, Map<String, Introduction> changed, List<Trouble> troubles)
      throws RemoteFailure, EffectGate.Halt {
    if (unreachable.contains(effect.mailbox())) {
      return;
    }
    gate().before(passage(effect));
    try {
      boolean is = letters.perform(effect, i -> changed.put(i.ref(), i));
      if (is) {
        done.add(effect);
      }
      if (effect instanceof MailEffect.DeleteSecondDraft second) {
        deletedDuplicates.add(second.duplicate());
      }
    } catch (RemoteFailure e) {
      boolean creates =
          effect instanceof MailEffect.CreateDraft || effect instanceof MailEffect.CreateFollowUp;
      if (!creates || e.kind() != RemoteFailure.Kind.REJECTED) {
        unreachable.add(effect.mailbox()); // one refused letter does not stop the others
      }
      troubles.add(Trouble.of(e));
    }
  }

  private static EffectGate.Passage passage(MailEffect effect) {
    if (effect instanceof MailEffect.CreateDraft) {
      return EffectGate.Passage.DRAFTS;
    }
    if (effect instanceof MailEffect.CreateFollowUp) {
      return EffectGate.Passage.FOLLOW_UPS;
    }
    if (effect.kind() == Effect.Kind.DELETE_DRAFT) {
      return EffectGate.Passage.DELETIONS;
    }
    throw new IllegalArgumentException("no gate for " + effect.getClass().getSimpleName());
  }

  private void apply(Effect effect) throws RemoteFailure, EffectGate.Halt {
    if (effect instanceof JournalEffect.Remember remember) {
      remember.update().lines().forEach(line -> line.writeTo(ports.journal(), campaign));
    } else if (effect instanceof JournalEffect.RememberIntroductions remember) {
      remember(remember);
    } else if (effect instanceof SheetEffect.Prepare prepare) {
      if (!prepare.paused()) {
        gate().before(EffectGate.Passage.COLUMNS);
      }
      sheet.prepare(prepare, List.of());
    } else if (effect instanceof SheetEffect.CarryOverTyped carry) {
      gate().before(EffectGate.Passage.COLUMNS);
      sheet.carryOver(carry, gate());
    } else if (effect instanceof SheetEffect.ForgetEntries forget) {
      gate().before(EffectGate.Passage.LEDGER);
      sheet.forget(forget);
    } else if (effect instanceof SheetEffect.AppendLedger append) {
      gate().before(EffectGate.Passage.LEDGER);
      sheet.append(append, gate());
    } else if (effect instanceof SheetEffect.WriteRows write) {
      sheet.write(write, gate());
    } else if (effect instanceof SheetEffect.WriteTabs write) {
      sheet.write(write, gate());
    } else if (effect instanceof SheetEffect.RestoreCells restore) {
      restore(restore);
    } else if (effect instanceof SheetEffect.SignOfLife sign) {
      sheet.sign(sign);
    } else if (effect instanceof SheetEffect.WriteReason reason) {
      sheet.writeReason(reason);
    } else if (effect instanceof JournalEffect.AnnounceErasures) {
      done.add(effect);
    } else {
      throw new IllegalArgumentException("nobody performs " + effect.getClass().getSimpleName());
    }
  }

  private void remember(JournalEffect.RememberIntroductions effect)
      throws RemoteFailure, EffectGate.Halt {
    if (effect.begins()) {
      gate().before(EffectGate.Passage.LEDGER); // before the journal says that they begin
    }
    new JournalUpdate.Builder()
        .introductions(effect.introductions())
        .build()
        .lines()
        .forEach(line -> line.writeTo(ports.journal(), campaign));
  }

  /**
   * A sheet that cannot be worked on has no gate: what is put back there was looked at just now.
   */
  private void restore(SheetEffect.RestoreCells effect) throws RemoteFailure, EffectGate.Halt {
    if (gate != null) {
      gate.beforeRepairs(effect.cells());
    }
    sheet.restore(effect);
  }
}

package org.entraide.campaign.apply;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.apply.EffectGate.Halt;
import org.entraide.campaign.apply.EffectGate.Why;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/**
 * The sign of life of a single run in one pass: the run puts its name on the sheet before its first
 * effect, and takes it back with the last thing that it writes. The rule is that of {@link
 * SheetClaim}. A daemon's sign is written otherwise; nothing here writes it.
 */
final class SingleRunSign {

  private final SheetClaim claim;
  private final OwnTabsUpdater ownTabs;
  private final InstantSource clock;
  private final Texts words;
  private final SheetWriter writer;
  private final Observation observation;
  private final boolean wasThere;

  /**
   * @param words of the sheet, in which columns that were added are titled
   * @param writer writes the sign
   */
  SingleRunSign(
      SheetClaim claim,
      OwnTabsUpdater ownTabs,
      InstantSource clock,
      Texts words,
      SheetWriter writer,
      Observation observation) {
    this.claim = claim;
    this.ownTabs = ownTabs;
    this.clock = clock;
    this.words = words;
    this.writer = writer;
    this.observation = observation;
    this.wasThere = claim.isOurs(observation.signOfLife(), observation.now());
  }

  /** Whether this installation's sign, a daemon's too, was there when the sheet was read. */
  boolean wasThere() {
    return wasThere;
  }

  /**
   * Puts a single run's name on the sheet, with the columns and tabs that are missing, before the
   * first effect, unless it was there when the sheet was read. That ends the pass: the next one
   * reads sheet, form and mailboxes after the name was written, and so sees what another
   * installation did until then. A daemon's name is there already.
   *
   * @throws Halt if the name was not there
   */
  void showNameOrHalt(EffectGate gate) throws RemoteFailure, Halt {
    if (wasThere || claim.isLasting()) {
      return;
    }
    Instant now = clock.instant();
    // looking places up takes its time, and columns stay once they are added
    Optional<SheetEffect.Prepare> missing =
        SheetEffect.Prepare.of(
            observation.layoutAsRead(), observation.questionMarks(), words, false);
    Map<Integer, List<Row>> tabs = gate.tabsForName(now, missing.isPresent());
    List<Change> signCells = tabsWithName(now).life(tabs);
    if (signCells.isEmpty()) {
      throw new Halt(Why.LOCKED, "");
    }
    try {
      if (missing.isPresent()) {
        writer.prepare(missing.get(), signCells);
      } else {
        writer.writeRunSign(signCells);
      }
    } catch (RemoteFailure e) {
      if (e.kind() == RemoteFailure.Kind.CONFLICT) { // another one added the same tabs just now
        throw new Halt(Why.MOVED, "");
      }
      throw e;
    }
    throw new Halt(Why.CLAIMED, "");
  }

  private OwnTabsUpdate tabsWithName(Instant now) {
    return ownTabs.startRun(
        observation.layout(),
        observation.workbook().zone(),
        observation.settingsTab().keep(),
        now,
        words);
  }

  /**
   * Whether a single run's name is on the sheet, which the last thing that it writes takes back.
   */
  boolean isToTakeBack() {
    return wasThere && !claim.isLasting();
  }

  /**
   * The daemon's own tabs as a pass writes them that has no other effects left: without the name,
   * where it is to be taken back.
   */
  OwnTabsUpdate takenBackFrom(OwnTabsUpdate update) {
    return isToTakeBack() ? ownTabs.signingOff(update, clock.instant()) : update;
  }

  /** Notes that what {@link #takenBackFrom} gave is written. */
  void noteTakenBack() {
    if (isToTakeBack()) {
      claim.noteTakenBack();
    }
  }
}

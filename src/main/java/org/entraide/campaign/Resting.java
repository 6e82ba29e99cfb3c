package org.entraide.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.Heartbeat;
import org.entraide.plan.Wrong;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * Passes that do nothing, and say so.
 *
 * @param texts the campaign's language
 */
record Resting(
    SheetClaim claim, Texts texts, Remembering remembering, Mending mending, Boards boards) {

  /**
   * Whether a pass may put back what the one before hit: nobody else is at work, and organisers did
   * not stop everything. What is not put back now is put back afterwards.
   */
  boolean mayMend(Scene scene) {
    boolean ours = claim.isOurs(scene.beat(), scene.now());
    boolean free = !claim.isAnothers(scene.beat(), scene.now());
    return (claim.isLasting() ? ours : free) && !scene.options().settings().suspended();
  }

  /** What a pass did that had to end before its next effect. */
  CycleReport halted(GoAhead.Halt halt, SheetWriter writer) {
    if (halt.why() == GoAhead.Why.TAKEN_OVER) {
      return waits(halt.installation(), writer.effects());
    }
    if (halt.why() == GoAhead.Why.LOCKED) {
      Trouble locked =
          new Trouble(Trouble.Kind.PERMISSION, texts.format(Message.of("campaign.protected")));
      return new CycleReport(
          false, writer.effects(), false, List.of(locked), Map.of(), Optional.empty());
    }
    // the next one, at once, tells why, or finds out
    return new CycleReport(true, writer.effects(), true, List.of(), Map.of(), Optional.empty());
  }

  /**
   * Another installation is at work, or this one has only just put its name on the sheet, or
   * organisers suspended everything, or so many rows are gone that the sheet is not believed.
   *
   * @param words of the sheet
   * @return what such a pass did; empty if this one is to go on
   */
  Optional<CycleReport> report(GoAhead goAhead, SheetWriter writer, boolean dry, Texts words)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    if (claim.isAnothers(scene.beat(), scene.now())) {
      if (!dry) {
        remembering.rememberReturns(scene);
      }
      String other = scene.beat().map(Heartbeat.Beat::installation).orElse("");
      return Optional.of(waits(other, List.of()));
    }
    boolean unclaimed = claim.isLasting() && !claim.isOurs(scene.beat(), scene.now());
    boolean suspended = scene.options().settings().suspended();
    boolean stopped = scene.absences().tooMany();
    if (!unclaimed && !suspended && !stopped) {
      return Optional.empty();
    }
    List<Message> wrong = new ArrayList<>();
    List<Trouble> troubles = new ArrayList<>();
    if (suspended) {
      wrong.add(Wrong.suspended());
    }
    if (scene.absences().tooManyMissing()) {
      int count = scene.absences().missing().size();
      wrong.add(Wrong.deletions(count));
      troubles.add(stop("campaign.stopped.missing", count, scene));
    }
    if (scene.absences().tooManyConfused()) {
      int count = scene.absences().confused().size();
      wrong.add(Wrong.confusion(count));
      troubles.add(stop("campaign.stopped.confused", count, scene));
    }
    if (!dry) {
      remembering.rememberLetters(scene);
    }
    if (!dry && stopped) {
      remembering.rememberAbsences(scene);
    } else if (!dry) {
      remembering.rememberReturns(scene);
      remembering.rememberTab(scene);
      if (suspended && !unclaimed && !mending.isDue()) {
        remembering.rememberPeople(scene);
      } else {
        remembering.rememberSettings(scene);
      }
    }
    writer.prepare(scene.found(), List.of());
    Board board =
        boards.of(
            scene, Facts.nothing(boards.beat(scene), suspended, wrong), false, scene.kept(), words);
    boards.keepFirst(board);
    writer.write(board, goAhead);
    boolean again = unclaimed && !suspended && !stopped;
    Map<String, Long> counts = Map.of("missing", (long) scene.absences().missing().size());
    return Optional.of(
        new CycleReport(true, writer.effects(), again, troubles, counts, Optional.empty()));
  }

  private CycleReport waits(String installation, List<String> effects) {
    Trouble trouble =
        new Trouble(
            Trouble.Kind.THROTTLED,
            texts.format(Message.of("campaign.foreign").with("installation", installation)));
    return new CycleReport(false, effects, false, List.of(trouble), Map.of(), Optional.empty());
  }

  private Trouble stop(String key, int count, Scene scene) {
    return new Trouble(
        Trouble.Kind.SETTINGS,
        texts.format(Message.of(key).with("count", count).with("limit", scene.absences().limit())));
  }
}

package org.entraide.campaign;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.Introduction;
import org.entraide.plan.Letters;

/** The part of a pass that has to do with letters: it makes them, and takes them back. */
final class Introducing {

  private final CampaignSettings settings;
  private final Cycle.Ports ports;
  private final Letters letters;
  private final Places places;
  private final WaitingFollowUps waitingFollowUps;

  Introducing(CampaignSettings settings, Cycle.Ports ports, Letters letters, Places places) {
    this.settings = settings;
    this.ports = ports;
    this.letters = letters;
    this.places = places;
    this.waitingFollowUps = new WaitingFollowUps(ports);
  }

  /** Who writes to whom, as a pass sees them. */
  Drafting drafting(Deciding.Sight sight, boolean dry) {
    Scene scene = sight.scene();
    return new Drafting(
        scene.settings(),
        ports,
        letters,
        places.delegates(),
        new Cast(
            scene.rows(),
            sight.people(),
            scene.firstAnswers(),
            gone(scene),
            scene.seen().cursors(),
            scene.memory().erased()),
        sight.terms(),
        waitingFollowUps,
        scene.now(),
        dry);
  }

  /** People whose row is gone for good; of somebody barred nobody waits for it to come back. */
  private static Set<String> gone(Scene scene) {
    Set<String> gone = new HashSet<>(scene.rows().barred());
    gone.addAll(scene.absences().withdrawn());
    return gone;
  }

  /**
   * Makes the drafts of what was begun, deletes those of whoever left, and follows up.
   *
   * @param begun all introductions, each of which the ledger has
   * @param avoided mailboxes to leave alone; one that fails joins them
   * @param effects is told what was done, or would be
   * @param troubles is told what could not be
   */
  FollowUps.Done run(
      Map<String, Introduction> begun,
      GoAhead goAhead,
      Drafting drafting,
      Set<String> avoided,
      boolean dry,
      List<String> effects,
      List<Trouble> troubles)
      throws RemoteFailure, GoAhead.Halt {
    Map<String, Introduction> drafted =
        drafting.makeDrafts(begun, goAhead, avoided, effects, troubles);
    Withdrawing withdrawing = new Withdrawing(settings.name(), ports);
    Map<String, Introduction> withdrawn =
        withdrawing.run(drafted, goAhead, avoided, dry, effects, troubles);
    if (!dry) {
      withdrawing.twins(goAhead.scene().seen().twins(), goAhead, avoided, effects, troubles);
    }
    Map<String, Introduction> left =
        new FollowUpRecall(settings.name(), ports, waitingFollowUps)
            .run(withdrawn, goAhead, avoided, dry, effects, troubles);
    Optional<Duration> silence = settings.followUp();
    if (silence.isEmpty()) {
      return new FollowUps.Done(left, false);
    }
    return new FollowUps(
            settings.name(),
            ports,
            silence.get(),
            drafting,
            waitingFollowUps,
            goAhead.scene().now())
        .run(left, goAhead, avoided, dry, effects, troubles);
  }
}

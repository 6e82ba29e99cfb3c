package org.entraide.campaign.world;

import java.util.function.ToIntFunction;
import org.entraide.campaign.apply.Appliers;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.decide.Planner;
import org.entraide.campaign.decide.Situation;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.MailboxObserver;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.observe.Observer;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.Stages;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.letter.LetterComposer;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Texts;

/** The steps of a pass over a world, each by itself: what is observed, decided and applied. */
public final class ObservedWorld {

  private static final Texts WORDS = World.LANGUAGES.get(0);

  private final Ports ports;
  private final CampaignSettings settings;
  private final PersonLocator places;
  private final Observer observer;
  private final SheetClaim claim;
  private final OwnTabsUpdater ownTabs;
  private final WaitingFollowUps waiting;

  /** Of a world whose settings stay as they are. */
  public ObservedWorld(World world, InstallationIdentity identity) {
    ports = world.ports();
    settings = world.settings();
    places = new PersonLocator(ports.geocoder(), ports.postcodes(), settings);
    observer =
        new Observer(
            settings,
            ports,
            new SheetVocabulary(World.LANGUAGES),
            World.LANGUAGES,
            locale -> WORDS,
            places,
            new MailboxObserver(ports.mailboxes()),
            new Stages());
    claim = new SheetClaim(identity);
    ownTabs = new OwnTabsUpdater(settings, claim, World.LANGUAGES);
    waiting = new WaitingFollowUps(ports.mailboxes());
  }

  public Observation observation() throws RemoteFailure, SheetLayout.Unusable {
    return observer.observe();
  }

  public Situation situation() throws RemoteFailure, SheetLayout.Unusable {
    return Situation.of(observation(), places);
  }

  /**
   * Plans what a pass does in a situation.
   *
   * @param room how many drafts a mailbox takes now
   */
  public Planner planner(Situation situation, ToIntFunction<String> room) {
    return new Planner(
        new Planner.Tools(
            ports.journal()::isReserved,
            ports.random(),
            LetterComposer.of(WORDS),
            new SheetVocabulary(World.LANGUAGES),
            places,
            settings.followUp(),
            waiting,
            ownTabs),
        situation,
        WORDS,
        room);
  }

  public Appliers appliers() {
    return new Appliers(settings, ports, claim, ownTabs, World.LANGUAGES, waiting);
  }
}

package org.entraide.campaign.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.campaign.world.World.DELEGATE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.entraide.campaign.cycle.FollowUpReader;
import org.entraide.campaign.decide.FollowUpLook.SentLetter;
import org.entraide.campaign.letters.FollowUpFixture;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.JournalEffect.RememberIntroductions;
import org.entraide.campaign.model.MailEffect.CreateFollowUp;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.world.ObservedWorld;
import org.entraide.campaign.world.World;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.junit.jupiter.api.Test;

/** Which letters are looked at before follow-ups are planned, and what is planned then. */
class FollowUpPlannerTest extends FollowUpFixture {

  /** So many drafts a mailbox takes that nothing waits for it. */
  private static final int MUCH = 100;

  private final World world = silent();
  private final ObservedWorld observed =
      new ObservedWorld(world, InstallationIdentity.once("first", false));
  private final Introduction ann = introduction("Ann Able", "Ben Bolt");
  private final Introduction cat = introduction("Cat Cole", "Don Dale");
  private final Introduction eve = introduction("Eve Ender", "Fay Fell");

  private Introduction introduction(String person, String helper) {
    return Optional.ofNullable(
            world
                .journal()
                .memory("londres")
                .introductions()
                .get(world.introduction(person, helper)))
        .orElseThrow();
  }

  private long looks() {
    return world.outage.calls().stream().filter("sentLetter"::equals).count();
  }

  private FollowUpLook look(ToIntFunction<String> room) throws Exception {
    Situation now = observed.situation();
    Planner planner = observed.planner(now, room);
    return look(now, planner, room);
  }

  private FollowUpLook look(Situation now, Planner planner, ToIntFunction<String> room) {
    return new FollowUpReader(
            world::mailbox,
            new WaitingFollowUps(world::mailbox),
            planner.followUp(now),
            now.observation().mail().cursors(),
            room)
        .read(planner.followUpCandidates(now));
  }

  private static List<? extends Class<?>> types(List<Effect> effects) {
    return effects.stream().map(Effect::getClass).toList();
  }

  // ---- looks

  @Test
  void anAnnouncedLetterAndOneThatIsDueAreLookedAt() throws Exception {
    FollowUpLook look = look(mailbox -> MUCH);

    assertThat(look.letters()).containsOnlyKeys(ann.ref(), cat.ref(), eve.ref());
    assertThat(look.later()).isFalse();
  }

  @Test
  void noMoreLettersAreLookedAtThanTheMailboxTakesDrafts() throws Exception {
    FollowUpLook look = look(mailbox -> 1);

    assertThat(look.letters()).hasSize(1).doesNotContainKey(eve.ref());
    assertThat(look.later()).isTrue();
  }

  @Test
  void aLetterIsNotLookedAtWhereItsMinuteIsNeededForDraftsThatAreToBeMade() throws Exception {
    FollowUpLook look = look(mailbox -> 2);

    assertThat(look.letters()).containsOnlyKeys(ann.ref(), cat.ref());
    assertThat(look.later()).isTrue();
  }

  /** Three drafts would go into the minute, were it not for the looks before them. */
  @Test
  void eachLookTakesOfTheMinuteInWhichDraftsAreMade() throws Exception {
    long before = looks();

    FollowUpLook look = look(mailbox -> (int) (3 - (looks() - before)));

    assertThat(look.letters()).containsOnlyKeys(ann.ref(), cat.ref());
    assertThat(look.later()).isTrue();
  }

  @Test
  void whereLettersWereNotLookedAtForWantOfRoomTheNextPassGoesOn() throws Exception {
    Situation now = observed.situation();
    Planner planner = observed.planner(now, mailbox -> 0);
    FollowUpPlanner.FollowUpCandidates candidates = planner.followUpCandidates(now);

    FollowUpPlanner.PlannedFollowUps planned =
        planner.followUps(now, candidates, look(now, planner, mailbox -> 0));

    assertThat(planned.plan().effects()).isEmpty();
    assertThat(planned.again()).isTrue();
  }

  // ---- plans

  @Test
  void whatWasSeenIsJournalledBeforeAnyFollowUpIsMade() throws Exception {
    Situation now = observed.situation();
    Planner planner = observed.planner(now, mailbox -> MUCH);
    FollowUpPlanner.FollowUpCandidates candidates = planner.followUpCandidates(now);

    List<Effect> effects =
        planner.followUps(now, candidates, look(now, planner, mailbox -> MUCH)).plan().effects();

    assertThat(types(effects))
        .isEqualTo(
            List.of(RememberIntroductions.class, CreateFollowUp.class, CreateFollowUp.class));
    assertThat(((RememberIntroductions) effects.get(0)).introductions())
        .extracting(Introduction::ref)
        .containsExactly(eve.ref());
  }

  /** As where one letter introduces two people who help each other. */
  @Test
  void oneThreadGetsOneFollowUpInAPass() throws Exception {
    Situation now = observed.situation();
    Map<String, Introduction> introductions = new HashMap<>(now.introductions());
    introductions.put(cat.ref(), cat.inThread(String.valueOf(ann.threadId()), Optional.empty()));
    Situation shared = now.withIntroductions(introductions);
    Planner planner = observed.planner(shared, mailbox -> MUCH);
    FollowUpPlanner.FollowUpCandidates candidates = planner.followUpCandidates(shared);
    FollowUpLook look = look(shared, planner, mailbox -> MUCH);

    FollowUpPlanner.PlannedFollowUps planned =
        planner.followUps(
            shared,
            new FollowUpPlanner.FollowUpCandidates(List.of(), List.of(), candidates.toMake()),
            look);

    assertThat(look.letters()).containsKeys(ann.ref(), cat.ref());
    assertThat(types(planned.plan().effects())).isEqualTo(List.of(CreateFollowUp.class));
    assertThat(planned.again()).isTrue();
  }

  /** One look may succeed before the next one fails. */
  @Test
  void nothingIsPlannedForAMailboxThatFailedWhileItWasLookedAt() throws Exception {
    Situation now = observed.situation();
    Planner planner = observed.planner(now, mailbox -> MUCH);
    FollowUpPlanner.FollowUpCandidates candidates =
        new FollowUpPlanner.FollowUpCandidates(List.of(ann), List.of(eve), List.of(cat));
    Letter letter = new Letter(cat.ref(), DELEGATE, List.of(), "Re: …", "…");
    SentLetter sent = new SentLetter(Optional.of(letter), false);
    FollowUpLook look =
        new FollowUpLook(
            Map.of(ann.ref(), List.of()),
            Map.of(cat.ref(), sent, eve.ref(), sent),
            Set.of(DELEGATE),
            List.of(),
            false);

    FollowUpPlanner.PlannedFollowUps there = planner.followUps(now, candidates, look);
    FollowUpPlanner.PlannedFollowUps failed =
        planner.followUps(now.withoutMailboxes(look.unreachable()), candidates, look);

    assertThat(types(there.plan().effects()))
        .isEqualTo(List.of(RememberIntroductions.class, CreateFollowUp.class));
    assertThat(((RememberIntroductions) there.plan().effects().get(0)).introductions())
        .extracting(Introduction::ref)
        .containsExactly(ann.ref(), eve.ref());
    assertThat(failed.plan().effects()).isEmpty();
    assertThat(failed.introductions()).isEqualTo(now.introductions());
    assertThat(failed.again()).isFalse();
  }
}

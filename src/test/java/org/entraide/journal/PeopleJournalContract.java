package org.entraide.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.Journal.Command;
import org.entraide.campaign.port.Journal.EffectOutcome;
import org.entraide.campaign.port.Journal.JournalledEffect;
import org.entraide.campaign.port.Journal.Memory;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.place.CachedPlace;
import org.entraide.place.Precision;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.junit.jupiter.api.Test;

/** What every journal remembers of people, and forgets with them. */
public abstract class PeopleJournalContract extends JournalContractFixture {
  static final CellKey STATUS = new CellKey("7KQ47", "status");

  @Test
  void aCampaignThatNeverRanHasAnEmptyMemory() {
    assertThat(journal.memory("londres")).isEqualTo(Memory.NOTHING);
    assertThat(journal.unfinishedEffects("londres")).isEmpty();
    assertThat(journal.reports()).isEmpty();
    assertThat(journal.queuedCommands()).isEmpty();
  }

  @Test
  void everythingSurvivesAReopening() {
    Introduction introduction = introduction("M-7KQ47", Introduction.State.DRAFTED);
    CampaignReport report =
        new CampaignReport(
            "londres",
            NOON,
            Optional.of(EARLIER),
            List.of(),
            Map.of("waiting", 3L),
            Optional.of(matching()));
    journal.reserve("londres", List.of("7KQ47"));
    journal.storeFingerprints("londres", Map.of("f1", "7KQ47"));
    journal.storeFirstAnswers("londres", Map.of("7KQ47", NOON));
    journal.storeWrittenHashes("londres", Map.of(STATUS, "h1"));
    journal.storeIntroductions("londres", List.of(introduction));
    journal.storeNotes("londres", Map.of(GONE, "withdrawn"));
    journal.storeMatching("londres", MATCHED);
    long effect = journal.beginEffect("londres", "draft", "M-7KQ47", NOON);
    journal.storeReport(report);
    long command = journal.enqueue("explain", "7KQ47", NOON);

    reopen();

    assertThat(journal.memory("londres"))
        .isEqualTo(
            new Memory(
                Set.of("7KQ47"),
                Map.of("f1", "7KQ47"),
                Map.of("7KQ47", NOON),
                Map.of(STATUS, "h1"),
                Map.of("M-7KQ47", introduction),
                Map.of(GONE, "withdrawn"),
                MATCHED,
                ErasedPeople.NOBODY));
    assertThat(journal.unfinishedEffects("londres"))
        .containsExactly(new JournalledEffect(effect, "draft", "M-7KQ47", NOON, Optional.empty()));
    assertThat(journal.reports()).containsExactly(report);
    assertThat(journal.queuedCommands())
        .containsExactly(new Command(command, "explain", "7KQ47", NOON));
  }

  @Test
  void effectsThatEndedLongAgoAreForgottenAndThoseThatAreUnknownAreNot() {
    long done = journal.beginEffect("londres", "draft", "M-7KQ47", EARLIER);
    long unknown = journal.beginEffect("londres", "draft", "M-73E2M", EARLIER);
    long open = journal.beginEffect("londres", "rows", "7KQ47", EARLIER);
    journal.endEffect("londres", done, EffectOutcome.DONE, EARLIER);
    journal.endEffect("londres", unknown, EffectOutcome.UNKNOWN, EARLIER);
    Instant later = EARLIER.plus(Duration.ofDays(31));
    long lately = journal.beginEffect("londres", "draft", "M-9JNRN", later);
    journal.endEffect("londres", lately, EffectOutcome.DONE, later);

    journal.storeReport(
        new CampaignReport(
            "londres", later, Optional.empty(), List.of(), Map.of(), Optional.empty()));

    assertThat(journal.unfinishedEffects("londres"))
        .extracting(JournalledEffect::id)
        .containsExactlyInAnyOrder(unknown, open);
    journal.endEffect("londres", lately, EffectOutcome.FAILED, later); // it is still there
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.endEffect("londres", done, EffectOutcome.DONE, later));
  }

  protected final Erasure theFirst() {
    ErasedPeople erased = ErasedPeople.NOBODY.begun(new SplittableRandom(1));
    String left = erased.answer(ONE);
    return new Erasure(
        Set.of("7KQ47"),
        Set.of("M-7KQ47"),
        Map.of(ONE, left),
        erased.and(Set.of(left, erased.reference("7KQ47"))));
  }

  @Test
  void whoeverIsErasedIsInNoTableAndTheOthersAreAsTheyWere() {
    fillWithTwoPeople();
    Erasure erasure = theFirst();

    journal.erase("londres", erasure);
    reopen();

    Memory memory = journal.memory("londres");
    assertThat(memory.references()).containsExactlyInAnyOrder("73E2M", "0B3DR", "M-0B3DR");
    assertThat(memory.referenceByFingerprint())
        .isEqualTo(Map.of(OTHER, "73E2M", "=" + OTHER, "73E2M"));
    assertThat(memory.firstAnswers()).isEqualTo(Map.of("73E2M", NOON));
    assertThat(memory.introductions()).containsOnlyKeys("M-0B3DR");
    assertThat(memory.introductions().values()).allMatch(i -> i.insteadOf().isEmpty());
    assertThat(memory.notes())
        .isEqualTo(Map.of(new Journal.Note(Journal.Note.Kind.ASKED, "73E2M"), "M-0B3DR"));
    assertThat(memory.matching()).isEqualTo(new RememberedMatching("a1b2", List.of(), List.of()));
    assertThat(journal.unfinishedEffects("londres"))
        .extracting(JournalledEffect::subject)
        .containsExactly("M-0B3DR");
    assertThat(journal.memory("dublin").references()).containsExactly("7KQ47");
  }

  @Test
  void whatTheDaemonWroteBesideAnErasedAnswerIsStillKnownAsTheDaemons() {
    fillWithTwoPeople();
    Erasure erasure = theFirst();
    String left = erasure.contents().getOrDefault(ONE, "");

    journal.erase("londres", erasure);

    assertThat(journal.memory("londres").writtenHashes())
        .isEqualTo(
            Map.of(
                new CellKey(left, "status"), "h1",
                new CellKey(left + "#2", "status"), "h2",
                new CellKey(OTHER, "status"), "h4"));
  }

  @Test
  void hashesOfTheErasedAddUpUnderOneKey() {
    Erasure first = theFirst();
    Erasure second =
        new Erasure(Set.of("73E2M"), Set.of(), Map.of(), first.erased().and(Set.of("more")));

    journal.erase("londres", first);
    journal.erase("londres", second);
    reopen();

    assertThat(journal.memory("londres").erased()).isEqualTo(second.erased());
    assertThat(journal.memory("dublin").erased()).isEqualTo(ErasedPeople.NOBODY);
  }

  @Test
  void placesAsFineAsAnAddressGoWithWhoeverIsErased() {
    CachedPlace street = cached(Precision.ADDRESS);
    CachedPlace town = cached(Precision.CITY);
    journal.keepPlace("street", street);
    journal.keepPlace("town", town);

    journal.erase("londres", theFirst());

    assertThat(journal.place("street")).isEmpty();
    assertThat(journal.place("town")).contains(town);
  }

  @Test
  void aNoteIsReplacedAndForgotten() {
    Journal.Note asked = new Journal.Note(Journal.Note.Kind.ASKED, "7KQ47");

    journal.storeNotes("londres", Map.of(GONE, "withdrawn", asked, "M-7KQ47"));
    journal.storeNotes("londres", Map.of(GONE, "", asked, "-"));
    journal.storeNotes("dublin", Map.of());

    assertThat(journal.memory("londres").notes()).isEqualTo(Map.of(asked, "-"));
    assertThat(journal.memory("dublin").notes()).isEmpty();
  }

  @Test
  void anIntroductionKeepsWhatItAnswers() {
    Introduction answer =
        introduction("M-7KQ47", Introduction.State.SENT).insteadOf(Set.of("M-73E2M", "M-0B3DR"));

    journal.storeIntroductions("londres", List.of(answer));

    assertThat(journal.memory("londres").introductions()).containsValue(answer);
  }

  @Test
  void introductionsAreInTheOrderInWhichTheyWereBegun() {
    List<String> refs = List.of("M-7KQ47", "M-73E2M", "M-0B3DR");
    refs.forEach(
        ref ->
            journal.storeIntroductions(
                "londres", List.of(introduction(ref, Introduction.State.DRAFTED))));
    journal.storeIntroductions(
        "londres", List.of(introduction("M-7KQ47", Introduction.State.SENT)));
    reopen();

    assertThat(journal.memory("londres").introductions().keySet()).containsExactlyElementsOf(refs);
  }

  @Test
  void aReferenceIsReservedForAllCampaigns() {
    journal.reserve("londres", List.of("M-7KQ47"));

    assertThat(journal.isReserved("M-7KQ47")).isTrue();
    assertThat(journal.isReserved("M-73E2M")).isFalse();
  }

  @Test
  void campaignsKnowNothingOfEachOther() {
    journal.reserve("londres", List.of("7KQ47"));
    journal.storeFingerprints("londres", Map.of("f1", "7KQ47"));
    journal.storeFirstAnswers("londres", Map.of("7KQ47", NOON));
    journal.storeWrittenHashes("londres", Map.of(STATUS, "h1"));
    journal.storeIntroductions(
        "londres", List.of(introduction("M-7KQ47", Introduction.State.SENT)));
    journal.beginEffect("londres", "draft", "M-7KQ47", NOON);
    journal.storeMatching("londres", MATCHED);
    Memory londres = journal.memory("londres");

    journal.storeFingerprints("dublin", Map.of("f1", "73E2M"));
    journal.storeFirstAnswers("dublin", Map.of("7KQ47", EARLIER));
    journal.storeWrittenHashes("dublin", Map.of(STATUS, ""));
    journal.storeIntroductions("dublin", List.of(introduction("M-7KQ47", Introduction.State.DONE)));
    journal.storeMatching("dublin", RememberedMatching.NOTHING);

    assertThat(journal.memory("londres")).isEqualTo(londres);
    assertThat(journal.memory("dublin").references()).isEmpty();
    assertThat(journal.memory("dublin").referenceByFingerprint())
        .containsOnly(entry("f1", "73E2M"));
    assertThat(journal.unfinishedEffects("dublin")).isEmpty();
  }

  @Test
  void aReferenceOnceReservedStays() {
    journal.reserve("londres", List.of("7KQ47", "73E2M"));
    journal.reserve("londres", List.of("73E2M", "M-7KQ47", "M-7KQ47"));
    journal.reserve("londres", List.of());

    reopen();

    assertThat(journal.memory("londres").references())
        .containsExactlyInAnyOrder("7KQ47", "73E2M", "M-7KQ47");
  }

  @Test
  void aFingerprintMovesToItsNewPerson() {
    journal.storeFingerprints("londres", Map.of("f1", "7KQ47", "f2", "7KQ47"));
    journal.storeFingerprints("londres", Map.of("f2", "73E2M"));

    assertThat(journal.memory("londres").referenceByFingerprint())
        .containsOnly(entry("f1", "7KQ47"), entry("f2", "73E2M"));
  }

  @Test
  void theEarliestFirstAnswerStays() {
    journal.storeFirstAnswers("londres", Map.of("a", NOON, "b", NOON, "c", Instant.EPOCH));
    journal.storeFirstAnswers("londres", Map.of("a", EARLIER, "b", LATER, "c", NOON));

    assertThat(journal.memory("londres").firstAnswers())
        .containsOnly(entry("a", EARLIER), entry("b", NOON), entry("c", Instant.EPOCH));
  }

  @Test
  void aWholeSecondIsEarlierThanItsFraction() {
    Instant whole = Instant.parse("2020-03-25T12:00:00Z");
    journal.storeFirstAnswers("londres", Map.of("a", whole, "b", whole.plusMillis(500)));
    journal.storeFirstAnswers("londres", Map.of("a", whole.plusMillis(500), "b", whole));

    assertThat(journal.memory("londres").firstAnswers())
        .containsOnly(entry("a", whole), entry("b", whole));
  }

  @Test
  void whatWasSentOfTroublesIsKeptByCampaignAndIsNoPartOfItsMemory() {
    journal.storeNotes("londres", Map.of(GONE, "withdrawn"));
    Journal.Memory before = journal.memory("londres");
    assertThat(journal.sentAlerts("londres")).isEmpty();

    journal.storeSentAlerts("londres", Map.of("webhook a", "1", "webhook b", "2"));
    journal.storeSentAlerts("dublin", Map.of("webhook a", "3"));
    journal.storeSentAlerts("londres", Map.of("webhook a", "4", "webhook b", "", "webhook c", ""));
    reopen();

    assertThat(journal.sentAlerts("londres")).isEqualTo(Map.of("webhook a", "4"));
    assertThat(journal.sentAlerts("dublin")).isEqualTo(Map.of("webhook a", "3"));
    assertThat(journal.memory("londres")).isEqualTo(before);
  }
}

package org.entraide.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.campaign.Erasure;
import org.entraide.campaign.Journal;
import org.entraide.campaign.Journal.CampaignReport;
import org.entraide.campaign.Journal.Command;
import org.entraide.campaign.Journal.Effect;
import org.entraide.campaign.Journal.Memory;
import org.entraide.campaign.Journal.Outcome;
import org.entraide.campaign.Matched;
import org.entraide.campaign.MatchingReport;
import org.entraide.match.Alternative;
import org.entraide.match.Instance.Proposed;
import org.entraide.match.Policy;
import org.entraide.people.Category;
import org.entraide.people.Erased;
import org.entraide.place.CachedPlace;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.plan.CellKey;
import org.entraide.plan.Correspondence;
import org.entraide.plan.Introduction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal does, whatever keeps it. */
public abstract class JournalContract {

  protected static final Instant NOON = Instant.parse("2020-03-25T12:00:00.123456789Z");
  private static final Journal.Note GONE = new Journal.Note(Journal.Note.Kind.VANISHED, "7KQ47");
  private static final Instant EARLIER = NOON.minusNanos(1);
  private static final Instant LATER = Instant.parse("2020-03-25T12:00:01Z");
  private static final CellKey STATUS = new CellKey("7KQ47", "status");
  private static final Matched MATCHED =
      new Matched(
          "a1b2",
          List.of(new Proposed("7KQ47", "73E2M"), new Proposed("73E2M", "7KQ47")),
          List.of(new Proposed("7KQ47", "73E2M")));
  private static final CellKey PLACE = new CellKey("7KQ47", "place");

  private final List<Journal> opened = new ArrayList<>();
  private Journal journal;

  /** Opens the journal of this test: always the same one, by as many as ask. */
  protected abstract Journal open();

  @BeforeEach
  final void openTheFirst() {
    journal = another();
  }

  @AfterEach
  final void closeAll() {
    opened.forEach(Journal::close);
  }

  @Test
  void aCampaignThatNeverRanHasAnEmptyMemory() {
    assertThat(journal.memory("londres")).isEqualTo(Memory.NOTHING);
    assertThat(journal.unfinished("londres")).isEmpty();
    assertThat(journal.reports()).isEmpty();
    assertThat(journal.queued()).isEmpty();
  }

  @Test
  void everythingSurvivesAReopening() {
    Introduction introduction = introduction("M-7KQ47", Introduction.State.DRAFTED);
    CampaignReport report =
        new CampaignReport(
            "londres",
            NOON,
            Optional.of(EARLIER),
            "",
            Map.of("waiting", 3L),
            Optional.of(matching()));
    journal.reserve("londres", List.of("7KQ47"));
    journal.identify("londres", Map.of("f1", "7KQ47"));
    journal.answered("londres", Map.of("7KQ47", NOON));
    journal.wrote("londres", Map.of(STATUS, "h1"));
    journal.record("londres", List.of(introduction));
    journal.note("londres", Map.of(GONE, "withdrawn"));
    journal.matched("londres", MATCHED);
    long effect = journal.begin("londres", "draft", "M-7KQ47", NOON);
    journal.report(report);
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
                Erased.NOBODY));
    assertThat(journal.unfinished("londres"))
        .containsExactly(new Effect(effect, "draft", "M-7KQ47", NOON, Optional.empty()));
    assertThat(journal.reports()).containsExactly(report);
    assertThat(journal.queued()).containsExactly(new Command(command, "explain", "7KQ47", NOON));
  }

  @Test
  void effectsThatEndedLongAgoAreForgottenAndThoseThatAreUnknownAreNot() {
    long done = journal.begin("londres", "draft", "M-7KQ47", EARLIER);
    long unknown = journal.begin("londres", "draft", "M-73E2M", EARLIER);
    long open = journal.begin("londres", "rows", "7KQ47", EARLIER);
    journal.end("londres", done, Outcome.DONE, EARLIER);
    journal.end("londres", unknown, Outcome.UNKNOWN, EARLIER);
    Instant later = EARLIER.plus(Duration.ofDays(31));
    long lately = journal.begin("londres", "draft", "M-9JNRN", later);
    journal.end("londres", lately, Outcome.DONE, later);

    journal.report(
        new CampaignReport("londres", later, Optional.empty(), "", Map.of(), Optional.empty()));

    assertThat(journal.unfinished("londres"))
        .extracting(Effect::id)
        .containsExactlyInAnyOrder(unknown, open);
    journal.end("londres", lately, Outcome.FAILED, later); // it is still there
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.end("londres", done, Outcome.DONE, later));
  }

  // ---- people who are erased

  private static final String ONE = "00000000000000a1";
  private static final String OTHER = "00000000000000b2";

  /** Two who were introduced, one of whom is called otherwise by now. */
  protected final void fillWithTwoPeople() {
    Introduction theirs = introduction("M-7KQ47", Introduction.State.SENT);
    Introduction others =
        new Introduction(
                "M-0B3DR",
                "73E2M",
                "0B3DR",
                Set.of(Category.SHOPPING),
                null,
                Introduction.State.SENT,
                "delegate@example.org",
                "d2",
                "m2",
                "t2",
                NOON,
                true,
                null,
                LATER,
                Set.of(),
                Correspondence.NONE)
            .insteadOf(Set.of("M-7KQ47"));
    journal.reserve("londres", List.of("7KQ47", "73E2M", "0B3DR", "M-7KQ47", "M-0B3DR"));
    journal.reserve("dublin", List.of("7KQ47"));
    journal.identify(
        "londres", Map.of(ONE, "7KQ47", "@" + ONE, "7KQ47", OTHER, "73E2M", "=" + OTHER, "73E2M"));
    journal.answered("londres", Map.of("7KQ47", NOON, "73E2M", NOON));
    journal.wrote(
        "londres",
        Map.of(
            new CellKey(ONE, "status"), "h1",
            new CellKey(ONE + "#2", "status"), "h2",
            new CellKey(ONE, "was.status"), "h3",
            new CellKey(OTHER, "status"), "h4",
            new CellKey("M-7KQ47", "state"), "h5"));
    journal.record("londres", List.of(theirs, others));
    journal.note(
        "londres",
        Map.of(
            GONE,
            "withdrawn",
            new Journal.Note(Journal.Note.Kind.ALIAS, "0B3DR"),
            "7KQ47",
            new Journal.Note(Journal.Note.Kind.BARRED, "abc"),
            "7KQ47",
            new Journal.Note(Journal.Note.Kind.ASKED, "73E2M"),
            "M-0B3DR M-7KQ47"));
    journal.matched("londres", MATCHED);
    journal.end("londres", journal.begin("londres", "draft", "M-7KQ47", NOON), Outcome.DONE, NOON);
    journal.begin("londres", "ledger", "M-7KQ47 M-0B3DR", NOON);
    journal.done(journal.enqueue("erase", "7KQ47 londres", NOON), "done", NOON);
  }

  protected final Erasure theFirst() {
    Erased erased = Erased.NOBODY.begun(new SplittableRandom(1));
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
    assertThat(memory.introductions().values()).allMatch(i -> i.answers().isEmpty());
    assertThat(memory.notes())
        .isEqualTo(Map.of(new Journal.Note(Journal.Note.Kind.ASKED, "73E2M"), "M-0B3DR"));
    assertThat(memory.matched()).isEqualTo(new Matched("a1b2", List.of(), List.of()));
    assertThat(journal.unfinished("londres"))
        .extracting(Effect::subject)
        .containsExactly("M-0B3DR");
    assertThat(journal.memory("dublin").references()).containsExactly("7KQ47");
  }

  @Test
  void whatTheDaemonWroteBesideAnErasedAnswerIsStillKnownAsTheDaemons() {
    fillWithTwoPeople();
    Erasure erasure = theFirst();
    String left = erasure.contents().getOrDefault(ONE, "");

    journal.erase("londres", erasure);

    assertThat(journal.memory("londres").cells())
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
    assertThat(journal.memory("dublin").erased()).isEqualTo(Erased.NOBODY);
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

  private static CachedPlace cached(Precision precision) {
    Place place = new Place(new GeoPoint(51.5, -0.1), precision, 0.1, "Croydon", "GB", 1, "photon");
    return new CachedPlace(Optional.of(place), "", NOON, LATER);
  }

  @Test
  void aNoteIsReplacedAndForgotten() {
    Journal.Note asked = new Journal.Note(Journal.Note.Kind.ASKED, "7KQ47");

    journal.note("londres", Map.of(GONE, "withdrawn", asked, "M-7KQ47"));
    journal.note("londres", Map.of(GONE, "", asked, "-"));
    journal.note("dublin", Map.of());

    assertThat(journal.memory("londres").notes()).isEqualTo(Map.of(asked, "-"));
    assertThat(journal.memory("dublin").notes()).isEmpty();
  }

  @Test
  void anIntroductionKeepsWhatItAnswers() {
    Introduction answer =
        introduction("M-7KQ47", Introduction.State.SENT).insteadOf(Set.of("M-73E2M", "M-0B3DR"));

    journal.record("londres", List.of(answer));

    assertThat(journal.memory("londres").introductions()).containsValue(answer);
  }

  @Test
  void introductionsAreInTheOrderInWhichTheyWereBegun() {
    List<String> refs = List.of("M-7KQ47", "M-73E2M", "M-0B3DR");
    refs.forEach(
        ref -> journal.record("londres", List.of(introduction(ref, Introduction.State.DRAFTED))));
    journal.record("londres", List.of(introduction("M-7KQ47", Introduction.State.SENT)));
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
    journal.identify("londres", Map.of("f1", "7KQ47"));
    journal.answered("londres", Map.of("7KQ47", NOON));
    journal.wrote("londres", Map.of(STATUS, "h1"));
    journal.record("londres", List.of(introduction("M-7KQ47", Introduction.State.SENT)));
    journal.begin("londres", "draft", "M-7KQ47", NOON);
    journal.matched("londres", MATCHED);
    Memory londres = journal.memory("londres");

    journal.identify("dublin", Map.of("f1", "73E2M"));
    journal.answered("dublin", Map.of("7KQ47", EARLIER));
    journal.wrote("dublin", Map.of(STATUS, ""));
    journal.record("dublin", List.of(introduction("M-7KQ47", Introduction.State.DONE)));
    journal.matched("dublin", Matched.NOTHING);

    assertThat(journal.memory("londres")).isEqualTo(londres);
    assertThat(journal.memory("dublin").references()).isEmpty();
    assertThat(journal.memory("dublin").referenceByFingerprint())
        .containsOnly(entry("f1", "73E2M"));
    assertThat(journal.unfinished("dublin")).isEmpty();
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
    journal.identify("londres", Map.of("f1", "7KQ47", "f2", "7KQ47"));
    journal.identify("londres", Map.of("f2", "73E2M"));

    assertThat(journal.memory("londres").referenceByFingerprint())
        .containsOnly(entry("f1", "7KQ47"), entry("f2", "73E2M"));
  }

  @Test
  void theEarliestFirstAnswerStays() {
    journal.answered("londres", Map.of("a", NOON, "b", NOON, "c", Instant.EPOCH));
    journal.answered("londres", Map.of("a", EARLIER, "b", LATER, "c", NOON));

    assertThat(journal.memory("londres").firstAnswers())
        .containsOnly(entry("a", EARLIER), entry("b", NOON), entry("c", Instant.EPOCH));
  }

  @Test
  void aWholeSecondIsEarlierThanItsFraction() {
    Instant whole = Instant.parse("2020-03-25T12:00:00Z");
    journal.answered("londres", Map.of("a", whole, "b", whole.plusMillis(500)));
    journal.answered("londres", Map.of("a", whole.plusMillis(500), "b", whole));

    assertThat(journal.memory("londres").firstAnswers())
        .containsOnly(entry("a", whole), entry("b", whole));
  }

  @Test
  void theLastWrittenTextCountsAndAnEmptyHashForgetsIt() {
    journal.wrote("londres", Map.of(STATUS, "h1", PLACE, "h2"));
    journal.wrote("londres", Map.of(STATUS, "h3", PLACE, "", new CellKey("x", "status"), ""));

    assertThat(journal.memory("londres").cells()).containsOnly(entry(STATUS, "h3"));

    journal.wrote("londres", Map.of(PLACE, "h4"));

    assertThat(journal.memory("londres").cells())
        .containsOnly(entry(STATUS, "h3"), entry(PLACE, "h4"));
  }

  @ParameterizedTest
  @EnumSource(Introduction.State.class)
  void anIntroductionIsKeptWholeInEveryState(Introduction.State state) {
    Introduction full = introduction("M-7KQ47", state);

    journal.record("londres", List.of(full));
    reopen();

    assertThat(journal.memory("londres").introductions()).containsOnly(entry("M-7KQ47", full));
  }

  @Test
  void anIntroductionIsKeptWithEveryUnknownAndReplacedByItsNextState() {
    Introduction bare =
        new Introduction(
            "M-7KQ47",
            "7KQ47",
            "73E2M",
            Set.of(),
            null,
            Introduction.State.PREPARING,
            "delegate@example.org",
            null,
            null,
            null,
            NOON,
            false,
            null,
            null,
            Set.of(),
            Correspondence.NONE);
    List<Introduction> life =
        List.of(
            bare,
            bare.asAttempted(),
            bare.drafted("d1", "m1", "t1"),
            bare.drafted("d1", "m1", "t1").missing(NOON),
            bare.drafted("d1", "m1", "t1").missing(null),
            bare.drafted("", "", "").sent(LATER),
            bare);
    for (Introduction step : life) {
      journal.record("londres", List.of(step));

      assertThat(journal.memory("londres").introductions()).containsOnly(entry("M-7KQ47", step));
    }
  }

  @Test
  void anEffectIsUnfinishedUntilItsOutcomeIsKnown() {
    long crashed = journal.begin("londres", "draft", "M-1", NOON);
    long lost = journal.begin("londres", "draft", "M-2", NOON);
    long done = journal.begin("londres", "draft", "M-3", NOON);
    long failed = journal.begin("londres", "write", "7KQ47", NOON);
    journal.end("londres", lost, Outcome.UNKNOWN, LATER);
    journal.end("londres", done, Outcome.DONE, LATER);
    journal.end("londres", failed, Outcome.FAILED, LATER);
    assertThat(journal.unfinished("londres"))
        .containsExactly(
            new Effect(crashed, "draft", "M-1", NOON, Optional.empty()),
            new Effect(lost, "draft", "M-2", NOON, Optional.of(Outcome.UNKNOWN)));

    journal.end("londres", crashed, Outcome.FAILED, LATER);
    journal.end("londres", lost, Outcome.DONE, LATER);

    assertThat(journal.unfinished("londres")).isEmpty();
  }

  @Test
  void aNumberOfAnEffectIsNeverGivenTwice() {
    long first = journal.begin("londres", "draft", "M-1", NOON);
    journal.end("londres", first, Outcome.DONE, NOON);
    reopen();

    assertThat(journal.begin("dublin", "draft", "M-1", NOON)).isGreaterThan(first);
  }

  @Test
  void whatDoesNotExistCannotEnd() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.end("londres", 99, Outcome.DONE, NOON))
        .withMessageContaining("effect")
        .withMessageContaining("99");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.done(99, "done", NOON))
        .withMessageContaining("command")
        .withMessageContaining("99");
  }

  /** A database that was set back gives numbers again. */
  @Test
  void theNumberOfAnotherCampaignsEffectEndsNothing() {
    long dublin = journal.begin("dublin", "draft", "M-7KQ47", NOON);

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.end("londres", dublin, Outcome.DONE, NOON));

    assertThat(journal.unfinished("dublin")).hasSize(1);
  }

  @Test
  void aReportReplacesTheOneBefore() {
    journal.report(
        new CampaignReport(
            "nice", NOON, Optional.of(NOON), "", Map.of("full", 1L, "done", 2L), Optional.empty()));
    CampaignReport dublin =
        new CampaignReport(
            "dublin", NOON, Optional.empty(), "no access", Map.of(), Optional.empty());
    CampaignReport nice =
        new CampaignReport(
            "nice", LATER, Optional.of(NOON), "unreachable", Map.of("full", 3L), Optional.empty());
    journal.report(nice);
    journal.report(dublin);

    assertThat(journal.reports()).containsExactly(dublin, nice);

    journal.next("nice", NOON.plusSeconds(90));
    journal.next("oslo", NOON); // nobody ever reported of it
    assertThat(journal.reports()).containsExactly(dublin, nice.next(NOON.plusSeconds(90)));
    journal.report(nice);
    assertThat(journal.reports()).containsExactly(dublin, nice);
  }

  @Test
  void theLastMatchingReplacesTheOneBefore() {
    Matched next = new Matched("c3", List.of(), List.of(new Proposed("73E2M", "7KQ47")));
    journal.matched("londres", MATCHED);
    journal.matched("londres", next);

    assertThat(journal.memory("londres").matched()).isEqualTo(next);
  }

  @Test
  void aReportIsReplacedWithAllItSaysOfTheMatching() {
    MatchingReport plain =
        new MatchingReport("k2", NOON, 2, 3, null, "none", 0, Policy.COVERAGE, Optional.empty());
    for (Optional<MatchingReport> matching :
        List.of(Optional.of(matching()), Optional.of(plain), Optional.<MatchingReport>empty())) {
      CampaignReport report =
          new CampaignReport("londres", NOON, Optional.empty(), "", Map.of(), matching);
      journal.report(report);

      assertThat(journal.reports()).containsExactly(report);
    }
  }

  private static MatchingReport matching() {
    return new MatchingReport(
        "k1",
        EARLIER,
        45,
        50,
        46,
        "by hand",
        0,
        Policy.STABLE,
        Optional.of(
            new MatchingReport.Alternatives(
                "k0",
                NOON,
                44,
                Map.of(
                    Policy.COVERAGE,
                    new Alternative(46, 3_000_000_000L, 2L),
                    Policy.BEST_FIT,
                    Alternative.UNKNOWN))));
  }

  @Test
  void commandsWaitInTheOrderTheyCameUntilDone() {
    long first = journal.enqueue("erase", "7KQ47", LATER);
    long second = journal.enqueue("init", "londres", EARLIER);
    assertThat(journal.queued()).extracting(Command::id).containsExactly(first, second);

    journal.done(first, "erased", NOON);
    journal.done(first, "erased", NOON);

    assertThat(journal.queued()).containsExactly(new Command(second, "init", "londres", EARLIER));
  }

  @Test
  void whatOneWroteAnotherOneSees() {
    Journal beside = another();

    long command = beside.enqueue("explain", "7KQ47", NOON);
    journal.reserve("londres", List.of("7KQ47"));

    assertThat(journal.queued()).extracting(Command::id).containsExactly(command);
    assertThat(beside.memory("londres").references()).containsExactly("7KQ47");
  }

  @Test
  void aChangeThatFailsHalfWayLeavesNothing() {
    Introduction first = introduction("M-1", Introduction.State.SENT);
    journal.reserve("londres", List.of("before"));
    // More than is sent to a database at once, so that something was there to be undone.
    List<String> many = IntStream.range(0, 2_500).mapToObj(i -> "r" + i).toList();

    assertThatExceptionOfType(Interruption.class)
        .isThrownBy(() -> journal.reserve("londres", failingAfter(many)));
    assertThatExceptionOfType(Interruption.class)
        .isThrownBy(() -> journal.record("londres", failingAfter(List.of(first))));

    assertThat(journal.memory("londres").references()).containsExactly("before");
    assertThat(journal.memory("londres").introductions()).isEmpty();
    journal.reserve("londres", List.of("after"));
    reopen();
    assertThat(journal.memory("londres").references()).containsExactlyInAnyOrder("before", "after");
  }

  @Test
  void twentyThousandCellsAreWrittenInOneCall() {
    Map<CellKey, String> cells =
        IntStream.range(0, 20_000)
            .boxed()
            .collect(Collectors.toMap(i -> new CellKey("p" + i / 5, "c" + i % 5), i -> "h" + i));

    journal.wrote("londres", cells);
    reopen();

    assertThat(journal.memory("londres").cells()).isEqualTo(cells);
  }

  @Test
  void textIsKeptAsItIs() {
    String text = "'; DROP TABLE cell; -- é 漢 🙂 \u200f\n\t\"";
    journal.report(
        new CampaignReport(
            text, NOON, Optional.empty(), text, Map.of(text, -1L), Optional.empty()));
    journal.identify(text, Map.of(text, text));

    reopen();

    assertThat(journal.reports())
        .containsExactly(
            new CampaignReport(
                text, NOON, Optional.empty(), text, Map.of(text, -1L), Optional.empty()));
    assertThat(journal.memory(text).referenceByFingerprint()).containsOnly(entry(text, text));
  }

  @Test
  void theFirstKeyForPlacesStays() {
    assertThat(journal.placeKey()).isEmpty();

    assertThat(journal.keepPlaceKey("aa")).isEqualTo("aa");
    assertThat(another().keepPlaceKey("bb")).isEqualTo("aa");
    reopen();

    assertThat(journal.placeKey()).contains("aa");
  }

  @Test
  void aPlaceThatAServiceFoundIsKeptWhole() {
    CachedPlace found = place(1.0 / 3, NOON, LATER);
    CachedPlace unknown = new CachedPlace(Optional.empty(), "place.ask.unknown", NOON, LATER);
    journal.keepPlace("h1", found);
    journal.keepPlace("h2", unknown);

    reopen();

    assertThat(journal.place("h1")).contains(found);
    assertThat(journal.place("h2")).contains(unknown);
    assertThat(journal.place("h3")).isEmpty();
  }

  @Test
  void aLaterAnswerReplacesTheEarlierAndWhatHasExpiredGoes() {
    CachedPlace later = place(2, LATER, LATER.plusSeconds(1));
    journal.keepPlace("h1", place(1, EARLIER, LATER.plusSeconds(9)));
    journal.keepPlace("h2", place(1, EARLIER, LATER));
    journal.keepPlace("h3", place(1, EARLIER, LATER.plusNanos(1)));

    journal.keepPlace("h1", later);

    assertThat(journal.place("h1")).contains(later);
    assertThat(journal.place("h2")).isEmpty();
    assertThat(journal.place("h3")).isPresent();
  }

  private static CachedPlace place(double latitude, Instant fetched, Instant expires) {
    Place place =
        new Place(new GeoPoint(latitude, -2.5), Precision.CITY, 3, "Zoë’s", "FR", 0.9, "photon");
    return new CachedPlace(Optional.of(place), "", fetched, expires);
  }

  private Journal another() {
    Journal another = open();
    opened.add(another);
    return another;
  }

  private void reopen() {
    journal.close();
    journal = another();
  }

  private static <K, V> Map.Entry<K, V> entry(K key, V value) {
    return Map.entry(key, value);
  }

  private static Introduction introduction(String reference, Introduction.State state) {
    return new Introduction(
        reference,
        "7KQ47",
        "73E2M",
        Set.of(Category.values()),
        1.0 / 3,
        state,
        "delegate@example.org",
        "d1",
        "m1",
        "t1",
        NOON,
        true,
        EARLIER,
        LATER,
        Set.of(),
        Correspondence.NONE);
  }

  private static <T> Collection<T> failingAfter(Collection<T> items) {
    return new AbstractCollection<>() {
      @Override
      public Iterator<T> iterator() {
        Iterator<T> some = items.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public T next() {
            if (!some.hasNext()) {
              throw new Interruption();
            }
            return some.next();
          }
        };
      }

      @Override
      public int size() {
        return items.size() + 1;
      }

      // A copy is made of it by way of this method in some collections, of the iterator in others.
      @Override
      public Object[] toArray() {
        throw new Interruption();
      }
    };
  }

  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}

package org.entraide.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.Journal.Command;
import org.entraide.campaign.port.Journal.EffectOutcome;
import org.entraide.campaign.port.Journal.JournalledEffect;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.match.model.DistanceFigures;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.LoadFigures;
import org.entraide.match.model.Policy;
import org.entraide.place.CachedPlace;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.entraide.text.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every journal does, whatever keeps it. */
public abstract class JournalContract extends PeopleJournalContract {
  private static final CellKey PLACE = new CellKey("7KQ47", "place");

  @Test
  void theLastWrittenTextCountsAndAnEmptyHashForgetsIt() {
    journal.storeWrittenHashes("londres", Map.of(STATUS, "h1", PLACE, "h2"));
    journal.storeWrittenHashes(
        "londres", Map.of(STATUS, "h3", PLACE, "", new CellKey("x", "status"), ""));

    assertThat(journal.memory("londres").writtenHashes()).containsOnly(entry(STATUS, "h3"));

    journal.storeWrittenHashes("londres", Map.of(PLACE, "h4"));

    assertThat(journal.memory("londres").writtenHashes())
        .containsOnly(entry(STATUS, "h3"), entry(PLACE, "h4"));
  }

  @ParameterizedTest
  @EnumSource(Introduction.State.class)
  void anIntroductionIsKeptWholeInEveryState(Introduction.State state) {
    Introduction full = introduction("M-7KQ47", state);

    journal.storeIntroductions("londres", List.of(full));
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
      journal.storeIntroductions("londres", List.of(step));

      assertThat(journal.memory("londres").introductions()).containsOnly(entry("M-7KQ47", step));
    }
  }

  @Test
  void anEffectIsUnfinishedUntilItsOutcomeIsKnown() {
    long crashed = journal.beginEffect("londres", "draft", "M-1", NOON);
    long lost = journal.beginEffect("londres", "draft", "M-2", NOON);
    long done = journal.beginEffect("londres", "draft", "M-3", NOON);
    long failed = journal.beginEffect("londres", "write", "7KQ47", NOON);
    journal.endEffect("londres", lost, EffectOutcome.UNKNOWN, LATER);
    journal.endEffect("londres", done, EffectOutcome.DONE, LATER);
    journal.endEffect("londres", failed, EffectOutcome.FAILED, LATER);
    assertThat(journal.unfinishedEffects("londres"))
        .containsExactly(
            new JournalledEffect(crashed, "draft", "M-1", NOON, Optional.empty()),
            new JournalledEffect(lost, "draft", "M-2", NOON, Optional.of(EffectOutcome.UNKNOWN)));

    journal.endEffect("londres", crashed, EffectOutcome.FAILED, LATER);
    journal.endEffect("londres", lost, EffectOutcome.DONE, LATER);

    assertThat(journal.unfinishedEffects("londres")).isEmpty();
  }

  @Test
  void aNumberOfAnEffectIsNeverGivenTwice() {
    long first = journal.beginEffect("londres", "draft", "M-1", NOON);
    journal.endEffect("londres", first, EffectOutcome.DONE, NOON);
    reopen();

    assertThat(journal.beginEffect("dublin", "draft", "M-1", NOON)).isGreaterThan(first);
  }

  @Test
  void whatDoesNotExistCannotEnd() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.endEffect("londres", 99, EffectOutcome.DONE, NOON))
        .withMessageContaining("effect")
        .withMessageContaining("99");
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.finishCommand(99, "done", NOON))
        .withMessageContaining("command")
        .withMessageContaining("99");
  }

  /** A database that was set back gives numbers again. */
  @Test
  void theNumberOfAnotherCampaignsEffectEndsNothing() {
    long dublin = journal.beginEffect("dublin", "draft", "M-7KQ47", NOON);

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> journal.endEffect("londres", dublin, EffectOutcome.DONE, NOON));

    assertThat(journal.unfinishedEffects("dublin")).hasSize(1);
  }

  private static CampaignReport report(
      String campaign,
      Optional<Instant> success,
      List<Message> troubles,
      Map<String, Long> counts) {
    return new CampaignReport(campaign, LATER, success, troubles, counts, Optional.empty());
  }

  @Test
  void aReportReplacesTheOneBefore() {
    Optional<Instant> at = Optional.of(NOON);
    journal.storeReport(report("nice", at, List.of(), Map.of("full", 1L, "done", 2L)));
    List<Message> access = List.of(Message.plain("no access"));
    CampaignReport dublin = report("dublin", Optional.empty(), access, Map.of());
    List<Message> connection = List.of(Message.of("google.why.no_connection"));
    CampaignReport nice = report("nice", at, connection, Map.of("full", 3L));
    journal.storeReport(nice);
    journal.storeReport(dublin);

    assertThat(journal.reports()).containsExactly(dublin, nice);

    journal.storeNextCycle("nice", NOON.plusSeconds(90));
    journal.storeNextCycle("oslo", NOON); // nobody ever reported of it
    assertThat(journal.reports()).containsExactly(dublin, nice.withNextCycle(NOON.plusSeconds(90)));
    journal.storeReport(nice);
    assertThat(journal.reports()).containsExactly(dublin, nice);
  }

  @Test
  void theLastMatchingReplacesTheOneBefore() {
    RememberedMatching next =
        new RememberedMatching("c3", List.of(), List.of(new ProposedPair("73E2M", "7KQ47")));
    journal.storeMatching("londres", MATCHED);
    journal.storeMatching("londres", next);

    assertThat(journal.memory("londres").matching()).isEqualTo(next);
  }

  @Test
  void aReportIsReplacedWithAllItSaysOfTheMatching() {
    MatchingReport plain =
        new MatchingReport("k2", NOON, 2, 3, null, "none", 0, Policy.COVERAGE, Optional.empty());
    for (Optional<MatchingReport> matching :
        List.of(Optional.of(matching()), Optional.of(plain), Optional.<MatchingReport>empty())) {
      CampaignReport report =
          new CampaignReport("londres", NOON, Optional.empty(), List.of(), Map.of(), matching);
      journal.storeReport(report);

      assertThat(journal.reports()).containsExactly(report);
    }
  }

  @Test
  void aReportIsReplacedWithAllItsFigures() {
    LoadFigures load = new LoadFigures(1 / 3.0, 1.25);
    for (HelpFigures figures :
        List.of(
            new HelpFigures(new DistanceFigures(2.1, 6.4, 1e3), load),
            new HelpFigures(DistanceFigures.NONE, load),
            HelpFigures.NONE)) {
      CampaignReport report =
          new CampaignReport(
              "londres", NOON, Optional.empty(), List.of(), Map.of(), Optional.empty(), figures);
      journal.storeReport(report);
      journal.storeReport(
          new CampaignReport(
              "nice", NOON, Optional.empty(), List.of(), Map.of(), Optional.empty()));

      assertThat(journal.reports()).contains(report);
      assertThat(journal.lastReport("londres")).contains(report);
      assertThat(journal.lastReport("nice").orElseThrow().figures()).isEqualTo(HelpFigures.NONE);
    }
  }

  @Test
  void commandsWaitInTheOrderTheyCameUntilDone() {
    long first = journal.enqueue("erase", "7KQ47", LATER);
    long second = journal.enqueue("init", "londres", EARLIER);
    assertThat(journal.queuedCommands()).extracting(Command::id).containsExactly(first, second);

    journal.finishCommand(first, "erased", NOON);
    journal.finishCommand(first, "erased", NOON);

    assertThat(journal.queuedCommands())
        .containsExactly(new Command(second, "init", "londres", EARLIER));
  }

  @Test
  void whatOneWroteAnotherOneSees() {
    Journal beside = another();

    long command = beside.enqueue("explain", "7KQ47", NOON);
    journal.reserve("londres", List.of("7KQ47"));

    assertThat(journal.queuedCommands()).extracting(Command::id).containsExactly(command);
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
        .isThrownBy(() -> journal.storeIntroductions("londres", failingAfter(List.of(first))));

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

    journal.storeWrittenHashes("londres", cells);
    reopen();

    assertThat(journal.memory("londres").writtenHashes()).isEqualTo(cells);
  }

  @Test
  void textIsKeptAsItIs() {
    String text = "'; DROP TABLE cell; -- é 漢 🙂 \u200f\n\t\"";
    journal.storeReport(
        new CampaignReport(
            text,
            NOON,
            Optional.empty(),
            List.of(Message.plain(text)),
            Map.of(text, -1L),
            Optional.empty()));
    journal.storeFingerprints(text, Map.of(text, text));

    reopen();

    assertThat(journal.reports())
        .containsExactly(
            new CampaignReport(
                text,
                NOON,
                Optional.empty(),
                List.of(Message.plain(text)),
                Map.of(text, -1L),
                Optional.empty()));
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

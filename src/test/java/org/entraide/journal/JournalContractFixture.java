package org.entraide.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.EffectOutcome;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.place.CachedPlace;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A journal that is opened for each test, and what is written into it. */
public abstract class JournalContractFixture {

  protected static final Instant NOON = Instant.parse("2020-03-25T12:00:00.123456789Z");
  static final Journal.Note GONE = new Journal.Note(Journal.Note.Kind.VANISHED, "7KQ47");
  static final Instant EARLIER = NOON.minusNanos(1);
  static final Instant LATER = Instant.parse("2020-03-25T12:00:01Z");
  static final RememberedMatching MATCHED =
      new RememberedMatching(
          "a1b2",
          List.of(new ProposedPair("7KQ47", "73E2M"), new ProposedPair("73E2M", "7KQ47")),
          List.of(new ProposedPair("7KQ47", "73E2M")));

  private final List<Journal> opened = new ArrayList<>();
  Journal journal;

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

  // ---- people who are erased

  static final String ONE = "00000000000000a1";
  static final String OTHER = "00000000000000b2";

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
    journal.storeFingerprints(
        "londres", Map.of(ONE, "7KQ47", "@" + ONE, "7KQ47", OTHER, "73E2M", "=" + OTHER, "73E2M"));
    journal.storeFirstAnswers("londres", Map.of("7KQ47", NOON, "73E2M", NOON));
    journal.storeWrittenHashes(
        "londres",
        Map.of(
            new CellKey(ONE, "status"), "h1",
            new CellKey(ONE + "#2", "status"), "h2",
            new CellKey(ONE, "was.status"), "h3",
            new CellKey(OTHER, "status"), "h4",
            new CellKey("M-7KQ47", "state"), "h5"));
    journal.storeIntroductions("londres", List.of(theirs, others));
    journal.storeNotes(
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
    journal.storeMatching("londres", MATCHED);
    journal.endEffect(
        "londres",
        journal.beginEffect("londres", "draft", "M-7KQ47", NOON),
        EffectOutcome.DONE,
        NOON);
    journal.beginEffect("londres", "ledger", "M-7KQ47 M-0B3DR", NOON);
    journal.finishCommand(journal.enqueue("erase", "7KQ47 londres", NOON), "done", NOON);
  }

  static CachedPlace cached(Precision precision) {
    Place place = new Place(new GeoPoint(51.5, -0.1), precision, 0.1, "Croydon", "GB", 1, "photon");
    return new CachedPlace(Optional.of(place), "", NOON, LATER);
  }

  static MatchingReport matching() {
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

  Journal another() {
    Journal another = open();
    opened.add(another);
    return another;
  }

  void reopen() {
    journal.close();
    journal = another();
  }

  static <K, V> Map.Entry<K, V> entry(K key, V value) {
    return Map.entry(key, value);
  }

  static Introduction introduction(String reference, Introduction.State state) {
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
}

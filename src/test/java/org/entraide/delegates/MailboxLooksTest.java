package org.entraide.delegates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.entraide.delegates.Strike.Blow;
import org.entraide.testkit.Roads;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a look into a mailbox must neither miss nor take for something else. */
@Tag("long")
class MailboxLooksTest {

  private static final Trial TRIAL = new Trial(Roads::direct);

  @AfterAll
  static void close() {
    TRIAL.close();
  }

  /** A delegate who writes to many others for three weeks, and a daemon that begins after that. */
  private static void writesMuch(Post post, int lettersADay) {
    for (int day = 0; day < 20; day++) {
      for (int i = 0; i < lettersADay; i++) {
        post.writes("voisin" + i + "@example.org", "Bonjour " + day);
      }
      post.waits(Duration.ofDays(1));
      post.settles();
    }
    post.startsAnew();
  }

  /** A draft is thrown away, and from now on it is looked for. */
  private static void isMissed(Post post, Letter letter) {
    letter.discarded();
    post.cycle();
    post.waits(Post.GRACE);
  }

  private static void waitsForADraft(Post post) {
    for (int i = 0; i < 10 && post.drafts().isEmpty(); i++) {
      post.cycle();
    }
  }

  /** The history where the answer to the creation of its draft was lost. */
  private static Trial.Seen withItsAnswerLost(History history) {
    Trial.Seen calm = TRIAL.tell(History.of("calm", post -> post.letter("A")), Strike.NONE, false);
    return calm.effective().stream()
        .map(at -> TRIAL.tell(history, new Strike(at, Blow.ANSWER_LOST), false))
        .filter(Trial.Seen::lostADraft)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no draft was lost"));
  }

  @Test
  void aDraftWhoseAnswerWasLostAndThatWaitsForItsHourIsNotMadeAgain() {
    History history =
        History.of(
            "the answer is lost, and she lets it wait for its hour at once",
            post -> {
              waitsForADraft(post);
              post.mailbox().schedule(post.drafts().get(0).id(), false);
              post.graceEnds();
              post.graceEnds();
            });
    assertThat(withItsAnswerLost(history).wrong()).isEmpty();
  }

  @Test
  void theDayOfSendingOutlivesTheJournal() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.PAIR.humans(), Strike.NONE)) {
      post.letter("A").sent();
      post.settles();
      String day = post.ledger("A", "ledger_sent_on");
      post.waits(Duration.ofDays(5));
      post.settles();
      post.forgets();
      post.settles();

      assertThat(day).isNotEmpty();
      assertThat(post.ledger("A", "ledger_sent_on")).isEqualTo(day);
    }
  }

  @Test
  void theDayOfSendingOutlivesTheJournalAlsoUnderAnOutcome() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.PAIR.humans(), Strike.NONE)) {
      post.letter("A").sent();
      post.settles();
      String day = post.ledger("A", "ledger_sent_on");
      post.outcome("A", "Acceptée");
      post.settles();
      post.forgets();
      post.settles();

      assertThat(post.ledger("A", "ledger_sent_on")).isEqualTo(day);
    }
  }

  @Test
  void anOrganiserIsAskedAboutAnEmptiedMailboxAlsoWithoutAJournal() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.SEVEN_PAIRS.humans(), Strike.NONE)) {
      post.letter("M");
      post.drafts().forEach(d -> post.mailbox().discard(d.id(), false));
      post.forgets();
      post.cycle();
      post.cycle();

      assertThat(post.ledger("M", "ledger_explanation")).contains("beaucoup de brouillons");
      assertThat(post.troubles()).isNotEmpty();
    }
  }

  @Test
  void aMailboxWithALongerHistoryUnderTheAddressIsAnotherOne() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.THREE_PAIRS.humans(), Strike.NONE)) {
      post.letter("A");
      post.exchangesMailboxForAnOlder();
      post.graceEnds();

      assertThat(post.ledger("A", "ledger_state")).isEqualTo("Brouillon prêt");
    }
  }

  /** Of a draft that was thrown away, in a mailbox from which much is sent. */
  @Test
  void whatIsSentShowsInTheNextCycleWhileAnotherIsLookedFor() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.THREE_PAIRS.humans(), Strike.NONE)) {
      Letter first = post.letter("A");
      Letter second = post.letter("C");
      writesMuch(post, 40);
      isMissed(post, first);
      post.cycle();
      second.sent();
      post.cycle();

      assertThat(post.ledger("C", "ledger_state")).isEqualTo("Envoyée");
    }
  }

  /** What was read before a look that a quota cut short is not what is there later. */
  @Test
  void whatHappensBetweenALookThatWasCutShortAndTheNextIsSeen() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.THREE_PAIRS.humans(), Strike.NONE)) {
      Letter first = post.letter("A");
      Letter second = post.letter("C");
      writesMuch(post, 40);
      isMissed(post, first);
      second.rewritten("Bonjour");
      post.cycle();
      second.sent();
      for (int i = 0; i < 30; i++) {
        post.cycle();
      }
      post.graceEnds();
      post.graceEnds();

      assertThat(post.ledger("A", "ledger_state")).isEqualTo("Écartée");
      assertThat(post.ledger("C", "ledger_state")).isEqualTo("Envoyée");
    }
  }

  @Test
  void howLongNothingIsSeenWhileOneDraftIsLookedFor() {
    try (Roads roads = new Roads();
        Post post = new Post(roads::direct, People.THREE_PAIRS.humans(), Strike.NONE)) {
      Letter first = post.letter("A");
      writesMuch(post, 100);
      isMissed(post, first);
      int cycles = 0;
      while (!post.ledger("A", "ledger_state").equals("Écartée") && cycles < 60) {
        post.cycle();
        cycles++;
      }
      assertThat(cycles).isLessThan(3);
    }
  }

  @Test
  void inAnotherMailboxNothingIsMadeAgainWhoseAnswerWasLost() {
    History history =
        History.of(
            "the answer is lost, and another mailbox answers for a while",
            post -> {
              waitsForADraft(post);
              post.exchangesMailbox();
              post.graceEnds();
              post.graceEnds();
            });
    assertThat(withItsAnswerLost(history).wrong()).isEmpty();
  }
}

package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entraide.plan.Folk.NOON;
import static org.entraide.plan.Folk.introduction;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.match.Assignment;
import org.entraide.match.Matching;
import org.entraide.match.OpenReason;
import org.entraide.match.Reason;
import org.entraide.match.RefusedPin;
import org.entraide.match.Settings;
import org.entraide.people.Category;
import org.entraide.people.Consent;
import org.entraide.place.Located;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.MatchingInput.Terms;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReporterTest {

  private static final Terms TERMS =
      new Terms(Settings.DEFAULT, 3, 5, Duration.ofHours(1), ZoneOffset.UTC);
  private static final Located UNCLEAR = new Located.Unclear(Message.of("place.ask.unknown"));
  private static final String ANA = "ana";

  /** What the matching left open for Ana. */
  private static Matching open(OpenReason... reasons) {
    return new Matching(
        List.of(),
        List.of(),
        List.of(),
        reasons.length == 0 ? Map.of() : Map.of(ANA, List.of(reasons)));
  }

  private static OpenReason reason(Reason reason, int helpers) {
    boolean far = reason == Reason.TOO_FAR;
    return new OpenReason(
        Set.of(Category.SHOPPING), reason, helpers, far ? 7.25 : null, far ? 5.0 : null, 0);
  }

  private static Introduction with(State state) {
    return introduction("M-7KQ47", ANA, "bo", state);
  }

  private static Introduction helping(State state) {
    return introduction("M-7KQ47", "cy", ANA, state);
  }

  private static Proposal proposal(Proposal.Wait wait) {
    return new Proposal(new Assignment(ANA, "bo", Set.of(Category.SHOPPING), 1.5, 1, 1), wait);
  }

  private static Report report(
      Folk who, Matching matching, List<Introduction> introductions, List<Proposal> proposals) {
    return report(who, matching, introductions, proposals, NOON.minusSeconds(86_400));
  }

  private static Report report(
      Folk who,
      Matching matching,
      List<Introduction> introductions,
      List<Proposal> proposals,
      Instant first) {
    return new Reporter(
            Map.of(ANA, who.made()),
            TERMS,
            10,
            matching,
            introductions,
            proposals,
            AnotherMatch.NONE,
            Map.of(ANA, first),
            NOON)
        .report(who.made());
  }

  private static Folk ana() {
    return Folk.of(ANA).needs(Category.SHOPPING);
  }

  private static Folk helper() {
    return Folk.of(ANA).offers(Category.SHOPPING);
  }

  private static Arguments status(
      Status expected, String why, Folk who, Matching matching, Object... more) {
    List<Introduction> introductions = new ArrayList<>();
    List<Proposal> proposals = new ArrayList<>();
    for (Object one : more) {
      if (one instanceof Introduction introduction) {
        introductions.add(introduction);
      } else {
        proposals.add((Proposal) one);
      }
    }
    return Arguments.of(expected, why, who, matching, introductions, proposals);
  }

  /** Each line has the marks of all lines below it that it can have. */
  static Stream<Arguments> precedence() {
    Matching noPlace = open(reason(Reason.PLACE_UNKNOWN, 1));
    Matching full = open(reason(Reason.FULL, 1));
    Matching nothing = open();
    return Stream.of(
        status(
            Status.BARRED,
            "the gravest instruction",
            ana()
                .consent(Consent.NO)
                .told(Instruction.BARRED, Instruction.WITHDRAW, Instruction.PAUSE),
            nothing,
            with(State.DRAFTED)),
        status(
            Status.WITHDRAWN,
            "the next",
            ana().told(Instruction.WITHDRAW, Instruction.SIGNPOSTED, Instruction.PAUSE),
            nothing,
            with(State.SENT)),
        status(
            Status.SIGNPOSTED,
            "the next",
            ana().told(Instruction.SIGNPOSTED, Instruction.PAUSE),
            nothing),
        status(
            Status.PAUSED,
            "an instruction comes before what is missing",
            ana().consent(Consent.ABSENT).told(Instruction.PAUSE, Instruction.PRIORITY),
            nothing),
        status(
            Status.INCOMPLETE,
            "before all that the daemon finds",
            ana().consent(Consent.ABSENT).located(null),
            noPlace,
            with(State.DRAFTED)),
        status(
            Status.PLACE_UNCLEAR,
            "a need that waits only for a place",
            ana().located(UNCLEAR),
            noPlace,
            with(State.DRAFTED),
            proposal(Proposal.Wait.QUEUE)),
        status(
            Status.PLACE_UNCLEAR,
            "a place known too roughly",
            ana().located(new Located.At(Folk.place("GB", 51.5, 15.1))),
            noPlace),
        status(
            Status.PLACE_UNCLEAR,
            "a helper of no place who offers presence alone",
            helper().located(UNCLEAR),
            nothing),
        status(
            Status.WAITING,
            "a geocoder that is down says nothing of the person",
            ana().located(new Located.NoAnswer("down")),
            noPlace),
        status(Status.WAITING, "the place is known: the helper's is not", ana(), noPlace),
        status(
            Status.DRAFT_READY,
            "before a proposal",
            ana(),
            full,
            with(State.DRAFTED),
            proposal(Proposal.Wait.QUEUE)),
        status(Status.PROPOSED, "before waiting", ana(), full, proposal(Proposal.Wait.QUEUE)),
        status(Status.PROPOSED, "its draft is not made yet", ana(), full, with(State.PREPARING)),
        status(Status.WAITING, "an open need", ana(), full, with(State.SENT)),
        status(Status.WAITING, "a helper without any live introduction", helper(), nothing),
        status(
            Status.WAITING,
            "a helper whose introduction ended",
            helper(),
            nothing,
            helping(State.DONE)),
        status(Status.FULL, "no capacity left", helper().capacity(1), nothing, helping(State.SENT)),
        status(Status.FULL, "no capacity from the start", helper().capacity(0), nothing),
        status(
            Status.INTRODUCED, "capacity left", helper().capacity(2), nothing, helping(State.SENT)),
        status(Status.INTRODUCED, "sent", ana(), nothing, with(State.SENT)),
        status(Status.INTRODUCED, "under way", ana(), nothing, with(State.ACCEPTED)),
        status(Status.INTRODUCED, "bounced", ana(), nothing, with(State.BOUNCED)),
        status(Status.DONE, "nothing open, and it ended well", ana(), nothing, with(State.DONE)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("precedence")
  void theFirstStatusThatAppliesIsShown(
      Status expected,
      String why,
      Folk who,
      Matching matching,
      List<Introduction> introductions,
      List<Proposal> proposals) {
    assertThat(report(who, matching, introductions, proposals).status())
        .as(why)
        .isEqualTo(expected);
  }

  @Test
  void theTableHasEveryStatusThatAPersonCanHave() {
    EnumSet<Status> all = EnumSet.complementOf(EnumSet.of(Status.DUPLICATE)); // an answer's

    assertThat(precedence().map(a -> (Status) a.get()[0]).toList()).containsAll(all);
  }

  @Test
  void aRecentAnswerWaitsAndSaysSo() {
    Report held = report(ana(), open(), List.of(), List.of(), NOON.minusSeconds(60));

    assertThat(held.status()).isEqualTo(Status.WAITING);
    assertThat(keys(held)).contains("explain.held");
    assertThat(
            keys(
                report(
                    ana().told(Instruction.PRIORITY),
                    open(),
                    List.of(),
                    List.of(),
                    NOON.minusSeconds(60))))
        .doesNotContain("explain.held");
  }

  private static List<String> keys(Report report) {
    return report.explanation().stream().map(Message::key).toList();
  }

  private static void assertWholeSentences(Report report) {
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(report.explanation()).isNotEmpty();
      for (Message message : report.explanation()) {
        assertThat(texts.format(message))
            .as(message.key())
            .matches("(?s)[«“]?\\p{Z}?\\p{Lu}.*[.?!]")
            .doesNotContain("{", "null", "  ");
      }
      assertThat(report.words(texts).get(PersonColumn.EXPLANATION)).doesNotContain("  ");
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasItsWords(Reason reason) {
    for (int helpers : List.of(1, 2)) {
      Report report =
          report(ana().located(UNCLEAR), open(reason(reason, helpers)), List.of(), List.of());

      assertThat(keys(report)).contains("reason." + reason.key());
      assertWholeSentences(report);
    }
  }

  @Test
  void howFarIsSaidWithTheLimit() {
    Report report = report(ana(), open(reason(Reason.TOO_FAR, 1)), List.of(), List.of());

    assertThat(report.words(Folk.LANGUAGES.get(0)).get(PersonColumn.EXPLANATION))
        .contains("7,2 km", "5 km");
    assertThat(report.words(Folk.LANGUAGES.get(1)).get(PersonColumn.EXPLANATION))
        .contains("7.2 km", "5 km");
  }

  @ParameterizedTest
  @EnumSource(State.class)
  void everyStateIsExplainedToBoth(State state) {
    assertWholeSentences(report(ana(), open(), List.of(with(state)), List.of()));
    assertWholeSentences(report(helper(), open(), List.of(helping(state)), List.of()));
  }

  @ParameterizedTest
  @EnumSource(Proposal.Wait.class)
  void everyWaitIsExplained(Proposal.Wait wait) {
    Report report = report(ana(), open(), List.of(), List.of(proposal(wait)));

    assertWholeSentences(report);
    assertThat(report.explanation()).hasSize(wait == Proposal.Wait.NONE ? 1 : 2);
  }

  @ParameterizedTest
  @EnumSource(RefusedPin.Why.class)
  void everyRefusedPinIsExplained(RefusedPin.Why why) {
    Matching matching =
        new Matching(List.of(), List.of(new RefusedPin(ANA, "bo", why)), List.of(), Map.of());

    Orders pinned =
        new Orders(Set.of(), Optional.empty(), Set.of("bo"), Set.of(), false, "", List.of());

    Report report = report(ana().orders(pinned), matching, List.of(), List.of());

    assertThat(keys(report)).contains("explain.pin.refused");
    assertWholeSentences(report);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("precedence")
  void everyStatusIsExplainedInWholeSentences(
      Status expected,
      String why,
      Folk who,
      Matching matching,
      List<Introduction> introductions,
      List<Proposal> proposals) {
    assertWholeSentences(report(who, matching, introductions, proposals));
  }

  @Test
  void aMinorAndAGeocoderThatIsDownAreExplained() {
    Report minor = report(ana().age(17), open(), List.of(), List.of());
    Report down = report(ana().located(new Located.NoAnswer("down")), open(), List.of(), List.of());

    assertThat(keys(minor)).contains("people.minor");
    assertThat(keys(down)).contains("explain.place.no_answer");
    assertWholeSentences(minor);
    assertWholeSentences(down);
  }

  @Test
  void aPlaceKnownTooRoughlyIsAskedFor() {
    Report report =
        report(
            ana().located(new Located.At(Folk.place("GB", 51.5, 20))),
            open(reason(Reason.PLACE_UNKNOWN, 1)),
            List.of(),
            List.of());

    assertThat(keys(report)).contains("explain.place.rounded");
    assertWholeSentences(report);
  }

  @Test
  void aDuplicateNamesTheRowAsPeopleCountIt() {
    Report report = Reporter.duplicate("7KQ47", 1203, List.of(), false);

    assertThat(report.status()).isEqualTo(Status.DUPLICATE);
    for (Texts texts : Folk.LANGUAGES) {
      assertThat(report.words(texts).get(PersonColumn.EXPLANATION)).contains("7KQ47", "1204");
    }
    assertWholeSentences(report);
  }

  @Test
  void counterpartsAreToldWithTheirDistanceAndEndedOnesNoMore() {
    Report report =
        report(
            ana(),
            open(),
            List.of(
                introduction("M-1", ANA, "bo", State.SENT),
                introduction("M-2", ANA, "cy", State.DECLINED),
                introduction("M-3", "dan", ANA, State.ACCEPTED)),
            List.of());

    assertThat(report.words(Folk.LANGUAGES.get(0)).get(PersonColumn.INTRODUCED))
        .isEqualTo("bo (1,5 km)\u00a0; dan (1,5 km)");
    assertThat(report.words(Folk.LANGUAGES.get(1)).get(PersonColumn.INTRODUCED))
        .isEqualTo("bo (1.5 km); dan (1.5 km)");
  }

  @Test
  void onlyRemoteHelpIsSaidToBeRemote() {
    Introduction noPlace =
        new Introduction(
            "M-1",
            ANA,
            "bo",
            Set.of(Category.SHOPPING),
            null,
            State.SENT,
            "",
            null,
            null,
            null,
            NOON,
            true,
            null,
            NOON,
            Set.of(),
            Correspondence.NONE);
    Introduction remote =
        new Introduction(
            "M-2",
            ANA,
            "cy",
            Set.of(Category.CONVERSATION),
            null,
            State.SENT,
            "",
            null,
            null,
            null,
            NOON,
            true,
            null,
            NOON,
            Set.of(),
            Correspondence.NONE);

    assertThat(
            report(ana(), open(), List.of(noPlace, remote), List.of())
                .words(Folk.LANGUAGES.get(0))
                .get(PersonColumn.INTRODUCED))
        .isEqualTo("bo\u00a0; cy (à distance)");
  }

  @Test
  void theSameIsSaidInWhateverOrderIntroductionsCome() {
    Introduction one = introduction("M-1", ANA, "bo", State.SENT);
    Introduction two = introduction("M-2", ANA, "cy", State.DRAFTED);

    assertThat(report(ana(), open(), List.of(two, one), List.of()))
        .isEqualTo(report(ana(), open(), List.of(one, two), List.of()));
  }

  @Test
  void aListOfOddAnswersDoesNotBuryTheRest() {
    Message odd = Message.of("people.age.unclear");
    Report report =
        report(
            ana().problems(odd.with("n", 1), odd.with("n", 2), odd.with("n", 3), odd.with("n", 4)),
            open(reason(Reason.NOBODY_OFFERS, 0)),
            List.of(),
            List.of());

    assertThat(keys(report)).containsOnlyOnce("reason.nobody_offers").hasSize(4);
  }
}

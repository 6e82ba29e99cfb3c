package org.entraide.plan;

import static org.entraide.plan.Folk.introduction;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.MatchSettings;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.word.Category;
import org.entraide.people.word.Consent;
import org.entraide.place.Located;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduce.MatchingInput.Terms;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.Status;
import org.entraide.plan.report.Reporter;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;
import org.junit.jupiter.params.provider.Arguments;

/** People, and what is reported of them. */
public abstract class ReporterFixture {

  private static final Terms TERMS =
      new Terms(MatchSettings.DEFAULT, 3, 5, ZoneOffset.UTC, Map.of());
  public static final Located UNCLEAR = new Located.Unclear(Message.of("place.ask.unknown"));
  public static final String ANA = "ana";

  /** What the matching left open for Ana. */
  public static Matching open(OpenReason... reasons) {
    return new Matching(
        List.of(),
        List.of(),
        List.of(),
        reasons.length == 0 ? Map.of() : Map.of(ANA, List.of(reasons)));
  }

  public static OpenReason reason(OpenNeedReason reason, int helpers) {
    boolean far = reason == OpenNeedReason.TOO_FAR;
    return new OpenReason(
        Set.of(Category.SHOPPING), reason, helpers, far ? 7.25 : null, far ? 5.0 : null, 0);
  }

  public static Introduction with(State state) {
    return introduction("M-7KQ47", ANA, "bo", state);
  }

  public static Introduction helping(State state) {
    return introduction("M-7KQ47", "cy", ANA, state);
  }

  public static Proposal proposal(Proposal.Wait wait) {
    return new Proposal(new Assignment(ANA, "bo", Set.of(Category.SHOPPING), 1.5, 1, 1), wait);
  }

  public static RowReport report(
      Folk who, Matching matching, List<Introduction> introductions, List<Proposal> proposals) {
    return report(who, matching, introductions, proposals, Map.of());
  }

  public static RowReport report(
      Folk who,
      Matching matching,
      List<Introduction> introductions,
      List<Proposal> proposals,
      Map<String, Instant> comparedUntil) {
    return new Reporter(
            Map.of(ANA, who.made()),
            TERMS,
            10,
            matching,
            introductions,
            proposals,
            WishesForAnother.NONE,
            comparedUntil)
        .report(who.made());
  }

  public static Folk ana() {
    return Folk.of(ANA).needs(Category.SHOPPING);
  }

  public static Folk helper() {
    return Folk.of(ANA).offers(Category.SHOPPING);
  }

  static Arguments status(
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
  public static Stream<Arguments> precedence() {
    Matching noPlace = open(reason(OpenNeedReason.PLACE_UNKNOWN, 1));
    Matching full = open(reason(OpenNeedReason.FULL, 1));
    Matching nothing = open();
    return Stream.of(
        status(
            Status.BARRED,
            "the gravest instruction",
            ana()
                .consent(Consent.NO)
                .instructed(Instruction.BARRED, Instruction.WITHDRAW, Instruction.PAUSE),
            nothing,
            with(State.DRAFTED)),
        status(
            Status.WITHDRAWN,
            "the next",
            ana().instructed(Instruction.WITHDRAW, Instruction.SIGNPOSTED, Instruction.PAUSE),
            nothing,
            with(State.SENT)),
        status(
            Status.SIGNPOSTED,
            "the next",
            ana().instructed(Instruction.SIGNPOSTED, Instruction.PAUSE),
            nothing),
        status(
            Status.PAUSED,
            "an instruction comes before what is missing",
            ana().consent(Consent.ABSENT).instructed(Instruction.PAUSE, Instruction.PRIORITY),
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
            ana().located(new Located.NoAnswer(Message.plain("down"))),
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
        status(Status.AVAILABLE, "a helper without any live introduction", helper(), nothing),
        status(
            Status.AVAILABLE,
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

  public static List<String> keys(RowReport report) {
    return report.explanation().stream().map(Message::key).toList();
  }
}

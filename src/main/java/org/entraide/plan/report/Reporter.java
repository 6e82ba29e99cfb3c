package org.entraide.plan.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenNeedReason;
import org.entraide.match.model.OpenReason;
import org.entraide.people.profile.Profile;
import org.entraide.people.word.Category;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceWords;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.instruction.OrganiserInstructions;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduce.MatchingInput;
import org.entraide.plan.introduce.Proposal;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.Status;
import org.entraide.plan.letter.LetterPhone;
import org.entraide.plan.write.RowReport;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;
import org.entraide.text.SpelledDay;

/** Gives everybody's status, and says why. Pure. */
public final class Reporter {

  /** No explanation lists more odd answers than this. */
  private static final int MOST_PROBLEMS = 3;

  private final Map<String, LocatedPerson> people;
  private final NearMatches almost;
  private final MatchingInput.Terms terms;
  private final int mostWaitingDrafts;
  private final Matching matching;
  private final WishesForAnother wishesForAnother;
  private final Map<String, Instant> comparedUntil;
  private final PersonIntroductions introductions;
  private final GroupPlaces groups;
  private final KeptApart apart;

  /**
   * @param people by reference
   * @param introductions as they are after the drafts of this pass, between people as they are
   *     called now
   * @param proposals what the matching would still make
   * @param comparedUntil by person who needs, until when no pair of theirs is introduced
   */
  public Reporter(
      Map<String, LocatedPerson> people,
      MatchingInput.Terms terms,
      int mostWaitingDrafts,
      Matching matching,
      Collection<Introduction> introductions,
      List<Proposal> proposals,
      WishesForAnother wishesForAnother,
      Map<String, Instant> comparedUntil) {
    this.people = people;
    this.almost = new NearMatches(people, introductions, matching, terms);
    this.terms = terms;
    this.mostWaitingDrafts = mostWaitingDrafts;
    this.matching = matching;
    this.wishesForAnother = wishesForAnother;
    this.comparedUntil = comparedUntil;
    this.introductions = new PersonIntroductions(introductions, proposals);
    this.groups = new GroupPlaces(people, terms, introductions, proposals);
    this.apart = new KeptApart(people, matching);
  }

  public RowReport report(LocatedPerson located) {
    Status status = status(located);
    return new RowReport(
        status,
        located.geocoding() instanceof Located.At at ? List.of(PlaceWords.describe(at)) : List.of(),
        introductions.counterparts(located.ref()),
        explanation(located, status));
  }

  /** What a row says whose answer was replaced by a later one. */
  public static RowReport duplicate(
      String ref, int countingRow, List<Message> messages, boolean isAsked) {
    List<Message> explanation = new ArrayList<>();
    if (messages.isEmpty()) {
      // people count rows from 1
      explanation.add(
          Message.of("explain.duplicate")
              .with("ref", new PersonReference(ref))
              .with("row", countingRow + 1));
    }
    explanation.addAll(messages);
    if (isAsked) {
      explanation.add(Message.of("explain.duplicate.told").with("row", countingRow + 1));
    }
    return new RowReport(Status.DUPLICATE, List.of(), List.of(), explanation);
  }

  private Status status(LocatedPerson located) {
    if (located.person().profile().isErased()) {
      return Status.WITHDRAWN;
    }
    if (located.instructions().status().isPresent()) {
      return located.instructions().status().get();
    }
    if (!located.person().profile().isComplete()) {
      return Status.INCOMPLETE;
    }
    if (waitsForPlace(located)) {
      return Status.PLACE_UNCLEAR;
    }
    if (introductions.has(located.ref(), State.DRAFTED)) {
      return Status.DRAFT_READY;
    }
    if (introductions.isProposed(located.ref())
        || introductions.has(located.ref(), State.PREPARING)) {
      return Status.PROPOSED;
    }
    return settled(located);
  }

  private Status settled(LocatedPerson located) {
    if (!reasons(located).isEmpty() || comparedUntil.containsKey(located.ref())) {
      return Status.WAITING;
    }
    if (full(located)) {
      return Status.FULL;
    }
    if (introductions.isIntroduced(located.ref())) {
      return Status.INTRODUCED;
    }
    if (!located.person().profile().offers().isEmpty()) {
      return Status.AVAILABLE;
    }
    return introductions.has(located.ref(), State.DONE) ? Status.DONE : Status.WAITING;
  }

  private boolean helps(LocatedPerson located) {
    return introductions.helped(located.ref()) > 0;
  }

  private boolean full(LocatedPerson located) {
    return helpsAsManyAsPossible(located) || groups.isFullFor(located);
  }

  private boolean helpsAsManyAsPossible(LocatedPerson located) {
    return !located.person().profile().offers().isEmpty()
        && introductions.helped(located.ref()) >= MatchingInput.capacity(located, terms);
  }

  private boolean waitsForPlace(LocatedPerson located) {
    boolean needs =
        reasons(located).stream().anyMatch(r -> r.reason() == OpenNeedReason.PLACE_UNKNOWN)
            && placeUseless(located);
    return needs || (placeUseless(located) && offersOnlyPresence(located) && !helps(located));
  }

  private static boolean offersOnlyPresence(LocatedPerson located) {
    Profile profile = located.person().profile();
    return profile.needs().isEmpty()
        && !profile.offers().isEmpty()
        && profile.offers().stream().noneMatch(c -> c.remote() || c.byHand());
  }

  /** Whether the place is unknown, or known too roughly to count. */
  private boolean placeUseless(LocatedPerson located) {
    if (located.geocoding() instanceof Located.NoAnswer) {
      return false; // a service that is down is no news about the person
    }
    return located
        .place()
        .map(p -> p.uncertaintyKm() > terms.settings().maxUncertaintyKm())
        .orElse(true);
  }

  private List<OpenReason> reasons(LocatedPerson located) {
    return matching.reasons().getOrDefault(located.ref(), List.of());
  }

  // ---- explanations

  private List<Message> explanation(LocatedPerson located, Status status) {
    List<Message> sentences = new ArrayList<>();
    Profile profile = located.person().profile();
    located.instructions().status().ifPresent(s -> sentences.add(asked(s, located.instructions())));
    // of those who are gone nothing is to be done about the answers, unless these are to be deleted
    boolean over = status.isOver() && !profile.isErased();
    if (!over) {
      sentences.addAll(profile.completeness());
    }
    if (profile.isMinor() && !over) {
      sentences.add(Message.of("people.minor"));
    }
    if (located.mayBeMatched()) {
      sentences.addAll(placeRemarks(located, status));
    }
    sentences.addAll(introductions.dealings(located.ref(), mostWaitingDrafts));
    sentences.addAll(introductions.warnings(located));
    if (located.mayBeMatched()) {
      sentences.addAll(whatIsOpen(located, status));
    }
    sentences.addAll(
        new Acknowledgements(located, introductions.of(located.ref()), wishesForAnother).all());
    sentences.addAll(apart.of(located, introductions.of(located.ref())));
    groups.about(located).filter(it -> !sentences.contains(it)).ifPresent(sentences::add);
    sentences.addAll(new PinAnswers(people, matching, introductions::areTogether).of(located));
    sentences.addAll(located.instructions().remarks());
    sentences.addAll(located.person().messages());
    sharing(located).ifPresent(sentences::add);
    problems(located).stream().filter(p -> !over && !sentences.contains(p)).forEach(sentences::add);
    if (sentences.isEmpty()) {
      sentences.add(Message.of("explain.nothing_open"));
    }
    return sentences;
  }

  /**
   * Asks who is who where two share a contact and both are still here; of others the row only says
   * so, and À faire / To do has no task either.
   */
  private Optional<Message> sharing(LocatedPerson located) {
    boolean sharesContact =
        isStillHere(located)
            && located.person().messages().stream()
                .filter(it -> it.key().equals("people.same-contact"))
                .map(it -> it.args().get("refs"))
                .filter(Collection.class::isInstance)
                .flatMap(refs -> ((Collection<?>) refs).stream())
                .flatMap(ref -> Optional.ofNullable(people.get(String.valueOf(ref))).stream())
                .anyMatch(Reporter::isStillHere);
    return sharesContact ? Optional.of(Message.of("explain.same_contact")) : Optional.empty();
  }

  /** Whether somebody consents and did not leave: whoever pauses is still here. */
  private static boolean isStillHere(LocatedPerson located) {
    return located.person().profile().consent().isGiven()
        && located.instructions().status().filter(Status::hasLeft).isEmpty();
  }

  /** That somebody has the status that an organiser asked for. */
  private static Message asked(Status status, OrganiserInstructions instructions) {
    return instructions
        .pausedUntil()
        .map(day -> Message.of("explain.paused.until").with("day", new SpelledDay(day)))
        .orElseGet(
            () ->
                Message.of(
                    status == Status.DONE ? "explain.done.typed" : "explain." + status.key()));
  }

  /** The first few of what is odd in the answers, a number that a letter shows among them. */
  private static List<Message> problems(LocatedPerson located) {
    List<Message> problems = new ArrayList<>(located.person().profile().problems());
    if (LetterPhone.mustBeChecked(located.person().profile(), located.place())) {
      problems.removeIf(p -> p.key().equals("people.phone.unusual"));
      if (!located.instructions().ticked()) { // else the organisers know that it is right
        problems.add(0, Message.of("explain.phone.check"));
      }
    }
    return problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
  }

  private List<Message> placeRemarks(LocatedPerson located, Status status) {
    if (located.geocoding() instanceof Located.NoAnswer) {
      return List.of(Message.of("explain.place.no_answer"));
    }
    if (located.geocoding() instanceof Located.Unclear unclear
        && (status == Status.PLACE_UNCLEAR || wantsPresence(located))) {
      return List.of(place(located), unclear.question());
    }
    if (located.place().isPresent() && placeUseless(located) && wantsPresence(located)) {
      Place place = located.place().get();
      return List.of(
          place(located), Message.of("explain.place.rounded").with("km", place.uncertaintyKm()));
    }
    return List.of();
  }

  /** What to do about a place: organisers look at the cell that they filled in themselves. */
  private static Message place(LocatedPerson located) {
    return Message.of(
        located.instructions().correctedPlace().isEmpty()
            ? "explain.place.ask"
            : "explain.place.correct");
  }

  private static boolean wantsPresence(LocatedPerson located) {
    EnumSet<Category> wishes = EnumSet.noneOf(Category.class);
    wishes.addAll(located.person().profile().needs());
    wishes.addAll(located.person().profile().offers());
    return wishes.stream().anyMatch(c -> !c.remote() && !c.byHand());
  }

  private List<Message> whatIsOpen(LocatedPerson located, Status status) {
    List<Message> sentences = new ArrayList<>();
    Instant until = comparedUntil.get(located.ref());
    if (until != null) {
      LocalDateTime at = LocalDateTime.ofInstant(until, terms.zone());
      sentences.add(Message.of("explain.held").with("until", at));
    }
    for (OpenReason reason : reasons(located)) {
      sentences.add(why(located, reason));
      if (reason.reason() == OpenNeedReason.NOT_CHECKED) {
        sentences.add(Message.of("explain.tick"));
      }
    }
    Optional<NearMatches.Waiting> waiting =
        groups.isFullFor(located) ? Optional.empty() : almost.forTick(located);
    waiting.ifPresent(
        them -> sentences.add(Message.of("explain.waiting.tick").with("count", them.people())));
    if (helpsAsManyAsPossible(located)) {
      sentences.add(fullness(located));
    } else if (groups.isFullFor(located)) {
      groups.about(located).ifPresent(sentences::add);
    } else if (status == Status.AVAILABLE && sentences.isEmpty()) {
      sentences.add(Message.of("explain.waiting.helper"));
    }
    return sentences;
  }

  /** Why needs of somebody are open, as a sentence. */
  public Message why(LocatedPerson located, OpenReason reason) {
    return almost.isTriedNearer(located, reason)
        ? because("reason.too_far.tried", reason)
        : because(reason, terms.settings().maxKm());
  }

  /** What opens more places is said where something does. */
  private Message fullness(LocatedPerson located) {
    int capacity = MatchingInput.capacity(located, terms);
    int offered = MatchingInput.offered(located, terms);
    return capacity < offered
        ? Message.of("explain.full.unchecked").with("count", capacity).with("offered", offered)
        : Message.of("explain.full").with("count", capacity);
  }

  /**
   * Why a need is open, as a sentence.
   *
   * @param maxKm how far a helper may be at most, as the organisers set it
   */
  private static Message because(OpenReason reason, double maxKm) {
    return because(key(reason, maxKm), reason);
  }

  private static String key(OpenReason reason, double maxKm) {
    if (reason.groupsFull() > 0) {
      return "reason.full.group";
    }
    if (reason.sharing() > 0) {
      return "reason.tried.shared";
    }
    boolean own = reason.limitKm() != null && reason.limitKm() < maxKm;
    return own ? "reason.too_far.own" : "reason." + reason.reason().key();
  }

  private static Message because(String key, OpenReason reason) {
    Message message =
        Message.of(key).with("needs", NeedWords.of(reason.needs())).with("count", reason.helpers());
    if (reason.nearestKm() != null && reason.limitKm() != null) {
      message = message.with("km", reason.nearestKm()).with("limit", reason.limitKm());
    }
    return message;
  }
}

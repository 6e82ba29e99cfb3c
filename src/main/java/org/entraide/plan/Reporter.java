package org.entraide.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.match.Assignment;
import org.entraide.match.Matching;
import org.entraide.match.OpenReason;
import org.entraide.match.Reason;
import org.entraide.people.Category;
import org.entraide.people.Profile;
import org.entraide.place.Located;
import org.entraide.place.Place;
import org.entraide.place.PlaceWords;
import org.entraide.plan.Introduction.State;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/** Says of everybody where they stand and why. Pure. */
public final class Reporter {

  /** Rows must say the same thing in the same order whatever order introductions come in. */
  private static final Comparator<Introduction> OLDEST_FIRST =
      Comparator.comparing(Introduction::begunAt).thenComparing(Introduction::ref);

  /** No explanation lists more odd answers than this. */
  private static final int MOST_PROBLEMS = 3;

  private final Map<String, Someone> people;
  private final AlmostMatched almost;
  private final MatchingInput.Terms terms;
  private final int mostWaitingDrafts;
  private final Matching matching;
  private final AnotherMatch another;
  private final Map<String, Instant> firstAnswers;
  private final Instant now;
  private final Map<String, List<Introduction>> introductions = new HashMap<>();
  private final Map<String, List<Proposal>> proposals = new HashMap<>();

  /**
   * @param people by reference
   * @param introductions as they stand after the drafts of this cycle, between people as they are
   *     called now
   * @param proposals what the matching would still make
   */
  public Reporter(
      Map<String, Someone> people,
      MatchingInput.Terms terms,
      int mostWaitingDrafts,
      Matching matching,
      Collection<Introduction> introductions,
      List<Proposal> proposals,
      AnotherMatch another,
      Map<String, Instant> firstAnswers,
      Instant now) {
    this.people = people;
    this.almost = new AlmostMatched(people, introductions, matching, terms);
    this.terms = terms;
    this.mostWaitingDrafts = mostWaitingDrafts;
    this.matching = matching;
    this.another = another;
    this.firstAnswers = firstAnswers;
    this.now = now;
    for (Introduction i : introductions.stream().sorted(OLDEST_FIRST).toList()) {
      this.introductions.computeIfAbsent(i.person(), r -> new ArrayList<>()).add(i);
      this.introductions.computeIfAbsent(i.helper(), r -> new ArrayList<>()).add(i);
    }
    for (Proposal p : proposals) {
      this.proposals.computeIfAbsent(p.assignment().person(), r -> new ArrayList<>()).add(p);
      this.proposals.computeIfAbsent(p.assignment().helper(), r -> new ArrayList<>()).add(p);
    }
  }

  public Report report(Someone someone) {
    Status status = status(someone);
    return new Report(
        status,
        someone.located() instanceof Located.At at ? List.of(PlaceWords.describe(at)) : List.of(),
        counterparts(someone.ref()),
        explanation(someone, status));
  }

  /** What a row says whose answer was replaced by a later one. */
  public static Report duplicate(
      String ref, int countingRow, List<Message> messages, boolean told) {
    List<Message> explanation = new ArrayList<>();
    if (messages.isEmpty()) {
      // people count rows from 1
      explanation.add(
          Message.of("explain.duplicate").with("ref", ref).with("row", countingRow + 1));
    }
    explanation.addAll(messages);
    if (told) {
      explanation.add(Message.of("explain.duplicate.told").with("row", countingRow + 1));
    }
    return new Report(Status.DUPLICATE, List.of(), List.of(), explanation);
  }

  private Status status(Someone someone) {
    if (someone.person().profile().erased()) {
      return Status.WITHDRAWN;
    }
    if (someone.orders().status().isPresent()) {
      return someone.orders().status().get();
    }
    if (!someone.person().profile().complete()) {
      return Status.INCOMPLETE;
    }
    if (waitsForPlace(someone)) {
      return Status.PLACE_UNCLEAR;
    }
    if (has(someone, i -> i.state() == State.DRAFTED)) {
      return Status.DRAFT_READY;
    }
    if (proposals.containsKey(someone.ref()) || has(someone, i -> i.state() == State.PREPARING)) {
      return Status.PROPOSED;
    }
    return settled(someone);
  }

  private Status settled(Someone someone) {
    boolean live = has(someone, i -> i.state().holdsCapacity());
    boolean open = !reasons(someone).isEmpty() || heldBackWithNeeds(someone);
    boolean idleHelper = !someone.person().profile().offers().isEmpty() && !helps(someone);
    if (open || (idleHelper && MatchingInput.capacity(someone, terms) > 0)) {
      return Status.WAITING;
    }
    if (full(someone)) {
      return Status.FULL;
    }
    if (live) {
      return Status.INTRODUCED;
    }
    return has(someone, i -> i.state() == State.DONE) ? Status.DONE : Status.WAITING;
  }

  private boolean heldBackWithNeeds(Someone someone) {
    return heldBack(someone) && !someone.person().profile().needs().isEmpty();
  }

  private boolean heldBack(Someone someone) {
    return someone.present()
        && MatchingInput.heldBack(someone, firstAnswers.get(someone.ref()), terms, now);
  }

  private boolean helps(Someone someone) {
    return has(someone, i -> i.helper().equals(someone.ref()) && i.state().holdsCapacity());
  }

  private boolean full(Someone someone) {
    long taken =
        introductions.getOrDefault(someone.ref(), List.of()).stream()
            .filter(i -> i.helper().equals(someone.ref()) && i.state().holdsCapacity())
            .count();
    return !someone.person().profile().offers().isEmpty()
        && taken >= MatchingInput.capacity(someone, terms);
  }

  private boolean waitsForPlace(Someone someone) {
    boolean needs =
        reasons(someone).stream().anyMatch(r -> r.reason() == Reason.PLACE_UNKNOWN)
            && placeUseless(someone);
    return needs || (placeUseless(someone) && offersOnlyPresence(someone) && !helps(someone));
  }

  private static boolean offersOnlyPresence(Someone someone) {
    Profile profile = someone.person().profile();
    return profile.needs().isEmpty()
        && !profile.offers().isEmpty()
        && profile.offers().stream().noneMatch(c -> c.remote() || c.byHand());
  }

  /** Whether the place is unknown, or known too roughly to count. */
  private boolean placeUseless(Someone someone) {
    if (someone.located() instanceof Located.NoAnswer) {
      return false; // a service that is down is no news about the person
    }
    return someone
        .place()
        .map(p -> p.uncertaintyKm() > terms.settings().maxUncertaintyKm())
        .orElse(true);
  }

  private boolean has(Someone someone, Predicate<Introduction> what) {
    return introductions.getOrDefault(someone.ref(), List.of()).stream().anyMatch(what);
  }

  private List<OpenReason> reasons(Someone someone) {
    return matching.reasons().getOrDefault(someone.ref(), List.of());
  }

  // ---- counterparts

  private List<Message> counterparts(String ref) {
    List<Message> counterparts = new ArrayList<>();
    for (Introduction i : introductions.getOrDefault(ref, List.of())) {
      if (i.state().holdsCapacity() && !other(i, ref).equals(ref)) {
        counterparts.add(counterpart(other(i, ref), i.needs(), i.distanceKm()));
      }
    }
    for (Proposal p : proposals.getOrDefault(ref, List.of())) {
      Assignment a = p.assignment();
      String other = a.person().equals(ref) ? a.helper() : a.person();
      counterparts.add(counterpart(other, a.needs(), a.cautiousKm()));
    }
    return counterparts;
  }

  private static Message counterpart(String ref, Set<Category> needs, @Nullable Double km) {
    if (needs.stream().allMatch(Category::remote)) {
      return Message.of("introduced.remote").with("ref", ref);
    }
    return km == null
        ? Message.of("introduced.somewhere").with("ref", ref)
        : Message.of("introduced.near").with("ref", ref).with("km", km);
  }

  private static String other(Introduction i, String ref) {
    return i.person().equals(ref) ? i.helper() : i.person();
  }

  // ---- explanations

  private List<Message> explanation(Someone someone, Status status) {
    List<Message> sentences = new ArrayList<>();
    Profile profile = someone.person().profile();
    someone
        .orders()
        .status()
        .ifPresent(
            s ->
                sentences.add(
                    Message.of(s == Status.DONE ? "explain.done.typed" : "explain." + s.key())));
    sentences.addAll(profile.completeness());
    if (profile.minor()) {
      sentences.add(Message.of("people.minor"));
    }
    if (someone.present()) {
      sentences.addAll(placeRemarks(someone, status));
    }
    sentences.addAll(dealings(someone.ref()));
    sentences.addAll(warnings(someone));
    if (someone.present()) {
      sentences.addAll(whatWaits(someone, status));
    }
    sentences.addAll(
        new Acknowledgements(someone, introductions.getOrDefault(someone.ref(), List.of()), another)
            .all());
    sentences.addAll(new PinAnswers(people, matching, this::areTogether).of(someone));
    sentences.addAll(someone.orders().remarks());
    sentences.addAll(someone.person().messages());
    problems(someone).stream().filter(p -> !sentences.contains(p)).forEach(sentences::add);
    if (sentences.isEmpty()) {
      sentences.add(Message.of("explain.nothing_open"));
    }
    return sentences;
  }

  /** The first few of what is odd in the answers, a number that a letter shows among them. */
  private static List<Message> problems(Someone someone) {
    List<Message> problems = new ArrayList<>(someone.person().profile().problems());
    if (LetterPhone.mustBeChecked(someone)) {
      problems.removeIf(p -> p.key().equals("people.phone.unusual"));
      problems.add(0, Message.of("explain.phone.check"));
    }
    return problems.subList(0, Math.min(MOST_PROBLEMS, problems.size()));
  }

  private List<Message> placeRemarks(Someone someone, Status status) {
    if (someone.located() instanceof Located.NoAnswer) {
      return List.of(Message.of("explain.place.no_answer"));
    }
    if (someone.located() instanceof Located.Unclear unclear
        && (status == Status.PLACE_UNCLEAR || wantsPresence(someone))) {
      return List.of(unclear.question());
    }
    if (someone.place().isPresent() && placeUseless(someone) && wantsPresence(someone)) {
      Place place = someone.place().get();
      return List.of(Message.of("explain.place.rounded").with("km", place.uncertaintyKm()));
    }
    return List.of();
  }

  private static boolean wantsPresence(Someone someone) {
    EnumSet<Category> wishes = EnumSet.noneOf(Category.class);
    wishes.addAll(someone.person().profile().needs());
    wishes.addAll(someone.person().profile().offers());
    return wishes.stream().anyMatch(c -> !c.remote() && !c.byHand());
  }

  private List<Message> dealings(String ref) {
    List<Message> sentences = new ArrayList<>();
    for (Introduction i : introductions.getOrDefault(ref, List.of())) {
      dealing(i, ref).ifPresent(sentences::add);
      if (i.state() == State.PREPARING && i.has(Mark.TO_RING)) {
        sentences.add(Message.of("explain.proposed.no_mail"));
      }
    }
    for (Proposal p : proposals.getOrDefault(ref, List.of())) {
      boolean needs = p.assignment().person().equals(ref);
      sentences.add(
          about(
              "explain.proposed." + side(needs),
              p.assignment().needs(),
              needs ? p.assignment().helper() : p.assignment().person()));
      if (!p.isDue()) {
        sentences.add(
            Message.of("explain.proposed." + p.waits().name().toLowerCase(Locale.ROOT))
                .with("max", mostWaitingDrafts));
      }
    }
    return sentences;
  }

  /** Whom to warn of two who know of each other; once the outcome is noted, nobody. */
  private List<Message> warnings(Someone someone) {
    boolean barred = someone.orders().status().filter(Status.BARRED::equals).isPresent();
    return introductions.getOrDefault(someone.ref(), List.of()).stream()
        .filter(Introduction::withdrawnAfterMeeting)
        .map(
            i ->
                Message.of(warning(barred, i.withdrawnAfterSending()))
                    .with("ref", i.ref())
                    .with("other", other(i, someone.ref())))
        .toList();
  }

  private static String warning(boolean barred, boolean sent) {
    if (sent) {
      return barred ? "explain.warn.other" : "explain.warn.person";
    }
    return barred ? "explain.warn.other.agreed" : "explain.warn.person.agreed";
  }

  private static Optional<Message> dealing(Introduction i, String ref) {
    String side = side(i.person().equals(ref));
    String key =
        switch (i.state()) {
          case PREPARING -> "explain.preparing." + side;
          case DRAFTED -> "explain.draft_ready." + side;
          case SENT -> "explain.sent." + side;
          case BOUNCED -> "explain.bounced";
          case ACCEPTED -> "explain.accepted." + side;
          case DONE -> "explain.done";
          case DECLINED, NO_ANSWER, DISCARDED, WITHDRAWN -> "";
        };
    return key.isEmpty()
        ? Optional.empty()
        : Optional.of(about(key, i.needs(), other(i, ref)).with("ref", i.ref()));
  }

  private static String side(boolean needs) {
    return needs ? "person" : "helper";
  }

  private static Message about(String key, Set<Category> needs, String other) {
    return Message.of(key).with("needs", Letters.needs(needs)).with("other", other);
  }

  private List<Message> whatWaits(Someone someone, Status status) {
    List<Message> sentences = new ArrayList<>();
    if (heldBack(someone)) {
      sentences.add(Message.of("explain.held"));
    }
    for (OpenReason reason : reasons(someone)) {
      boolean tried = almost.isTriedNearer(someone, reason);
      sentences.add(tried ? because("reason.too_far.tried", reason) : because(reason));
    }
    Optional<AlmostMatched.Waiting> waiting = almost.forTick(someone);
    waiting.ifPresent(
        them ->
            sentences.add(
                Message.of("explain.waiting.tick")
                    .with("needs", Letters.needs(them.needs()))
                    .with("count", them.people())));
    if (status == Status.FULL || full(someone)) {
      sentences.add(fullness(someone));
    } else if (status == Status.WAITING && sentences.isEmpty()) {
      sentences.add(Message.of("explain.waiting.helper"));
    }
    return sentences;
  }

  /** What opens more places is said where something does. */
  private Message fullness(Someone someone) {
    int capacity = MatchingInput.capacity(someone, terms);
    int offered = MatchingInput.offered(someone, terms);
    return capacity < offered
        ? Message.of("explain.full.unchecked").with("count", capacity).with("offered", offered)
        : Message.of("explain.full").with("capacity", capacity);
  }

  /** Why a need is open, as a sentence. */
  public static Message because(OpenReason reason) {
    return because(
        reason.sharing() > 0 ? "reason.tried.shared" : "reason." + reason.reason().key(), reason);
  }

  private static Message because(String key, OpenReason reason) {
    Message message =
        Message.of(key)
            .with("needs", Letters.needs(reason.needs()))
            .with("count", reason.helpers());
    if (reason.nearestKm() != null && reason.limitKm() != null) {
      message = message.with("km", reason.nearestKm()).with("limit", reason.limitKm());
    }
    return message;
  }

  /** A pin that stays in its cell after it was followed is not refused. */
  private boolean areTogether(String ref, String other) {
    return introductions.getOrDefault(ref, List.of()).stream()
            .anyMatch(i -> i.state().holdsCapacity() && other(i, ref).equals(other))
        || proposals.getOrDefault(ref, List.of()).stream()
            .map(Proposal::assignment)
            .anyMatch(a -> a.person().equals(other) || a.helper().equals(other));
  }
}

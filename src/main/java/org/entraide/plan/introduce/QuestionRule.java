package org.entraide.plan.introduce;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.entraide.people.profile.Profile;
import org.entraide.people.reference.LetterReference;
import org.entraide.people.word.ShortHashes;
import org.entraide.place.Located;
import org.entraide.plan.instruction.LocatedPerson;
import org.entraide.plan.introduction.Introduction;

/**
 * Whom to ask, and for what. Pure.
 *
 * <p>An answer of the form is asked about once at most: what it lacks later is asked by organisers.
 * Which answer a question is about, a hash of the time of that answer says, in the journal and in
 * the ledger's hidden check. An answer without a time was typed by organisers, who know the person.
 */
public final class QuestionRule {

  private static final String ANSWER = "A-";

  private final UnaryOperator<String> nowCalled;
  private final double maxUncertaintyKm;
  private final Map<String, Set<String>> askedAnswers = new HashMap<>(); // answers, by person
  private final Map<String, Instant> lastAsked = new HashMap<>(); // by person
  private final Map<String, Integer> numbers = new HashMap<>(); // the highest, by code

  /**
   * @param introductions of all, questions among them
   * @param nowCalled what a person is called now who once had a reference
   * @param maxUncertaintyKm a place that is known less precisely counts as unknown
   */
  public QuestionRule(
      Collection<Introduction> introductions,
      UnaryOperator<String> nowCalled,
      double maxUncertaintyKm) {
    this.nowCalled = nowCalled;
    this.maxUncertaintyKm = maxUncertaintyKm;
    for (Introduction i : introductions) {
      if (i.isQuestion()) {
        askedAnswers
            .computeIfAbsent(nowCalled.apply(i.person()), ref -> new HashSet<>())
            .addAll(i.insteadOf());
        lastAsked.merge(nowCalled.apply(i.person()), i.begunAt(), (a, b) -> a.isAfter(b) ? a : b);
        numbers.merge(LetterReference.code(i.ref()), LetterReference.number(i.ref()), Math::max);
      }
    }
  }

  /**
   * What the answer of somebody lacks that the delegate may ask for, be they introduced for another
   * need or not; nothing without consent or address, or of somebody who does not take part.
   */
  public Set<Lack> lacks(LocatedPerson located) {
    Profile profile = located.person().profile();
    if (profile.isErased()
        || !profile.consent().isGiven()
        || profile.email() == null
        || profile.isMinor()
        || located.instructions().status().isPresent()) {
      return Set.of();
    }
    return Lack.of(located, maxUncertaintyKm);
  }

  /** The answer of somebody as questions name it; empty for one without a time. */
  public static Optional<String> answer(LocatedPerson located) {
    return Optional.ofNullable(located.person().profile().timestamp()).map(QuestionRule::answer);
  }

  /** The answer of a time. */
  public static String answer(Instant at) {
    return ANSWER + ShortHashes.longer(at.toString()).toUpperCase(Locale.ROOT);
  }

  /**
   * When somebody may be asked whose answer lacks something; empty where nothing is to be asked.
   */
  public Optional<Instant> due(LocatedPerson located, HoldBackEnd holdBack) {
    Instant at = located.person().profile().timestamp();
    if (at == null || isPlaceOpen(located) || lacks(located).isEmpty() || wasAsked(located, at)) {
      return Optional.empty();
    }
    return Optional.of(located.instructions().hasPriority() ? at : holdBack.of(at));
  }

  /** Whether the place is yet to be found: then nobody knows whether it is lacking. */
  private static boolean isPlaceOpen(LocatedPerson located) {
    return located.geocoding() instanceof Located.NoAnswer
        || (located.geocoding() instanceof Located.At at && at.isProvisional());
  }

  /**
   * Whether somebody was asked about this answer, or about a later one: an answer that is older
   * than a question is none to it, also where its time is read otherwise since.
   */
  private boolean wasAsked(LocatedPerson located, Instant at) {
    Instant last = lastAsked.get(located.ref());
    if (last != null && !at.isAfter(last)) {
      return true;
    }
    return answer(located)
        .filter(askedAnswers.getOrDefault(located.ref(), Set.of())::contains)
        .isPresent();
  }

  /** The reference of the next question to somebody. */
  public String next(String ref) {
    return LetterReference.question(ref, numbers.getOrDefault(ref, 0) + 1);
  }

  /** Why a question has no draft, and gets none before that changes. */
  public enum Waits {
    NO,

    /** The person is paused, or does not take part otherwise, and nobody withdrew them. */
    FOR_THE_PERSON,

    /** Questions are switched off. */
    UNTIL_SWITCHED_ON
  }

  /**
   * What a question waits for whose draft was never tried.
   *
   * @param people by reference
   * @param asking whether questions are asked at all
   */
  public Waits waits(Introduction question, Map<String, LocatedPerson> people, boolean asking) {
    if (!LifeCycle.isUntried(question)) {
      return Waits.NO;
    }
    LocatedPerson located = people.get(nowCalled.apply(question.person()));
    if (located != null && located.instructions().status().isPresent()) {
      return Waits.FOR_THE_PERSON;
    }
    return asking ? Waits.NO : Waits.UNTIL_SWITCHED_ON;
  }

  /**
   * Whether a question has its answer, or needs none any more: the person answered again, or the
   * answer no longer lacks anything.
   *
   * @param people by reference
   */
  public boolean isOver(Introduction question, Map<String, LocatedPerson> people) {
    LocatedPerson located = people.get(nowCalled.apply(question.person()));
    if (located == null) {
      return false; // a row that is gone for now says nothing
    }
    Instant at = located.person().profile().timestamp();
    boolean again =
        at != null && at.isAfter(question.begunAt()) && !question.insteadOf().contains(answer(at));
    boolean waits =
        located.instructions().status().isPresent(); // a pause leaves drafts where they are
    return again || (!waits && !isPlaceOpen(located) && lacks(located).isEmpty());
  }
}

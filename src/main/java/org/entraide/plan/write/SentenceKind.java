package org.entraide.plan.write;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entraide.text.Message;

/**
 * What a sentence of the column Explication / Explanation is for. Each key that can reach that cell
 * is in one of these lists, the most important first; the cell has the kinds in the order below,
 * and within a kind that of the list.
 */
public enum SentenceKind {
  /**
   * What an organiser is to do: a clause that begins with its verb, in small letters and without a
   * full stop, to be put behind « À faire : » / "To do: ".
   */
  ACTION(
      ImmutableList.of(
          "people.erased",
          "explain.stray",
          "explain.away",
          "explain.merged",
          "explain.warn.several.others",
          "explain.warn.several.person",
          "explain.warn.other",
          "explain.warn.other.agreed",
          "explain.warn.person",
          "explain.letters.tell",
          "explain.drafts.discard",
          "explain.never.draft",
          "explain.barred.lifted",
          "explain.barred.astray",
          "explain.leaving", // who is erased is gone for good
          "people.minor", // a filter view looks for these two
          "reason.by_hand",
          "explain.proposed.no_mail",
          "people.consent.missing",
          "people.consent.unclear",
          "people.name.missing",
          "people.contact.missing",
          "people.wishes.missing",
          "people.answers.long", // it may be why others are not understood
          "explain.place.ask",
          "explain.place.correct",
          "explain.phone.check",
          "people.email.amid-text",
          "people.email.invalid",
          "people.phone.spoilt",
          "people.phone.invalid",
          "people.age.unclear",
          "explain.pause.unclear",
          "explain.instruction.unknown",
          "explain.instruction.suggested",
          "explain.duplicate.which",
          "explain.duplicate.unknown",
          "explain.duplicate.oneself",
          "explain.distinct.or_same_person",
          "explain.same_contact",
          "explain.with.unknown",
          "explain.never.unknown",
          "explain.never.oneself",
          "explain.checked.unknown",
          "explain.group.unknown",
          "explain.group.long",
          "people.categories.not-understood",
          "people.email.kept",
          "people.email.several",
          "people.email.with-words",
          "people.phone.several",
          "people.phone.unusual",
          "people.name.link",
          "people.answers.differ",
          "people.cell.error",
          "people.capacity.unclear",
          "people.capacity.absurd",
          "people.radius.unclear",
          "people.languages.unclear",
          "people.timestamp.unclear",
          "explain.waiting.tick",
          "explain.tick")),

  /** A need that is open, and why. */
  OPEN(
      ImmutableList.of(
          "reason.full",
          "reason.full.group",
          "reason.too_far",
          "reason.too_far.own",
          "reason.too_far.tried",
          "reason.place_unknown",
          "reason.language",
          "reason.not_checked",
          "reason.tried",
          "reason.tried.shared",
          "reason.nobody_offers")),

  /** What happened, or how things are. */
  EVENT(
      ImmutableList.of(
          "explain.barred",
          "explain.withdrawn",
          "explain.signposted",
          "explain.done.typed",
          "explain.paused",
          "explain.question.draft",
          "explain.question.sent",
          "explain.paused.until",
          "explain.barred.before",
          "explain.barred.erased",
          "explain.barred.kept",
          "people.consent.refused",
          "people.same-contact",
          "explain.duplicate",
          "people.duplicate",
          "people.duplicate.copy",
          "people.duplicate.copy.older",
          "people.duplicate.told",
          "explain.duplicate.told",
          "place.ask.none",
          "place.ask.unknown",
          "place.ask.town",
          "place.ask.postcode",
          "place.ask.coordinates",
          "place.ask.near",
          "place.ask.several",
          "place.ask.countries",
          "place.ask.contradiction",
          "place.ask.region",
          "place.ask.meant",
          "place.ask.postcode-town",
          "place.ask.plus-code",
          "place.ask.homonyms.2",
          "place.ask.homonyms.3",
          "place.ask.far_apart",
          "place.ask.whole_region",
          "explain.place.rounded",
          "explain.place.no_answer",
          "explain.several",
          "explain.draft_ready.person",
          "explain.draft_ready.helper",
          "explain.preparing.person",
          "explain.preparing.helper",
          "explain.ringing.person",
          "explain.ringing.helper",
          "explain.bounced",
          "explain.sent.person",
          "explain.sent.helper",
          "explain.byhand.person",
          "explain.byhand.helper",
          "explain.accepted.person",
          "explain.accepted.helper",
          "explain.proposed.person",
          "explain.proposed.helper",
          "explain.proposed.queue",
          "explain.proposed.mailbox",
          "explain.proposed.pace",
          "explain.drafts.stay",
          "explain.held",
          "explain.full",
          "explain.full.unchecked",
          "explain.group.full",
          "explain.group.closed",
          "explain.waiting.helper",
          "explain.done",
          "explain.nothing_open",
          "people.phone.read-as-french",
          "explain.long",
          "people.answered-again",
          "people.copied",
          "people.ref.merged")),

  /** An answer to what an organiser typed. */
  ANSWER(
      ImmutableList.of(
          "explain.pin.refused",
          "explain.never.too_late",
          "explain.another.waiting",
          "explain.another.not_now",
          "explain.another.answered",
          "explain.another.nothing",
          "explain.another.no_need",
          "explain.priority.no_need",
          "explain.priority.not_now",
          "explain.same_person.nobody",
          "explain.checked.no_offer",
          "explain.group.no_offer",
          "explain.pause.over",
          "explain.instruction.guessed",
          "explain.pin.followed",
          "explain.same_person",
          "explain.distinct",
          "explain.priority",
          "explain.checked",
          "explain.group.limit",
          "explain.group",
          "explain.never",
          "explain.never.other",
          "explain.corrected_place")),

  /** That what was typed over Entraide's words stays: never left out. */
  KEPT(ImmutableList.of("explain.typed.one", "explain.typed.place"));

  private static final Map<String, SentenceKind> BY_KEY = new HashMap<>();
  private static final Map<String, Integer> RANKS = new HashMap<>();

  static {
    for (SentenceKind kind : values()) {
      for (String key : kind.keys) {
        RANKS.put(key, RANKS.size());
        if (BY_KEY.put(key, kind) != null) {
          throw new IllegalStateException(key + " is in two lists.");
        }
      }
    }
  }

  private final ImmutableList<String> keys;

  SentenceKind(ImmutableList<String> keys) {
    this.keys = keys;
  }

  /** The keys of the sentences of this kind, the most important first. */
  public List<String> keys() {
    return keys;
  }

  /**
   * What a sentence is for.
   *
   * @throws IllegalArgumentException for a sentence that is no explanation of a row
   */
  public static SentenceKind of(Message sentence) {
    SentenceKind kind = BY_KEY.get(sentence.key());
    if (kind == null) {
      throw new IllegalArgumentException(sentence.key() + " is in no list of SentenceKind.");
    }
    return kind;
  }

  /** Smaller for what is more important. */
  static int rank(Message sentence) {
    return RANKS.getOrDefault(sentence.key(), Integer.MAX_VALUE);
  }
}

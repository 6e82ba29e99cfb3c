package org.entraide.plan;

import java.time.Instant;
import java.util.Set;
import org.entraide.people.Category;
import org.jspecify.annotations.Nullable;

/**
 * One person who needs, one helper, and how far it got. Exists from the moment its draft is begun.
 *
 * @param ref such as {@code M-7KQ47}
 * @param person the reference of who needs
 * @param helper the reference of who helps
 * @param needs what it covers
 * @param distanceKm the cautious distance when it was made; null where a place was unknown
 * @param state see DESIGN §7
 * @param mailbox the delegate's address whose drafts it went to; empty when only the ledger knows
 *     of it, which does not say
 * @param draftId of the draft; null until known
 * @param messageId of the draft as created; null until known
 * @param threadId of the draft as created; null until known
 * @param begunAt when it was journalled
 * @param attempted whether creating the draft was begun: from then on only a look can tell
 * @param missingSince since when neither draft nor sent mail is seen; null while seen
 * @param sentAt when it was first seen sent; null before
 */
public record Introduction(
    String ref,
    String person,
    String helper,
    Set<Category> needs,
    @Nullable Double distanceKm,
    State state,
    String mailbox,
    @Nullable String draftId,
    @Nullable String messageId,
    @Nullable String threadId,
    Instant begunAt,
    boolean attempted,
    @Nullable Instant missingSince,
    @Nullable Instant sentAt) {

  /** The states of an introduction; what each holds is in DESIGN §7. */
  public enum State {
    /** In the ledger, its draft not yet made or not yet seen. */
    PREPARING(true, false, true),
    DRAFTED(true, false, true),
    SENT(true, false, true),
    BOUNCED(true, false, true),
    ACCEPTED(false, true, true),
    DONE(false, true, false),
    DECLINED(false, false, false),
    NO_ANSWER(false, false, false),
    DISCARDED(false, false, false),
    WITHDRAWN(false, false, false);

    private final boolean holdsNeeds;
    private final boolean closesNeeds;
    private final boolean holdsCapacity;

    State(boolean holdsNeeds, boolean closesNeeds, boolean holdsCapacity) {
      this.holdsNeeds = holdsNeeds;
      this.closesNeeds = closesNeeds;
      this.holdsCapacity = holdsCapacity;
    }

    /** Whether the needs are spoken for, for now. */
    public boolean holdsNeeds() {
      return holdsNeeds;
    }

    /** Whether the needs are met for good. */
    public boolean closesNeeds() {
      return closesNeeds;
    }

    /** Whether it is standing: it counts against the helper's capacity. */
    public boolean holdsCapacity() {
      return holdsCapacity;
    }
  }

  public Introduction {
    needs = Set.copyOf(needs);
  }

  public Introduction withState(State next) {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        next,
        mailbox,
        draftId,
        messageId,
        threadId,
        begunAt,
        attempted,
        missingSince,
        sentAt);
  }

  /** It is, or will be, in this mailbox. */
  public Introduction in(String address) {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        state,
        address,
        draftId,
        messageId,
        threadId,
        begunAt,
        attempted,
        missingSince,
        sentAt);
  }

  /** The draft's creation is about to be asked for. */
  public Introduction asAttempted() {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        state,
        mailbox,
        draftId,
        messageId,
        threadId,
        begunAt,
        true,
        missingSince,
        sentAt);
  }

  /** The draft is there, under these names. */
  public Introduction drafted(String draft, String message, String thread) {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        State.DRAFTED,
        mailbox,
        draft,
        message,
        thread,
        begunAt,
        true,
        null,
        sentAt);
  }

  /** Gmail shows it sent. */
  public Introduction sent(Instant when) {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        State.SENT,
        mailbox,
        draftId,
        messageId,
        threadId,
        begunAt,
        attempted,
        null,
        when);
  }

  /** Since when nothing is seen of it; null when it is seen again. */
  public Introduction missing(@Nullable Instant since) {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        state,
        mailbox,
        draftId,
        messageId,
        threadId,
        begunAt,
        attempted,
        since,
        sentAt);
  }
}

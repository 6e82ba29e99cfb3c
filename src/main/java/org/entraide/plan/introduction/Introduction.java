package org.entraide.plan.introduction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.entraide.people.reference.LetterReference;
import org.entraide.people.word.Category;
import org.jspecify.annotations.Nullable;

/**
 * One person who needs, one helper, and how far it got. Exists from the moment its draft is begun.
 * A question to a person whose answer lacks something goes the same way: it has no helper and
 * covers no needs.
 *
 * @param ref such as {@code M-7KQ47}
 * @param person the reference of who needs
 * @param helper the reference of who helps; empty for a question
 * @param needs what it covers
 * @param distanceKm the cautious distance when it was made; null where a place was unknown or only
 *     remote needs are covered
 * @param state how far it got
 * @param mailbox the delegate's address whose drafts it went to; empty when only the ledger knows
 *     of it, which does not say
 * @param draftId of the draft; null until known
 * @param messageId of the draft as created; null until known
 * @param threadId of the draft as created; null until known
 * @param begunAt when it was journalled
 * @param attempted whether creating the draft was begun: from then on only a look shows whether it
 *     exists
 * @param missingSince since when neither draft nor sent mail is seen; null while seen
 * @param sentAt when it was first seen sent, or the day that organisers say who made it; null
 *     before
 * @param insteadOf introductions instead of which an organiser asked for this one; of a question,
 *     the answer that it asks about
 * @param correspondence what is known of its letter
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
    @Nullable Instant sentAt,
    Set<String> insteadOf,
    Correspondence correspondence) {

  /** The states of an introduction; what each holds, its three flags say. */
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
    insteadOf = Set.copyOf(insteadOf);
  }

  /**
   * When two people were introduced: when it was begun, or sent where that was earlier, as before
   * somebody noted it by hand or the journal was lost.
   */
  public Instant madeAt() {
    return sentAt != null && sentAt.isBefore(begunAt) ? sentAt : begunAt;
  }

  /** Whether it is a question to a person, and introduces nobody. */
  public boolean isQuestion() {
    return LetterReference.isQuestion(ref);
  }

  /** The references of the one or two whom it is about. */
  public List<String> people() {
    return isQuestion() ? List.of(person) : List.of(person, helper);
  }

  /** Whether it was withdrawn after its letter had gone out. */
  public boolean withdrawnAfterSending() {
    return state == State.WITHDRAWN && sentAt != null && !isQuestion();
  }

  /** Whether it was withdrawn although the two know of each other: somebody must be warned. */
  public boolean withdrawnAfterMeeting() {
    return withdrawnAfterSending() || (state == State.WITHDRAWN && has(IntroductionFlag.AGREED));
  }

  /** Whether distance counts for nothing that it covers. */
  public boolean isRemote() {
    return needs.stream().allMatch(Category::remote);
  }

  /**
   * A new one, whose draft is not asked for yet.
   *
   * @param now when it is journalled
   */
  public static Introduction begun(
      String ref,
      String person,
      String helper,
      Set<Category> needs,
      @Nullable Double distanceKm,
      String mailbox,
      Instant now) {
    return new Introduction(
        ref,
        person,
        helper,
        needs,
        distanceKm,
        State.PREPARING,
        mailbox,
        null,
        null,
        null,
        now,
        false,
        null,
        null,
        Set.of(),
        Correspondence.NONE);
  }

  /** This introduction between its people under the references that they have now. */
  public Introduction between(String personNow, String helperNow) {
    return personNow.equals(person) && helperNow.equals(helper)
        ? this
        : new Introduction(
            ref,
            personNow,
            helperNow,
            needs,
            distanceKm,
            state,
            mailbox,
            draftId,
            messageId,
            threadId,
            begunAt,
            attempted,
            missingSince,
            sentAt,
            insteadOf,
            correspondence);
  }

  /** An organiser asked for it instead of others. */
  public Introduction insteadOf(Set<String> others) {
    return changed(c -> c.insteadOf = others);
  }

  public Introduction withState(State next) {
    return changed(c -> c.state = next);
  }

  /** It is, or will be, in this mailbox. */
  public Introduction inMailbox(String address) {
    return changed(c -> c.mailbox = address);
  }

  /** The draft's creation is about to be asked for. */
  public Introduction asAttempted() {
    return changed(c -> c.attempted = true);
  }

  /** The draft was surely never made, and may be asked for again. */
  public Introduction notAttempted() {
    return changed(
        c -> {
          c.names(null, null, null);
          c.attempted = false;
          c.missingSince = null;
        });
  }

  /** What is known of its letter. */
  public Introduction with(Correspondence newCorrespondence) {
    return newCorrespondence.equals(correspondence)
        ? this
        : changed(c -> c.correspondence = newCorrespondence);
  }

  public boolean has(IntroductionFlag flag) {
    return correspondence.has(flag);
  }

  /** The draft is gone, or is nobody's business any more. */
  public Introduction undrafted() {
    return changed(
        c -> {
          c.names(null, null, threadId);
          c.missingSince = null;
        });
  }

  /**
   * It went out in this thread.
   *
   * @param thread empty where that is not known
   * @param left its draft, where that is still there
   */
  public Introduction inThread(String thread, Optional<LetterObservation.Draft> left) {
    return changed(
        c ->
            c.names(
                left.map(LetterObservation.Draft::draftId).orElse(null),
                left.map(LetterObservation.Draft::messageId).orElse(null),
                thread.isEmpty() ? threadId : thread));
  }

  /** Gmail shows that it was sent, whatever became of it since. */
  public Introduction seenSentAt(Instant when) {
    return sentAt == null ? changed(c -> c.sentAt = when) : this;
  }

  /** Organisers made it, and say when. */
  public Introduction sentOn(Instant when) {
    return changed(c -> c.sentAt = when);
  }

  /** The draft is there, under these ids, whatever the introduction's state. */
  public Introduction withGmailIds(String draft, String message, String thread) {
    return changed(
        c -> {
          c.names(draft, message, thread);
          c.missingSince = null;
          c.sentAt = null; // what was sent is no draft any more, unless that was undone
        });
  }

  /** The draft is there, under these ids. */
  public Introduction drafted(String draft, String message, String thread) {
    return withGmailIds(draft, message, thread).withState(State.DRAFTED).asAttempted();
  }

  /** Gmail shows it sent. */
  public Introduction sent(Instant when) {
    return changed(
        c -> {
          c.state = State.SENT;
          c.missingSince = null;
          c.sentAt = when;
        });
  }

  /** Its sending was undone, and where its draft is now is not known. */
  public Introduction unsent() {
    return changed(
        c -> {
          c.state = State.DRAFTED;
          c.names(null, null, threadId);
          c.sentAt = null;
        });
  }

  /** Since when nothing is seen of it; null when it is seen again. */
  public Introduction missing(@Nullable Instant since) {
    return changed(c -> c.missingSince = since);
  }

  private Introduction changed(Consumer<Changes> change) {
    Changes changes = new Changes(this);
    change.accept(changes);
    return changes.applied();
  }

  /** What may change in the life of an introduction, with the old values until they are changed. */
  private static final class Changes {
    private final Introduction old;
    private State state;
    private String mailbox;
    private @Nullable String draftId;
    private @Nullable String messageId;
    private @Nullable String threadId;
    private boolean attempted;
    private @Nullable Instant missingSince;
    private @Nullable Instant sentAt;
    private Set<String> insteadOf;
    private Correspondence correspondence;

    Changes(Introduction old) {
      this.old = old;
      state = old.state;
      mailbox = old.mailbox;
      draftId = old.draftId;
      messageId = old.messageId;
      threadId = old.threadId;
      attempted = old.attempted;
      missingSince = old.missingSince;
      sentAt = old.sentAt;
      insteadOf = old.insteadOf;
      correspondence = old.correspondence;
    }

    void names(@Nullable String draft, @Nullable String message, @Nullable String thread) {
      draftId = draft;
      messageId = message;
      threadId = thread;
    }

    Introduction applied() {
      return new Introduction(
          old.ref,
          old.person,
          old.helper,
          old.needs,
          old.distanceKm,
          state,
          mailbox,
          draftId,
          messageId,
          threadId,
          old.begunAt,
          attempted,
          missingSince,
          sentAt,
          insteadOf,
          correspondence);
    }
  }
}

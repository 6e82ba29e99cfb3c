package org.entraide.campaign.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.entraide.campaign.port.DuplicateDraft;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.MailObservation;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduce.UnsentLetter;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.resilience.RemoteFailure;

/**
 * Reads the state of a campaign's letters in its delegates' mailboxes. Makes none.
 *
 * <p>Level-triggered: the history of a mailbox only says which letters to look at again. Their
 * state is read from the labels and headers of their threads, as if for the first time.
 */
public final class MailboxObserver {

  /**
   * How long the mailbox of a delegate who writes no more for a campaign is watched for answers.
   */
  public static final Duration ANSWERS_COME = Duration.ofDays(14);

  /** Gmail deletes for good what has been in the trash for so long. */
  public static final Duration TRASH_IS_EMPTIED = Duration.ofDays(30);

  private final Function<String, Mailbox> mailboxes;
  private final Map<String, MailboxWatch> watches = new HashMap<>();
  private final Map<String, UnlocatedLetterSearch.VainLook> vainLooks = new HashMap<>();

  public MailboxObserver(Function<String, Mailbox> mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * Looks into each mailbox: one request where nothing happened, and more only for letters to which
   * something did.
   *
   * @param cursors positions in the histories as of the last time, by a hash of the mailbox's
   *     address
   * @param lost what is looked for in a mailbox of which nothing is known
   * @param confirmed whether an organiser says that drafts which are gone are gone on purpose
   */
  public MailObservation look(
      Set<String> addresses,
      Map<String, Introduction> introductions,
      Map<String, MailCursor> cursors,
      LetterRecovery lost,
      Instant now,
      boolean confirmed) {
    Set<String> watchedAddresses = new TreeSet<>(addresses);
    introductions.values().stream()
        .filter(i -> isFollowed(i, now))
        .forEach(i -> watchedAddresses.add(i.mailbox()));
    watchedAddresses.remove(UnlocatedLetterSearch.NOWHERE_KNOWN);
    MailObservationBuilder builder =
        new MailObservationBuilder(watchedAddresses, introductions, cursors);
    UnlocatedLetterSearch unlocatedSearch = new UnlocatedLetterSearch(this::watch, vainLooks);
    for (String address : watchedAddresses) {
      try {
        look(address, builder, lost, now, confirmed);
      } catch (RemoteFailure e) {
        builder.failed(address, e);
      }
    }
    unlocatedSearch.look(
        builder,
        in(UnlocatedLetterSearch.NOWHERE_KNOWN, introductions),
        watchedAddresses,
        now,
        confirmed);
    for (Introduction i : builder.introductions().values()) {
      if (i.mailbox().equals(UnlocatedLetterSearch.NOWHERE_KNOWN)) {
        unlocatedSearch.nextSearch(i, now).ifPresent(builder.searches()::add);
      } else if (watchedAddresses.contains(i.mailbox())) {
        watch(i.mailbox()).nextSearch(i, now).ifPresent(builder.searches()::add);
      }
    }
    return builder.build();
  }

  private void look(
      String address,
      MailObservationBuilder builder,
      LetterRecovery lost,
      Instant now,
      boolean confirmed)
      throws RemoteFailure {
    MailCursor cursor =
        builder.cursors().getOrDefault(Correspondence.hash(address), MailCursor.NEW);
    if (cursor.isNew()) {
      lost.lettersIn(mailboxes.apply(address))
          .forEach(i -> builder.introductions().put(i.ref(), i));
    }
    // the others do not change any more, and each draft that is written costs a look
    List<Introduction> followed =
        in(UnlocatedLetterSearch.NOWHERE_KNOWN, builder.introductions()).stream()
            .filter(i -> isFollowed(i, now))
            .toList();
    List<Introduction> introductionsBefore = in(address, builder.introductions());
    MailboxWatch.MailboxResult result =
        watch(address).look(introductionsBefore, followed, cursor, now, confirmed);
    builder.duplicates().addAll(watch(address).duplicates());
    MissingDrafts.in(introductionsBefore, result, now, confirmed)
        .report(builder, address, result.cursor());
    result.cut().ifPresent(failure -> builder.failed(address, failure));
  }

  /** Second drafts were deleted, or are not to be: they are not reported again. */
  public void forget(Collection<DuplicateDraft> duplicates) {
    duplicates.forEach(duplicate -> watch(duplicate.mailbox()).forget(duplicate));
  }

  /**
   * Asks what happened in a mailbox, for a pass that may have nothing to do. The next look goes on
   * from the answer instead of asking again, unless it is forgotten before.
   *
   * @return empty where the history does not reach back so far, or the mailbox does not answer: the
   *     look finds out why
   */
  public Optional<Mailbox.Changes> peek(String address, String position) {
    try {
      return watch(address).peek(position);
    } catch (RemoteFailure e) {
      return Optional.empty();
    }
  }

  /** The kept answers are out of date. */
  public void forgetPeeks() {
    watches.values().forEach(MailboxWatch::forgetPeek);
  }

  private MailboxWatch watch(String address) {
    return watches.computeIfAbsent(address, a -> new MailboxWatch(mailboxes.apply(a)));
  }

  private static List<Introduction> in(String address, Map<String, Introduction> introductions) {
    return introductions.values().stream().filter(i -> i.mailbox().equals(address)).toList();
  }

  /**
   * Whether an introduction alone is reason to look into its mailbox, also where the campaign has
   * another now.
   */
  private static boolean isFollowed(Introduction introduction, Instant now) {
    Instant sent = introduction.sentAt();
    return switch (introduction.state()) {
      case DRAFTED, PREPARING -> true;
      case ACCEPTED -> introduction.draftId() != null && sent == null;
      case SENT -> sent != null && now.isBefore(sent.plus(ANSWERS_COME));
      // the draft may be there, or in the trash, and may still be sent
      case WITHDRAWN, DISCARDED -> now.isBefore(introduction.begunAt().plus(TRASH_IS_EMPTIED));
      default ->
          UnsentLetter.isLeft(introduction)
              && now.isBefore(introduction.begunAt().plus(TRASH_IS_EMPTIED));
    };
  }
}

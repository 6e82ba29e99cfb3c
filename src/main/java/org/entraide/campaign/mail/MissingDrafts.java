package org.entraide.campaign.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.entraide.campaign.port.DashboardProblem;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.Trouble;
import org.entraide.plan.introduce.DraftsLostTogether;
import org.entraide.plan.introduce.LifeCycle;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Message;

/**
 * Which drafts of one mailbox are gone for good. Where so many are missing at once that the mailbox
 * may have been emptied or exchanged, none is. Pure but for {@link #report}.
 *
 * @param introductions all of the mailbox's, as they are now
 * @param doubtful whether so many are missing that nothing is concluded
 * @param believed those that are gone because an organiser says so
 */
record MissingDrafts(List<Introduction> introductions, boolean doubtful, Set<String> believed) {

  /**
   * Concludes.
   *
   * @param introductionsBefore the mailbox's introductions before the look
   * @param confirmed whether an organiser says that drafts which are gone are gone on purpose
   */
  static MissingDrafts in(
      Collection<Introduction> introductionsBefore,
      MailboxWatch.MailboxResult result,
      Instant now,
      boolean confirmed) {
    // what lies in the trash was thrown away, however much it is
    Predicate<Introduction> thrown = i -> result.trashed().contains(i.ref());
    List<Introduction> was = introductionsBefore.stream().filter(thrown.negate()).toList();
    List<Introduction> is = result.introductions().stream().filter(thrown.negate()).toList();
    boolean back = DraftsLostTogether.isOneBack(was, is);
    boolean doubted = result.cursor().exchanged() || DraftsLostTogether.areManyMissing(was);
    List<Introduction> present =
        new ArrayList<>(doubted ? DraftsLostTogether.believedAgain(was, is, now) : is);
    boolean many =
        (doubted && !back && MailboxWatch.anyMissing(is))
            || DraftsLostTogether.areManyMissing(present);
    result.introductions().stream().filter(thrown).forEach(present::add);
    Set<String> believed = new HashSet<>();
    List<Introduction> concluded = new ArrayList<>();
    for (Introduction i : present) {
      boolean isConfirmedGone = many && confirmed && i.state() == Introduction.State.DRAFTED;
      boolean over =
          (!many || confirmed)
              && (LifeCycle.graceIsOver(i, now) || (isConfirmedGone && i.missingSince() != null));
      Boolean trashed = result.nowhere().get(i.ref());
      if (over && trashed != null && isConfirmedGone) {
        believed.add(i.ref());
      }
      concluded.add(over && trashed != null ? LifeCycle.conclude(i, trashed) : i);
    }
    return new MissingDrafts(concluded, many && !confirmed, believed);
  }

  /** Adds it to what is seen of all mailboxes. */
  void report(MailObservationBuilder builder, String address, MailCursor cursor) {
    introductions.forEach(i -> builder.introductions().put(i.ref(), i));
    builder.believed().addAll(believed);
    builder
        .cursors()
        .put(Correspondence.hash(address), doubtful ? cursor.doubted() : cursor.trusted());
    if (doubtful) {
      builder.emptied().add(address);
      builder
          .troubles()
          .add(
              new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.gone"))
                  .shownAs(DashboardProblem.emptied(address))
                  .about(address));
    }
  }
}

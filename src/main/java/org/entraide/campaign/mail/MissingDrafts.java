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
   * @param before the mailbox's introductions before the look
   * @param confirmed whether an organiser says that drafts which are gone are gone on purpose
   */
  static MissingDrafts in(
      Collection<Introduction> before, MailboxWatch.Found found, Instant now, boolean confirmed) {
    // what lies in the trash was thrown away, however much it is
    Predicate<Introduction> thrown = i -> found.trashed().contains(i.ref());
    List<Introduction> was = before.stream().filter(thrown.negate()).toList();
    List<Introduction> is = found.introductions().stream().filter(thrown.negate()).toList();
    boolean back = DraftsLostTogether.isOneBack(was, is);
    boolean doubted = found.cursor().exchanged() || DraftsLostTogether.manyMissing(was);
    List<Introduction> mine =
        new ArrayList<>(doubted ? DraftsLostTogether.believedAgain(was, is, now) : is);
    boolean many =
        (doubted && !back && MailboxWatch.anyMissing(is)) || DraftsLostTogether.manyMissing(mine);
    found.introductions().stream().filter(thrown).forEach(mine::add);
    Set<String> believed = new HashSet<>();
    List<Introduction> concluded = new ArrayList<>();
    for (Introduction i : mine) {
      boolean said = many && confirmed && i.state() == Introduction.State.DRAFTED;
      boolean over =
          (!many || confirmed)
              && (LifeCycle.graceIsOver(i, now) || (said && i.missingSince() != null));
      Boolean trashed = found.nowhere().get(i.ref());
      if (over && trashed != null && said) {
        believed.add(i.ref());
      }
      concluded.add(over && trashed != null ? LifeCycle.conclude(i, trashed) : i);
    }
    return new MissingDrafts(concluded, many && !confirmed, believed);
  }

  /** Adds it to what is seen of all mailboxes. */
  void report(MailObservationBuilder seen, String address, MailCursor cursor) {
    introductions.forEach(i -> seen.introductions().put(i.ref(), i));
    seen.believed().addAll(believed);
    seen.cursors()
        .put(Correspondence.hash(address), doubtful ? cursor.doubted() : cursor.trusted());
    if (doubtful) {
      seen.emptied().add(address);
      seen.troubles()
          .add(
              new Trouble(Trouble.Kind.SETTINGS, Message.of("campaign.drafts.gone"))
                  .shownAs(DashboardProblem.emptied(address))
                  .about(address));
    }
  }
}

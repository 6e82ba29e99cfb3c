package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.entraide.plan.introduction.Introduction;

/**
 * What a pass saw of the letters of a campaign.
 *
 * @param watchedMailboxes the addresses of those that were looked into
 * @param introductions as they are now, by reference
 * @param cursors the position of each mailbox's history when it was looked at, by a hash of its
 *     address: to be remembered after the introductions are
 * @param down mailboxes that did not answer; their introductions stay as they were
 * @param emptied mailboxes that lost so many drafts at once that nothing is concluded
 * @param believed those of the letters that are gone because an organiser says so
 * @param duplicates second drafts of the same introduction
 * @param signedOut mailboxes whose sign-in is dead, each with the trouble that says so
 * @param searches when each letter that is out of sight is next looked for everywhere, though
 *     nothing happens
 */
public record MailObservation(
    Set<String> watchedMailboxes,
    Map<String, Introduction> introductions,
    Map<String, MailCursor> cursors,
    Set<String> down,
    Set<String> emptied,
    Set<String> believed,
    List<Trouble> troubles,
    List<DuplicateDraft> duplicates,
    Map<String, Trouble> signedOut,
    List<Instant> searches) {

  public MailObservation {
    watchedMailboxes = Set.copyOf(watchedMailboxes);
    introductions = Collections.unmodifiableMap(new LinkedHashMap<>(introductions));
    cursors = Collections.unmodifiableMap(new TreeMap<>(cursors));
    down = Collections.unmodifiableSet(new TreeSet<>(down));
    emptied = Collections.unmodifiableSet(new TreeSet<>(emptied));
    believed = Set.copyOf(believed);
    troubles = List.copyOf(troubles);
    duplicates = List.copyOf(duplicates);
    signedOut = Collections.unmodifiableMap(new TreeMap<>(signedOut));
    searches = List.copyOf(searches);
  }

  /** This observation with introductions of which more is known. */
  public MailObservation with(Map<String, Introduction> introductionsNow) {
    return new MailObservation(
        watchedMailboxes,
        introductionsNow,
        cursors,
        down,
        emptied,
        believed,
        troubles,
        duplicates,
        signedOut,
        searches);
  }
}

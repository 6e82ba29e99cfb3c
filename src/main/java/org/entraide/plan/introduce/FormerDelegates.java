package org.entraide.plan.introduce;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entraide.plan.introduction.Introduction;

/**
 * Drafts that lie with a delegate whom the configuration no longer names: nobody is going to send
 * them unless somebody asks. Pure.
 */
public final class FormerDelegates {

  private FormerDelegates() {}

  /**
   * Finds them.
   *
   * @param configured every delegate's address
   * @return by a former delegate's address, the references of the drafts, sorted
   */
  public static Map<String, List<String>> drafts(
      Collection<Introduction> introductions, Set<String> configured) {
    Set<String> currentAddresses =
        configured.stream().map(FormerDelegates::plain).collect(Collectors.toUnmodifiableSet());
    return Collections.unmodifiableMap(
        introductions.stream()
            .filter(i -> waits(i) && !i.mailbox().isEmpty())
            .filter(i -> !currentAddresses.contains(plain(i.mailbox())))
            .sorted((one, other) -> one.ref().compareTo(other.ref()))
            .collect(
                Collectors.groupingBy(
                    Introduction::mailbox,
                    TreeMap::new,
                    Collectors.mapping(Introduction::ref, Collectors.toList()))));
  }

  private static String plain(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  /** Whether its draft is there, or may be, and was not sent. */
  private static boolean waits(Introduction i) {
    return switch (i.state()) {
      case DRAFTED -> true;
      case PREPARING -> i.attempted();
      case WITHDRAWN, ACCEPTED -> i.draftId() != null && i.sentAt() == null;
      case DECLINED, NO_ANSWER, DONE -> UnsentLetter.isLeft(i);
      case SENT, BOUNCED, DISCARDED -> false;
    };
  }
}

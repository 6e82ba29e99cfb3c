package org.entraide.cli.status;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;

/**
 * How many letters of a campaign wait for a delegate, and the outcomes of those that were sent.
 *
 * @param drafts of introductions that nobody sent yet, by the configuration's key of the delegate;
 *     empty for somebody who is no delegate any more
 * @param oldest when the oldest of them was begun
 * @param questions drafts of questions that nobody sent yet
 * @param sent introductions whose letter went out, by state
 */
record LetterCounts(
    Map<String, Long> drafts, Optional<Instant> oldest, long questions, Map<State, Long> sent) {

  static LetterCounts of(
      Collection<Introduction> introductions, Optional<CampaignSettings> campaign) {
    Map<String, Long> drafts = new TreeMap<>();
    Map<State, Long> sent = new EnumMap<>(State.class);
    List<Introduction> waiting =
        introductions.stream().filter(i -> i.state() == State.DRAFTED).toList();
    for (Introduction one : waiting) {
      if (!one.isQuestion()) {
        drafts.merge(campaign.map(it -> key(it, one.mailbox())).orElse(""), 1L, Long::sum);
      }
    }
    introductions.stream()
        .filter(i -> i.sentAt() != null && !i.isQuestion())
        .forEach(i -> sent.merge(i.state(), 1L, Long::sum));
    return new LetterCounts(
        drafts,
        waiting.stream()
            .filter(i -> !i.isQuestion())
            .map(Introduction::begunAt)
            .min(Comparator.naturalOrder()),
        waiting.stream().filter(Introduction::isQuestion).count(),
        sent);
  }

  /** Status is passed on to others for help: a delegate is named as in the configuration. */
  private static String key(CampaignSettings campaign, String mailbox) {
    String address = mailbox.toLowerCase(Locale.ROOT);
    if (campaign.delegate().toLowerCase(Locale.ROOT).equals(address)) {
      return "delegate";
    }
    for (int i = 0; i < campaign.delegates().size(); i++) {
      if (campaign.delegates().get(i).email().toLowerCase(Locale.ROOT).equals(address)) {
        return "delegates[" + (i + 1) + "]";
      }
    }
    return "";
  }
}

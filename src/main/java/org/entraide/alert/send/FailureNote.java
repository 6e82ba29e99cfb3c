package org.entraide.alert.send;

import java.util.Map;
import java.util.Optional;
import org.entraide.alert.FailingReceiver;
import org.entraide.campaign.port.Journal;

/** The journal's word on whether a receiver took what was last sent, for those who look. */
final class FailureNote {

  private FailureNote() {}

  /**
   * Notes it where that is news.
   *
   * @param failing empty where it was taken
   */
  static void keep(
      Journal journal, String campaign, String receiver, Optional<FailingReceiver> failing) {
    String subject = FailingReceiver.subject(receiver);
    Optional<FailingReceiver> noted =
        FailingReceiver.parse(receiver, journal.sentAlerts(campaign).get(subject));
    Optional<FailingReceiver> next = failing.map(it -> it.after(noted));
    if (!next.equals(noted)) {
      journal.storeSentAlerts(
          campaign, Map.of(subject, next.map(FailingReceiver::words).orElse("")));
    }
  }
}

package org.entraide.alert.send;

import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.alert.FailingReceiver;
import org.entraide.alert.SilenceRule;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.watch.Health;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for an address while every campaign is well. Of several daemons that share a journal, the
 * one that works on the first campaign of the configuration does so for all: with none there,
 * nothing is asked for, and that is right.
 */
final class HeartbeatSender {

  private static final Logger log = LoggerFactory.getLogger(HeartbeatSender.class);

  /** In the journal, beside what receivers know, whose subjects have a blank. */
  private static final String SUBJECT = "heartbeat";

  private final AlertHttp http;
  private final URI address;
  private final List<String> campaigns;
  private boolean complained;

  /**
   * @param campaigns all of the configuration, in its order
   */
  HeartbeatSender(AlertHttp http, URI address, List<String> campaigns) {
    this.http = http;
    this.address = address;
    this.campaigns = List.copyOf(campaigns);
  }

  /** The campaign whose daemon sends it. */
  String campaign() {
    return campaigns.get(0);
  }

  /** Sends it where it is due, and all is well. */
  void send(Journal journal, Instant now) throws InterruptedException {
    Optional<Instant> last = last(journal.sentAlerts(campaign()).get(SUBJECT));
    if (!SilenceRule.isDue(last, now)
        || !SilenceRule.allIsWell(campaigns, journal.reports(), Health.PATIENCE, now)) {
      return;
    }
    journal.storeSentAlerts(campaign(), Map.of(SUBJECT, now.toString()));
    AlertDelivery delivery = http.get(address);
    boolean taken = delivery.outcome() == AlertDelivery.Outcome.TAKEN;
    if (taken && complained) {
      log.info("alerts: the heartbeat is taken again");
    } else if (!taken && !complained) {
      log.warn("alerts: the heartbeat is not taken: {}", delivery.why());
    }
    complained = !taken;
    FailureNote.keep(
        journal,
        campaign(),
        SUBJECT,
        taken
            ? Optional.empty()
            : Optional.of(new FailingReceiver(SUBJECT, now, delivery.words())));
  }

  private static Optional<Instant> last(@Nullable String words) {
    try {
      return Optional.ofNullable(words).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}

package org.entraide.alert.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.entraide.alert.Alert;
import org.entraide.alert.FailingReceiver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A receiver that is left alone for a while after it failed, longer each time, and whose failures
 * are logged once until it takes something again.
 */
final class RestingReceiver {

  private static final Logger log = LoggerFactory.getLogger(RestingReceiver.class);

  private static final Duration FIRST_REST = Duration.ofMinutes(1);

  /** So that a receiver that is away all day costs two dozen tries. */
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final AlertReceiver receiver;
  private Optional<Instant> until = Optional.empty();
  private Duration rest = FIRST_REST;
  private boolean complained;
  private Optional<FailingReceiver> failing = Optional.empty();
  private boolean tried;

  RestingReceiver(AlertReceiver receiver) {
    this.receiver = receiver;
  }

  String name() {
    return receiver.name();
  }

  /** Whether this process sent it anything yet. */
  boolean wasTried() {
    return tried;
  }

  /** Empty where it took the last alert. */
  Optional<FailingReceiver> failing() {
    return failing;
  }

  boolean rests(Instant now) {
    return until.filter(now::isBefore).isPresent();
  }

  AlertDelivery deliver(Alert alert, Instant now) throws InterruptedException {
    AlertDelivery delivery = receiver.deliver(alert);
    tried = true;
    if (delivery.outcome() == AlertDelivery.Outcome.TAKEN) {
      well();
    } else {
      failed(delivery, now);
    }
    return delivery;
  }

  private void well() {
    if (complained) {
      log.info("alerts: the {} takes them again", name());
    }
    until = Optional.empty();
    rest = FIRST_REST;
    complained = false;
    failing = Optional.empty();
  }

  private void failed(AlertDelivery delivery, Instant now) {
    if (!complained) {
      log.warn(
          "alerts: the {} does not take them: {}. Check it: entraide doctor --test-alerts",
          name(),
          delivery.why());
    }
    complained = true;
    failing = Optional.of(new FailingReceiver(name(), now, delivery.words()).after(failing));
    until = Optional.of(now.plus(rest));
    Duration next = rest.multipliedBy(2);
    rest = next.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : next;
  }
}

package org.entraide.alert.send;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.entraide.alert.Alert;
import org.entraide.config.AlertSettings;
import org.entraide.resilience.Scheduler;

/** Whom the configuration names, ready to be sent to. */
public final class AlertSending {

  private final AlertSettings settings;
  private final AlertHttp http;

  /**
   * @param userAgent how the program calls itself
   */
  public AlertSending(AlertSettings settings, String userAgent) {
    this.settings = settings;
    this.http = new AlertHttp(userAgent);
  }

  private List<AlertReceiver> receivers() {
    List<AlertReceiver> receivers = new ArrayList<>();
    if (!settings.command().isEmpty()) {
      receivers.add(new AlertCommand(settings.command()));
    }
    settings.webhook().ifPresent(address -> receivers.add(new Webhook(http, address)));
    return receivers;
  }

  /**
   * Sends what campaigns give cause for.
   *
   * @param campaigns all of the configuration, in its order
   * @param scheduler with one thread, for this alone
   * @param nanos a clock that only ever goes on, in nanoseconds
   * @param isShared whether several daemons share the journal
   */
  public AlertDesk desk(
      List<String> campaigns,
      Scheduler scheduler,
      InstantSource clock,
      LongSupplier nanos,
      boolean isShared) {
    return new AlertDesk(
        receivers(),
        settings.heartbeat().map(address -> new HeartbeatSender(http, address, campaigns)),
        scheduler,
        clock,
        nanos,
        isShared);
  }

  /**
   * Sends a test to everybody who takes alerts; the heartbeat is not asked for, since that says
   * that all is well.
   *
   * @return by receiver
   */
  public Map<String, AlertDelivery> test(String campaign, String text, Instant now)
      throws InterruptedException {
    Map<String, AlertDelivery> deliveries = new LinkedHashMap<>();
    for (AlertReceiver receiver : receivers()) {
      deliveries.put(
          receiver.name(),
          receiver.deliver(new Alert(campaign, "test", Alert.State.BEGAN, text, now)));
    }
    return deliveries;
  }
}

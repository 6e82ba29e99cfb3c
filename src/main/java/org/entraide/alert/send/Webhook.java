package org.entraide.alert.send;

import java.net.URI;
import org.entraide.alert.Alert;

/** Posts alerts to an address. */
record Webhook(AlertHttp http, URI address) implements AlertReceiver {

  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public AlertDelivery deliver(Alert alert) throws InterruptedException {
    return http.post(address, AlertJson.of(alert));
  }

  /** Nobody is to read the address in a log. */
  @Override
  public String toString() {
    return name();
  }
}

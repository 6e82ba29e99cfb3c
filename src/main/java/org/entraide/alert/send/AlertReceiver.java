package org.entraide.alert.send;

import org.entraide.alert.Alert;

/** Somebody who takes alerts. */
public interface AlertReceiver {

  /** A word for it, in the journal, in the log and in {@code doctor}; without blanks. */
  String name();

  /**
   * Hands an alert over. Takes {@link AlertHttp#WHOLE_LIMIT} at most.
   *
   * @throws InterruptedException if the process must end; whether the alert arrived is not known
   */
  AlertDelivery deliver(Alert alert) throws InterruptedException;
}

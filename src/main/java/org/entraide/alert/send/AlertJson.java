package org.entraide.alert.send;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.temporal.ChronoUnit;
import org.entraide.alert.Alert;

/** An alert as a program reads it: one JSON object on one line. */
final class AlertJson {

  private AlertJson() {}

  static String of(Alert alert) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("campaign", alert.campaign())
        .put("trouble", alert.trouble())
        .put("state", alert.state().word())
        .put("text", alert.text())
        .put("since", alert.since().truncatedTo(ChronoUnit.SECONDS).toString())
        .toString();
  }
}

package org.entraide.simulation;

import java.util.List;
import org.entraide.alert.Alert;
import org.entraide.alert.AlertBook;
import org.entraide.simulation.DeliberateFault.Bent;
import org.entraide.simulation.Faults.Fault;

/** What a daemon does wrong about what it sends to its administrator. */
final class AlertFaults {

  /** Each of them. */
  static final List<Fault> ALL =
      List.of(
          new Fault("an alert that was sent is not remembered", Forgetting::new),
          new Fault("nobody is told that a problem is over", Endless::new));

  private AlertFaults() {}

  /** So it is sent again after the next cycle. */
  private static final class Forgetting implements Bent {
    @Override
    public AlertBook sent(AlertBook before, AlertBook after) {
      return before;
    }
  }

  private static final class Endless implements Bent {
    @Override
    public List<Alert> due(List<Alert> due) {
      return due.stream().filter(alert -> alert.state() == Alert.State.BEGAN).toList();
    }
  }
}

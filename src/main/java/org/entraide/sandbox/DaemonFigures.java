package org.entraide.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.LocalServers;

/** The figures of the daemon's one campaign in its {@code /metrics}, for the page. */
final class DaemonFigures {

  /** A sample of the Prometheus text format: name, labels, value. */
  private static final Pattern SAMPLE = Pattern.compile("^(\\w++)\\{([^}]*+)} (\\S++)");

  private static final Pattern LABEL = Pattern.compile("(stage|outcome|kind)=\"(\\w+)\"");

  /** What becomes a number under that name, or by label a group of them. */
  private static final Map<String, String> NAMES =
      Map.of(
          "entraide_cycles_total", "cycles",
          "entraide_cycle_stage_seconds", "stages",
          "entraide_effects_total", "effects",
          "entraide_troubles_total", "troubles",
          "entraide_next_cycle_seconds", "nextSeconds",
          "entraide_cycle_interval_seconds", "intervalSeconds");

  private static final String RUNNING = "entraide_stage_running_seconds";

  private final LocalServers metrics;

  /**
   * @param port on loopback
   */
  DaemonFigures(int port) {
    metrics = new LocalServers(port, "/metrics");
  }

  /** Empty while the daemon does not answer. */
  Optional<ObjectNode> ask() {
    return metrics.ask().map(DaemonFigures::read);
  }

  /**
   * Reads the text format.
   *
   * @return {@code cycles}, {@code stages}, {@code effects} and {@code troubles} by outcome, stage
   *     and kind, {@code nextSeconds}, {@code intervalSeconds}, and, where one runs, {@code stage}
   *     and {@code stageRunningSeconds}
   */
  static ObjectNode read(String text) {
    ObjectNode figures = JsonNodeFactory.instance.objectNode();
    text.lines()
        .forEach(
            line -> {
              Matcher sample = SAMPLE.matcher(line);
              if (sample.matches()) {
                add(figures, sample);
              }
            });
    return figures;
  }

  private static void add(ObjectNode figures, Matcher sample) {
    double value = Double.parseDouble(sample.group(3));
    Matcher label = LABEL.matcher(sample.group(2));
    String name = NAMES.get(sample.group(1));
    if (name != null && label.find()) {
      figures.withObjectProperty(name).put(label.group(2), value);
    } else if (name != null) {
      figures.put(name, value);
    } else if (sample.group(1).equals(RUNNING) && value > 0 && label.find()) {
      figures.put("stage", label.group(2)).put("stageRunningSeconds", value);
    }
  }
}

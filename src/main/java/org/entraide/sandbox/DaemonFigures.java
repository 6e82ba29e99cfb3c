package org.entraide.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.LocalServers;

/** The figures of each of the daemon's campaigns in its {@code /metrics}, for the page. */
final class DaemonFigures {

  /** A sample of the Prometheus text format: name, labels, value. */
  private static final Pattern SAMPLE = Pattern.compile("^(\\w++)\\{([^}]*+)} (\\S++)");

  private static final Pattern CAMPAIGN = Pattern.compile("campaign=\"([^\"]*+)\"");
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

  /** What is wrong, the word that says more before the other; all else is {@code failing}. */
  private static final Map<String, String> TROUBLES =
      Map.of("entraide_suspended", "suspended", "permission", "signed_out");

  private static final Set<String> CONDITIONS =
      Set.of("entraide_suspended", "entraide_current_troubles");

  private static final List<String> BY_WEIGHT = List.of("suspended", "signed_out", "failing");

  private final LocalServers metrics;

  /**
   * @param port on loopback
   */
  DaemonFigures(int port) {
    metrics = new LocalServers(port, "/metrics");
  }

  /** Empty while the daemon does not answer. */
  Optional<ObjectNode> ask(String campaign) {
    return metrics.ask().map(text -> read(text, campaign));
  }

  /**
   * Reads the text format.
   *
   * @param campaign whose figures they are to be
   * @return {@code cycles}, {@code stages}, {@code effects} and {@code troubles} by outcome, stage
   *     and kind, {@code nextSeconds}, {@code intervalSeconds}, where one runs, {@code stage} and
   *     {@code stageRunningSeconds}, and as {@code trouble} what its last cycle ended with: {@code
   *     suspended}, {@code signed_out} where somebody must sign in or share, {@code failing} where
   *     anything else could not be done, or nothing
   */
  static ObjectNode read(String text, String campaign) {
    ObjectNode figures = JsonNodeFactory.instance.objectNode();
    Set<String> troubles = new HashSet<>();
    for (String line : text.lines().toList()) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches() && isOf(campaign, sample.group(2))) {
        add(figures, sample);
        trouble(sample).ifPresent(troubles::add);
      }
    }
    return figures.put(
        "trouble", BY_WEIGHT.stream().filter(troubles::contains).findFirst().orElse(""));
  }

  private static boolean isOf(String campaign, String labels) {
    Matcher label = CAMPAIGN.matcher(labels);
    return label.find() && label.group(1).equals(campaign);
  }

  private static Optional<String> trouble(Matcher sample) {
    String name = sample.group(1);
    if (Double.parseDouble(sample.group(3)) == 0 || !CONDITIONS.contains(name)) {
      return Optional.empty();
    }
    Matcher label = LABEL.matcher(sample.group(2));
    return Optional.of(TROUBLES.getOrDefault(label.find() ? label.group(2) : name, "failing"));
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

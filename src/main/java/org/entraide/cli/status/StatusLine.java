package org.entraide.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.config.CampaignSettings;
import org.entraide.match.model.HelpFigures;
import org.entraide.matchfile.CertificateFile;

/**
 * What {@code status} shows of one campaign.
 *
 * @param configured whether it is still in the configuration
 * @param report of its last cycle; empty when none ended yet
 */
public record StatusLine(String campaign, boolean configured, Optional<CampaignReport> report) {

  private static final List<String> TITLES =
      List.of("campaign", "last cycle", "last without trouble", "next cycle", "counts", "trouble");

  /** The campaigns in the configuration's order, then those that only the journal knows. */
  public static List<StatusLine> of(
      List<CampaignSettings> campaigns, List<CampaignReport> reports) {
    Map<String, CampaignReport> unclaimed = new TreeMap<>();
    reports.forEach(r -> unclaimed.put(r.campaign(), r));
    List<StatusLine> lines = new ArrayList<>();
    for (CampaignSettings campaign : campaigns) {
      Optional<CampaignReport> report = Optional.ofNullable(unclaimed.remove(campaign.name()));
      lines.add(new StatusLine(campaign.name(), true, report));
    }
    unclaimed.forEach(
        (name, report) -> lines.add(new StatusLine(name, false, Optional.of(report))));
    return lines;
  }

  /** Whether somebody should look: what is no longer configured troubles nobody. */
  public boolean troubled() {
    return configured && report.filter(r -> !r.trouble().isEmpty()).isPresent();
  }

  /** What is to be said of its matching. */
  public Optional<MatchingLine> matching() {
    return report.flatMap(CampaignReport::matching).map(m -> new MatchingLine(campaign, m));
  }

  /** What is to be said of its introductions; nothing before a cycle ended. */
  public FiguresLine figures() {
    return new FiguresLine(campaign, report.map(CampaignReport::figures).orElse(HelpFigures.NONE));
  }

  /** A table for a terminal: a line of titles, then one a campaign. */
  public static List<String> table(List<StatusLine> lines, Instant now) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(TITLES);
    lines.forEach(line -> rows.add(line.cells(now)));
    Map<Integer, Integer> widths = new HashMap<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths.merge(i, row.get(i).length(), Math::max);
      }
    }
    return rows.stream().map(row -> padded(row, widths)).toList();
  }

  private static String padded(List<String> row, Map<Integer, Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String cell = row.get(i);
      line.append(cell).append(" ".repeat(widths.getOrDefault(i, 0) - cell.length() + 2));
    }
    return line.toString().stripTrailing();
  }

  private List<String> cells(Instant now) {
    String name = configured ? campaign : campaign + " (no longer configured)";
    return report
        .map(
            r ->
                List.of(
                    name,
                    when(r.lastCycle(), now),
                    r.lastSuccess().map(t -> when(t, now)).orElse("never"),
                    r.nextCycle().map(t -> due(t, now)).orElse("-"),
                    counts(r),
                    r.trouble().isEmpty() ? "-" : oneLine(r.trouble())))
        .orElse(List.of(name, "never", "never", "-", "-", "-"));
  }

  private static String when(Instant time, Instant now) {
    return time.truncatedTo(ChronoUnit.SECONDS) + " (" + ago(time, now) + ")";
  }

  /** When a cycle is due; one that is long overdue means that the daemon does not run. */
  private static String due(Instant time, Instant now) {
    return time.isBefore(now)
        ? "was due " + ago(time, now)
        : "in " + largestUnit(Duration.between(now, time));
  }

  /** How long ago, in its largest unit. */
  static String ago(Instant time, Instant now) {
    Duration age = Duration.between(time, now);
    return age.isNegative() ? "in the future" : largestUnit(age) + " ago";
  }

  private static String largestUnit(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d";
    }
    if (span.toHours() > 0) {
      return span.toHours() + " h";
    }
    return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
  }

  private static String counts(CampaignReport report) {
    return report.counts().isEmpty()
        ? "-"
        : new TreeMap<>(report.counts())
            .entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The same for a program; what is not known is null. */
  public static ObjectNode json(List<StatusLine> lines, int queued) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode campaigns = root.putArray("campaigns");
    lines.forEach(line -> line.json(campaigns.addObject()));
    return root.put("queued_commands", queued);
  }

  private void json(ObjectNode node) {
    node.put("campaign", campaign).put("configured", configured);
    node.put("last_cycle", report.map(r -> r.lastCycle().toString()).orElse(null));
    node.put(
        "last_success",
        report.flatMap(CampaignReport::lastSuccess).map(Instant::toString).orElse(null));
    node.put(
        "next_cycle",
        report.flatMap(CampaignReport::nextCycle).map(Instant::toString).orElse(null));
    node.put("trouble", report.map(CampaignReport::trouble).filter(t -> !t.isEmpty()).orElse(null));
    ObjectNode counts = node.putObject("counts");
    report.ifPresent(r -> new TreeMap<>(r.counts()).forEach(counts::put));
    CertificateFile.figures(node, figures().figures());
    matching()
        .ifPresentOrElse(m -> m.json(node.putObject("matching")), () -> node.putNull("matching"));
  }
}

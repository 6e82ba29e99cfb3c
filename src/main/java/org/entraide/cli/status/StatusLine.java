package org.entraide.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.config.CampaignSettings;
import org.entraide.match.model.HelpFigures;
import org.entraide.matchfile.CertificateFile;
import org.entraide.plan.introduction.Introduction;

/**
 * What {@code status} shows of one campaign.
 *
 * @param settings empty where it is no longer in the configuration
 * @param report of its last cycle; empty when none ended yet
 * @param introductions all that the journal knows
 */
public record StatusLine(
    String campaign,
    Optional<CampaignSettings> settings,
    Optional<CampaignReport> report,
    Collection<Introduction> introductions) {

  /** The campaigns in the configuration's order, then those that only the journal knows. */
  public static List<StatusLine> of(
      List<CampaignSettings> campaigns,
      List<CampaignReport> reports,
      Function<String, Collection<Introduction>> introductions) {
    Map<String, CampaignReport> unclaimed = new TreeMap<>();
    reports.forEach(r -> unclaimed.put(r.campaign(), r));
    List<StatusLine> lines = new ArrayList<>();
    for (CampaignSettings campaign : campaigns) {
      Optional<CampaignReport> report = Optional.ofNullable(unclaimed.remove(campaign.name()));
      lines.add(
          new StatusLine(
              campaign.name(),
              Optional.of(campaign),
              report,
              introductions.apply(campaign.name())));
    }
    unclaimed.forEach(
        (name, report) ->
            lines.add(
                new StatusLine(
                    name, Optional.empty(), Optional.of(report), introductions.apply(name))));
    return lines;
  }

  /** Whether somebody should look: what is no longer configured troubles nobody. */
  public boolean isTroubled() {
    return settings.isPresent() && report.filter(r -> !r.troubles().isEmpty()).isPresent();
  }

  /** What is to be said of its matching. */
  public Optional<MatchingLine> matching() {
    return report.flatMap(CampaignReport::matching).map(m -> new MatchingLine(m));
  }

  /** Writes all lines for a program; what is not known is null. */
  public static ObjectNode json(List<StatusLine> lines, int queued) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode campaigns = root.putArray("campaigns");
    lines.forEach(line -> line.writeJson(campaigns.addObject()));
    return root.put("queued_commands", queued);
  }

  private void writeJson(ObjectNode node) {
    node.put("campaign", campaign).put("configured", settings.isPresent());
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
    CertificateFile.writeFigures(
        node, report.map(CampaignReport::figures).orElse(HelpFigures.NONE));
    matching()
        .ifPresentOrElse(
            m -> m.writeJson(node.putObject("matching")), () -> node.putNull("matching"));
  }
}

package org.entraide.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.MatchingReport;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Policy;
import org.entraide.people.word.Category;
import org.entraide.plan.introduction.Introduction;
import org.entraide.text.Message;

/** Campaigns of which the journal knows something, for tests of {@code status}. */
final class StatusFixture {

  static final Instant NOW = CliRun.NOW;

  private StatusFixture() {}

  /** Writes the configuration of two campaigns, londres and dublin. */
  static String configuration(Path directory) throws IOException {
    return Files.writeString(
            directory.resolve("entraide.toml"),
            """
            [google]
            credentials = "credentials.json"
            [campaigns.londres]
            title = "Entraide des Français de Londres"
            spreadsheet = "1Sheet"
            delegate = "delegue@example.org"
            [campaigns.dublin]
            spreadsheet = "2Sheet"
            delegate = "delegue@example.org"
            """)
        .toString();
  }

  static CampaignReport report(String campaign, String trouble) {
    return report(campaign, trouble, Optional.empty());
  }

  static CampaignReport report(String campaign, String trouble, Optional<MatchingReport> matching) {
    return new CampaignReport(
        campaign,
        NOW.minusMillis(12_345),
        trouble.isEmpty() ? Optional.of(NOW.minusMillis(12_345)) : Optional.empty(),
        trouble.isEmpty() ? List.of() : List.of(Message.plain(trouble)),
        Map.of("status.waiting", 12L, "status.draft_ready", 3L, "answers", 15L),
        matching);
  }

  static Introduction draft(String ref, String mailbox) {
    return Introduction.begun(ref, "7KQ47", "0B3DR", Set.of(Category.SHOPPING), 1.0, mailbox, NOW)
        .drafted("d", "m", "t");
  }

  static MatchingReport matching(Policy policy, long blocking, Alternative... others) {
    Map<Policy, Alternative> byPolicy = new EnumMap<>(Policy.class);
    List<Policy> names = Stream.of(Policy.values()).filter(it -> it != policy).toList();
    for (int i = 0; i < others.length; i++) {
      byPolicy.put(names.get(i), others[i]);
    }
    return new MatchingReport(
        "k1",
        NOW.minusSeconds(90),
        45,
        50,
        46,
        "by augmenting paths",
        blocking,
        policy,
        others.length == 0
            ? Optional.empty()
            : Optional.of(
                new MatchingReport.Alternatives("k0", NOW.minusSeconds(4000), 44, byPolicy)));
  }
}

package org.entraide.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.config.CampaignSettings;
import org.entraide.group.Leases;
import org.entraide.journal.server.ServerInspection;
import org.entraide.journal.sqlite.JournalInspection;
import org.entraide.plan.introduce.FormerDelegates;
import org.entraide.text.Message;

/** Examines the journal: whether it is whole, and when each campaign last had its turn. */
public final class JournalVisit {

  /** Quiet campaigns have their turn every five minutes. */
  private static final Duration LATE = Duration.ofHours(1);

  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final Message ABOUT = Message.of("doctor.about.journal");
  private static final Message GROUP = Message.of("doctor.about.group");
  private static final long KILOBYTE = 1024;
  private static final String SERVERS =
      "jdbc:postgresql://one,two/entraide?targetServerType=primary";

  private JournalVisit() {}

  /** What a look through all of it found. */
  public static DoctorFinding whole(JournalInspection inspection) {
    Message what =
        Message.of("doctor.journal.sqlite")
            .with("file", inspection.file().toString())
            .with("format", String.valueOf(inspection.format()))
            .with("kilobytes", inspection.bytes() / KILOBYTE)
            .with("version", inspection.sqlite());
    return inspection.damage().isEmpty()
        ? DoctorFinding.good(ABOUT, Message.of("doctor.journal.whole").with("journal", what))
        : DoctorFinding.bad(
            ABOUT,
            Message.of("doctor.journal.damaged")
                .with("journal", what)
                .with("damage", String.join("; ", inspection.damage())),
            Message.of("doctor.journal.damaged.fix"),
            DoctorFinding.Consequence.FAILURE);
  }

  /** What a look at its database server found. */
  public static List<DoctorFinding> server(ServerInspection inspection) {
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.good(
            ABOUT,
            Message.of("doctor.journal.postgresql")
                .with("place", inspection.place())
                .with("format", String.valueOf(inspection.format()))
                .with("kilobytes", inspection.bytes() / KILOBYTE)
                .with("version", inspection.postgres())));
    if (!inspection.sure()) {
      findings.add(unsure(inspection.encrypted()));
    }
    if (inspection.replica()) {
      findings.add(
          DoctorFinding.bad(
              ABOUT,
              Message.of("doctor.journal.replica"),
              Message.of("doctor.journal.replica.fix").with("example", SERVERS),
              DoctorFinding.Consequence.FAILURE));
    }
    if (inspection.ahead().abs().compareTo(SKEW) > 0) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              Message.of("doctor.journal.clocks")
                  .with("seconds", String.valueOf(inspection.ahead().abs().toSeconds())),
              Message.of("doctor.journal.clocks.fix")));
    }
    return findings;
  }

  private static DoctorFinding unsure(boolean encrypted) {
    return DoctorFinding.warning(
        ABOUT,
        Message.of(encrypted ? "doctor.journal.unproven" : "doctor.journal.unencrypted"),
        Message.of("doctor.journal.unproven.fix"));
  }

  /** Which daemons are at work. */
  public static List<DoctorFinding> group(Leases.GroupState state) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (Leases.GroupMember member : state.members()) {
      long campaigns =
          state.campaignLeases().stream().filter(it -> it.owner().equals(member.id())).count();
      findings.add(
          DoctorFinding.good(
              GROUP,
              Message.of("doctor.group.member")
                  .with("name", member.name())
                  .with("version", member.version())
                  .with("count", campaigns)));
    }
    long versions = state.members().stream().map(Leases.GroupMember::version).distinct().count();
    if (versions > 1) {
      findings.add(
          DoctorFinding.warning(
              GROUP, Message.of("doctor.group.versions"), Message.of("doctor.group.versions.fix")));
    }
    if (state.members().isEmpty()) {
      findings.add(
          DoctorFinding.warning(
              GROUP, Message.of("doctor.group.nobody"), Message.of("doctor.group.nobody.fix")));
    }
    return findings;
  }

  /**
   * When campaigns last had their turn, and what waits for the daemon.
   *
   * @param campaigns of the configuration, by their names
   */
  public static List<DoctorFinding> turns(Journal journal, List<String> campaigns, Instant now) {
    List<DoctorFinding> findings = new ArrayList<>();
    journal.reports().stream()
        .filter(report -> campaigns.contains(report.campaign()))
        .forEach(report -> findings.add(turn(report, now)));
    int queued = journal.queuedCommands().size();
    if (queued > 0) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              Message.of("doctor.journal.queued").with("count", queued),
              Message.of("doctor.journal.queued.fix")));
    }
    return findings;
  }

  /** Drafts that lie with a delegate whom the configuration no longer names. */
  public static List<DoctorFinding> formerDelegates(
      Journal journal, List<CampaignSettings> campaigns) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (CampaignSettings campaign : campaigns) {
      FormerDelegates.drafts(
              journal.memory(campaign.name()).introductions().values(), campaign.mailboxes())
          .values()
          .forEach(drafts -> findings.add(formerDelegate(campaign, drafts)));
    }
    return findings;
  }

  private static DoctorFinding formerDelegate(CampaignSettings campaign, List<String> drafts) {
    return DoctorFinding.warning(
        Message.of("doctor.about.former").with("campaign", campaign.name()),
        Message.of("doctor.former").with("refs", String.join(", ", drafts)),
        Message.of("doctor.former.fix").with("campaign", campaign.name()));
  }

  private static DoctorFinding turn(Journal.CampaignReport report, Instant now) {
    Message about = Message.of("doctor.about.cycle").with("campaign", report.campaign());
    Duration ago = Duration.between(report.lastCycle(), now);
    String when = report.lastCycle().toString().substring(0, 16) + "Z";
    Optional<Message> trouble =
        report.troubles().stream()
            .reduce(
                (first, second) ->
                    Message.of("doctor.cycle.troubles")
                        .with("first", first)
                        .with("second", second));
    if (trouble.isPresent()) {
      return DoctorFinding.warning(
          about,
          Message.of("doctor.cycle.trouble").with("at", when).with("trouble", trouble.get()),
          Message.of("doctor.cycle.trouble.fix"));
    }
    return ago.compareTo(LATE) > 0
        ? DoctorFinding.warning(
            about,
            Message.of("doctor.cycle.late")
                .with("at", when)
                .with("hours", String.valueOf(ago.toHours())),
            Message.of("doctor.cycle.late.fix"))
        : DoctorFinding.good(about, Message.of("doctor.cycle.good").with("at", when));
  }
}

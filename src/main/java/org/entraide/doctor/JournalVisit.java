package org.entraide.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.config.CampaignSettings;
import org.entraide.group.Leases;
import org.entraide.journal.server.ServerInspection;
import org.entraide.journal.sqlite.JournalInspection;
import org.entraide.plan.introduce.FormerDelegates;

/** Examines the journal: whether it is whole, and when each campaign last had its turn. */
public final class JournalVisit {

  /** Quiet campaigns have their turn every five minutes. */
  private static final Duration LATE = Duration.ofHours(1);

  private static final Duration SKEW = Duration.ofSeconds(30);

  private static final String ABOUT = "journal";

  private JournalVisit() {}

  /** What a look through all of it found. */
  public static DoctorFinding whole(JournalInspection found) {
    String what =
        String.format(
            Locale.ROOT,
            "%s, format %d, %,d KB, SQLite %s",
            found.file(),
            found.format(),
            found.bytes() / 1024,
            found.sqlite());
    return found.damage().isEmpty()
        ? DoctorFinding.good(ABOUT, "in order; " + what)
        : DoctorFinding.bad(
            ABOUT,
            what + ": damaged: " + String.join("; ", found.damage()),
            "Stop the daemon, move journal.db away together with journal.db-wal and"
                + " journal.db-shm, then restore a backup, or start without one: the sheet and the"
                + " mailbox are enough to continue.",
            DoctorFinding.Consequence.FAILURE);
  }

  /** What a look at its database server found. */
  public static List<DoctorFinding> server(ServerInspection found) {
    List<DoctorFinding> findings = new ArrayList<>();
    findings.add(
        DoctorFinding.good(
            ABOUT,
            String.format(
                Locale.ROOT,
                "%s, format %d, %,d KB, PostgreSQL %s",
                found.place(),
                found.format(),
                found.bytes() / 1024,
                found.postgres())));
    if (!found.sure()) {
      findings.add(unsure(found.encrypted()));
    }
    if (found.replica()) {
      findings.add(
          DoctorFinding.bad(
              ABOUT,
              "this server is a replica, which cannot be written to",
              "Name the primary server, or all of them: jdbc:postgresql://one,two/entraide"
                  + "?targetServerType=primary",
              DoctorFinding.Consequence.FAILURE));
    }
    if (found.ahead().abs().compareTo(SKEW) > 0) {
      findings.add(
          DoctorFinding.warning(
              ABOUT,
              "the database's clock and this machine's differ by "
                  + found.ahead().abs().toSeconds()
                  + " s",
              "Leases go by the database's clock alone; let both machines set theirs by NTP"));
    }
    return findings;
  }

  private static DoctorFinding unsure(boolean encrypted) {
    return DoctorFinding.warning(
        ABOUT,
        encrypted
            ? "another machine could answer in the database's place, and get its password"
            : "what is sent to the database, its password too, is not encrypted",
        "Take sslmode and ssl out of the key \"journal\" under [state], which then means"
            + " verify-full; the server needs a certificate, which sslrootcert or Java"
            + " vouches for");
  }

  /** Which daemons are at work. */
  public static List<DoctorFinding> group(Leases.State state) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (Leases.Member member : state.members()) {
      long campaigns =
          state.holdings().stream().filter(it -> it.owner().equals(member.id())).count();
      findings.add(
          DoctorFinding.good(
              "group",
              "%s, version %s, campaigns: %d"
                  .formatted(member.name(), member.version(), campaigns)));
    }
    long versions = state.members().stream().map(Leases.Member::version).distinct().count();
    if (versions > 1) {
      findings.add(
          DoctorFinding.warning(
              "group", "daemons of different versions are at work", "Upgrade the others, too"));
    }
    if (state.members().isEmpty()) {
      findings.add(
          DoctorFinding.warning("group", "no daemon is at work", "Start one: entraide run"));
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
    int queued = journal.queued().size();
    if (queued > 0) {
      findings.add(
          DoctorFinding.warning(
              ABOUT, "commands that wait for the daemon: " + queued, "Start it: entraide run"));
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
        campaign.name() + " former delegate",
        "drafts of a delegate who is no longer configured: " + String.join(", ", drafts),
        "Let that delegate send them or throw them away (the dashboard says whose mailbox it is),"
            + " or put the address back under [[campaigns.%s.delegates]]"
                .formatted(campaign.name()));
  }

  private static DoctorFinding turn(Journal.CampaignReport report, Instant now) {
    String about = report.campaign() + " last cycle";
    Duration ago = Duration.between(report.lastCycle(), now);
    String when = report.lastCycle().toString().substring(0, 16) + "Z";
    Optional<String> trouble = Optional.of(report.trouble()).filter(text -> !text.isEmpty());
    if (trouble.isPresent()) {
      return DoctorFinding.warning(
          about, when + ", with trouble: " + trouble.get(), "See: entraide status");
    }
    return ago.compareTo(LATE) > 0
        ? DoctorFinding.warning(
            about,
            "%s, %d h ago".formatted(when, ago.toHours()),
            "Start the daemon where it does not run: entraide run")
        : DoctorFinding.good(about, when + ", without trouble");
  }
}

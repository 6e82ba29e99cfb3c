package org.entraide.campaign.cycle;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entraide.campaign.decide.JournalPlanner;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.gateway.PersonLocator;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.MailboxObserver;
import org.entraide.campaign.mail.MailboxPosition;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.ErasureCommands;
import org.entraide.campaign.port.InstallationIdentity;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.MailCursor;
import org.entraide.campaign.port.MailObservation;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Snapshot;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.introduction.Correspondence;
import org.entraide.plan.introduction.Introduction;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.table.WorkbookHash;

/**
 * Finds out cheaply that nothing happened in a campaign: a pass that sees the same as earlier
 * passes without work ends after its read of the sheet and of each mailbox. Any doubt, and any
 * failure, is left to a whole pass.
 *
 * <p>Two whole passes in a row must have had nothing to do over the same sheet where the first
 * journalled anything: the second may act upon that.
 */
final class IdleDetector {

  private final String campaign;
  private final Ports ports;
  private final InstallationIdentity identity;
  private final Optional<Duration> followUp;
  private final PersonLocator places;
  private final MailboxObserver mailboxObserver;
  private Supplier<Optional<DashboardFacts.Policies>> advice = Optional::empty;
  private Optional<IdleSnapshot> snapshotBefore = Optional.empty();
  private Optional<IdleSnapshot> lastSnapshot = Optional.empty();
  private Optional<ShownSheet> shown = Optional.empty();
  private String digest = Snapshot.NO_DIGEST; // of what this pass read

  /**
   * Whether {@link #lastSnapshot} may spare a pass its work: two whole passes agreed on it, or the
   * one that made it journalled nothing.
   */
  private boolean isConfirmed;

  /**
   * What a read of the sheet showed in which {@link #lastSnapshot} found nothing new.
   *
   * @param time of the sign of life; empty where that counts like any other cell
   */
  record ShownSheet(String digest, String locale, ZoneId zone, Cell time) {

    static ShownSheet in(String digest, Workbook workbook, Optional<Change.SetNumber> sign) {
      Cell time = sign.map(it -> cell(workbook, it)).orElse(Cell.EMPTY);
      return new ShownSheet(digest, workbook.locale(), workbook.zone(), time);
    }
  }

  /**
   * A pass that found nothing new.
   *
   * @param plan to remember how far mailboxes were read, and to show the sign of life
   * @param quiet what is known after it
   */
  record IdlePass(Plan plan, IdleSnapshot quiet, ShownSheet shown) {
    /** What such a pass reports. */
    CycleReport report() {
      return new CycleReport(true, List.of(), false, List.of(), quiet.counts(), Optional.empty())
          .of(CycleReport.Extent.WHOLE);
    }

    /** The locale in which the sheet writes numbers and days. */
    String locale() {
      return shown.locale();
    }
  }

  /**
   * @param followUp after how long a silent letter is followed up; empty for never
   */
  IdleDetector(
      String campaign,
      Ports ports,
      InstallationIdentity identity,
      Optional<Duration> followUp,
      PersonLocator places,
      MailboxObserver mailboxObserver) {
    this.campaign = campaign;
    this.ports = ports;
    this.identity = identity;
    this.followUp = followUp;
    this.places = places;
    this.mailboxObserver = mailboxObserver;
  }

  /** Sets who says what other policies would change, for the dashboard. */
  void setAdvice(Supplier<Optional<DashboardFacts.Policies>> policies) {
    advice = policies;
  }

  /** What other policies would change, as of now. */
  Optional<DashboardFacts.Policies> advice() {
    return advice.get();
  }

  /** The digest of a read that need not be interpreted again; there may be none. */
  String knownDigest() {
    return isConfirmed
        ? shown.map(ShownSheet::digest).orElse(Snapshot.NO_DIGEST)
        : Snapshot.NO_DIGEST;
  }

  /** Forgets the digest of this pass's first read: the pass reads the sheet a second time. */
  void forgetDigest() {
    digest = Snapshot.NO_DIGEST;
  }

  /** Forgets what the last pass saw: the next one is made as if it was the first. */
  void forgetLastPass() {
    lastSnapshot = Optional.empty();
    shown = Optional.empty();
    isConfirmed = false;
  }

  /**
   * Looks whether a pass found anything new.
   *
   * @param snapshot as it was read just now
   * @return the pass that found nothing; empty where a whole one has to be made
   */
  Optional<IdlePass> look(Snapshot snapshot) {
    mailboxObserver.forgetPeeks();
    digest = snapshot.digest();
    Optional<IdleSnapshot> quiet = isConfirmed ? lastSnapshot : Optional.empty();
    Optional<ShownSheet> shownBefore = shown;
    snapshotBefore =
        isConfirmed
            ? Optional.empty()
            : lastSnapshot; // else a pass that time alone asked for counts as the second
    forgetLastPass(); // whatever happens to this pass
    return quiet.flatMap(it -> look(it, shownBefore, snapshot));
  }

  /** Takes note that the plan of a pass that found nothing new was applied. */
  void noteApplied(IdlePass idle) {
    lastSnapshot = Optional.of(idle.quiet());
    shown = Optional.of(idle.shown());
    isConfirmed = true;
    mailboxObserver.forgetPeeks();
  }

  private Optional<IdlePass> look(
      IdleSnapshot quiet, Optional<ShownSheet> shownBefore, Snapshot snapshot) {
    Instant now = ports.clock().instant();
    Optional<ShownSheet> sheet =
        quiet.holdsAt(now) ? shownIfUnchanged(quiet, shownBefore, snapshot) : Optional.empty();
    if (sheet.isEmpty()
        || !quiet.advice().equals(advice.get())
        || !places.areFinal()
        || !ErasureCommands.peopleToErase(ports.journal().queuedCommands(), campaign).isEmpty()
        || !ports.form().map(FormReader::isUnchanged).orElse(true)) {
      return Optional.empty();
    }
    Optional<Heartbeat.SignOfLife> signOfLife = signOfLife(quiet, sheet.get(), now);
    boolean signs = identity.signs() && Heartbeat.isDue(signOfLife, identity.installation(), now);
    if ((identity.signs() && signOfLife.isEmpty()) || (signs && quiet.sign().isEmpty())) {
      return Optional.empty();
    }
    Optional<List<MailboxPosition>> positions = look(quiet.mailboxes());
    if (positions.isEmpty()) {
      return Optional.empty();
    }
    Plan plan =
        JournalPlanner.notes(JournalNotes.ofCursors(moved(quiet.mailboxes(), positions.get())));
    if (signs) {
      Instant at = Heartbeat.next(signOfLife, identity.installation(), now).at();
      plan =
          plan.then(
              Plan.of(
                  new SheetEffect.SignOfLife(
                      Heartbeat.change(quiet.sign().orElseThrow(), at, sheet.get().zone()))));
    }
    return Optional.of(new IdlePass(plan, quiet.with(positions.get()), sheet.get()));
  }

  /** What a sheet without news shows; empty for any other. */
  private static Optional<ShownSheet> shownIfUnchanged(
      IdleSnapshot quiet, Optional<ShownSheet> shownBefore, Snapshot snapshot) {
    return shownBefore.filter(it -> snapshot.is(it.digest())).isPresent()
        ? shownBefore
        : Optional.of(snapshot.workbook())
            .filter(quiet::shows)
            .map(workbook -> ShownSheet.in(snapshot.digest(), workbook, quiet.sign()));
  }

  /** Our own sign of life as it is now; empty where it is none. */
  private Optional<Heartbeat.SignOfLife> signOfLife(
      IdleSnapshot quiet, ShownSheet sheet, Instant now) {
    Optional<Heartbeat.SignOfLife> signed =
        quiet.sign().isEmpty()
            ? quiet.signOfLife() // then its time is among what did not change
            : quiet.signOfLife().flatMap(last -> signOfLife(last, sheet, now));
    return signed.filter(
        it ->
            Heartbeat.claim(Optional.of(it), identity.installation(), now) == Heartbeat.Claim.OURS);
  }

  private static Optional<Heartbeat.SignOfLife> signOfLife(
      Heartbeat.SignOfLife last, ShownSheet sheet, Instant now) {
    return Heartbeat.at(sheet.time(), sheet.zone(), now)
        .map(at -> new Heartbeat.SignOfLife(last.installation(), at, last.signedOff()));
  }

  private static Cell cell(Workbook workbook, Change.SetNumber sign) {
    return workbook
        .tab(sign.sheetId())
        .map(Tab::rows)
        .filter(rows -> sign.row() < rows.size())
        .map(rows -> rows.get(sign.row()))
        .filter(row -> row.index() == sign.row())
        .orElse(new Row(sign.row(), List.of()))
        .cell(sign.column());
  }

  /**
   * @return the mailboxes with their present positions; empty where something happened to a letter,
   *     or one does not say
   */
  private Optional<List<MailboxPosition>> look(List<MailboxPosition> mailboxes) {
    List<MailboxPosition> positions = new ArrayList<>();
    for (MailboxPosition mailbox : mailboxes) {
      Optional<Mailbox.Changes> changes =
          mailboxObserver
              .peek(mailbox.address(), mailbox.position())
              .filter(mailbox::isUntouchedBy);
      if (changes.isEmpty()) {
        return Optional.empty();
      }
      positions.add(mailbox.movedTo(changes.get().position()));
    }
    return Optional.of(positions);
  }

  /** The positions of mailboxes that have changed, by a hash of the address. */
  private static Map<String, MailCursor> moved(
      List<MailboxPosition> positionsBefore, List<MailboxPosition> positionsNow) {
    Map<String, MailCursor> moved = new HashMap<>();
    for (int i = 0; i < positionsNow.size(); i++) {
      MailboxPosition mailbox = positionsNow.get(i);
      if (!mailbox.position().equals(positionsBefore.get(i).position())) {
        moved.put(
            Correspondence.hash(mailbox.address()), MailCursor.NEW.movedTo(mailbox.position()));
      }
    }
    return moved;
  }

  /**
   * Takes note of a whole pass.
   *
   * @param shownPolicies what other policies would change, as the dashboard shows it
   * @param mends whether the next pass has repairs to make first
   */
  void remember(
      Observation observation,
      OwnTabsUpdate ownTabs,
      Optional<DashboardFacts.Policies> shownPolicies,
      CycleReport report,
      boolean mends) {
    boolean idle =
        report.quiet()
            && !report.again()
            && report.troubles().isEmpty()
            && report.decision().isPresent()
            && !mends
            && places.areFinal()
            && NextDue.isSettled(observation)
            && (identity.signs()
                || observation.signOfLife().map(Heartbeat.SignOfLife::signedOff).orElse(true));
    if (!idle) {
      return;
    }
    Optional<Change.SetNumber> sign = identity.signs() ? ownTabs.nextSign() : Optional.empty();
    IdleSnapshot quiet =
        new IdleSnapshot(
            WorkbookHash.of(observation.workbook(), sign),
            sign,
            observation.signOfLife(),
            watched(observation),
            shownPolicies,
            report.counts(),
            observation.now(),
            NextDue.after(observation, sign.isPresent(), followUp));
    isConfirmed =
        snapshotBefore.filter(quiet::agreesWith).isPresent()
            || ports.journal().memory(campaign).equals(observation.memory());
    lastSnapshot = Optional.of(quiet);
    shown = Optional.of(ShownSheet.in(digest, observation.workbook(), sign));
  }

  private static List<MailboxPosition> watched(Observation observation) {
    MailObservation mail = observation.mail();
    List<MailboxPosition> watched = new ArrayList<>();
    for (String address : mail.watchedMailboxes()) {
      Set<String> letters = new HashSet<>();
      for (Introduction i : mail.introductions().values()) {
        if (i.mailbox().equals(address)) {
          letters.add(String.valueOf(i.threadId()));
          letters.add(String.valueOf(i.messageId()));
        }
      }
      MailCursor cursor = mail.cursors().getOrDefault(Correspondence.hash(address), MailCursor.NEW);
      watched.add(new MailboxPosition(address, cursor.position(), letters));
    }
    return watched;
  }
}

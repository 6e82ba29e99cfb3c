package org.entraide.campaign.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.mail.MailboxPosition;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.table.Change;
import org.entraide.table.Workbook;
import org.entraide.table.WorkbookHash;

/**
 * What a pass without work saw. A pass that sees the same, before {@link NextDue}, has no work
 * either, and need not interpret the rows. Pure; hashes and references only, so that nothing of the
 * answers outlives a pass.
 *
 * @param sheet a hash of the whole spreadsheet but the time of the sign of life
 * @param sign the cell of that time; empty where it counts like any other cell
 * @param signOfLife the sign of life that was there
 * @param mailboxes those that were looked into
 * @param advice what the dashboard shows of other policies
 * @param counts as they were reported
 * @param seenAt when the pass saw it
 * @param until when at the latest everything is to be looked at again, see {@link NextDue}
 */
record IdleSnapshot(
    String sheet,
    Optional<Change.SetNumber> sign,
    Optional<Heartbeat.SignOfLife> signOfLife,
    List<MailboxPosition> mailboxes,
    Optional<DashboardFacts.Policies> advice,
    Map<String, Long> counts,
    Instant seenAt,
    Instant until) {

  IdleSnapshot {
    mailboxes = List.copyOf(mailboxes);
    counts = Map.copyOf(counts);
  }

  /** Whether another pass saw the same sheet, its sign of life apart. */
  boolean agreesWith(IdleSnapshot other) {
    return sheet.equals(other.sheet) && sign.equals(other.sign);
  }

  /** Whether time alone has asked for nothing yet; a clock that was set back is not trusted. */
  boolean holdsAt(Instant now) {
    return !now.isBefore(seenAt) && now.isBefore(until);
  }

  /** Whether a sheet shows nothing new. */
  boolean shows(Workbook workbook) {
    return WorkbookHash.of(workbook, sign).equals(sheet);
  }

  IdleSnapshot with(List<MailboxPosition> mailboxesNow) {
    return new IdleSnapshot(sheet, sign, signOfLife, mailboxesNow, advice, counts, seenAt, until);
  }
}

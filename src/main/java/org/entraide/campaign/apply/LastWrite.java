package org.entraide.campaign.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.campaign.model.Observation;
import org.entraide.plan.layout.RowCheck;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Tab;

/**
 * What was last written beside answers and into the ledger, by which a read of the sheet shows that
 * it is older. From such a read, rows of the ledger would be appended a second time, and references
 * would go to people who have one.
 *
 * <p>What looks like an older read may be one in which organisers deleted those rows, or restored a
 * version of the sheet. So a read is doubted only soon after a write, and not many times.
 */
final class LastWrite {

  /** Google does not say how late a read may be; a minute is much. */
  private static final Duration READS_MAY_BE_OLDER = Duration.ofMinutes(1);

  /** How many reads are doubted after one write. */
  private static final int MOST_DOUBTED = 3;

  /** What is as short and looks like a check may be a day, such as 2/3. */
  private static final int LONGER_THAN_A_DAY = 12;

  /** Checks of the rows that were written: with other words in a row, its check is another, too. */
  private Set<String> checks = Set.of();

  private Instant writtenAt = Instant.MIN;
  private int doubted;

  /** Takes note of what is written now; no answer may come. */
  void note(List<Change> changes, Instant at) {
    Set<String> written =
        changes.stream()
            .flatMap(LastWrite::texts)
            .filter(text -> text.length() > LONGER_THAN_A_DAY && RowCheck.parse(text).isPresent())
            .collect(Collectors.toSet());
    if (!written.isEmpty()) {
      checks = written;
      writtenAt = at;
      doubted = 0;
    }
  }

  private static Stream<String> texts(Change change) {
    if (change instanceof Change.SetCell cell) {
      return Stream.of(cell.text());
    }
    return change instanceof Change.AppendRows appended
        ? appended.rows().stream().flatMap(List::stream)
        : Stream.of();
  }

  /** Takes note that the last write was surely not done: a read tells nothing of it. */
  void forget() {
    checks = Set.of();
  }

  /** Whether what was read is to be doubted, since it has nothing of the last write. */
  boolean isMissingFrom(Observation observation) {
    boolean soon = observation.now().isBefore(writtenAt.plus(READS_MAY_BE_OLDER));
    if (checks.isEmpty() || !soon || doubted >= MOST_DOUBTED || shown(observation)) {
      forget();
      return false;
    }
    doubted++;
    return true;
  }

  private boolean shown(Observation observation) {
    return observation.workbook().tabs().stream()
        .map(Tab::rows)
        .flatMap(List::stream)
        .anyMatch(row -> row.cells().stream().map(Cell::text).anyMatch(checks::contains));
  }
}

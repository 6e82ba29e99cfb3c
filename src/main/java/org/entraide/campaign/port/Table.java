package org.entraide.campaign.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Workbook;

/** One campaign's spreadsheet. */
public interface Table extends SheetAppearance {

  /**
   * Until when no pass should begin, since what may be asked for in a minute is used up; empty if
   * one may now.
   */
  default Optional<Instant> throttledUntil() {
    return Optional.empty();
  }

  /** How long to wait between two passes at least, so that others who share that get theirs. */
  default Duration fairInterval() {
    return Duration.ZERO;
  }

  /**
   * Reads everything in one request: all tabs, values, marks.
   *
   * @throws RemoteFailure if it cannot be read
   */
  Workbook read() throws RemoteFailure;

  /**
   * Reads everything in one request. Where the answer is one that was understood before, it is
   * understood again only when that is asked for.
   *
   * @param knownDigest the digest of that answer, or {@link Snapshot#NO_DIGEST}
   * @throws RemoteFailure if it cannot be read
   */
  default Snapshot snapshot(String knownDigest) throws RemoteFailure {
    return Snapshot.of(read());
  }

  /**
   * Reads some columns of some tabs again, in one request.
   *
   * @param columns by sheet id, the columns from 0
   * @return by sheet id, the rows from the first, the columns not asked for empty; trailing blank
   *     rows may be missing
   * @throws RemoteFailure if it cannot be read
   */
  Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns) throws RemoteFailure;

  /**
   * Reads some columns of some tabs again, in one request, where a few rows matter.
   *
   * @param rows by sheet id, the rows from 0 that must be read beside the header; of a tab that is
   *     not named, all
   * @return like {@link #reread(Map)}; rows that were not asked for may be empty
   * @throws RemoteFailure if it cannot be read
   */
  default Map<Integer, List<Row>> reread(
      Map<Integer, Set<Integer>> columns, Map<Integer, Set<Integer>> rows) throws RemoteFailure {
    return reread(columns);
  }

  /**
   * Writes all changes in one request, together or not at all, and reads some columns back as they
   * stood right after, in the same request: of a tab in which cells are set, the rows from the
   * first such cell to the last, and its whole header.
   *
   * @param readBack by sheet id, the columns to read back; empty for none
   * @return the rows read back, like {@link #reread(Map)}; those that were not are empty
   * @throws RemoteFailure if refused, or if the answer was lost ({@link
   *     RemoteFailure#maybeApplied})
   */
  Map<Integer, List<Row>> write(List<Change> changes, Map<Integer, Set<Integer>> readBack)
      throws RemoteFailure;

  /**
   * Asks for a change that changes nothing.
   *
   * @throws RemoteFailure if nothing may be changed here, or if that cannot be learnt
   */
  void checkWritable() throws RemoteFailure;
}

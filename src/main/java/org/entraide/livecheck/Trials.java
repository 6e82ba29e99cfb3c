package org.entraide.livecheck;

import java.util.List;
import java.util.Optional;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;

/**
 * What only the rehearsal does to a sheet, and a daemon never: its own port has nothing of it. The
 * calls are those that the daemon may make.
 */
public interface Trials {

  /**
   * Marks a row as the daemon marks columns.
   *
   * @param row index from 0
   */
  void markRow(int sheetId, int row, String mark) throws RemoteFailure;

  /** The index of the row that has a mark; empty where none has. */
  Optional<Integer> rowMarked(int sheetId, String mark) throws RemoteFailure;

  /** Has cells offer these words and, as far as the sheet may, take no others. */
  void strictChoices(Area cells, List<String> words) throws RemoteFailure;

  /** Where the <i>Tables</i> of a tab are, as Google calls ranges with a header and types. */
  List<Area> tables(int sheetId) throws RemoteFailure;
}

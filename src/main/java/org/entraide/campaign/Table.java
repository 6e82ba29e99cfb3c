package org.entraide.campaign;

import java.util.List;
import java.util.Set;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Workbook;

/** One campaign's spreadsheet. */
public interface Table {

  /**
   * Reads everything in one request: all tabs, values, marks.
   *
   * @throws RemoteFailure if it cannot be read
   */
  Workbook read() throws RemoteFailure;

  /**
   * Reads some columns of one tab again, in one request.
   *
   * @param columns from 0
   * @return the rows from the first, as wide as the largest column asked for, the others empty
   * @throws RemoteFailure if it cannot be read
   */
  List<Row> reread(int sheetId, Set<Integer> columns) throws RemoteFailure;

  /**
   * Writes all changes in one request, together or not at all, and reads some columns back as they
   * stood right after, in the same request.
   *
   * @param readBack columns of {@code sheetId} to read back; empty for none
   * @return the rows read back, like {@link #reread}
   * @throws RemoteFailure if refused, or if the answer was lost ({@link
   *     RemoteFailure#maybeApplied})
   */
  List<Row> write(List<Change> changes, int sheetId, Set<Integer> readBack) throws RemoteFailure;
}

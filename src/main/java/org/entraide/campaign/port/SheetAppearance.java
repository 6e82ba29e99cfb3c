package org.entraide.campaign.port;

import java.util.Set;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Decorations;

/**
 * How one campaign's spreadsheet looks: read for a repair, and by the one pass that gives a sheet
 * of an earlier version the words of today.
 */
public interface SheetAppearance {

  /**
   * Reads it in one request.
   *
   * @param sheetIds the tabs whose cells are looked at, the first few dozen rows of each; of all
   *     that lies over cells everything is read
   * @throws RemoteFailure if it cannot be read
   */
  Decorations decorations(Set<Integer> sheetIds) throws RemoteFailure;
}

package org.entraide.plan.write;

import java.util.List;
import java.util.Set;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Change;

/** Something that a write hit that was not meant; see {@link MisplacedWrite}. */
public interface WriteHit {

  /**
   * The cells to put back: those that still show what was written over them.
   *
   * @param layout of a new read
   * @param answers its answers
   */
  List<Change> repairs(SheetLayout layout, List<ResponseRow> answers);

  /**
   * Whether all of it is a row's that is not there.
   *
   * @param presentKeys keys of those that are: {@link ResponseRow#key}
   */
  default boolean isOfAbsentRow(Set<String> presentKeys) {
    return false;
  }
}

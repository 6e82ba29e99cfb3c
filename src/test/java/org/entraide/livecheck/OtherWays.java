package org.entraide.livecheck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.port.Table;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Area;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Decorations;
import org.entraide.table.Row;
import org.entraide.table.Workbook;

/**
 * A sheet that does otherwise than the office wherever that knows one way only: a Table that grows,
 * marks of rows that follow a sort, drop-downs that refuse programs.
 */
final class OtherWays implements Trials {

  private final LiveCheck.Scratch scratch;
  private List<Cell> marked = List.of();
  private boolean strict;

  OtherWays(LiveCheck.Scratch scratch) {
    this.scratch = scratch;
  }

  @Override
  public void markRow(int sheetId, int row, String mark) throws RemoteFailure {
    marked =
        rows(sheetId).stream()
            .filter(it -> it.index() == row)
            .findFirst()
            .map(Row::cells)
            .orElseThrow();
  }

  @Override
  public Optional<Integer> rowMarked(int sheetId, String mark) throws RemoteFailure {
    return rows(sheetId).stream()
        .filter(it -> it.cells().equals(marked))
        .findFirst()
        .map(Row::index);
  }

  private List<Row> rows(int sheetId) throws RemoteFailure {
    return scratch.table().read().tab(sheetId).orElseThrow().rows();
  }

  @Override
  public void strictChoices(Area cells, List<String> words) {
    strict = true;
  }

  @Override
  public List<Area> tables(int sheetId) {
    return List.of(Area.whole(sheetId));
  }

  /** The scratch sheet, where a strict drop-down refuses other words. */
  Table table() {
    Table real = scratch.table();
    return new Table() {
      @Override
      public Workbook read() throws RemoteFailure {
        return real.read();
      }

      @Override
      public Map<Integer, List<Row>> reread(Map<Integer, Set<Integer>> columns)
          throws RemoteFailure {
        return real.reread(columns);
      }

      @Override
      public Map<Integer, List<Row>> write(
          List<Change> changes, Map<Integer, Set<Integer>> readBack) throws RemoteFailure {
        if (strict && changes.stream().anyMatch(Change.SetCell.class::isInstance)) {
          throw RemoteFailure.of(RemoteFailure.Kind.REJECTED, "The word is not in the list.");
        }
        return real.write(changes, readBack);
      }

      @Override
      public Decorations decorations(Set<Integer> sheetIds) throws RemoteFailure {
        return real.decorations(sheetIds);
      }

      @Override
      public void checkWritable() throws RemoteFailure {
        real.checkWritable();
      }
    };
  }
}

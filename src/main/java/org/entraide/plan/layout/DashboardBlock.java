package org.entraide.plan.layout;

import org.entraide.table.Area;

/** The blocks of the dashboard, from the top: a title's row, then so many lines. */
public enum DashboardBlock {
  /** The first of the tasks in À faire / To do. */
  TODO(1, 3),
  /** Three lines without a title. */
  LIFE(6, 2),
  WRONG(10, 7),
  /** Fourteen statuses and the sum; beside them ten states, two more counts, two sentences. */
  COUNTS(19, 15),
  SIGNPOST(36, 14),
  /** From here on blocks are where earlier versions had them: charts and formats point there. */
  LONGEST(52, 10),
  ADVICE(64, 8),
  /** A line for each of the needs that there are. */
  NEEDS(74, 13),
  /** Twelve towns and all others. */
  AREAS(89, 13),
  WEEKS(104, 12);

  /** All rows that anything is in. */
  public static final int ROWS = WEEKS.firstRow() + WEEKS.lines();

  private final int row;
  private final int lines;

  DashboardBlock(int row, int lines) {
    this.row = row;
    this.lines = lines;
  }

  /** The row of its title, from 0. */
  public int row() {
    return row;
  }

  public int firstRow() {
    return row + 1;
  }

  public int lines() {
    return lines;
  }

  /** Whether a row is in it, its title's among them. */
  public boolean contains(int index) {
    return index >= row && index <= row + lines;
  }

  /** A column of it, the title's row included, as charts want it. */
  public Area titled(int sheetId, int column) {
    return new Area(sheetId, row, firstRow() + lines, column, column + 1);
  }

  /** A column of it without the title's row. */
  public Area below(int sheetId, int column) {
    return new Area(sheetId, firstRow(), firstRow() + lines, column, column + 1);
  }
}

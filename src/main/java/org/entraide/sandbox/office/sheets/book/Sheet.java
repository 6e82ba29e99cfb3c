package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One tab of a {@link Book} under change: a grid whose rows and columns keep their identity, and
 * what else belongs to the tab. Copying it is cheap, since rows are immutable and shared.
 */
public final class Sheet {

  public static final int DEFAULT_ROWS = 1000;
  public static final int DEFAULT_COLUMNS = 26;

  private final int id;
  private String title;
  private long nextLine;
  private ArrayList<GridRow> rows = new ArrayList<>();
  private ArrayList<GridColumn> columns = new ArrayList<>();
  private ObjectNode properties = JsonNodeFactory.instance.objectNode();
  private ObjectNode gridProperties = JsonNodeFactory.instance.objectNode();
  private SheetGuard guard = SheetGuard.NONE;

  Sheet(int id, String title, int rowCount, int columnCount) {
    this.id = id;
    this.title = title;
    insert(Dimension.ROWS, 0, rowCount);
    insert(Dimension.COLUMNS, 0, columnCount);
  }

  private Sheet(Sheet other, int id, String title) {
    this.id = id;
    this.title = title;
    this.nextLine = other.nextLine;
    this.rows = new ArrayList<>(other.rows);
    this.columns = new ArrayList<>(other.columns);
    this.properties = other.properties;
    this.gridProperties = other.gridProperties;
  }

  public Sheet copy() {
    return new Sheet(this, id, title);
  }

  /** Gives every change to that guard from now on. */
  Sheet guardedBy(SheetGuard other) {
    guard = other;
    return this;
  }

  /** A second tab with the same content; its rows and columns have the same numbers as here. */
  public Sheet duplicate(int newId, String newTitle) {
    return new Sheet(this, newId, newTitle);
  }

  public int id() {
    return id;
  }

  public String title() {
    return title;
  }

  public void rename(String to) {
    title = to;
  }

  public int rowCount() {
    return rows.size();
  }

  public int columnCount() {
    return columns.size();
  }

  public int count(Dimension dimension) {
    return dimension == Dimension.ROWS ? rows.size() : columns.size();
  }

  public GridArea whole() {
    return new GridArea(id, 0, rowCount(), 0, columnCount());
  }

  public List<GridRow> rows() {
    return Collections.unmodifiableList(rows);
  }

  public List<GridColumn> columns() {
    return Collections.unmodifiableList(columns);
  }

  public GridRow row(int index) {
    return rows.get(index);
  }

  public OfficeCell cell(int row, int column) {
    return rows.get(row).cell(column);
  }

  public void set(int row, int column, OfficeCell cell) {
    guard.touch(this, row, column);
    setRow(row, rows.get(row).with(column, cell));
  }

  public void setRow(int index, GridRow row) {
    rows.set(index, guard.admit(this, index, row));
  }

  /** Puts what a formula gives now; that is no edit. */
  public void setCalculated(int index, GridRow row) {
    rows.set(index, row);
  }

  /** Has what lies on shifted cells follow them. */
  public void shifted(LineEdit edit) {
    guard.after(this, edit);
  }

  public void setColumn(int index, GridColumn column) {
    columns.set(index, column);
  }

  /** Restores lines that were here before, identities included. */
  void setLines(List<GridRow> newRows, List<GridColumn> newColumns) {
    rows = new ArrayList<>(newRows);
    columns = new ArrayList<>(newColumns);
  }

  /** Where the row or column of that identity is now, or -1. */
  public int indexOf(Dimension dimension, long line) {
    for (int i = 0; i < count(dimension); i++) {
      if (line(dimension, i) == line) {
        return i;
      }
    }
    return -1;
  }

  public long line(Dimension dimension, int index) {
    return dimension == Dimension.ROWS ? rows.get(index).id() : columns.get(index).id();
  }

  public boolean hasFormulas() {
    for (GridRow row : rows) {
      if (row.hasFormulas()) {
        return true;
      }
    }
    return false;
  }

  /** The index after the last row that shows anything. */
  public int usedRows() {
    int used = rows.size();
    while (used > 0 && rows.get(used - 1).isBlank()) {
      used--;
    }
    return used;
  }

  public void insert(Dimension dimension, int at, int count) {
    LineEdit edit = LineEdit.insert(dimension, at, count);
    guard.before(this, edit);
    insertLines(dimension, at, count);
    guard.after(this, edit);
  }

  private void insertLines(Dimension dimension, int at, int count) {
    if (dimension == Dimension.ROWS) {
      List<GridRow> added = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        added.add(GridRow.empty(nextLine++));
      }
      rows.addAll(at, added);
      return;
    }
    List<GridColumn> added = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      added.add(new GridColumn(nextLine++, null));
    }
    columns.addAll(at, added);
    rows.replaceAll(row -> row.width() <= at ? row : GridLines.widened(row, at, count));
  }

  public void delete(Dimension dimension, int from, int to) {
    LineEdit edit = LineEdit.delete(dimension, from, to);
    guard.before(this, edit);
    deleteLines(dimension, from, to);
    guard.after(this, edit);
  }

  private void deleteLines(Dimension dimension, int from, int to) {
    if (dimension == Dimension.ROWS) {
      rows.subList(from, to).clear();
      return;
    }
    columns.subList(from, to).clear();
    rows.replaceAll(row -> row.width() <= from ? row : GridLines.narrowed(row, from, to));
  }

  /**
   * Moves whole lines, with what is attached to them.
   *
   * @param to where they land, counted before they leave their place
   */
  public void move(Dimension dimension, int from, int end, int to) {
    LineEdit edit = LineEdit.move(dimension, from, end, to);
    guard.before(this, edit);
    moveLines(dimension, from, end, to);
    guard.after(this, edit);
  }

  private void moveLines(Dimension dimension, int from, int end, int to) {
    int width = columns.size();
    if (dimension == Dimension.ROWS) {
      GridLines.move(rows, from, end, to);
    } else {
      GridLines.move(columns, from, end, to);
      rows.replaceAll(
          row -> row.width() <= Math.min(from, to) ? row : moved(row, width, from, end, to));
    }
  }

  private static GridRow moved(GridRow row, int width, int from, int end, int to) {
    List<OfficeCell> cells = new ArrayList<>(List.of(row.cells(width)));
    GridLines.move(cells, from, end, to);
    return row.withCells(cells.toArray(OfficeCell[]::new));
  }

  public ObjectNode properties() {
    return properties;
  }

  public void properties(ObjectNode others) {
    properties = others;
  }

  public boolean isHidden() {
    return properties.path("hidden").asBoolean();
  }

  public ObjectNode gridProperties() {
    return gridProperties;
  }

  public void gridProperties(ObjectNode others) {
    gridProperties = others;
  }
}

package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One tab of a {@link Book} under change: a grid whose rows and columns keep their identity, and
 * what else belongs to the tab. Copying it is cheap, since rows are immutable and shared.
 */
final class Sheet {

  static final int DEFAULT_ROWS = 1000;
  static final int DEFAULT_COLUMNS = 26;

  private final int id;
  private String title;
  private long nextLine;
  private ArrayList<Row> rows = new ArrayList<>();
  private ArrayList<Column> columns = new ArrayList<>();
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

  Sheet copy() {
    return new Sheet(this, id, title);
  }

  /** Has somebody watch over every change from now on. */
  Sheet guardedBy(SheetGuard other) {
    guard = other;
    return this;
  }

  /** A second tab with the same content; its rows and columns have the same numbers as here. */
  Sheet duplicate(int newId, String newTitle) {
    return new Sheet(this, newId, newTitle);
  }

  int id() {
    return id;
  }

  String title() {
    return title;
  }

  void rename(String to) {
    title = to;
  }

  int rowCount() {
    return rows.size();
  }

  int columnCount() {
    return columns.size();
  }

  int count(Dimension dimension) {
    return dimension == Dimension.ROWS ? rows.size() : columns.size();
  }

  GridArea whole() {
    return new GridArea(id, 0, rowCount(), 0, columnCount());
  }

  List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  List<Column> columns() {
    return Collections.unmodifiableList(columns);
  }

  Row row(int index) {
    return rows.get(index);
  }

  Cell cell(int row, int column) {
    return rows.get(row).cell(column);
  }

  void set(int row, int column, Cell cell) {
    guard.touch(this, row, column);
    setRow(row, rows.get(row).with(column, cell));
  }

  void setRow(int index, Row row) {
    rows.set(index, guard.admit(this, index, row));
  }

  /** Puts what a formula gives now; that is no edit. */
  void setCalculated(int index, Row row) {
    rows.set(index, row);
  }

  /** Tells that cells were shifted, so that what lies on them follows. */
  void shifted(LineEdit edit) {
    guard.after(this, edit);
  }

  void setColumn(int index, Column column) {
    columns.set(index, column);
  }

  /** Restores lines that were here before, identities included. */
  void setLines(List<Row> newRows, List<Column> newColumns) {
    rows = new ArrayList<>(newRows);
    columns = new ArrayList<>(newColumns);
  }

  /** Where the row or column of that identity stands now, or -1. */
  int indexOf(Dimension dimension, long line) {
    for (int i = 0; i < count(dimension); i++) {
      if (line(dimension, i) == line) {
        return i;
      }
    }
    return -1;
  }

  long line(Dimension dimension, int index) {
    return dimension == Dimension.ROWS ? rows.get(index).id() : columns.get(index).id();
  }

  boolean hasFormulas() {
    for (Row row : rows) {
      if (row.hasFormulas()) {
        return true;
      }
    }
    return false;
  }

  /** The index after the last row that shows anything. */
  int usedRows() {
    int used = rows.size();
    while (used > 0 && rows.get(used - 1).isBlank()) {
      used--;
    }
    return used;
  }

  void insert(Dimension dimension, int at, int count) {
    LineEdit edit = LineEdit.insert(dimension, at, count);
    guard.before(this, edit);
    insertLines(dimension, at, count);
    guard.after(this, edit);
  }

  private void insertLines(Dimension dimension, int at, int count) {
    if (dimension == Dimension.ROWS) {
      List<Row> added = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        added.add(Row.empty(nextLine++));
      }
      rows.addAll(at, added);
      return;
    }
    List<Column> added = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      added.add(new Column(nextLine++, null));
    }
    columns.addAll(at, added);
    rows.replaceAll(row -> row.width() <= at ? row : Lines.widened(row, at, count));
  }

  void delete(Dimension dimension, int from, int to) {
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
    rows.replaceAll(row -> row.width() <= from ? row : Lines.narrowed(row, from, to));
  }

  /**
   * Moves whole lines, with what is attached to them.
   *
   * @param to where they land, counted before they leave their place
   */
  void move(Dimension dimension, int from, int end, int to) {
    LineEdit edit = LineEdit.move(dimension, from, end, to);
    guard.before(this, edit);
    moveLines(dimension, from, end, to);
    guard.after(this, edit);
  }

  private void moveLines(Dimension dimension, int from, int end, int to) {
    int width = columns.size();
    if (dimension == Dimension.ROWS) {
      Lines.move(rows, from, end, to);
    } else {
      Lines.move(columns, from, end, to);
      rows.replaceAll(
          row -> row.width() <= Math.min(from, to) ? row : moved(row, width, from, end, to));
    }
  }

  private static Row moved(Row row, int width, int from, int end, int to) {
    List<Cell> cells = new ArrayList<>(List.of(row.cells(width)));
    Lines.move(cells, from, end, to);
    return row.withCells(cells.toArray(Cell[]::new));
  }

  ObjectNode properties() {
    return properties;
  }

  void properties(ObjectNode others) {
    properties = others;
  }

  boolean hidden() {
    return properties.path("hidden").asBoolean();
  }

  ObjectNode gridProperties() {
    return gridProperties;
  }

  void gridProperties(ObjectNode others) {
    gridProperties = others;
  }
}

package org.entraide.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * A table of what is true, from another source than the gazetteer under test: tab-separated lines;
 * those that begin with # say where it comes from.
 */
@NullMarked
final class TruthTable {

  /**
   * @param number the line in its file, from 1
   */
  record TruthRow(String file, int number, List<String> cells) {

    String cell(int column) {
      return cells.get(column);
    }

    long whole(int column) {
      try {
        return Long.parseLong(cell(column));
      } catch (NumberFormatException e) {
        throw mistake("column " + (column + 1) + " is not a whole number");
      }
    }

    /** The point in two columns, latitude first. */
    GeoPoint point(int column) {
      return point(cell(column), cell(column + 1));
    }

    GeoPoint point(String latitude, String longitude) {
      try {
        return new GeoPoint(Double.parseDouble(latitude), Double.parseDouble(longitude));
      } catch (IllegalArgumentException e) {
        throw mistake("not a place on earth: " + latitude + "," + longitude);
      }
    }

    IllegalArgumentException mistake(String what) {
      return new IllegalArgumentException("%s, line %d: %s".formatted(file, number, what));
    }
  }

  private TruthTable() {}

  /**
   * Reads a table that lies beside this class.
   *
   * @throws IllegalArgumentException if a line has not this number of cells
   */
  static List<TruthRow> read(String file, int columns) {
    try (InputStream in = TruthTable.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException("No table " + file);
      }
      return rows(file, columns, new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<TruthRow> rows(String file, int columns, InputStreamReader reader) {
    List<TruthRow> rows = new ArrayList<>();
    int number = 0;
    for (String line : new BufferedReader(reader).lines().toList()) {
      number++;
      if (!line.startsWith("# ")) { // "#N/A" is something that people type
        TruthRow row = new TruthRow(file, number, List.of(line.split("\t", -1)));
        if (row.cells().size() != columns) {
          throw row.mistake(row.cells().size() + " cells instead of " + columns);
        }
        rows.add(row);
      }
    }
    return List.copyOf(rows);
  }
}

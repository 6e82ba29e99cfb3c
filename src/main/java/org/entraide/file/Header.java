package org.entraide.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which column of a file holds what: its first row names them, in any order. */
public final class Header {

  private final List<String> names;
  private final int[] cellOf;
  private final int needed;
  private final int columns;

  private Header(List<String> names, int[] cellOf, int needed, int columns) {
    this.names = names;
    this.cellOf = cellOf;
    this.needed = needed;
    this.columns = columns;
  }

  /**
   * Reads the first row.
   *
   * @param required columns that must be there
   * @param optional columns that may be
   * @throws FileProblem if one is missing or there twice
   */
  public static Header read(
      String file,
      CsvReader csv,
      boolean present,
      List<String> required,
      List<String> optional,
      RowFindings findings)
      throws FileProblem {
    refuseUnreadable(file, csv, present, required);
    List<String> names = new ArrayList<>(required);
    names.addAll(optional);
    int[] cellOf = new int[names.size()];
    Arrays.fill(cellOf, -1);
    List<Integer> unknown = new ArrayList<>();
    for (int cell = 0; cell < csv.cells(); cell++) {
      int field = names.indexOf(name(csv, cell));
      if (field < 0) {
        unknown.add(cell);
      } else if (cellOf[field] >= 0) {
        throw new FileProblem(
            file,
            csv.line(cell),
            csv.column(cell),
            "column \"" + names.get(field) + "\" is there twice");
      } else {
        cellOf[field] = cell;
      }
    }
    refuseMissing(file, csv, required, cellOf, unknown);
    tellUnread(file, csv, unknown, findings);
    return new Header(List.copyOf(names), cellOf, needed(cellOf, required.size()), csv.cells());
  }

  private static void tellUnread(
      String file, CsvReader csv, List<Integer> unknown, RowFindings findings) {
    for (int cell : unknown) {
      if (csv.end(cell) > csv.start(cell)) {
        findings.report(
            "%s:%d:%d: column %s is not known and not read"
                .formatted(file, csv.line(cell), csv.column(cell), ShownText.cell(csv, cell)));
      }
    }
  }

  private static void refuseUnreadable(
      String file, CsvReader csv, boolean present, List<String> required) throws FileProblem {
    if (csv.looksLikeUtf16()) {
      throw new FileProblem(file, 1, 1, "this is UTF-16; save the file as UTF-8");
    }
    if (!present) {
      String expected = String.join(",", required);
      throw new FileProblem(file, 1, 1, "the file is empty; its first line must be " + expected);
    }
    CsvReader.Fault fault = csv.fault();
    if (fault != null) {
      throw new FileProblem(file, fault.line(), fault.column(), fault.cause());
    }
  }

  private static String name(CsvReader csv, int cell) {
    return ShownText.text(csv.bytes(), csv.start(cell), csv.end(cell))
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static void refuseMissing(
      String file, CsvReader csv, List<String> required, int[] cellOf, List<Integer> unknown)
      throws FileProblem {
    List<String> missing = new ArrayList<>();
    for (int field = 0; field < required.size(); field++) {
      if (cellOf[field] < 0) {
        missing.add("\"" + required.get(field) + "\"");
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    String cause =
        (missing.size() == 1 ? "there is no column " : "there are no columns ")
            + String.join(", ", missing);
    if (!unknown.isEmpty()) {
      cause +=
          unknown.stream()
              .limit(10)
              .map(cell -> ShownText.cell(csv, cell))
              .collect(Collectors.joining(", ", "; not known: ", ""));
    }
    if (csv.cells() == 1) {
      cause += "; columns are separated by commas";
    }
    throw new FileProblem(file, csv.line(0), 1, cause);
  }

  private static int needed(int[] cellOf, int required) {
    int last = 0;
    for (int field = 0; field < required; field++) {
      last = Math.max(last, cellOf[field]);
    }
    return last + 1;
  }

  /** The cell that holds a field, numbered as in the lists that were asked for; -1 for none. */
  public int cellOf(int field) {
    return cellOf[field];
  }

  public String name(int field) {
    return names.get(field);
  }

  /** How many cells a row must have at least. */
  public int needed() {
    return needed;
  }

  /** How many cells the first row has. */
  public int columns() {
    return columns;
  }
}

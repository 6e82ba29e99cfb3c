package org.entraide.matchfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.file.CsvReader;
import org.entraide.file.FileProblem;
import org.entraide.file.Header;
import org.entraide.file.RowCells;
import org.entraide.file.RowFindings;
import org.entraide.file.ShownText;

/** Reads {@code GROUPS.csv}. */
public final class GroupsFile {

  private static final List<String> REQUIRED = List.of("group", "capacity");

  private static final int GROUP = 0;
  private static final int CAPACITY = 1;

  /** An empty cell: the group has no common limit. */
  private static final int NO_LIMIT = -1;

  private GroupsFile() {}

  /**
   * What is in the file.
   *
   * @param limits of its good rows: how many people the helpers of a group help together at most
   * @param rows how many there were
   * @param bad how many of them are left out
   */
  public record GroupsResult(Map<String, Integer> limits, long rows, long bad) {

    /** No file: no group has a limit. */
    public static final GroupsResult NONE = new GroupsResult(Map.of(), 0, 0);
  }

  /**
   * Reads all lines. Of two rows with one group the first good one stays. A group in which nobody
   * is may be a slip of the pen, and is reported; its row is no bad one.
   *
   * @param file its name in findings
   * @param groups in which somebody is
   * @throws FileProblem if it is not such a file
   */
  public static GroupsResult read(
      String file, InputStream in, Set<String> groups, RowFindings findings)
      throws IOException, FileProblem {
    try (CsvReader csv = new CsvReader(in)) {
      Header header = Header.read(file, csv, csv.next(), REQUIRED, List.of(), findings);
      RowCells cells = new RowCells(file, csv, header, findings);
      Map<String, Integer> limits = new HashMap<>();
      Set<String> read = new HashSet<>();
      while (cells.next()) {
        String group = cells.text(GROUP);
        int capacity = cells.integer(CAPACITY, NO_LIMIT, 0);
        if (read.contains(group)) {
          cells.refuse(GROUP, "another row has the same");
        }
        if (cells.isBad()) {
          continue;
        }
        read.add(group);
        if (!groups.contains(group)) {
          cells.remark(GROUP, ShownText.quoted(group) + " is nobody's group among the people read");
        }
        if (capacity != NO_LIMIT) {
          limits.put(group, capacity);
        }
      }
      RowCells.Count count = cells.count();
      return new GroupsResult(limits, count.rows(), count.bad());
    }
  }
}

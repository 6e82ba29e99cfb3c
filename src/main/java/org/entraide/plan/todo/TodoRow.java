package org.entraide.plan.todo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.table.Cell;
import org.entraide.table.LinkFormula;
import org.entraide.table.Row;

/**
 * A row of the tab as it should be.
 *
 * @param kind of its task, or {@link #MORE}
 * @param cells what it says, by column; the link and the check are not among them
 * @param link what it opens
 * @param check what its hidden cell says: {@code kind/hash of everything/hash of the cells/target}
 */
record TodoRow(String kind, Map<TodoColumn, Cell> cells, Optional<LinkFormula> link, String check) {

  /** The kind of the last row, which says how many more tasks there are. */
  static final String MORE = "more";

  /** The columns of {@link #cells}. */
  static final List<TodoColumn> SAYING =
      List.of(
          TodoColumn.WHAT,
          TodoColumn.WHO,
          TodoColumn.DETAIL,
          TodoColumn.SINCE,
          TodoColumn.DELEGATE);

  private static final Pattern CHECK =
      Pattern.compile("^([A-Z_]++|more)/([a-z2-7]{10})/([a-z2-7]{10})/(.*+)");

  /** Sheets' day 0. */
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  TodoRow {
    cells = Map.copyOf(cells);
  }

  static TodoRow of(String kind, Map<TodoColumn, Cell> cells, Task.Target target, TodoLinks links) {
    String wording = wording(cells);
    String check =
        String.join(
            "/",
            kind,
            ShortHashes.longer(wording + "\n" + kind + "\n" + links.key(target)),
            ShortHashes.longer(wording),
            TodoLinks.text(target));
    return new TodoRow(kind, cells, links.of(target), check);
  }

  /** Which comes first: a smaller one. */
  int rank() {
    return Arrays.stream(TaskKind.values())
        .filter(it -> it.name().equals(kind))
        .map(TaskKind::ordinal)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  /** Whether both say the same, whatever they open. */
  boolean saysLike(TodoRow other) {
    return kind.equals(other.kind) && wording(cells).equals(wording(other.cells));
  }

  /** A day as a cell holds it. */
  static Cell day(LocalDate day) {
    return Cell.number((double) ChronoUnit.DAYS.between(ZERO, day), "");
  }

  private static String wording(Map<TodoColumn, Cell> cells) {
    return SAYING.stream()
        .map(column -> cells.getOrDefault(column, Cell.EMPTY))
        .map(cell -> cell.kind() == Cell.Kind.NUMBER ? "#" + cell.number() : cell.text())
        .collect(Collectors.joining("\t"));
  }

  /**
   * A row of the tab that the daemon wrote, as it was read.
   *
   * @param check what its hidden cell says
   * @param intact whether its cells still say what was written
   * @param lost whether its link names a tab that was deleted since
   */
  record Shown(
      String kind,
      String check,
      boolean intact,
      boolean lost,
      Row row,
      Map<TodoColumn, Cell> cells) {

    /** Whether a pass wrote it that counts nobody. */
    boolean isUncounted() {
      return target(check) instanceof Task.Target.Trouble trouble && trouble.uncounted();
    }

    /** This row as it would be written now. */
    TodoRow again(TodoLinks links) {
      return TodoRow.of(kind, cells, target(check), links);
    }
  }

  /**
   * Reads a row.
   *
   * @param at where the columns are
   * @return empty for a row that the daemon did not write
   */
  static Optional<Shown> read(Row row, Map<TodoColumn, Integer> at, TodoLinks links) {
    String check = row.cell(at.getOrDefault(TodoColumn.CHECK, -1)).text();
    Matcher match = CHECK.matcher(check);
    if (!match.matches()) {
      return Optional.empty();
    }
    Map<TodoColumn, Cell> cells = new EnumMap<>(TodoColumn.class);
    SAYING.forEach(column -> cells.put(column, row.cell(at.getOrDefault(column, -1))));
    boolean wordingIsWhole = ShortHashes.longer(wording(cells)).equals(match.group(3));
    Cell link = row.cell(at.getOrDefault(TodoColumn.LINK, -1));
    boolean linked = links.of(target(check)).map(it -> it.isShownBy(link)).orElseGet(link::isEmpty);
    boolean lost = LinkFormula.isLost(link);
    return Optional.of(
        new Shown(match.group(1), check, wordingIsWhole && linked, lost, row, cells));
  }

  /** What the row with a check is about. */
  static Task.Target target(String check) {
    Matcher match = CHECK.matcher(check);
    return TodoLinks.parse(match.matches() ? match.group(4) : "");
  }
}

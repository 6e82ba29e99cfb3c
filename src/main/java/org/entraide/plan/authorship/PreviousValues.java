package org.entraide.plan.authorship;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.CellKey;

/**
 * What the daemon wrote in a column before it wrote what is there: people undo a step of theirs
 * after the daemon wrote over it, and so bring back words of the daemon's that are not its last,
 * after a sort beside somebody else. Pure.
 */
public final class PreviousValues {

  /** Before the mark of a column, in the key of what is remembered. */
  private static final String WAS = "was.";

  /** As many a cell as people can have in mind to undo; a cell changes a few times in its life. */
  private static final int REMEMBERED = 8;

  private static final String BETWEEN = ".";

  private final Supplier<Map<String, Set<String>>> byColumn;

  /**
   * @param cellHashes what is remembered, by cell; looked through when something is asked first
   */
  PreviousValues(Map<CellKey, String> cellHashes) {
    byColumn = Suppliers.memoize(() -> byColumn(cellHashes));
  }

  private static Map<String, Set<String>> byColumn(Map<CellKey, String> cellHashes) {
    Map<String, Set<String>> byColumn = new HashMap<>();
    cellHashes.forEach(
        (key, hashes) -> {
          if (key.column().startsWith(WAS)) {
            Set<String> columnHashes =
                byColumn.computeIfAbsent(
                    key.column().substring(WAS.length()), column -> new HashSet<>());
            split(hashes).forEach(columnHashes::add);
          }
        });
    return byColumn;
  }

  /** Whether the daemon wrote that in any row of a column once. */
  boolean holds(String column, String text) {
    Set<String> columnHashes = byColumn.get().getOrDefault(column, Set.of());
    return !columnHashes.isEmpty()
        && (columnHashes.contains(ShortHashes.longer(text))
            || columnHashes.contains(ShortHashes.of(text)));
  }

  /**
   * Notes what is no longer the last of a cell.
   *
   * @param hashes what is to be remembered; what the cell will hold is among it
   * @param shown what the cell shows before the write: where that is not the last, as in a column
   *     that was deleted and made anew, only a short hash of the last is known
   * @param cellHashes what is remembered by now
   */
  public static void note(
      Map<CellKey, String> hashes, CellKey key, String shown, Map<CellKey, String> cellHashes) {
    String last = cellHashes.getOrDefault(key, "");
    if (!last.isEmpty() && !last.equals(hashes.get(key))) {
      CellKey was = new CellKey(key.row(), WAS + key.column());
      String replacedHash = ShortHashes.of(shown).equals(last) ? ShortHashes.longer(shown) : last;
      hashes.put(
          was,
          Stream.concat(Stream.of(replacedHash), split(cellHashes.getOrDefault(was, "")))
              .distinct()
              .limit(REMEMBERED)
              .collect(Collectors.joining(BETWEEN)));
    }
  }

  private static Stream<String> split(String hashes) {
    return Arrays.stream(hashes.split("\\.", -1)).filter(hash -> !hash.isEmpty());
  }
}

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
   * @param cells what is remembered, by cell; looked through when something is asked first
   */
  PreviousValues(Map<CellKey, String> cells) {
    byColumn = Suppliers.memoize(() -> byColumn(cells));
  }

  private static Map<String, Set<String>> byColumn(Map<CellKey, String> cells) {
    Map<String, Set<String>> byColumn = new HashMap<>();
    cells.forEach(
        (key, hashes) -> {
          if (key.column().startsWith(WAS)) {
            Set<String> known =
                byColumn.computeIfAbsent(
                    key.column().substring(WAS.length()), column -> new HashSet<>());
            split(hashes).forEach(known::add);
          }
        });
    return byColumn;
  }

  /** Whether the daemon wrote that in any row of a column once. */
  boolean holds(String column, String text) {
    Set<String> known = byColumn.get().getOrDefault(column, Set.of());
    return !known.isEmpty()
        && (known.contains(ShortHashes.longer(text)) || known.contains(ShortHashes.of(text)));
  }

  /**
   * Notes what is no longer the last of a cell.
   *
   * @param hashes what is to be remembered; what the cell will hold is among it
   * @param shown what the cell shows before the write: where that is not the last, as in a column
   *     that was deleted and made anew, only a short hash of the last is known
   * @param cells what is remembered by now
   */
  public static void note(
      Map<CellKey, String> hashes, CellKey key, String shown, Map<CellKey, String> cells) {
    String last = cells.getOrDefault(key, "");
    if (!last.isEmpty() && !last.equals(hashes.get(key))) {
      CellKey was = new CellKey(key.reference(), WAS + key.column());
      String known = ShortHashes.of(shown).equals(last) ? ShortHashes.longer(shown) : last;
      hashes.put(
          was,
          Stream.concat(Stream.of(known), split(cells.getOrDefault(was, "")))
              .distinct()
              .limit(REMEMBERED)
              .collect(Collectors.joining(BETWEEN)));
    }
  }

  private static Stream<String> split(String hashes) {
    return Arrays.stream(hashes.split("\\.", -1)).filter(hash -> !hash.isEmpty());
  }
}

package org.entraide.plan.authorship;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.people.word.ShortHashes;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.table.Row;

/**
 * What rows show in one of the organisers' columns, and what they held there before.
 *
 * @param position of the column's hash in a row's check
 * @param person whose row is one: of somebody's several answers any may have what was typed for
 *     them
 */
record OrganiserColumn(
    ResponseTabState tabState,
    PersonColumn column,
    int position,
    Function<ResponseRow, String> person) {

  /**
   * What went from one answer of a person to another answer of the same person.
   *
   * @param from the keys of the rows that it left
   * @param to the keys of the rows that show it now
   */
  record Within(Set<String> from, Set<String> to) {}

  /**
   * A text beside a check.
   *
   * @param fingerprint of the row that the check was written for
   */
  private record Beside(String fingerprint, String text) {}

  List<ResponseRow> rows() {
    return tabState.rows();
  }

  private CellHistory history() {
    return tabState.history();
  }

  String text(ResponseRow row) {
    return tabState.organiserText(row.sheetRow(), column);
  }

  String hash(ResponseRow row) {
    return ShortHashes.of(text(row));
  }

  /** The hash of what a row held; empty where that was nothing, or is not known. */
  String held(ResponseRow row) {
    return history().organiserHash(row, column.mark(), position).orElse("");
  }

  /** See {@link CellHistory#away}. */
  String away(ResponseRow row) {
    return history().away(row, column, position);
  }

  /** See {@link CellHistory#once}. */
  Optional<String> once(ResponseRow row) {
    return history().once(row, column.mark(), position);
  }

  /** See {@link CellHistory#agrees}. */
  boolean agrees(ResponseRow row) {
    return history().agrees(row, column.mark(), position, hash(row));
  }

  /** See {@link CellHistory#isStray}. */
  boolean isStray(ResponseRow row) {
    return history().isStray(row, column, hash(row));
  }

  /** Whether a row shows what it did not hold, as far as anybody knows. */
  boolean arrives(ResponseRow row) {
    return !agrees(row) || isUnheardOf(row);
  }

  /**
   * Whether a row has new contents beside the cells of other ones, as an edited answer has, or
   * contents that may have been edited or typed into a copy.
   */
  boolean isUnheardOf(ResponseRow row) {
    return !history().knows(row, column.mark(), position)
        && (!tabState.aligned().test(row) || history().answers().isContested(row) || isCopied(row));
  }

  boolean isCopied(ResponseRow row) {
    return !history().lastLook().stoodBeside(row) && history().answers().isCopied(row, this::text);
  }

  /**
   * Whether the column is empty and nothing is known of what it held, so that there is nothing to
   * decide and nothing to remember.
   */
  boolean isUntouched() {
    return rows().stream()
        .noneMatch(row -> !text(row).isEmpty() || history().holds(row, column, position));
  }

  /** What rows without an answer show, by its hash: it was cut from beside its answer. */
  Map<String, String> elsewhere() {
    Map<String, String> elsewhere = new HashMap<>();
    for (Row row : tabState.others()) {
      String text = tabState.organiserText(row, column);
      if (!text.isEmpty()) {
        elsewhere.put(ShortHashes.of(text), text);
      }
    }
    return elsewhere;
  }

  /**
   * Finds what went from one answer of a person to another. One row that misses a text explains one
   * that shows it: a further one may show the text of another person who misses the same.
   */
  Within within() {
    Map<String, ListMultimap<String, String>> missing = new HashMap<>(); // by person, hash to rows
    for (ResponseRow row : rows()) {
      String held = held(row);
      if (!held.isEmpty() && !held.equals(hash(row))) {
        missing
            .computeIfAbsent(person.apply(row), p -> ArrayListMultimap.create())
            .put(held, row.key());
      }
    }
    Within within = new Within(new HashSet<>(), new HashSet<>());
    for (ResponseRow row : missing.isEmpty() ? List.<ResponseRow>of() : rows()) {
      ListMultimap<String, String> missingOfPerson = missing.get(person.apply(row));
      List<String> from = missingOfPerson == null ? List.of() : missingOfPerson.get(hash(row));
      if (!from.isEmpty() && held(row).isEmpty() && !agrees(row)) {
        within.from().add(from.remove(from.size() - 1));
        within.to().add(row.key());
      }
    }
    return within;
  }

  /**
   * The keys of rows whose text came with a copied row. The original still shows the text, or the
   * copied check has its hash. Where the original was edited since, another row with the same check
   * shows it. Such a text left nobody, so it is not what anybody misses.
   */
  Set<String> copied() {
    Set<Beside> originals = new HashSet<>();
    Map<Beside, Integer> contested = new HashMap<>();
    Map<String, Beside> besideOthers = new HashMap<>(); // by key
    Set<String> copied = new HashSet<>();
    for (ResponseRow row : rows()) {
      String text = text(row);
      Optional<String> checked = row.fingerprintInCheck().filter(fingerprint -> !text.isEmpty());
      if (checked.isEmpty()) {
        continue;
      }
      Beside beside = new Beside(checked.get(), text);
      if (row.ownCheck().isPresent()) {
        originals.add(beside);
      } else if (history().answers().isCheckCopied(row, column, position, ShortHashes.of(text))) {
        copied.add(row.key());
      } else {
        besideOthers.put(row.key(), beside);
        contested.merge(beside, history().answers().isContested(row) ? 1 : 0, Integer::sum);
      }
    }
    besideOthers.forEach(
        (key, beside) -> {
          if (originals.contains(beside) || contested.getOrDefault(beside, 0) > 1) {
            copied.add(key);
          }
        });
    return copied;
  }
}

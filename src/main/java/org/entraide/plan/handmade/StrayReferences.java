package org.entraide.plan.handmade;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.plan.handmade.HandMadePeople.NamedPerson;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;

/**
 * References of introductions made by hand that are in rows of others, since rows moved in the
 * instant in which typed rows got theirs, and the process ended before it took them back. Nothing
 * else was written there yet: the cells of the two still tell whose the row is. Pure.
 */
public final class StrayReferences {

  private final Interpretation interpretation;
  private final Map<String, Introduction> introductions;
  private final HandMadePeople people;

  private StrayReferences(
      Interpretation interpretation,
      Map<String, Introduction> introductions,
      HandMadePeople people) {
    this.interpretation = interpretation;
    this.introductions = introductions;
    this.people = people;
  }

  /**
   * Takes those rows out of the ledger: they count as typed, and their references are cleared. One
   * that cannot be cleared stays.
   *
   * @param introductions introductions by reference
   * @param country of the campaign, where a telephone number without a country code is
   */
  public static Interpretation setApart(
      Interpretation interpretation,
      Map<String, Introduction> introductions,
      SheetLayout layout,
      String country) {
    List<LedgerRow> fresh =
        interpretation.ledger().stream().filter(LedgerRow::hasReferenceAlone).toList();
    if (fresh.isEmpty()) {
      return interpretation;
    }
    StrayReferences strays =
        new StrayReferences(
            interpretation, introductions, new HandMadePeople(interpretation, Set.of(), country));
    Set<LedgerRow> astray =
        fresh.stream()
            .filter(strays::isAstray)
            .filter(row -> !isLocked(row, layout))
            .collect(Collectors.toSet());
    Set<String> right =
        interpretation.ledger().stream()
            .filter(Predicate.not(astray::contains))
            .map(LedgerRow::ref)
            .collect(Collectors.toSet());
    astray.removeIf(row -> right.contains(row.ref())); // it would be cleared there, too
    return interpretation.apart(astray);
  }

  private static boolean isLocked(LedgerRow row, SheetLayout layout) {
    return Stream.of(LedgerColumn.REF, LedgerColumn.CHECK)
        .map(layout.ledgerColumns()::of)
        .anyMatch(
            column -> layout.workbook().overlay().locks(layout.ledgerSheet(), row.index(), column));
  }

  private boolean isAstray(LedgerRow row) {
    Introduction introduction = introductions.get(row.ref());
    return isAnother(
            row,
            LedgerColumn.PERSON,
            introduction == null ? content(row, 0) : introduction.person())
        || isAnother(
            row,
            LedgerColumn.HELPER,
            introduction == null ? content(row, 1) : introduction.helper());
  }

  /** Whose contents the check has, where the journal was lost; empty where nobody knows. */
  private String content(LedgerRow row, int position) {
    List<String> fingerprints = row.check().map(RowCheck::fingerprints).orElse(List.of());
    return fingerprints.size() == 2
        ? interpretation.refByKnownHash().getOrDefault(fingerprints.get(position), "")
        : "";
  }

  /** Whether a cell does not name somebody. */
  private boolean isAnother(LedgerRow row, LedgerColumn column, String ref) {
    NamedPerson named = people.in(Cell.text(row.shown().getOrDefault(column, "")));
    return switch (named.kind()) {
      case EMPTY -> true; // whoever types a row fills both
      case PERSON -> !ref.isEmpty() && !named.ref().equals(interpretation.nowCalled(ref));
      case WORDS, MISSING, NOBODY, SEVERAL -> false; // an answer may have been edited since
    };
  }
}

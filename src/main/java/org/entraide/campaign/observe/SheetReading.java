package org.entraide.campaign.observe;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.entraide.people.profile.FormAnswers;
import org.entraide.plan.instruction.PauseReader;
import org.entraide.plan.interpret.AwaitedPeople;
import org.entraide.plan.interpret.CarryOver;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.interpret.RecalledWords;
import org.entraide.plan.interpret.RepeatedAnswers;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.settings.BarredLines;
import org.entraide.table.Row;
import org.entraide.table.Workbook;

/**
 * Reads the rows of the tab that is served, and with them what was typed in tabs before it and is
 * not yet written there.
 *
 * @param answersOfRow what was really answered in a row of the tab that is served
 * @param knownRows what the journal knows
 * @param recalled gives what the journal knows of cells
 * @param awaited people whose words are still to come
 * @param pauses reads until when people pause
 */
record SheetReading(
    SheetVocabulary vocabulary,
    Workbook workbook,
    Function<Row, FormAnswers> answersOfRow,
    KnownRows knownRows,
    Function<KnownRows, RecalledWords> recalled,
    Awaited awaited,
    PauseReader pauses,
    RandomGenerator random) {

  /**
   * People for whom something was typed in a tab that was left, see {@link AwaitedPeople}.
   *
   * @param people their references
   * @param tabsLeft gives the tabs that were left, the last one first
   * @param isNew whether the journal knows of no tab yet, and the sheet showed who they are
   */
  record Awaited(Set<String> people, Supplier<List<AnswerSource>> tabsLeft, boolean isNew) {
    static final Awaited NOBODY = new Awaited(Set.of(), List::of, false);
  }

  /**
   * What was read.
   *
   * @param layout with rows that show what is going to be carried over
   */
  record ReadSheet(SheetLayout layout, Interpretation interpretation, CarryOver carryOver) {}

  /** This reading where these people are awaited. */
  SheetReading awaiting(Awaited people) {
    return new SheetReading(
        vocabulary, workbook, answersOfRow, knownRows, recalled, people, pauses, random);
  }

  /**
   * This reading with a new journal, which knows nobody who is awaited: they are those people in a
   * tab that was left whose row is back already, and has no reference yet.
   *
   * @param last the tab that was served last, as far as the daemon wrote into it
   * @param tabsLeft the tabs that were left, the last one first
   */
  SheetReading awaitingUnnamed(AnswerSource last, List<AnswerSource> tabsLeft) {
    List<Interpretation> former = former(tabsLeft);
    KnownRows allKnown = knownRows;
    Set<String> people = new HashSet<>();
    for (Interpretation tab : former) {
      allKnown = CarryOver.knownRows(allKnown, tab);
      tab.assigned().forEach(assigned -> people.add(assigned.ref()));
    }
    Interpretation interpretation = read(last, row -> FormAnswers.NOTHING, allKnown);
    Set<String> refsWithRow =
        AwaitedPeople.rowKeys(people, interpretation, allKnown.refByKnownHash()).keySet();
    KnownRows knownWithAwaited = awaitedPeople(former).learnt(refsWithRow);
    return new SheetReading(
        vocabulary,
        workbook,
        answersOfRow,
        knownWithAwaited,
        recalled,
        new Awaited(refsWithRow, () -> tabsLeft, true),
        pauses,
        random);
  }

  /** Where nothing but words of people who were awaited is to be carried over. */
  ReadSheet of(AnswerSource source) {
    Interpretation interpretation = read(source, answersOfRow, knownRows);
    return with(late(interpretation, Set.of()), interpretation, source, knownRows);
  }

  /**
   * Reads with the rows of another tab that was served before.
   *
   * @param former that tab
   */
  ReadSheet after(AnswerSource former, AnswerSource served) {
    Interpretation formerRows = former(former);
    KnownRows carried = CarryOver.knownRows(knownRows, formerRows);
    Interpretation withCarried = read(served, answersOfRow, carried);
    KnownRows allKnown = RepeatedAnswers.knownRows(carried, formerRows, withCarried);
    Interpretation first =
        allKnown.equals(carried) ? withCarried : read(served, answersOfRow, allKnown);
    // who is in that tab gets its words: the journal may know a word that was cleared since
    CarryOver carryOver =
        CarryOver.of(former.layout(), formerRows, first)
            .and(late(first, AwaitedPeople.writtenBeside(formerRows)));
    ReadSheet read = with(carryOver, first, served, allKnown);
    return new ReadSheet(
        read.layout(), read.interpretation().alsoToReplace(formerRows.toReplace()), carryOver);
  }

  /** Reads where the tab before is gone, or can no longer be read. */
  ReadSheet afterAnAbsentOne(AnswerSource served) {
    Interpretation first = read(served, answersOfRow, knownRows);
    CarryOver carryOver =
        CarryOver.recalled(first, knownRows, recalled.apply(knownRows)).and(late(first, Set.of()));
    return with(carryOver, first, served, knownRows);
  }

  /**
   * What is to be carried over for people who had no row before.
   *
   * @param others of whom the tab that was served last tells, by reference
   */
  private CarryOver late(Interpretation interpretation, Set<String> others) {
    if (awaited.people().isEmpty()) {
      return CarryOver.NOTHING;
    }
    Set<String> people = new HashSet<>(awaited.people());
    people.removeIf(ref -> others.contains(ref) || others.contains(interpretation.nowCalled(ref)));
    Set.copyOf(people).forEach(ref -> people.add(interpretation.nowCalled(ref)));
    Map<String, String> refsWithRow =
        AwaitedPeople.rowKeys(people, interpretation, knownRows.refByKnownHash());
    return refsWithRow.isEmpty()
        ? CarryOver.NOTHING
        : awaitedPeople(former(awaited.tabsLeft().get())).words(refsWithRow, interpretation);
  }

  private AwaitedPeople awaitedPeople(List<Interpretation> former) {
    BarredLines bars = knownRows.barred();
    Set<String> barred = new HashSet<>(bars.barred());
    bars.barred().forEach(ref -> barred.add(knownRows.aliases().getOrDefault(ref, ref)));
    return new AwaitedPeople(
        former,
        recalled.apply(knownRows),
        knownRows,
        awaited.isNew() ? ref -> !bars.lifted().contains(ref) : barred::contains,
        vocabulary);
  }

  private List<Interpretation> former(List<AnswerSource> tabs) {
    return tabs.stream().map(this::former).toList();
  }

  /** The rows of a tab into which the form does not write any more. */
  private Interpretation former(AnswerSource tab) {
    return read(tab, row -> FormAnswers.NOTHING, knownRows);
  }

  /** Reads once more, as if what is to be carried over were written. */
  private ReadSheet with(
      CarryOver carryOver, Interpretation first, AnswerSource source, KnownRows remembered) {
    if (!carryOver.isDue()) {
      return new ReadSheet(source.layout(), first, carryOver);
    }
    SheetLayout filled = carryOver.into(source.layout(), first.rows());
    return new ReadSheet(
        filled,
        read(new AnswerSource(filled, source.reader()), answersOfRow, remembered),
        carryOver);
  }

  private Interpretation read(
      AnswerSource source, Function<Row, FormAnswers> answered, KnownRows remembered) {
    return Interpretation.of(
        source.layout(),
        source.reader(),
        vocabulary,
        answered,
        remembered,
        pauses,
        workbook.id(),
        random);
  }
}

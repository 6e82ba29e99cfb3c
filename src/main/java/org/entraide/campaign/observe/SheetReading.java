package org.entraide.campaign.observe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.entraide.people.profile.FormAnswers;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.interpret.PauseReader;
import org.entraide.plan.interpret.RepeatedAnswers;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.write.AwaitedPeople;
import org.entraide.plan.write.CarryOver;
import org.entraide.plan.write.RecalledWords;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * Reads the rows of the tab that is served, and with them what was typed in tabs before it and is
 * not yet written there.
 *
 * @param heard what was really answered in a row of the tab that is served
 * @param known what the journal knows
 * @param pauses reads until when people pause
 * @param groups the names that lines of the settings tab show
 */
record SheetReading(
    SheetVocabulary vocabulary,
    Workbook workbook,
    Function<Row, FormAnswers> heard,
    KnownRows known,
    PauseReader pauses,
    List<String> groups,
    RandomGenerator random) {

  /**
   * What was read.
   *
   * @param layout with rows that show what is going to be carried over
   */
  record Read(SheetLayout layout, Interpretation rows, CarryOver carry) {}

  /** The same of a tab into which the form does not write. */
  SheetReading withoutForm() {
    return new SheetReading(
        vocabulary, workbook, row -> FormAnswers.NOTHING, known, pauses, groups, random);
  }

  /** Where nothing is to be carried over. */
  Read of(AnswerSource source) {
    return new Read(source.layout(), read(source, known), CarryOver.NOTHING);
  }

  /**
   * Reads with the rows of another tab that was served before.
   *
   * @param former what was read there
   */
  Read after(Read former, AnswerSource served) {
    Interpretation before = former.rows();
    KnownRows carried = CarryOver.known(known, before);
    Interpretation withCarried = read(served, carried);
    KnownRows all = RepeatedAnswers.known(carried, before, withCarried);
    Interpretation first = all.equals(carried) ? withCarried : read(served, all);
    CarryOver carry = CarryOver.of(former.layout(), before, former.carry(), first);
    Read read = with(carry, first, served, all);
    return new Read(read.layout(), read.rows().askedBefore(before.asked()), carry);
  }

  /**
   * Reads with what was typed for people who had no row when the rest was carried over.
   *
   * @param awaited who they are
   * @param left gives the tabs that were left, the last one first
   */
  Read awaiting(
      Set<String> awaited,
      Supplier<List<AnswerSource>> left,
      AnswerSource source,
      List<Texts> languages) {
    Interpretation rows = read(source, known);
    Set<String> here = AwaitedPeople.unnamed(rows);
    here.retainAll(awaited.stream().map(rows::nowCalled).collect(Collectors.toSet()));
    if (here.isEmpty()) {
      return new Read(source.layout(), rows, CarryOver.NOTHING);
    }
    RecalledWords recalled = RecalledWords.of(known, languages, groups);
    CarryOver carry =
        new AwaitedPeople(former(left.get()), recalled, vocabulary)
            .words(here, rows, known.barred().lifted());
    return with(carry, rows, source, known);
  }

  /**
   * The same with a new journal, which knows none of them: they are those people in a tab that was
   * left whose row is back already, and has no reference yet.
   */
  Read awaitingAnybody(List<AnswerSource> left, AnswerSource source) {
    AwaitedPeople awaited = new AwaitedPeople(former(left), RecalledWords.NOTHING, vocabulary);
    KnownRows all = known;
    Set<String> people = new HashSet<>();
    for (Interpretation tab : awaited.former()) {
      all = CarryOver.known(all, tab);
      tab.assigned().forEach(assigned -> people.add(assigned.ref()));
    }
    Set<String> here = AwaitedPeople.unnamed(read(source, all));
    here.retainAll(people);
    if (here.isEmpty()) {
      return of(source);
    }
    KnownRows named = awaited.known(known, here);
    Interpretation rows = read(source, named);
    return with(awaited.words(here, rows, known.barred().lifted()), rows, source, named);
  }

  private List<Interpretation> former(List<AnswerSource> tabs) {
    return tabs.stream().map(tab -> withoutForm().read(tab, known)).toList();
  }

  /** Reads where the tab before is gone, or can no longer be read. */
  Read afterAnAbsentOne(AnswerSource served, List<Texts> languages) {
    Interpretation first = read(served, known);
    CarryOver carry = CarryOver.recalled(first, known, RecalledWords.of(known, languages, groups));
    return carry.isDue()
        ? with(carry, first, served, known)
        : new Read(served.layout(), first, carry);
  }

  /** Reads once more, as if what is to be carried over were written. */
  private Read with(
      CarryOver carry, Interpretation first, AnswerSource source, KnownRows remembered) {
    SheetLayout filled = carry.into(source.layout(), first.rows());
    return new Read(filled, read(new AnswerSource(filled, source.reader()), remembered), carry);
  }

  private Interpretation read(AnswerSource source, KnownRows remembered) {
    return Interpretation.of(
        source.layout(),
        source.reader(),
        vocabulary,
        heard,
        remembered,
        pauses,
        workbook.id(),
        random);
  }
}

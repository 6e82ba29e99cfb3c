package org.entraide.campaign.observe;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.ProfileReader;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.interpret.KnownRows;
import org.entraide.plan.interpret.PauseReader;
import org.entraide.plan.interpret.RepeatedAnswers;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.write.CarryOver;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * Reads the rows of the tab that is served, and with them, once, those of the tab before it.
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

  /** Where nothing is to be carried over. */
  Read of(SheetLayout layout, ProfileReader reader) {
    return new Read(layout, read(layout, reader, heard, known), CarryOver.NOTHING);
  }

  /**
   * Reads with the rows of another tab that was served before.
   *
   * @param former that tab
   * @param formerReader of its rows
   */
  Read after(
      SheetLayout former, ProfileReader formerReader, SheetLayout layout, ProfileReader reader) {
    Interpretation before = read(former, formerReader, row -> FormAnswers.NOTHING, known);
    KnownRows carried = CarryOver.known(known, before);
    Interpretation withCarried = read(layout, reader, heard, carried);
    KnownRows all = RepeatedAnswers.known(carried, before, withCarried);
    Interpretation first = all.equals(carried) ? withCarried : read(layout, reader, heard, all);
    CarryOver carry = CarryOver.of(former, before, first);
    SheetLayout filled = carry.into(layout, first.rows());
    return new Read(filled, read(filled, reader, heard, all).askedBefore(before.asked()), carry);
  }

  /** Reads where the tab before is gone, or can no longer be read. */
  Read afterAnAbsentOne(SheetLayout layout, ProfileReader reader, List<Texts> languages) {
    Interpretation first = read(layout, reader, heard, known);
    CarryOver carry = CarryOver.recalled(first, known, languages, groups);
    if (!carry.isDue()) {
      return new Read(layout, first, carry);
    }
    SheetLayout filled = carry.into(layout, first.rows());
    return new Read(filled, read(filled, reader, heard, known), carry);
  }

  private Interpretation read(
      SheetLayout layout,
      ProfileReader reader,
      Function<Row, FormAnswers> formAnswers,
      KnownRows remembered) {
    return Interpretation.of(
        layout, reader, vocabulary, formAnswers, remembered, pauses, workbook.id(), random);
  }
}

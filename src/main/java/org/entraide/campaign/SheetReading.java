package org.entraide.campaign;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.entraide.people.Heard;
import org.entraide.people.ProfileReader;
import org.entraide.plan.CarryOver;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Layout;
import org.entraide.plan.Replayed;
import org.entraide.plan.Vocabulary;
import org.entraide.table.Row;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * Reads the rows of the tab that is served, and with them, once, those of the tab before it.
 *
 * @param heard what was really answered in a row of the tab that is served
 * @param known what the journal knows
 */
record SheetReading(
    Vocabulary vocabulary,
    Workbook workbook,
    Function<Row, Heard> heard,
    Interpretation.Known known,
    RandomGenerator random) {

  /**
   * What was read.
   *
   * @param layout with rows that show what is going to be carried over
   */
  record Read(Layout layout, Interpretation rows, CarryOver carry) {}

  /** Where nothing is to be carried over. */
  Read of(Layout layout, ProfileReader reader) {
    return new Read(layout, read(layout, reader, heard, known), CarryOver.NOTHING);
  }

  /**
   * Where another tab was served before.
   *
   * @param former that tab
   * @param formerReader of its rows
   */
  Read after(Layout former, ProfileReader formerReader, Layout layout, ProfileReader reader) {
    Interpretation before = read(former, formerReader, row -> Heard.NOTHING, known);
    Interpretation.Known told = CarryOver.known(known, before);
    Interpretation asTold = read(layout, reader, heard, told);
    Interpretation.Known all = Replayed.known(told, before, asTold);
    Interpretation first = all.equals(told) ? asTold : read(layout, reader, heard, all);
    CarryOver carry = CarryOver.of(former, before, first);
    Layout filled = carry.into(layout, first.rows());
    return new Read(filled, read(filled, reader, heard, all).askedBefore(before.asked()), carry);
  }

  /** Where the tab before it is gone, or cannot be read any more. */
  Read afterAnAbsentOne(Layout layout, ProfileReader reader, List<Texts> languages) {
    Interpretation first = read(layout, reader, heard, known);
    CarryOver carry = CarryOver.recalled(first, known, languages);
    if (!carry.isDue()) {
      return new Read(layout, first, carry);
    }
    Layout filled = carry.into(layout, first.rows());
    return new Read(filled, read(filled, reader, heard, known), carry);
  }

  private Interpretation read(
      Layout layout,
      ProfileReader reader,
      Function<Row, Heard> told,
      Interpretation.Known remembered) {
    return Interpretation.of(layout, reader, vocabulary, told, remembered, workbook.id(), random);
  }
}

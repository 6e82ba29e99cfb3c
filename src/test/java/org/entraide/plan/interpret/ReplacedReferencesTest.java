package org.entraide.plan.interpret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.plan.AnswerRowsFixture;
import org.entraide.table.Row;
import org.junit.jupiter.api.Test;

/** Somebody whom another installation called otherwise in a row than the journal does. */
class ReplacedReferencesTest extends AnswerRowsFixture {

  private static final Row BEFORE = answer(1, "2020-03-23 14:05", "ana@example.org", "Ana Alba");
  private static final Row EDITED = answer(1, "2020-03-24 09:00", "ana@example.org", "Ana Alba");
  private static final String IN_THE_JOURNAL = "7KQ47";
  private static final String IN_THE_ROW = "9JNRN";

  /** The journal knows the answer as it was, and by its contact and name whose it is. */
  private static Interpretation read(Row... rows) {
    Interpretation first = read(layout(named(BEFORE, BEFORE, IN_THE_JOURNAL, "")));
    return read(layout(rows), known(Map.copyOf(first.refByKnownHash())));
  }

  private static String called(Interpretation read) {
    RowOwner row = read.assigned().get(0);
    return row.ref();
  }

  @Test
  void theReferenceInTheRowStays() {
    assertThat(called(read(named(BEFORE, BEFORE, IN_THE_ROW, "")))).isEqualTo(IN_THE_ROW);
  }

  @Test
  void theReferenceInTheRowStaysWhereTheAnswerWasEditedSince() {
    assertThat(called(read(named(EDITED, BEFORE, IN_THE_ROW, "")))).isEqualTo(IN_THE_ROW);
  }

  @Test
  void theReferenceOfTheJournalReturnsWhereAnotherRowShowsIt() {
    Row other = answer(2, "2020-03-25 09:00", "bo@example.org", "Bo Bell");
    assertThat(
            called(
                read(
                    named(BEFORE, BEFORE, IN_THE_ROW, ""),
                    named(other, BEFORE, IN_THE_JOURNAL, ""))))
        .isEqualTo(IN_THE_JOURNAL);
  }
}

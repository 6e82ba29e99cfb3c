package org.entraide.plan.authorship;

import java.util.function.Function;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.RowCheck;
import org.entraide.plan.layout.SheetVocabulary;

/** Finds the {@link CellAuthorship} of a tab with answers, column by column. Pure. */
public final class CellAuthorshipReader {

  private CellAuthorshipReader() {}

  /**
   * Looks at all rows together.
   *
   * @param vocabulary which words mean something when a person types them, and which are the
   *     daemon's
   */
  public static CellAuthorship of(ResponseTabState standing, SheetVocabulary vocabulary) {
    CellAuthorship hands = new CellAuthorship(standing);
    DaemonColumnReader words = new DaemonColumnReader(hands, standing, vocabulary);
    PersonColumn.REPORTED.forEach(column -> words.read(column, RowCheck.position(column)));
    return hands;
  }

  /**
   * The same, and what organisers typed.
   *
   * @param person whose row is one
   */
  static CellAuthorship withOrders(
      ResponseTabState standing, SheetVocabulary vocabulary, Function<ResponseRow, String> person) {
    CellAuthorship hands = of(standing, vocabulary);
    OrganiserColumnReader words = new OrganiserColumnReader(hands, standing, person);
    PersonColumn.ORGANISERS.forEach(column -> words.read(column, RowCheck.position(column)));
    return hands;
  }
}

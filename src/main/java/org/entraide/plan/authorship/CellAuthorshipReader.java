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
  public static CellAuthorship of(ResponseTabState tabState, SheetVocabulary vocabulary) {
    CellAuthorship authorship = new CellAuthorship(tabState);
    DaemonColumnReader words = new DaemonColumnReader(authorship, tabState, vocabulary);
    PersonColumn.REPORTED.forEach(column -> words.read(column, RowCheck.position(column)));
    return authorship;
  }

  /**
   * Looks at all rows together, also at what organisers typed in their own columns.
   *
   * @param person whose row is one
   */
  static CellAuthorship withOrders(
      ResponseTabState tabState, SheetVocabulary vocabulary, Function<ResponseRow, String> person) {
    CellAuthorship authorship = of(tabState, vocabulary);
    OrganiserColumnReader words = new OrganiserColumnReader(authorship, tabState, person);
    PersonColumn.ORGANISERS.forEach(column -> words.read(column, RowCheck.position(column)));
    return authorship;
  }
}

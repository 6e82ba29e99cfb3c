package org.entraide.placefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.entraide.file.CsvReader;
import org.entraide.file.FileProblem;
import org.entraide.file.Header;
import org.entraide.file.RowCells;
import org.entraide.file.RowFindings;

/** Reads the rows of {@code id,text,country}, some at a time. */
public final class QuestionsFile {

  private static final List<String> REQUIRED = List.of("id", "text");
  private static final List<String> OPTIONAL = List.of("country");
  private static final int ID = 0;
  private static final int TEXT = 1;
  private static final int COUNTRY = 2;

  private final RowCells cells;
  private final String usualCountry;

  /**
   * Reads the first row.
   *
   * @param file its name in findings
   * @param usualCountry the code that counts where a row has none; or empty
   * @param findings is called for rows that are left out
   * @throws FileProblem if a column is missing
   */
  public QuestionsFile(String file, InputStream in, String usualCountry, RowFindings findings)
      throws IOException, FileProblem {
    CsvReader csv = new CsvReader(in);
    Header header = Header.read(file, csv, csv.next(), REQUIRED, OPTIONAL, findings);
    this.cells = new RowCells(file, csv, header, findings);
    this.usualCountry = usualCountry;
  }

  /** The next good rows, so many at most; none at the end. */
  public List<PlaceQuestion> next(int most) throws IOException {
    List<PlaceQuestion> questions = new ArrayList<>();
    while (questions.size() < most && cells.next()) {
      String id = cells.text(ID);
      String text = cells.lines(TEXT);
      String country = cells.lines(COUNTRY);
      if (!cells.isBad()) {
        questions.add(PlaceQuestion.of(id, text, country, usualCountry));
      }
    }
    return questions;
  }

  /** How many rows there were so far, and how many of them are left out. */
  public RowCells.Count count() {
    return cells.count();
  }
}

package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A spreadsheet as the API would tell it, as nodes at once: oracles look after every write, and
 * text that is written only to be read again took a fifth of their tests' time.
 */
public final class SpreadsheetTree {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private SpreadsheetTree() {}

  /**
   * All that there is now, and nothing that changes with it later.
   *
   * @param id of a spreadsheet that is there
   * @param account who looks
   * @param fields the mask, obeyed where that saves work
   */
  public static JsonNode of(SheetsWorld sheets, String id, String account, String fields) {
    Spreadsheet spreadsheet = sheets.find(id).orElseThrow();
    FieldTree mask = FieldTree.parse(fields);
    try (TokenBuffer copied = new TokenBuffer(MAPPER, false)) {
      MAPPER.writeTree(
          copied,
          new SpreadsheetJson(id, spreadsheet.book(), mask, spreadsheet.now(), account)
              .json(List.of(), SpreadsheetJson.wantsGridData(mask)));
      return MAPPER.readTree(copied.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package org.entraide.sandbox.office.sheets.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.POJONode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.entraide.sandbox.office.http.FieldTree;
import org.entraide.sandbox.office.http.StreamedJson;
import org.entraide.sandbox.office.sheets.json.RowsJson;
import org.entraide.sandbox.office.sheets.json.SpreadsheetJson;

/**
 * A spreadsheet as the API would tell it, as nodes at once. Oracles look after every write: text
 * that is written only to be read again took a fifth of their tests' time, and so did rows that are
 * what they were. These are the same nodes as at the last look, so that they need not be compared.
 */
public final class SpreadsheetTree {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SheetsWorld sheets;
  private final String id;
  private final String account;

  /** By what is asked of rows and how the spreadsheet writes numbers. */
  private final Map<String, Map<GridRow, JsonNode>> rows = new HashMap<>();

  /**
   * Has looked at nothing yet.
   *
   * @param id of a spreadsheet
   * @param account who looks
   */
  public SpreadsheetTree(SheetsWorld sheets, String id, String account) {
    this.sheets = sheets;
    this.id = id;
    this.account = account;
  }

  /**
   * All that there is now, and nothing that changes with it later.
   *
   * @param fields the mask, obeyed where that saves work; without {@code effectiveFormat}, which
   *     depends on where a row is
   */
  public JsonNode of(String fields) {
    if (fields.contains("effectiveFormat")) {
      throw new IllegalArgumentException(fields);
    }
    Spreadsheet spreadsheet = sheets.find(id).orElseThrow();
    Book book = spreadsheet.book();
    FieldTree mask = FieldTree.parse(fields);
    return copy(
        new SpreadsheetJson(id, book, mask, spreadsheet.now(), account)
            .json(List.of(), SpreadsheetJson.wantsGridData(mask)),
        rows.computeIfAbsent(fields + " " + book.locale(), key -> new WeakHashMap<>()));
  }

  private static JsonNode copy(JsonNode node, Map<GridRow, JsonNode> rowJson) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = NODES.objectNode();
      object.properties().forEach(each -> copy.set(each.getKey(), copy(each.getValue(), rowJson)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = NODES.arrayNode(array.size());
      array.forEach(each -> copy.add(copy(each, rowJson)));
      return copy;
    }
    if (node instanceof POJONode streamed
        && streamed.getPojo() instanceof StreamedJson.Written it) {
      return it.value() instanceof RowsJson some ? rows(some, rowJson) : written(node);
    }
    return node;
  }

  private static ArrayNode rows(RowsJson some, Map<GridRow, JsonNode> rowJson) {
    ArrayNode all = NODES.arrayNode();
    for (int i = some.area().startRow(); i < some.end(); i++) {
      int index = i;
      all.add(rowJson.computeIfAbsent(some.sheet().row(i), row -> some.row(index)));
    }
    return all;
  }

  private static JsonNode written(JsonNode node) {
    try (TokenBuffer copied = new TokenBuffer(MAPPER, false)) {
      MAPPER.writeTree(copied, node);
      return MAPPER.readTree(copied.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

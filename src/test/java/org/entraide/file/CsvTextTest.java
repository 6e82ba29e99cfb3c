package org.entraide.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class CsvTextTest {

  /** What programs divide lines at, by country and by what somebody clicks. */
  private static final List<String> SEPARATORS = List.of(",", ";", "\t", "\n", "\r");

  private static final List<String> PIECES =
      List.of(
          "x",
          "=",
          "+",
          "-",
          "@",
          "=cmd|'/C calc'!A0",
          ",",
          ";",
          "\t",
          "\n",
          "\r",
          "\"",
          "'",
          " ",
          "\u00a0",
          "\u200b",
          "\ufeff",
          "\u0000",
          "\uff1d",
          "-1",
          "é",
          "1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x;=cmd|'/C calc'!A0;y",
        "x; =cmd|'/C calc'!A0",
        "x;\"=cmd|'/C calc'!A0",
        "x;\"\"=cmd|'/C calc'!A0",
        "x,=1+1",
        "x\t=1+1",
        "x\n=1+1",
        "x\r\n@SUM(A1)",
        "=1+1",
        " =1+1",
        "\"=1+1",
        "\t=1+1",
        "\u200b=1+1",
        "x;\uff1d1+1",
        "x;-1+1",
        "x;+33123456789"
      })
  void noCellIsAFormulaWhateverSeparatesCells(String cell) throws IOException {
    assertNoFormula(safe("1", cell, "7KQ47"));
  }

  @Test
  void noRandomCellIsAFormulaWhateverSeparatesCells() throws IOException {
    Random random = new Random(16);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder cell = new StringBuilder();
      for (int piece = random.nextInt(8); piece >= 0; piece--) {
        cell.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      assertNoFormula(safe("1", cell.toString(), "7KQ47"));
    }
  }

  @Test
  void everyCellIsQuotedAndPlainTextIsAsItWas() throws IOException {
    assertThat(safe("2", "Ana Ré", "12 rue X, Paris; 2e – gauche", "dit \"Nana\"", ""))
        .isEqualTo("\"2\",\"Ana Ré\",\"12 rue X, Paris; 2e – gauche\",\"dit \"\"Nana\"\"\",\"\"\n");
  }

  /** Programs read these: nothing is added there. */
  @Test
  void whatIsNoExportIsWrittenAsItIs() throws IOException {
    StringBuilder out = new StringBuilder();
    new CsvText(out).row("=1", "a;b", "a,b");
    assertThat(out).hasToString("=1,a;b,\"a,b\"\n");
  }

  private static String safe(String... cells) throws IOException {
    StringBuilder out = new StringBuilder();
    new CsvText(out).safeRow(List.of(cells));
    return out.toString();
  }

  private static void assertNoFormula(String line) {
    for (String separator : SEPARATORS) {
      for (String cell : line.split(java.util.regex.Pattern.quote(separator), -1)) {
        assertHarmless(cell, line); // quotes are letters
      }
      for (String cell : cells(line, separator.charAt(0))) {
        assertHarmless(cell, line);
      }
    }
  }

  private static void assertHarmless(String cell, String line) {
    String seen = cell.replaceFirst("^[\\s\\p{Z}\\p{Cc}\\p{Cf}\"]+", "");
    assertThat(seen).as(line).matches(it -> it.isEmpty() || "=+-@\uff1d".indexOf(it.charAt(0)) < 0);
  }

  /** Quotes around a cell are taken off; what is behind the closing one belongs to the cell. */
  private static List<String> cells(String line, char separator) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
        cell.append(c);
        i++;
      } else if (c == '"' && (quoted || cell.isEmpty())) {
        quoted = !quoted;
      } else if (!quoted && (c == separator || c == '\n')) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }
}

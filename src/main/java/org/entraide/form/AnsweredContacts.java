package org.entraide.form;

import com.google.common.base.CharMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.typed.LowerCase;

/** The addresses and numbers among answers, to find the response of a row without its time. */
final class AnsweredContacts {

  private static final int DIGITS = 8;
  private static final CharMatcher NO_DIGIT = CharMatcher.inRange('0', '9').negate();

  private AnsweredContacts() {}

  static Set<String> of(Response response) {
    Set<String> keys = new HashSet<>();
    response.email().ifPresent(e -> add(keys, e));
    response.values().values().forEach(values -> values.forEach(v -> add(keys, v)));
    return keys;
  }

  static Set<String> of(Row row, List<Integer> columns) {
    Set<String> keys = new HashSet<>();
    for (int column : columns) {
      Cell cell = row.cell(column);
      if (cell.kind() == Cell.Kind.TEXT) {
        add(keys, cell.text());
      } else if (cell.kind() == Cell.Kind.NUMBER) {
        add(keys, Long.toString(Math.round(cell.number())));
      }
    }
    return keys;
  }

  private static void add(Set<String> keys, String text) {
    if (text.contains("@")) {
      keys.add(LowerCase.of(FormLines.line(text)));
      return;
    }
    String digits = NO_DIGIT.removeFrom(text);
    if (digits.length() >= DIGITS) {
      keys.add(digits.substring(digits.length() - DIGITS));
    }
  }
}

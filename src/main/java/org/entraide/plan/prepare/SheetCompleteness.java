package org.entraide.plan.prepare;

import java.util.List;
import java.util.stream.Stream;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.text.Texts;

/**
 * How much of what the daemon needs in a spreadsheet is there.
 *
 * @param columns titles of columns beside the answers that are missing
 * @param tabs titles of tabs that are missing
 * @param locked titles of columns that the daemon writes and that a protected range keeps from it
 */
public record SheetCompleteness(List<String> columns, List<String> tabs, List<String> locked) {

  public SheetCompleteness {
    columns = List.copyOf(columns);
    tabs = List.copyOf(tabs);
    locked = List.copyOf(locked);
  }

  /**
   * Looks at a spreadsheet as it was found.
   *
   * @param texts the words of the titles
   */
  public static SheetCompleteness of(SheetLayout layoutAsRead, Texts texts) {
    int answers = layoutAsRead.responses().sheetId();
    return new SheetCompleteness(
        layoutAsRead.answerColumns().missing().stream().map(c -> texts.get(c.titleKey())).toList(),
        Stream.of(
                layoutAsRead.ledger().isPresent() ? "" : "ledger.title",
                layoutAsRead.settings().isPresent() ? "" : "settings.title",
                layoutAsRead.dashboard().isPresent() ? "" : "dashboard.title",
                layoutAsRead.todoTab().tab().isPresent() ? "" : "todo.title")
            .filter(key -> !key.isEmpty())
            .map(texts::get)
            .toList(),
        layoutAsRead.answerColumns().at().entrySet().stream()
            .filter(e -> e.getKey().isWritten())
            .filter(e -> layoutAsRead.workbook().overlay().locks(answers, 1, e.getValue()))
            .map(e -> texts.get(e.getKey().titleKey()))
            .sorted()
            .toList());
  }

  /** Whether nothing was ever prepared here: every column and every tab is missing. */
  public boolean isUntouched() {
    return columns.size() == PersonColumn.values().length && tabs.size() == OWN_TABS;
  }

  private static final int OWN_TABS = 4;
}

package org.entraide.plan.layout;

import java.util.List;
import java.util.Locale;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * The columns of the tab À faire / To do, in order; all of them are the daemon's. The last one is
 * hidden: which task a row is, and a hash of what was written in it.
 */
public enum TodoColumn {
  WHAT(130),
  WHO(260),
  DETAIL(520),
  SINCE(100),
  DELEGATE(200),
  LINK(100),
  CHECK(100);

  private final int pixels;
  private final String mark = "todo_" + name().toLowerCase(Locale.ROOT);
  private final String titleKey = "todo." + name().toLowerCase(Locale.ROOT);

  TodoColumn(int pixels) {
    this.pixels = pixels;
  }

  /** The developer metadata by which the column is found again. */
  public String mark() {
    return mark;
  }

  /** The key of its title. */
  public String titleKey() {
    return titleKey;
  }

  public boolean isHidden() {
    return this == CHECK;
  }

  public int pixels() {
    return pixels;
  }

  static TabColumns<TodoColumn> columns(Tab tab, List<Texts> languages) {
    return TabColumns.find(
        tab,
        TodoColumn.class,
        TodoColumn::mark,
        column -> languages.stream().map(texts -> texts.get(column.titleKey())).toList());
  }
}

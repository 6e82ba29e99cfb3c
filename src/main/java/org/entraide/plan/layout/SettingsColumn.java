package org.entraide.plan.layout;

import java.util.List;
import java.util.Locale;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * The columns of the settings tab, in order. The last one is hidden: which setting a row is,
 * whatever its label says by now, and its last good value.
 */
public enum SettingsColumn {
  LABEL(320),
  /** The organisers'; all others are the daemon's. */
  VALUE(140),
  UNDERSTOOD(360),
  MEANING(520),
  CHECK(100);

  private final int pixels;
  private final String mark = "settings_" + name().toLowerCase(Locale.ROOT);
  private final String titleKey = "settings." + name().toLowerCase(Locale.ROOT);

  SettingsColumn(int pixels) {
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

  /** Those that the daemon writes. */
  public static List<SettingsColumn> written() {
    return List.of(LABEL, UNDERSTOOD, MEANING, CHECK);
  }

  static TabColumns<SettingsColumn> columns(Tab tab, List<Texts> languages) {
    return TabColumns.find(
        tab,
        SettingsColumn.class,
        SettingsColumn::mark,
        column -> languages.stream().map(texts -> texts.get(column.titleKey())).toList());
  }
}

package org.entraide.table;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A whole spreadsheet as one request read it: one snapshot.
 *
 * @param id the spreadsheet's id
 * @param title what its owner calls it
 * @param locale as Google writes it, such as {@code fr_FR}
 * @param zone in which its dates are
 * @param tabs in their order
 * @param overlay what lies over the cells
 */
public record Workbook(
    String id, String title, String locale, ZoneId zone, List<Tab> tabs, Overlay overlay) {

  public Workbook {
    tabs = List.copyOf(tabs);
  }

  /** One with nothing over its cells. */
  public Workbook(String id, String title, String locale, ZoneId zone, List<Tab> tabs) {
    this(id, title, locale, zone, tabs, Overlay.NONE);
  }

  /** This workbook without anything below the titles of its tabs. */
  public Workbook titlesAlone() {
    return new Workbook(
        id, title, locale, zone, tabs.stream().map(Tab::titlesAlone).toList(), overlay);
  }

  public Optional<Tab> tab(int sheetId) {
    return tabs.stream().filter(t -> t.sheetId() == sheetId).findFirst();
  }
}

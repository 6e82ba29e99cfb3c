package org.entraide.plan.layout;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.plan.Folk;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** Tabs of a sheet. */
abstract class LayoutFixture {

  static final Texts FRENCH = Folk.LANGUAGES.get(0);
  static final List<String> QUESTIONS =
      List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins", "Consentement");

  static Tab tab(int id, String title, boolean form, List<String> header) {
    return tab(id, title, form, header, Map.of());
  }

  static Tab tab(
      int id, String title, boolean form, List<String> header, Map<Integer, String> marks) {
    List<Row> rows =
        header.isEmpty()
            ? List.of()
            : List.of(new Row(0, header.stream().map(Cell::text).toList()));
    return new Tab(id, title, form, 1000, 26, rows, marks);
  }

  static SheetLayout of(Tab... tabs) throws SheetLayout.Unusable {
    return of(Optional.empty(), tabs);
  }

  static SheetLayout of(Optional<String> title, Tab... tabs) throws SheetLayout.Unusable {
    return SheetLayout.of(
        new Workbook("book", "Entraide", "fr_FR", ZoneOffset.UTC, List.of(tabs)),
        title,
        Map.of(),
        Folk.LANGUAGES);
  }

  static List<String> with(String... more) {
    List<String> all = new ArrayList<>(QUESTIONS);
    all.addAll(List.of(more));
    return all;
  }

  /** All columns of ours, under these titles. */
  static List<String> ours(Texts texts) {
    return List.of(PersonColumn.values()).stream().map(c -> texts.get(c.titleKey())).toList();
  }

  // ---- the daemon's own tabs

  /** As the daemon makes it. */
  static Tab settings(int id, String title) {
    List<String> titles = new ArrayList<>();
    Map<Integer, String> marks = new HashMap<>();
    for (SettingsColumn column : SettingsColumn.values()) {
      marks.put(titles.size(), column.mark());
      titles.add(FRENCH.get(column.titleKey()));
    }
    return tab(id, title, false, titles, marks);
  }

  /** As the daemon makes it. */
  static Tab todo(int id, String title) {
    List<String> titles = new ArrayList<>();
    Map<Integer, String> marks = new HashMap<>();
    for (TodoColumn column : TodoColumn.values()) {
      marks.put(titles.size(), column.mark());
      titles.add(FRENCH.get(column.titleKey()));
    }
    return tab(id, title, false, titles, marks);
  }

  /** As the daemon makes it. */
  static Tab dashboard(int id, String title) {
    Map<Integer, String> marks = new HashMap<>();
    for (DashboardColumn column : DashboardColumn.values()) {
      marks.put(marks.size(), column.mark());
    }
    return tab(id, title, false, List.of(FRENCH.get("dashboard.title")), marks);
  }
}

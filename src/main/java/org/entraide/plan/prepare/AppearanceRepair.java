package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.table.Change;
import org.entraide.table.Change.Decoration;
import org.entraide.table.Decorations;
import org.entraide.text.Texts;

/**
 * Repairs how a spreadsheet looks, when somebody asks for it: what is missing is made again, and
 * what people changed stays. Pure; twice in a row the second time finds nothing to do.
 */
public final class AppearanceRepair {

  private AppearanceRepair() {}

  /** The tabs whose looks must be read for {@link #missing}. */
  public static Set<Integer> tabs(SheetLayout layout) {
    Set<Integer> tabs = new HashSet<>(Set.of(layout.responses().sheetId()));
    layout.ownTabs().forEach(tab -> tabs.add(tab.sheetId()));
    return tabs;
  }

  /**
   * Everything that is missing, columns and tabs first.
   *
   * @param layoutAsRead as it was read
   * @param decorations how it looks
   * @param languages all that are spoken
   */
  public static List<Change> missing(
      SheetLayout layoutAsRead, Decorations decorations, Texts texts, List<Texts> languages) {
    List<Change> changes = new ArrayList<>(MissingParts.preparations(layoutAsRead, texts));
    if (!FormerWords.isIn(layoutAsRead)) { // else the preparations have them
      changes.addAll(FormerWords.titles(layoutAsRead, texts));
    }
    changes.addAll(FormerWords.looks(layoutAsRead, decorations.with(changes), texts, languages));
    if (decorations.recalculatesOnChange()) {
      changes.add(new Change.RecalculateHourly());
    }
    SheetLayout layout = layoutAsRead.prepared();
    List<Decoration> wanted = new ArrayList<>();
    wanted.addAll(
        SheetFormatting.people(layout.responses().sheetId(), layout.answerColumns().at(), texts));
    wanted.addAll(SheetFormatting.ledger(layout.ledgerSheet(), layout.ledgerColumns().at(), texts));
    wanted.addAll(
        SheetFormatting.settings(
            layout.settingsSheet(),
            layout.settingsColumns().at(),
            SettingsTab.positions(layout, languages),
            texts));
    wanted.addAll(
        DashboardFormatting.dashboard(
            layout.dashboardSheet(), layout.dashboardColumns().at(), texts));
    wanted.addAll(
        SheetFormatting.todo(layout.todoTab().sheetId(), layout.todoTab().columns().at(), texts));
    wanted.addAll(PreparedFilters.of(layout, texts));
    Decorations soon = decorations.with(changes);
    Map<Integer, Integer> added = new HashMap<>();
    for (Decoration decoration : wanted) {
      boolean elsewhere =
          decoration instanceof Change.FilterView view && soon.has(PreparedFilters.ofItsTab(view));
      if (!soon.has(decoration) && !elsewhere) {
        changes.add(behind(decoration, soon, added));
      }
    }
    return changes;
  }

  /** New colours come after those that are there, which thereby keep the last word. */
  private static Decoration behind(
      Decoration decoration, Decorations decorations, Map<Integer, Integer> added) {
    int sheet = decoration.area().sheetId();
    if (decoration instanceof Change.TintWord tint) {
      int index = decorations.rules(sheet).size() + added.merge(sheet, 1, Integer::sum) - 1;
      return new Change.TintWord(tint.area(), tint.word(), tint.tint(), index);
    }
    if (decoration instanceof Change.TintWhere tint) {
      int index = decorations.rules(sheet).size() + added.merge(sheet, 1, Integer::sum) - 1;
      return new Change.TintWhere(tint.area(), tint.formula(), tint.tint(), index);
    }
    return decoration;
  }
}

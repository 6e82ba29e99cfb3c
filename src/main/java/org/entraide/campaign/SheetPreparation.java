package org.entraide.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.Layout;
import org.entraide.plan.Preparation;
import org.entraide.table.Change;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/**
 * Adds the daemon's columns and tabs to a campaign's spreadsheet, and how they look, where they are
 * missing; touches nothing else.
 */
public final class SheetPreparation implements FormSetup.Preparation {

  private final CampaignSettings settings;
  private final Table table;
  private final Appearance appearance;
  private final List<Texts> languages;

  /**
   * @param languages every language that is spoken
   * @param appearance of the same spreadsheet
   */
  public SheetPreparation(
      CampaignSettings settings, Table table, Appearance appearance, List<Texts> languages) {
    this.settings = settings;
    this.table = table;
    this.appearance = appearance;
    this.languages = List.copyOf(languages);
  }

  @Override
  public int prepare() throws RemoteFailure, Layout.Unusable {
    Workbook workbook = table.read();
    Layout layout =
        Layout.of(workbook, settings.tab(), SettingsInUse.overrides(settings), languages);
    Set<Integer> tabs = new HashSet<>(Set.of(layout.responses().sheetId()));
    layout.ledger().ifPresent(tab -> tabs.add(tab.sheetId()));
    layout.settings().ifPresent(tab -> tabs.add(tab.sheetId()));
    layout.dashboard().ifPresent(tab -> tabs.add(tab.sheetId()));
    List<Change> changes =
        Preparation.missing(
            layout,
            appearance.decorations(tabs),
            Texts.of(settings.language().getLanguage()),
            languages);
    if (!changes.isEmpty()) {
      table.write(changes, Map.of());
    }
    return changes.size();
  }
}

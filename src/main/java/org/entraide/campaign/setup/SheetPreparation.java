package org.entraide.campaign.setup;

import java.util.List;
import java.util.Map;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.campaign.port.Table;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.prepare.AppearanceRepair;
import org.entraide.plan.settings.SettingsInUse;
import org.entraide.resilience.RemoteFailure;
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
  private final SheetAppearance appearance;
  private final List<Texts> languages;

  /**
   * @param languages every language that is spoken
   * @param appearance of the same spreadsheet
   */
  public SheetPreparation(
      CampaignSettings settings, Table table, SheetAppearance appearance, List<Texts> languages) {
    this.settings = settings;
    this.table = table;
    this.appearance = appearance;
    this.languages = List.copyOf(languages);
  }

  @Override
  public int prepare() throws RemoteFailure, SheetLayout.Unusable {
    Workbook workbook = table.read();
    SheetLayout layout =
        SheetLayout.of(workbook, settings.tab(), SettingsInUse.overrides(settings), languages);
    List<Change> changes =
        AppearanceRepair.missing(
            layout,
            appearance.decorations(AppearanceRepair.tabs(layout)),
            Texts.of(settings.language().getLanguage()),
            languages);
    if (!changes.isEmpty()) {
      table.write(changes, Map.of());
    }
    return changes.size();
  }
}

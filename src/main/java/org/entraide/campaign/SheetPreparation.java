package org.entraide.campaign;

import java.util.List;
import java.util.Map;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.Layout;
import org.entraide.table.Change;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** Adds the daemon's columns and tabs to a campaign's spreadsheet, where they are missing. */
public final class SheetPreparation implements FormSetup.Preparation {

  private final CampaignSettings settings;
  private final Table table;
  private final List<Texts> languages;

  /**
   * @param languages every language that is spoken
   */
  public SheetPreparation(CampaignSettings settings, Table table, List<Texts> languages) {
    this.settings = settings;
    this.table = table;
    this.languages = List.copyOf(languages);
  }

  @Override
  public int prepare() throws RemoteFailure, Layout.Unusable {
    Workbook workbook = table.read();
    Layout layout =
        Layout.of(workbook, settings.tab(), SettingsInUse.overrides(settings), languages);
    List<Change> changes = layout.preparations(Texts.of(settings.language().getLanguage()));
    if (!changes.isEmpty()) {
      table.write(changes, Map.of());
    }
    return changes.size();
  }
}

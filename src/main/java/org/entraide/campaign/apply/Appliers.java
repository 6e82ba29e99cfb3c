package org.entraide.campaign.apply;

import java.util.List;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Observation;
import org.entraide.config.CampaignSettings;
import org.entraide.text.Texts;

/** Makes the {@link Applier} of each pass, with the gate that its effects pass. */
public final class Appliers {

  private final CampaignSettings settings;
  private final Ports ports;
  private final SheetClaim claim;
  private final OwnTabsUpdater ownTabs;
  private final List<Texts> languages;
  private final WaitingFollowUps waiting;
  private final Texts texts;
  private String sheetLocale = "";
  private Texts sheetTexts;

  /**
   * @param settings as configured
   * @param languages every language that is spoken
   * @param waiting how many follow-ups wait among a delegate's drafts
   */
  public Appliers(
      CampaignSettings settings,
      Ports ports,
      SheetClaim claim,
      OwnTabsUpdater ownTabs,
      List<Texts> languages,
      WaitingFollowUps waiting) {
    this.settings = settings;
    this.ports = ports;
    this.claim = claim;
    this.ownTabs = ownTabs;
    this.languages = languages;
    this.waiting = waiting;
    this.texts = Texts.of(settings.language().getLanguage());
    this.sheetTexts = texts;
  }

  /** The campaign's language, with numbers and days as a sheet of that locale writes them. */
  public Texts words(String locale) {
    if (!locale.equals(sheetLocale)) {
      sheetLocale = locale;
      sheetTexts = texts.inSheet(locale);
    }
    return sheetTexts;
  }

  /** Of a pass that has observed nothing yet. */
  public Applier of(Applier.Mode mode, String locale) {
    return new Applier(mode, settings.name(), ports, words(locale), languages, waiting);
  }

  /** The pass has observed this: from now on its effects pass a gate. */
  public Observation observed(Observation observation, Applier applier) {
    applier.passes(
        new EffectGate(
            settings,
            ports,
            claim,
            ownTabs,
            languages,
            words(observation.workbook().locale()),
            applier.sheet(),
            observation));
    return observation;
  }
}

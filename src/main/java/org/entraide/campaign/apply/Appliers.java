package org.entraide.campaign.apply;

import java.util.List;
import org.entraide.campaign.claim.OwnTabsUpdater;
import org.entraide.campaign.claim.SheetClaim;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.mail.WaitingFollowUps;
import org.entraide.campaign.model.Observation;
import org.entraide.config.CampaignSettings;
import org.entraide.text.Texts;

/** Makes the {@link Applier} of each pass, with the gate that its effects go through. */
public final class Appliers {

  private final CampaignSettings settings;
  private final Ports ports;
  private final SheetClaim claim;
  private final OwnTabsUpdater ownTabs;
  private final List<Texts> languages;
  private final WaitingFollowUps waiting;
  private final Texts texts;
  private final LastWrite lastWrite = new LastWrite();
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
    return new Applier(mode, settings.name(), ports, words(locale), languages, waiting, lastWrite);
  }

  /**
   * Opens the gate that the effects of a pass go through from now on.
   *
   * @param observation what the pass has observed
   * @return the same observation
   * @throws EffectGate.Halt if it shows the sheet as it was before the last write
   */
  public Observation openGate(Observation observation, Applier applier) throws EffectGate.Halt {
    if (lastWrite.isMissingFrom(observation)) {
      throw new EffectGate.Halt(EffectGate.Why.OLDER_READ, "");
    }
    Texts words = words(observation.workbook().locale());
    claim.noteSeen(observation.signOfLife(), observation.now());
    SingleRunSign runSign =
        new SingleRunSign(claim, ownTabs, ports.clock(), words, applier.sheet(), observation);
    if (runSign.wasThere()) {
      claim.noteShown();
    }
    applier.setGate(new EffectGate(settings, ports, claim, runSign, languages, words, observation));
    return observation;
  }
}

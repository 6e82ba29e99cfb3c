package org.entraide.plan.settings;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.entraide.config.CampaignSettings;
import org.entraide.config.MatchingSettings;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.ProfileReader;
import org.entraide.people.word.CategoryWords;
import org.entraide.place.index.NamedCountry;
import org.entraide.plan.layout.SheetLayout;

/** What a campaign's settings say, as the parts that decide take it. */
public final class SettingsInUse {

  private SettingsInUse() {}

  /** The question titles that the configuration names. */
  public static Map<Field, String> overrides(CampaignSettings settings) {
    Map<Field, String> overrides = new EnumMap<>(Field.class);
    settings
        .questions()
        .forEach(
            (key, titles) ->
                Field.ofKey(key)
                    .filter(field -> !titles.isEmpty())
                    .ifPresent(field -> overrides.put(field, titles.get(0))));
    return overrides;
  }

  /** What holds where organisers set nothing. */
  public static SettingsTab.Configured configured(CampaignSettings settings) {
    MatchingSettings matching = settings.matching();
    return new SettingsTab.Configured(
        matching.maxKm(),
        matching.capacity(),
        matching.holdBack(),
        matching.policy(),
        settings.maxWaitingDrafts(),
        settings.questionDrafts());
  }

  /** The settings in force: the configuration's, and over them the organisers'. */
  public static CampaignSettings inForce(CampaignSettings settings, OrganiserSettings organisers) {
    MatchingSettings matching = settings.matching();
    return settings.with(
        organisers.maxWaitingDrafts().orElse(settings.maxWaitingDrafts()),
        organisers.questionDrafts().orElse(settings.questionDrafts()),
        new MatchingSettings(
            organisers.maxKm().orElse(matching.maxKm()),
            matching.maxUncertaintyKm(),
            matching.bandsKm(),
            organisers.capacity().orElse(matching.capacity()),
            organisers.holdBack().orElse(matching.holdBack()),
            organisers.policy().orElse(matching.policy()),
            matching.checkedOnly(),
            matching.uncheckedCapacity()));
  }

  /** How rows are read. */
  public static ProfileReader reader(SheetLayout layout, CampaignSettings settings, ZoneId zone) {
    return new ProfileReader(
        layout.questionnaire(),
        new ProfileReader.Options(
            NamedCountry::of,
            settings.country(),
            zone,
            settings.consentAssumed(),
            new CategoryWords(settings.categories())));
  }
}

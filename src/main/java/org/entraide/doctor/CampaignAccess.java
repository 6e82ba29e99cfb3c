package org.entraide.doctor;

import java.util.Optional;
import java.util.function.Function;
import org.entraide.campaign.port.FormSource;
import org.entraide.campaign.port.Mailbox;
import org.entraide.campaign.port.Table;
import org.entraide.config.CampaignSettings;
import org.entraide.google.GoogleServices;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.text.Message;

/**
 * What a campaign reaches.
 *
 * @param form empty where the configuration names none
 * @param mailboxes by address
 * @param tabs what the journal remembers of the tabs with the answers
 * @param installation how this installation signs a sheet; empty where its database does not say
 */
public record CampaignAccess(
    CampaignSettings settings,
    GoogleServices google,
    Table table,
    Optional<FormSource> form,
    Function<String, Mailbox> mailboxes,
    AnswerTabs.Memory tabs,
    Optional<String> installation) {

  /**
   * What its findings are about.
   *
   * @param key of words that name the campaign
   */
  Message about(String key) {
    return Message.of(key).with("campaign", settings.name());
  }
}

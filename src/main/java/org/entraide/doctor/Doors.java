package org.entraide.doctor;

import java.util.Optional;
import java.util.function.Function;
import org.entraide.campaign.FormSource;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.Table;
import org.entraide.config.CampaignSettings;
import org.entraide.google.GoogleServices;

/**
 * What a campaign reaches.
 *
 * @param form empty where the configuration names none
 * @param mailboxes by address
 */
public record Doors(
    CampaignSettings settings,
    GoogleServices google,
    Table table,
    Optional<FormSource> form,
    Function<String, Mailbox> mailboxes) {

  /** What its findings are about. */
  String about(String what) {
    return settings.name() + " " + what;
  }
}

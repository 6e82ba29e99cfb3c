package org.entraide.plan.letter;

import org.entraide.config.CampaignSettings;

/**
 * Who writes a letter.
 *
 * @param campaign what the campaign is called; empty for the language's word for mutual aid
 * @param mailbox the delegate's address
 * @param name the delegate's; empty for none
 * @param role the delegate's; empty for none
 * @param controller who answers for the data; empty for none
 * @param privacyUrl where that is explained; empty for none
 */
public record Sender(
    String campaign,
    String mailbox,
    String name,
    String role,
    String controller,
    String privacyUrl) {

  /** The delegate of a mailbox, for a campaign. */
  public static Sender of(CampaignSettings settings, String mailbox) {
    return new Sender(
        settings.letterhead().title().orElse(""),
        mailbox,
        settings.signature(mailbox).name(),
        settings.signature(mailbox).role(),
        settings.controller().orElse(""),
        settings.privacyUrl().map(Object::toString).orElse(""));
  }
}

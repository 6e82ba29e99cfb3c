package org.entraide.cli.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.port.Journal;
import org.entraide.config.CampaignSettings;
import org.entraide.plan.introduce.FormerDelegates;
import org.entraide.text.Message;

/**
 * What {@code status} says of drafts that lie with somebody who is no longer a delegate. The
 * dashboard says whose mailbox it is.
 *
 * @param drafts references of introductions
 */
public record FormerDelegatesLine(String campaign, List<String> drafts) {

  /** One for each campaign and former delegate. */
  public static List<FormerDelegatesLine> of(List<CampaignSettings> campaigns, Journal journal) {
    List<FormerDelegatesLine> lines = new ArrayList<>();
    for (CampaignSettings campaign : campaigns) {
      FormerDelegates.drafts(
              journal.memory(campaign.name()).introductions().values(), campaign.mailboxes())
          .values()
          .forEach(drafts -> lines.add(new FormerDelegatesLine(campaign.name(), drafts)));
    }
    return lines;
  }

  /** For people. */
  public Message words() {
    return Message.of("cli.status.left").with("campaign", campaign).with("drafts", drafts);
  }

  public void writeJson(ObjectNode node) {
    ArrayNode references = node.put("campaign", campaign).putArray("drafts");
    drafts.forEach(references::add);
  }
}

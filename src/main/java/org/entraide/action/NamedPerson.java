package org.entraide.action;

import java.util.List;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.rights.Holding;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.people.reference.MistypedReference;
import org.entraide.text.Message;

/** Somebody whom a command names by a reference or an address. */
final class NamedPerson {

  private NamedPerson() {}

  /** Nobody is known by that; an address is not said again. */
  static UserError nobody(String who, List<CampaignSettings> campaigns, Journal journal) {
    if (MistypedReference.of(who).isPresent()) {
      return UnknownReference.of(ExitCode.FAILURE, who, campaigns, journal);
    }
    return new UserError(
        ExitCode.FAILURE,
        who.contains("@")
            ? Message.of("cli.erase.nobody.address")
            : Message.of("cli.erase.nobody").with("ref", who));
  }

  /**
   * Refuses several people under one address.
   *
   * @param campaign where they were found
   */
  static void requireOne(String campaign, List<Holding> holdings) {
    if (holdings.size() > 1) {
      throw new UserError(
          ExitCode.USAGE,
          Message.of("cli.erase.several_people")
              .with("campaign", campaign)
              .with("refs", String.join(", ", holdings.stream().map(Holding::reference).toList())));
    }
  }
}

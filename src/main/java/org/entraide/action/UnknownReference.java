package org.entraide.action;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.entraide.campaign.port.Journal;
import org.entraide.cli.shell.UserError;
import org.entraide.config.CampaignSettings;
import org.entraide.people.reference.MistypedReference;
import org.entraide.text.Message;

/** Answers a text that is no reference with those that it may have been meant as. */
final class UnknownReference {

  private static final int MOST = 5;

  private UnknownReference() {}

  /**
   * The error for what somebody typed.
   *
   * @param exitCode with which the command ends
   */
  static UserError of(
      int exitCode, String text, List<CampaignSettings> campaigns, Journal journal) {
    Optional<MistypedReference> mistyped = MistypedReference.of(text);
    TreeSet<String> near = new TreeSet<>();
    for (CampaignSettings campaign : campaigns) {
      mistyped
          .map(it -> it.near(journal.memory(campaign.name()).references()))
          .ifPresent(near::addAll);
    }
    if (near.isEmpty() && text.chars().noneMatch(Character::isDigit)) { // a name, say
      return new UserError(exitCode, Message.of("cli.reference.none").with("text", text));
    }
    return new UserError(
        exitCode,
        Message.of("cli.reference.mistyped")
            .with("text", text)
            .with("count", near.size())
            .with("near", near.stream().limit(MOST).toList()));
  }
}

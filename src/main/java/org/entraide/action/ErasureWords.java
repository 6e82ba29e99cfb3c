package org.entraide.action;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.rights.Holding;
import org.entraide.config.CampaignSettings;
import org.entraide.text.Message;

/** What {@code erase} says: references, rows and where to click, and nobody's name. Pure. */
final class ErasureWords {

  private ErasureWords() {}

  /** What a campaign holds, a line each. */
  static List<Message> held(Holding holding) {
    List<Message> lines = new ArrayList<>();
    lines.add(Message.plain(holding.reference()));
    lines.add(
        holding.rows().isEmpty()
            ? Message.of("cli.erase.no_row")
            : Message.of("cli.erase.rows")
                .with("rows", numbers(holding.rows()))
                .with("tab", holding.tab()));
    for (Holding.Letter draft : holding.drafts()) {
      lines.add(Message.of("cli.erase.draft").with("ref", draft.introduction()));
    }
    for (Holding.Letter letter : holding.letters()) {
      lines.add(Message.of("cli.erase.letter").with("ref", letter.introduction()));
    }
    return lines;
  }

  /** What only people can delete. */
  static List<Message> left(CampaignSettings campaign, Holding holding) {
    List<Message> lines = new ArrayList<>();
    if (!holding.rows().isEmpty()) {
      lines.add(
          Message.of("cli.erase.left.rows")
              .with("rows", numbers(holding.rows()))
              .with("tab", holding.tab())
              .with(
                  "address",
                  "https://docs.google.com/spreadsheets/d/" + campaign.spreadsheet() + "/edit"));
    }
    campaign
        .form()
        .ifPresent(
            form ->
                lines.add(
                    Message.of("cli.erase.left.answers")
                        .with(
                            "address",
                            "https://docs.google.com/forms/d/" + form + "/edit#responses")));
    for (Holding.Letter letter : holding.letters()) {
      lines.add(
          Message.of("cli.erase.left.mail")
              .with("ref", letter.introduction())
              .with(
                  "mailbox",
                  letter.mailbox().isEmpty()
                      ? Message.of("cli.erase.left.mailboxes")
                      : letter.mailbox()));
    }
    for (String place : holding.elsewhere()) {
      lines.add(Message.of("cli.erase.left.elsewhere").with("place", place));
    }
    lines.add(Message.of("cli.erase.left.versions"));
    lines.add(Message.of("cli.erase.left.backups"));
    return lines;
  }

  /** A journal that restoring or moving put aside. */
  static Message aside(Path journal) {
    return Message.of("cli.erase.left.aside").with("file", journal.toString());
  }

  private static String numbers(List<Integer> rows) {
    return String.join(", ", rows.stream().map(String::valueOf).toList());
  }
}

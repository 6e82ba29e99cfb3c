package org.entraide.action;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.rights.Holding;
import org.entraide.config.CampaignSettings;

/**
 * What {@code erase} says: references, rows and where to click, and nobody's name.
 *
 * @param out for the list of what people must delete
 */
record ErasureWords(PrintWriter out) {

  /** What is held, a line each, to be put behind the campaign's name. */
  List<String> held(Holding holding) {
    List<String> lines = new ArrayList<>();
    lines.add(": " + holding.reference());
    lines.add(
        holding.rows().isEmpty()
            ? ": no row any more"
            : ": rows " + numbers(holding.rows()) + " of “" + holding.tab() + "”");
    for (Holding.Letter draft : holding.drafts()) {
      lines.add(": the draft of " + draft.introduction() + ", which is deleted");
    }
    for (Holding.Letter letter : holding.letters()) {
      lines.add(": the letter of " + letter.introduction() + ", which people must delete");
    }
    return lines;
  }

  /** What only people can delete. */
  void left(CampaignSettings campaign, Holding holding) {
    String sheet = "https://docs.google.com/spreadsheets/d/" + campaign.spreadsheet() + "/edit";
    if (!holding.rows().isEmpty()) {
      out.println(
          "- rows "
              + numbers(holding.rows())
              + " of “"
              + holding.tab()
              + "”: right-click the row's number, Delete row ("
              + sheet
              + ")");
    }
    campaign
        .form()
        .ifPresent(
            form ->
                out.println(
                    "- the answers in the form: Responses › Individual › bin"
                        + " (https://docs.google.com/forms/d/"
                        + form
                        + "/edit#responses)"));
    for (Holding.Letter letter : holding.letters()) {
      out.println(
          "- sent mail, and what was thrown away: search for \"["
              + letter.introduction()
              + "]\" in:anywhere in "
              + (letter.mailbox().isEmpty() ? "each delegate's Gmail" : letter.mailbox()));
    }
    for (String place : holding.elsewhere()) {
      out.println("- what people wrote in “" + place + "” (tab and row)");
    }
    out.println(
        "- older versions of the spreadsheet: File › Version history keeps them; File › Make a"
            + " copy, and delete the old file, does away with all of them");
    out.println("- backups of the journal that are older than this moment");
  }

  /** A journal that restoring or moving put aside. */
  void aside(Path journal) {
    out.println("- " + journal + ", which \"restore\" or \"migrate-journal\" put aside");
  }

  private static String numbers(List<Integer> rows) {
    return String.join(", ", rows.stream().map(String::valueOf).toList());
  }
}

package org.entraide.campaign.rights;

import java.util.List;

/**
 * What is held of one person, and where, as references and row numbers: nothing that names them.
 *
 * @param reference the present reference
 * @param tab the title of the tab of the answers
 * @param rows of their answers, as people count them
 * @param responses how many of these the form has, as far as that is known
 * @param drafts introductions whose draft nobody sent
 * @param letters introductions whose letter was sent, or lies in a trash
 * @param elsewhere other cells that name them, as tab and row
 */
public record Holding(
    String reference,
    String tab,
    List<Integer> rows,
    int responses,
    List<Letter> drafts,
    List<Letter> letters,
    List<String> elsewhere) {
  public Holding {
    rows = List.copyOf(rows);
    drafts = List.copyOf(drafts);
    letters = List.copyOf(letters);
    elsewhere = List.copyOf(elsewhere);
  }

  /**
   * A letter.
   *
   * @param introduction its reference, which its subject bears
   * @param mailbox the delegate's address; empty where nobody knows
   */
  public record Letter(String introduction, String mailbox) {}
}

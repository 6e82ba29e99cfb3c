package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import org.entraide.sandbox.office.Desk;

/** Drafts that lie with somebody who is no longer a delegate are named where people look. */
final class FormerDelegate {

  private static final String NAMED = "qui n’est plus celle d’un délégué";

  private FormerDelegate() {}

  /** What is wrong once everything has settled. */
  static List<String> settled(Site site, Desk.Copy now, Desk.Tab ledger, Post post) {
    List<String> wrong = new ArrayList<>();
    String board = now.titled("Tableau de bord").map(FormerDelegate::text).orElse("");
    for (int row = 1; row < ledger.rows(); row++) {
      String ref = ledger.text(row, "ledger_ref");
      Letter letter = post.letters().get(ref);
      boolean waits =
          letter != null
              && letter.state == LetterState.DRAFT
              && !letter.astray
              && ledger.text(row, "ledger_state").equals("Brouillon prêt");
      boolean former =
          waits
              && post.mailboxOf(ref).filter(it -> !it.equals(site.settings.delegate())).isPresent();
      if (former && !board.contains(NAMED)) {
        wrong.add(
            site.settings.name() + " " + ref + " lies with a former delegate, and is not named");
      }
    }
    return wrong;
  }

  private static String text(Desk.Tab tab) {
    StringBuilder text = new StringBuilder();
    for (int row = 0; row < tab.rows(); row++) {
      text.append(tab.text(row, 0)).append('\n');
    }
    return text.toString();
  }
}

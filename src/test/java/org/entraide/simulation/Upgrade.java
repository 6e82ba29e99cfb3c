package org.entraide.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.entraide.campaign.installation.VersionBefore;
import org.entraide.campaign.port.Journal;
import org.entraide.people.word.ShortHashes;
import org.entraide.sandbox.office.Desk;

/**
 * Makes a campaign's sheet, and what the journal knows of it, what the version before would have
 * left, as if that had been at work until now: the next process finds it after an upgrade.
 */
final class Upgrade {

  private final Site site;
  private final SheetWatch watch;
  private final Map<String, String> hashes = new HashMap<>();

  private Upgrade(Site site, SheetWatch watch) {
    this.site = site;
    this.watch = watch;
  }

  static void happens(Site site, Journal journal, SheetWatch watch) {
    Upgrade upgrade = new Upgrade(site, watch);
    Desk.Copy now = site.desk.copy();
    Desk.Tab answers = site.answers();
    upgrade.words(answers, "status");
    upgrade.words(answers, "explanation");
    upgrade.changed(answers, "introduced", VersionBefore::references);
    now.with("ledger_ref")
        .ifPresent(
            ledger -> {
              upgrade.words(ledger, "ledger_state");
              upgrade.changed(ledger, "ledger_person", VersionBefore::references);
              upgrade.changed(ledger, "ledger_helper", VersionBefore::references);
            });
    upgrade.checks(answers);
    now.with("ledger_ref").ifPresent(upgrade::ledger);
    VersionBefore.journal(journal, site.settings.name(), upgrade.hashes);
  }

  private void words(Desk.Tab tab, String mark) {
    changed(tab, mark, VersionBefore::word);
  }

  private void changed(Desk.Tab tab, String mark, UnaryOperator<String> formerWord) {
    for (int row = 1; row < tab.rows(); row++) {
      String now = tab.text(row, mark);
      String then = formerWord.apply(now);
      if (!then.equals(now)) {
        hashes.put(ShortHashes.of(now), ShortHashes.of(then));
        type(tab, row, mark, then);
      }
    }
  }

  private void type(Desk.Tab tab, int row, String mark, String text) {
    watch.wasWritten(site, mark, text);
    site.desk.type(tab.id(), row, tab.column(mark), text);
  }

  private void checks(Desk.Tab answers) {
    for (int row = 1; row < answers.rows(); row++) {
      String now = answers.text(row, "check");
      if (!now.isEmpty()) {
        type(answers, row, "check", VersionBefore.check(now, hashes));
      }
    }
  }

  private void ledger(Desk.Tab ledger) {
    for (int row = 1; row < ledger.rows(); row++) {
      String now = ledger.text(row, "ledger_check");
      if (!now.isEmpty()) {
        type(ledger, row, "ledger_check", VersionBefore.ledgerCheck(now, hashes));
      }
    }
    type(ledger, 0, "ledger_helper", "Aidant");
    int delegate = ledger.column("ledger_delegate");
    if (delegate >= 0) {
      site.desk.deleteColumn(ledger.id(), delegate);
    }
  }
}

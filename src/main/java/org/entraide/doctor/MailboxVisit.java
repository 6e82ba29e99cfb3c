package org.entraide.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.campaign.RemoteFailure;
import org.entraide.google.GoogleServices;

/** Examines the mailboxes that hold a campaign's drafts. */
final class MailboxVisit {

  private final Path configuration;

  /**
   * @param configuration where the delegates' addresses stand
   */
  MailboxVisit(Path configuration) {
    this.configuration = configuration;
  }

  List<Finding> examine(Doors doors) {
    List<Finding> findings = new ArrayList<>();
    for (Somebody delegate : Somebody.delegates(doors.settings())) {
      findings.add(delegate.told(examine(doors, delegate), configuration));
    }
    return findings;
  }

  private static Finding examine(Doors doors, Somebody delegate) {
    String about = doors.about("mailbox") + delegate.name();
    try {
      int drafts = doors.mailboxes().apply(delegate.address()).drafts().size();
      return Finding.good(about, drafts + " drafts in the delegate's mailbox");
    } catch (RemoteFailure e) {
      Finding refused = Finding.bad(about, e);
      return e.kind() == RemoteFailure.Kind.SIGN_IN
          ? withScopes(refused, doors.google(), delegate.address())
          : refused;
    }
  }

  /** Names the permissions that were not granted where some were. */
  private static Finding withScopes(Finding refused, GoogleServices google, String delegate) {
    try {
      List<String> missing = google.notDelegated(delegate);
      return missing.size() == 1
          ? new Finding(
              refused.grade(),
              refused.about(),
              refused.cause() + "; what lacks is " + missing.get(0) + " alone",
              refused.fix(),
              refused.consequence())
          : refused;
    } catch (RemoteFailure e) {
      return refused; // which of them lacks is not known then, and the advice names both
    }
  }
}

package org.entraide.doctor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.entraide.google.GoogleServices;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;

/** Examines the mailboxes that hold a campaign's drafts. */
final class MailboxVisit {

  private final Path configuration;

  /**
   * @param configuration the file that holds the delegates' addresses
   */
  MailboxVisit(Path configuration) {
    this.configuration = configuration;
  }

  List<DoctorFinding> examine(CampaignAccess access) {
    List<DoctorFinding> findings = new ArrayList<>();
    for (ConfiguredPerson delegate : ConfiguredPerson.delegates(access.settings())) {
      findings.add(delegate.named(examine(access, delegate), configuration));
    }
    return findings;
  }

  private static DoctorFinding examine(CampaignAccess access, ConfiguredPerson delegate) {
    Message about =
        delegate.name().isEmpty()
            ? access.about("doctor.about.mailbox")
            : access.about("doctor.about.mailbox.further").with("delegate", delegate.name());
    try {
      int drafts = access.mailboxes().apply(delegate.address()).drafts().size();
      return DoctorFinding.good(about, Message.of("doctor.mailbox.drafts").with("count", drafts));
    } catch (RemoteFailure e) {
      DoctorFinding refused = DoctorFinding.bad(about, e);
      return e.kind() == RemoteFailure.Kind.SIGN_IN
          ? withScopes(refused, access.google(), delegate.address())
          : refused;
    }
  }

  /** Names the permissions that were not granted where some were. */
  private static DoctorFinding withScopes(
      DoctorFinding refused, GoogleServices google, String delegate) {
    try {
      List<String> missing = google.notDelegated(delegate);
      return missing.size() == 1
          ? refused.saying(new FindingWords.Lacking(refused.words(), missing.get(0)))
          : refused;
    } catch (RemoteFailure e) {
      return refused; // which of them lacks is not known then, and the advice names both
    }
  }
}

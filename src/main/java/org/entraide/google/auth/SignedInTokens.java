package org.entraide.google.auth;

import java.util.List;
import java.util.Optional;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.RefusalAdvice;
import org.entraide.google.wire.Scopes;
import org.entraide.resilience.RemoteFailure;
import org.entraide.text.Message;

/**
 * A person's tokens for one use.
 *
 * @param scopes what they are for
 */
public record SignedInTokens(PersonTokens person, List<String> scopes) implements AccessTokens {

  @Override
  public String token() throws RemoteFailure {
    try {
      return person.token(scopes);
    } catch (RemoteFailure e) {
      throw worded(e);
    }
  }

  @Override
  public void refresh() throws RemoteFailure {
    try {
      person.refresh(scopes);
    } catch (RemoteFailure e) {
      throw worded(e);
    }
  }

  /** Says whose sign-in it is by their part: a log has no business with their address. */
  private RemoteFailure worded(RemoteFailure e) {
    if (e.kind() != RemoteFailure.Kind.SIGN_IN) {
      return e;
    }
    return RemoteFailure.of(
        e.kind(), Message.of("google.refused.whose").with("part", part()).with("why", e.words()));
  }

  private Message part() {
    if (scopes.equals(Scopes.MAILBOX)) {
      return Message.of("google.part.drafts");
    }
    return scopes.equals(Scopes.DOCUMENTS)
        ? Message.plain("[google] account")
        : Message.of("google.part.forms");
  }

  @Override
  public Optional<RefusalAdvice> advice() {
    return Optional.of(RefusalAdvice.person());
  }
}

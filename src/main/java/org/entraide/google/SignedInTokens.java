package org.entraide.google;

import java.util.List;
import java.util.Optional;
import org.entraide.campaign.RemoteFailure;

/**
 * A person's tokens for one use.
 *
 * @param scopes what they are for
 */
record SignedInTokens(PersonTokens person, List<String> scopes) implements AccessTokens {

  @Override
  public String token() throws RemoteFailure {
    return person.token(scopes);
  }

  @Override
  public void refresh() throws RemoteFailure {
    person.refresh(scopes);
  }

  @Override
  public Optional<Advice> advice() {
    return Optional.of(Advice.person());
  }
}

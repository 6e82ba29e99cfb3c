package org.entraide.sandbox.office.auth;

import java.util.Optional;
import java.util.Set;

/**
 * What a person does on the consent page.
 *
 * @param account whom they are signed in as; empty for the one that the client expects
 * @param unticked scopes that they leave out
 * @param error what the client gets instead of a code, such as {@code access_denied}
 */
public record ConsentAnswer(
    Optional<String> account, Set<String> unticked, Optional<String> error) {

  public ConsentAnswer {
    unticked = Set.copyOf(unticked);
  }

  /** Nothing is allowed. */
  public static ConsentAnswer no(String error) {
    return new ConsentAnswer(Optional.empty(), Set.of(), Optional.of(error));
  }
}

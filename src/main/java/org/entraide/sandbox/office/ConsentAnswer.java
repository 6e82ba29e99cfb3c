package org.entraide.sandbox.office;

import java.util.Optional;
import java.util.Set;

/**
 * What a person does on the consent page.
 *
 * @param account whom they are signed in as; empty for the one that the client expects
 * @param unticked scopes that they leave out
 * @param error what the client is told instead of a code, such as {@code access_denied}
 */
public record ConsentAnswer(
    Optional<String> account, Set<String> unticked, Optional<String> error) {

  public ConsentAnswer {
    unticked = Set.copyOf(unticked);
  }

  /** Everything is allowed, by the account that is expected. */
  public static ConsentAnswer yes() {
    return new ConsentAnswer(Optional.empty(), Set.of(), Optional.empty());
  }

  /** Everything is allowed, by this account. */
  public static ConsentAnswer as(String account) {
    return new ConsentAnswer(Optional.of(account), Set.of(), Optional.empty());
  }

  /** The same without some scopes. */
  public ConsentAnswer without(String... scopes) {
    return new ConsentAnswer(account, Set.of(scopes), error);
  }

  /** Nothing is allowed. */
  public static ConsentAnswer no(String error) {
    return new ConsentAnswer(Optional.empty(), Set.of(), Optional.of(error));
  }
}

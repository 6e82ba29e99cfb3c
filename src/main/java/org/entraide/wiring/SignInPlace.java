package org.entraide.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.entraide.cli.shell.ExitCode;
import org.entraide.cli.shell.SystemEdge;
import org.entraide.cli.shell.UserError;
import org.entraide.config.Configuration;
import org.entraide.config.StateSettings;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.DatabaseTokens;
import org.entraide.google.auth.FileTokens;
import org.entraide.google.auth.TokenSeal;
import org.entraide.google.auth.TokenStore;
import org.entraide.group.TokenShelf;
import org.entraide.journal.sql.JournalProblem;

/**
 * Where people's sign-ins are kept, as the configuration says: in the state directory, or, sealed,
 * in the database where other machines find them.
 */
public final class SignInPlace {

  private SignInPlace() {}

  /** What may find a database away. */
  @FunctionalInterface
  public interface DatabaseQuery<T> {
    T ask() throws IOException;
  }

  /** An action without a result that may find the database away. */
  @FunctionalInterface
  public interface DatabaseAction {
    void perform() throws IOException;
  }

  /**
   * The place for a command, which opens the database whenever it needs it.
   *
   * @throws UserError if the key or the database's password does not do
   */
  public static TokenStore of(Configuration configuration) {
    return of(
        configuration,
        () -> {
          try {
            return new PerUseTokenShelf(Journals.server(configuration));
          } catch (JournalProblem e) {
            throw JournalWords.userError(e);
          }
        });
  }

  /**
   * The place for a process that has the database open.
   *
   * @param shelf is asked only where tokens are kept in the database
   * @throws UserError if the key does not do
   */
  static TokenStore of(Configuration configuration, Supplier<TokenShelf> shelf) {
    StateSettings state = configuration.state();
    Optional<Path> key = state.journal().flatMap(url -> state.tokenKeyFile());
    if (key.isEmpty()) {
      return new FileTokens(state.directory());
    }
    try {
      TokenSeal seal = TokenSeal.of(key.get(), SystemEdge.random());
      return new DatabaseTokens(shelf.get(), seal, SystemEdge.clock());
    } catch (CredentialProblem e) {
      throw new UserError(ExitCode.CONFIGURATION, e.words());
    }
  }

  /** Asks, and turns a problem with the database into words for a person. */
  public static <T> T query(DatabaseQuery<T> query) throws IOException {
    try {
      return query.ask();
    } catch (JournalProblem e) {
      throw JournalWords.userError(e);
    }
  }

  /** Performs an action, and turns a problem with the database into words for a person. */
  public static void perform(DatabaseAction action) throws IOException {
    query(
        () -> {
          action.perform();
          return true;
        });
  }
}

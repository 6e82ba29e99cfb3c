package org.entraide.google.auth;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.entraide.text.Message;

/**
 * The tokens of people who signed in. Any number of processes may use one at once: a token is
 * replaced as a whole.
 *
 * <p>Every method may throw {@link java.io.UncheckedIOException} where the place of the tokens is
 * away for now.
 */
public interface TokenStore {

  /** How old the answer of {@link #recent} may be. */
  Duration RECENT = Duration.ofSeconds(10);

  /** What distinguishes versions of a person's token. */
  record Stamp(Object version) {}

  /**
   * A token of the store.
   *
   * @param place where it is, in words for a message that name no person
   * @param token empty where it cannot be read
   * @param problem why it cannot be read; empty where it can
   */
  record StoredToken(String place, Optional<PersonToken> token, Optional<TokenProblem> problem) {}

  /** Where a person's token is, whether or not there is one: names no person. */
  String place(String account);

  /** The version of a person's token; empty where there is none. */
  Optional<Stamp> stamp(String account);

  /** The version of a person's token, {@link #RECENT} old at most: cheap enough for each use. */
  Optional<Stamp> recent(String account);

  /** Why nobody's token can even be looked for; empty where that is not so. */
  Optional<Message> blocked();

  /**
   * Reads a person's token; empty where there is none.
   *
   * @throws TokenProblem if it cannot be read, is cut off, or is somebody else's
   */
  Optional<PersonToken> read(String account) throws TokenProblem;

  /** Every token, readable or not, in the order of their names. */
  List<StoredToken> all() throws IOException;

  /** Keeps a token in place of the one that was there. */
  void write(PersonToken token) throws IOException;

  /**
   * Keeps a token unless somebody else has written or removed the person's since.
   *
   * @param seen the version that the token came from
   * @return whether it was kept
   */
  boolean write(PersonToken token, Stamp seen) throws IOException;

  /**
   * Removes a person's token, readable or not.
   *
   * @return whether there was one
   */
  boolean remove(String account) throws IOException;
}

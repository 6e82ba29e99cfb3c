package org.entraide.google.auth;

import com.google.api.client.http.HttpTransport;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.UserCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.entraide.google.wire.AllowedCalls;
import org.entraide.google.wire.ForbiddenCallException;
import org.entraide.google.wire.GuardedTransport;
import org.entraide.google.wire.Wire;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Access tokens of one person who signed in. What is kept of that is looked at before each use, so
 * that a new sign-in, or its being taken back, counts at once (where machines share it, within
 * seconds) and without a restart. One that is refused for good is asked for again after an hour, or
 * when what is kept has changed, and not before.
 */
final class PersonTokens {

  static final Duration AFTER_REFUSAL = Duration.ofHours(1);

  private static final Logger log = LoggerFactory.getLogger(PersonTokens.class);

  private final TokenStore store;
  private final String account;
  private final OauthClient client;
  private final RefreshTokenTap tap;
  private final HttpTransport transport;
  private final InstantSource clock;
  private final TokenFailures failures;
  private @Nullable Loaded loaded;
  private @Nullable Refused refused;

  /**
   * @param account the person's address
   * @param wire to the token endpoint
   */
  PersonTokens(
      TokenStore store, String account, OauthClient client, Wire wire, InstantSource clock) {
    this.store = store;
    this.account = account;
    this.client = client;
    this.tap = new RefreshTokenTap(wire);
    this.transport = new GuardedTransport(AllowedCalls.tokens(client.tokenUri()), tap);
    this.clock = clock;
    this.failures = new TokenFailures(TokenRefusals.ofPerson(client));
  }

  private record Loaded(TokenStore.Stamp stamp, PersonToken token, UserCredentials credentials) {}

  private record Refused(TokenStore.Stamp stamp, Message words, Instant until) {}

  private interface Request {
    void run(UserCredentials credentials) throws IOException;
  }

  /** Whether the person signed in for these scopes; a file that is broken counts as well. */
  synchronized boolean covers(Collection<String> scopes) {
    try {
      if (look(store::recent).isEmpty()) {
        return false;
      }
      return load().token().scopes().containsAll(scopes);
    } catch (RemoteFailure e) {
      return true; // so that the next request for a token says what is wrong
    }
  }

  /**
   * Returns a token.
   *
   * @param scopes what it is for
   */
  synchronized String token(Collection<String> scopes) throws RemoteFailure {
    AccessToken token = ask(scopes, UserCredentials::refreshIfExpired).getAccessToken();
    if (token == null || token.getTokenValue() == null || token.getTokenValue().isEmpty()) {
      throw failures.garbled();
    }
    return token.getTokenValue();
  }

  /** Asks for a new token, whether or not there is one. */
  synchronized void refresh(Collection<String> scopes) throws RemoteFailure {
    ask(scopes, UserCredentials::refresh);
  }

  private UserCredentials ask(Collection<String> scopes, Request request) throws RemoteFailure {
    Loaded now = load();
    if (!now.token().scopes().containsAll(scopes)) {
      throw TokenFailures.refused(Message.of("google.refused.not_for_this"));
    }
    Refused lastRefusal = refused;
    if (lastRefusal != null
        && lastRefusal.stamp().equals(now.stamp())
        && clock.instant().isBefore(lastRefusal.until())) {
      throw RemoteFailure.of(Kind.SIGN_IN, lastRefusal.words());
    }
    try {
      request.run(now.credentials());
    } catch (ForbiddenCallException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      RemoteFailure failure = failures.translate(e);
      if (failure.kind() == Kind.SIGN_IN) {
        if (!look(store::stamp).equals(Optional.of(now.stamp()))) {
          return ask(scopes, request); // another process was given a newer one meanwhile
        }
        refused = new Refused(now.stamp(), failure.words(), clock.instant().plus(AFTER_REFUSAL));
      }
      throw failure;
    }
    refused = null;
    tap.take().ifPresent(newer -> keep(now, newer));
    return now.credentials();
  }

  private Loaded load() throws RemoteFailure {
    Optional<TokenStore.Stamp> recent = look(store::recent);
    Loaded cached = loaded;
    if (recent.isPresent() && cached != null && cached.stamp().equals(recent.get())) {
      return cached;
    }
    loaded = null;
    // what is read belongs to the version of now
    Optional<TokenStore.Stamp> now = recent.isEmpty() ? recent : look(store::stamp);
    if (now.isEmpty()) {
      refused = null;
      throw absent();
    }
    cached = read(now.get());
    loaded = cached;
    return cached;
  }

  private Optional<TokenStore.Stamp> look(Function<String, Optional<TokenStore.Stamp>> how)
      throws RemoteFailure {
    try {
      return how.apply(account);
    } catch (UncheckedIOException e) {
      throw TokenFailures.away(e);
    }
  }

  private Loaded read(TokenStore.Stamp stamp) throws RemoteFailure {
    PersonToken token;
    try {
      token = store.read(account).orElseThrow(this::absent);
    } catch (TokenProblem e) {
      throw TokenFailures.refused(e.words());
    } catch (UncheckedIOException e) {
      throw TokenFailures.away(e);
    }
    if (!token.clientId().equals(client.id())) {
      throw TokenFailures.refused(
          Message.of("google.refused.other_client").with("file", client.file().toString()));
    }
    return new Loaded(stamp, token, credentials(token, null));
  }

  private RemoteFailure absent() {
    return TokenFailures.refused(
        store.blocked().orElseGet(() -> Message.of("google.refused.nobody")));
  }

  private UserCredentials credentials(PersonToken token, @Nullable AccessToken access) {
    UserCredentials.Builder builder =
        UserCredentials.newBuilder()
            .setClientId(client.id())
            .setClientSecret(client.secret())
            .setRefreshToken(token.refreshToken())
            .setTokenServerUri(client.tokenUri())
            .setHttpTransportFactory(() -> transport);
    if (access != null) {
      builder.setAccessToken(access);
    }
    return builder.build();
  }

  /** Keeps a newer refresh token: at once in memory, since the older may be dead already. */
  private void keep(Loaded used, String newer) {
    if (newer.equals(used.token().refreshToken())) {
      return;
    }
    PersonToken token = used.token().rotated(newer);
    TokenStore.Stamp stamp = used.stamp();
    try {
      if (!store.write(token, stamp)) {
        loaded = null; // a newer sign-in, or none any more: the next look finds out
        return;
      }
      stamp = store.stamp(account).orElse(stamp);
    } catch (IOException | UncheckedIOException e) {
      log.warn(
          "a renewed sign-in could not be kept in {}: {}",
          store.place(account),
          e.getClass().getSimpleName());
    }
    loaded = new Loaded(stamp, token, credentials(token, used.credentials().getAccessToken()));
  }
}

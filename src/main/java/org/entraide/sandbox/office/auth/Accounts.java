package org.entraide.sandbox.office.auth;

import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.http.Caller;
import org.jspecify.annotations.Nullable;

/** Who may sign in, by which key or consent, and the tokens that are out. */
public final class Accounts {

  /** What Google says of a fresh access token: an hour, less a second. */
  static final Duration LIFETIME = Duration.ofSeconds(3599);

  /** What a consent to an app in testing lasts. */
  static final Duration TESTING = Duration.ofDays(7);

  private final InstantSource clock;
  private final RandomGenerator random;
  private Switches switches = Switches.usual();
  private final Map<String, ServiceAccount> services = new LinkedHashMap<>();
  private final Map<String, Set<String>> people = new LinkedHashMap<>();
  private final Map<String, String> clients = new LinkedHashMap<>();
  private final Map<String, Access> access = new HashMap<>();
  private final Map<String, Grant> refresh = new HashMap<>();
  private final Map<String, Code> codes = new HashMap<>();

  /**
   * @param delegated the scopes that domain-wide delegation grants, by the person acted for
   */
  record ServiceAccount(
      String email, String keyId, PublicKey key, Map<String, Set<String>> delegated) {}

  /**
   * What a person allowed a client.
   *
   * @param until when it ends by itself; empty for never
   */
  record Grant(String email, String client, Set<String> scopes, Optional<Instant> until) {}

  /**
   * A consent that waits for its exchange.
   *
   * @param lasting whether the exchange gives a refresh token
   */
  record Code(Grant grant, String redirectUri, String challenge, boolean lasting) {}

  /**
   * How sign-ins of people go.
   *
   * @param testing whether the app is in testing, so that every consent ends after seven days
   * @param rotating whether each refresh gives a new refresh token and ends the old one
   * @param lasting whether a consent gives a refresh token at all
   */
  public record Switches(boolean testing, boolean rotating, boolean lasting) {

    /** Published, one refresh token for good. */
    public static Switches usual() {
      return new Switches(false, false, true);
    }
  }

  private record Access(Caller caller, Instant until) {}

  /**
   * @param clock by which tokens expire
   * @param random where tokens come from
   */
  public Accounts(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** By which tokens expire. */
  InstantSource clock() {
    return clock;
  }

  /**
   * Adds a service account, which owns no mailbox.
   *
   * @param key the public half of the RSA key that its assertions are signed with
   */
  public synchronized Accounts serviceAccount(String email, String keyId, PublicKey key) {
    services.put(email, new ServiceAccount(email, keyId, key, new LinkedHashMap<>()));
    return this;
  }

  /** Adds a person, who can be a subject of delegation or consent. */
  public synchronized Accounts person(String email) {
    people.putIfAbsent(email, Set.of());
    return this;
  }

  /**
   * Lets a service account act for a person within these scopes (domain-wide delegation).
   *
   * @throws IllegalArgumentException if there is no such service account
   */
  public synchronized Accounts delegation(
      String serviceAccount, String person, Set<String> scopes) {
    ServiceAccount service = services.get(serviceAccount);
    if (service == null) {
      throw new IllegalArgumentException("There is no such service account.");
    }
    person(person);
    service.delegated().put(person, Set.copyOf(scopes));
    return this;
  }

  /** Takes a delegation back; tokens that are out stay valid until they expire, as with Google. */
  public synchronized void withdrawDelegation(String serviceAccount, String person) {
    Optional.ofNullable(services.get(serviceAccount)).ifPresent(s -> s.delegated().remove(person));
  }

  /** Adds an OAuth client of the installed kind. */
  public synchronized Accounts client(String id, String secret) {
    clients.put(id, secret);
    return this;
  }

  /** Notes a person's consent and returns its refresh token. */
  public synchronized String refreshToken(String person, String client, Set<String> scopes) {
    person(person);
    String token = "1//" + opaque(48);
    refresh.put(token, grant(person, client, scopes));
    return token;
  }

  private Grant grant(String person, String client, Set<String> scopes) {
    Optional<Instant> until =
        switches.testing() ? Optional.of(clock.instant().plus(TESTING)) : Optional.empty();
    return new Grant(person, client, Set.copyOf(scopes), until);
  }

  /** Gives a new refresh token for one that is good, which ends. */
  synchronized String rotate(String token) {
    Grant grant = refresh.remove(token);
    if (grant == null) {
      throw new IllegalArgumentException("There is no such token.");
    }
    String newer = "1//" + opaque(48);
    refresh.put(newer, grant);
    return newer;
  }

  /** How sign-ins go from now on. */
  public synchronized void switches(Switches wanted) {
    this.switches = wanted;
  }

  synchronized Switches switches() {
    return switches;
  }

  /**
   * Notes a person's consent and returns the code that a client exchanges for tokens, once.
   *
   * @param challenge base64url of the SHA-256 of the verifier (PKCE, RFC 7636, method S256)
   */
  public synchronized String authorizationCode(
      String person, String client, Set<String> scopes, String redirectUri, String challenge) {
    return authorizationCode(person, client, scopes, redirectUri, challenge, true);
  }

  synchronized String authorizationCode(
      String person,
      String client,
      Set<String> scopes,
      String redirectUri,
      String challenge,
      boolean offline) {
    person(person);
    String code = "4/0" + opaque(36);
    codes.put(
        code,
        new Code(
            grant(person, client, scopes), redirectUri, challenge, offline && switches.lasting()));
    return code;
  }

  /**
   * Takes back what a token grants: with a refresh token all that its client holds for the person,
   * with an access token that one alone.
   *
   * @return whether there was such a token
   */
  synchronized boolean giveBack(String token) {
    Grant grant = refresh.get(token);
    if (grant == null) {
      return access.remove(token) != null;
    }
    refresh
        .values()
        .removeIf(g -> g.email().equals(grant.email()) && g.client().equals(grant.client()));
    expire(grant.email());
    return true;
  }

  /** Issues an access token, which is good for {@link #LIFETIME}. */
  public synchronized String accessToken(String account, Set<String> scopes) {
    access.values().removeIf(known -> !known.until().isAfter(clock.instant()));
    String token = "ya29." + opaque(72);
    access.put(token, new Access(new Caller(account, scopes), clock.instant().plus(LIFETIME)));
    return token;
  }

  /** Makes every access token of an account invalid, as if its hour were over. */
  public synchronized void expire(String account) {
    access.values().removeIf(token -> token.caller().account().equals(account));
  }

  /** Takes every consent of a person back: refresh tokens, codes and access tokens die at once. */
  public synchronized void revoke(String account) {
    expire(account);
    refresh.values().removeIf(grant -> grant.email().equals(account));
    codes.values().removeIf(code -> code.grant().email().equals(account));
  }

  /** Whether a person allows a client anything. */
  public synchronized boolean hasConsented(String account) {
    return refresh.values().stream().anyMatch(grant -> grant.email().equals(account));
  }

  /** The e-mail addresses of people and service accounts, in the order added. */
  public synchronized List<String> addresses() {
    List<String> all = new ArrayList<>(services.keySet());
    all.addAll(people.keySet());
    return all;
  }

  /** Whose token this is, while it is good. */
  public synchronized Optional<Caller> caller(String token) {
    return Optional.ofNullable(access.get(token))
        .filter(known -> known.until().isAfter(clock.instant()))
        .map(Access::caller);
  }

  synchronized Optional<ServiceAccount> service(String email) {
    return Optional.ofNullable(services.get(email));
  }

  synchronized boolean isPerson(String email) {
    return people.containsKey(email);
  }

  synchronized Optional<String> secret(String client) {
    return Optional.ofNullable(clients.get(client));
  }

  synchronized Optional<Grant> grant(@Nullable String refreshToken) {
    return Optional.ofNullable(refresh.get(refreshToken))
        .filter(grant -> grant.until().filter(end -> !end.isAfter(clock.instant())).isEmpty());
  }

  /** The people who may consent. */
  synchronized List<String> people() {
    return List.copyOf(people.keySet());
  }

  /** Something unguessable. */
  synchronized String secret() {
    return opaque(24);
  }

  /** Takes a code: a second exchange finds nothing. */
  synchronized Optional<Code> take(String code) {
    return Optional.ofNullable(codes.remove(code));
  }

  private String opaque(int bytes) {
    byte[] raw = new byte[bytes];
    random.nextBytes(raw);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
  }
}

package org.entraide.google.auth;

import com.google.api.client.http.HttpTransport;
import com.google.auth.oauth2.ServiceAccountCredentials;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.RefusalAdvice;
import org.entraide.google.wire.Scopes;
import org.entraide.google.wire.Wire;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * As whom Google is asked: a service account, people who signed in, or both. Each person's tokens
 * are kept once for all uses.
 */
public final class GoogleIdentities {

  private final Optional<ServiceAccountCredentials> robot;
  private final Optional<OauthClient> client;
  private final Optional<String> owner;
  private final Optional<TokenStore> store;
  private final GoogleAccess access;
  private final Wire wire;
  private final InstantSource clock;
  private final Map<String, PersonTokens> people = new ConcurrentHashMap<>();

  private GoogleIdentities(
      GoogleAccess access,
      Optional<ServiceAccountCredentials> robot,
      Optional<OauthClient> client,
      Wire wire,
      InstantSource clock) {
    this.access = access;
    this.robot = robot;
    this.client = client;
    this.owner = access.account();
    this.store = access.tokens();
    this.wire = wire;
    this.clock = clock;
  }

  public static GoogleIdentities open(GoogleAccess access, Wire wire, InstantSource clock)
      throws CredentialProblem {
    Optional<OauthClient> client = Optional.empty();
    if (access.client().isPresent()) {
      client = Optional.of(OauthClient.open(access.client().get()));
    }
    if (OauthClient.isIn(access.credentials())) {
      if (access.account().isEmpty()) {
        throw new CredentialProblem(
            access.credentials(),
            "google.credentials.nobody",
            Message.of("google.fix.name_account"));
      }
      return new GoogleIdentities(access, Optional.empty(), client, wire, clock);
    }
    ServiceAccountCredentials robot = CredentialFile.open(access.credentials());
    return new GoogleIdentities(access, Optional.of(robot), client, wire, clock);
  }

  public URI[] tokenEndpoints() {
    List<URI> endpoints = new ArrayList<>();
    robot.ifPresent(it -> endpoints.add(it.getTokenServerUri()));
    client.ifPresent(it -> endpoints.add(it.tokenUri()));
    return endpoints.toArray(URI[]::new);
  }

  public boolean isPerson() {
    return robot.isEmpty();
  }

  /** Whom documents are shared with. */
  public String account() {
    return robot.map(ServiceAccountCredentials::getClientEmail).or(() -> owner).orElse("");
  }

  /** The Google Cloud project to which the credentials belong; the account where none is named. */
  public String project() {
    return robot
        .map(ServiceAccountCredentials::getProjectId)
        .or(() -> client.map(OauthClient::project))
        .filter(project -> !project.isEmpty())
        .orElse(account());
  }

  public RefusalAdvice advice() {
    return robot.map(GoogleIdentities::advice).orElseGet(RefusalAdvice::person);
  }

  private static RefusalAdvice advice(ServiceAccountCredentials robot) {
    return new RefusalAdvice(robot.getClientEmail(), String.valueOf(robot.getClientId()));
  }

  /**
   * Tokens for sheets and forms.
   *
   * @param transport for a service account's
   */
  public AccessTokens documents(HttpTransport transport) throws CredentialProblem {
    return robot.isPresent()
        ? robot(robot.get(), Scopes.DOCUMENTS, null, transport)
        : person(account(), Scopes.DOCUMENTS);
  }

  /** Tokens for making forms, with the identity that reads sheets and forms. */
  public AccessTokens making(HttpTransport transport) throws CredentialProblem {
    return robot.isPresent()
        ? robot(robot.get(), Scopes.CREATE_FORMS, null, transport)
        : person(account(), Scopes.CREATE_FORMS);
  }

  /** Tokens for a delegate's mailbox. */
  public AccessTokens mailbox(String delegate, HttpTransport transport) {
    Optional<SignedInTokens> own =
        client.flatMap(c -> store.map(s -> signedIn(s, c, delegate, Scopes.MAILBOX)));
    if (robot.isEmpty()) {
      return own.orElseThrow(() -> new IllegalStateException("Nobody can be asked as."));
    }
    AccessTokens delegation = delegation(delegate, Scopes.MAILBOX, transport);
    return own.<AccessTokens>map(tokens -> new DelegateTokens(tokens, delegation))
        .orElse(delegation);
  }

  /** Tokens of the service account that acts for a delegate. */
  public AccessTokens delegation(String delegate, List<String> scopes, HttpTransport transport) {
    return robot(robot.orElseThrow(), scopes, delegate, transport);
  }

  /** Tokens of somebody who signed in. */
  public SignedInTokens person(String account, List<String> scopes) throws CredentialProblem {
    if (client.isEmpty() || store.isEmpty()) {
      throw new CredentialProblem(
          access.credentials(), "google.credentials.beside", Message.of("google.fix.name_client"));
    }
    return signedIn(store.get(), client.get(), account, scopes);
  }

  private SignedInTokens signedIn(
      TokenStore tokens, OauthClient with, String account, List<String> scopes) {
    PersonTokens person =
        people.computeIfAbsent(
            account.toLowerCase(Locale.ROOT),
            it -> new PersonTokens(tokens, it, with, wire, clock));
    return new SignedInTokens(person, scopes);
  }

  private static AccessTokens robot(
      ServiceAccountCredentials robot,
      List<String> scopes,
      @Nullable String subject,
      HttpTransport transport) {
    ServiceAccountCredentials.Builder builder = robot.toBuilder();
    builder.setScopes(scopes);
    if (subject != null) {
      builder.setServiceAccountUser(subject);
    }
    builder.setHttpTransportFactory(() -> transport);
    // It would sleep 1, 2 and 4 seconds by itself; Attempts does that, with the daemon's sleeper.
    builder.setDefaultRetriesEnabled(false);
    TokenRefusals refusals =
        TokenRefusals.ofServiceAccount(advice(robot), String.valueOf(robot.getClientId()));
    return new GoogleTokens(builder.build(), new TokenFailures(refusals));
  }
}

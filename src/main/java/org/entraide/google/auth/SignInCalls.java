package org.entraide.google.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.UrlEncodedContent;
import com.google.api.services.gmail.Gmail;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.AllowedCalls;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.AuthorizedRequests;
import org.entraide.google.wire.GoogleFailures;
import org.entraide.google.wire.GuardedTransport;
import org.entraide.google.wire.HttpWire;
import org.entraide.google.wire.LongTextJson;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.RefusalAdvice;
import org.entraide.google.wire.RetryTimes;
import org.entraide.google.wire.Wire;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.resilience.Sleeper;
import org.entraide.text.Message;

/** What signing in asks of Google: tokens for a code, whose they are, and their end. */
public final class SignInCalls {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_BYTES = 64 * 1024;
  private static final Message EXCHANGING = Message.of("google.doing.exchange");

  private final OauthClient client;
  private final String gmailRoot;
  private final HttpTransport transport;
  private final Attempts attempts;

  private SignInCalls(
      OauthClient client,
      Optional<URI> endpoint,
      Wire wire,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random) {
    this.client = client;
    AllowedCalls.Roots roots = new GoogleAccess(client.file(), endpoint).roots();
    this.gmailRoot = roots.gmail();
    this.transport =
        new GuardedTransport(AllowedCalls.of(roots, client.tokenUri(), client.revokeUri()), wire);
    this.attempts =
        new Attempts(
            clock,
            sleeper,
            random,
            new GoogleFailures(new RetryTimes(clock, random), RefusalAdvice.person()));
  }

  /**
   * Calls over real HTTP.
   *
   * @param endpoint instead of Gmail's own; tokens still come from the client's file
   */
  public static SignInCalls overHttp(
      OauthClient client,
      Optional<URI> endpoint,
      InstantSource clock,
      Sleeper sleeper,
      RandomGenerator random) {
    return new SignInCalls(client, endpoint, new HttpWire(), clock, sleeper, random);
  }

  /**
   * What a code was exchanged for.
   *
   * @param refreshToken empty where Google gave none
   * @param scopes what was granted, which may be less than was asked
   * @param lifetime of the refresh token, where it ends by itself
   * @param address of the person who consented, where that was asked for
   */
  public record Granted(
      String accessToken,
      String refreshToken,
      Set<String> scopes,
      Optional<Duration> lifetime,
      Optional<String> address) {

    @Override
    public String toString() {
      return "Granted"; // no secret in any message
    }
  }

  /** The result of revoking a token. */
  public enum Revoked {
    DONE,
    /** The token was not valid any more. */
    UNKNOWN
  }

  private record Reply(int status, JsonNode body) {

    String text(String key) {
      return body.path(key).asText("");
    }
  }

  /**
   * Exchanges a code, once: it dies by being used.
   *
   * @param askedScopes the scopes, granted as they are where the answer does not say
   * @throws RemoteFailure UNAVAILABLE, SIGN_IN where the code is refused, NOT_FOUND where the
   *     client is
   */
  public Granted exchange(
      String code, String verifier, String redirectUri, Collection<String> askedScopes)
      throws RemoteFailure {
    Reply reply =
        post(
            client.tokenUri(),
            Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                client.id(),
                "client_secret",
                client.secret(),
                "code",
                code,
                "code_verifier",
                verifier,
                "redirect_uri",
                redirectUri),
            EXCHANGING);
    if (reply.status() != 200) {
      throw refused(reply);
    }
    if (reply.text("access_token").isEmpty()) {
      throw unavailable(
          EXCHANGING,
          Message.of("google.why.garbled_host").with("host", client.tokenUri().getHost()));
    }
    String scope = reply.text("scope");
    long seconds = reply.body().path("refresh_token_expires_in").asLong(0);
    return new Granted(
        reply.text("access_token"),
        reply.text("refresh_token"),
        new TreeSet<>(scope.isEmpty() ? askedScopes : Arrays.asList(scope.split(" "))),
        seconds > 0 ? Optional.of(Duration.ofSeconds(seconds)) : Optional.empty(),
        address(reply.text("id_token")));
  }

  private RemoteFailure refused(Reply reply) {
    String error = reply.text("error");
    if (reply.status() >= 500 || reply.status() == 429) {
      return unavailable(EXCHANGING, http("google.why.token_http", reply));
    }
    return switch (error) {
      case "invalid_client", "deleted_client", "unauthorized_client", "redirect_uri_mismatch" ->
          refused(
              Kind.NOT_FOUND,
              Message.of("google.signin.client").with("file", client.file().toString()));
      case "invalid_grant" -> refused(Kind.SIGN_IN, Message.of("google.signin.code"));
      default -> refused(Kind.SIGN_IN, http("google.signin.http", reply));
    };
  }

  private static RemoteFailure refused(Kind kind, Message why) {
    return RemoteFailure.of(kind, Operation.failure(EXCHANGING, why));
  }

  private static Message http(String key, Reply reply) {
    return Message.of(key).with("code", String.valueOf(reply.status()));
  }

  /**
   * The address in an ID token. It came straight from the token endpoint, so that its signature
   * need not be checked (OpenID Connect Core §3.1.3.7, 6).
   */
  private static Optional<String> address(String idToken) {
    String[] parts = idToken.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      JsonNode claims =
          JSON.readTree(
              new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
      return Optional.of(claims.path("email").asText("")).filter(email -> !email.isEmpty());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty(); // then nobody knows who consented, and that is said
    }
  }

  /**
   * Whose mailbox a token opens, as Gmail says.
   *
   * @param accessToken for a scope of Gmail
   */
  public String mailboxAddress(String accessToken) throws RemoteFailure {
    AccessTokens tokens = new Fixed(accessToken);
    Gmail gmail =
        new Gmail.Builder(transport, new LongTextJson(), new AuthorizedRequests(tokens))
            .setRootUrl(gmailRoot)
            .setApplicationName("Entraide")
            .build();
    String address =
        attempts.run(
            Operation.read("google.doing.mailbox.whose", Operation.Target.MAILBOX),
            tokens,
            () -> gmail.users().getProfile("me").execute().getEmailAddress());
    return address == null ? "" : address;
  }

  /** A token that is good or not. */
  private record Fixed(String token) implements AccessTokens {
    @Override
    public void refresh() {
      // a fresh one was refused: asking again with the same says so
    }
  }

  /**
   * Gives a sign-in back: all that this client holds for the person dies at once.
   *
   * @throws RemoteFailure if it is not known whether Google has done it
   */
  public Revoked revoke(String refreshToken) throws RemoteFailure {
    Message doing = Message.of("google.doing.revoke");
    Reply reply = post(client.revokeUri(), Map.of("token", refreshToken), doing);
    if (reply.status() == 200) {
      return Revoked.DONE;
    }
    if (reply.status() == 400 && reply.text("error").equals("invalid_token")) {
      return Revoked.UNKNOWN;
    }
    throw unavailable(doing, http("google.why.it_http", reply));
  }

  private Reply post(URI to, Map<String, String> form, Message doing) throws RemoteFailure {
    try {
      HttpRequest request =
          transport
              .createRequestFactory()
              .buildPostRequest(new GenericUrl(to), new UrlEncodedContent(form));
      request.setThrowExceptionOnExecuteError(false);
      request.setNumberOfRetries(0);
      request.setFollowRedirects(false);
      request.setLoggingEnabled(false);
      request.setCurlLoggingEnabled(false);
      HttpResponse response = request.execute();
      try (InputStream body = response.getContent()) {
        return new Reply(
            response.getStatusCode(), body == null ? none() : parse(body.readNBytes(MOST_BYTES)));
      }
    } catch (IOException e) {
      throw unavailable(
          doing,
          Message.of("google.why.host")
              .with("host", to.getHost())
              .with("error", e.getClass().getSimpleName()));
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      return json == null ? none() : json;
    } catch (IOException e) {
      return none(); // a front end's HTML, or cut off: the status has to do
    }
  }

  private static JsonNode none() {
    return MissingNode.getInstance();
  }

  private static RemoteFailure unavailable(Message doing, Message why) {
    return RemoteFailure.of(
        Kind.UNAVAILABLE, Operation.failure(doing, why, Message.of("google.fix.network")));
  }
}

package org.entraide.google.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.api.client.http.HttpResponseException;
import com.google.auth.Retryable;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.entraide.google.wire.GoogleFailures;
import org.entraide.google.wire.Operation;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.entraide.text.Worded;
import org.jspecify.annotations.Nullable;

/**
 * Turns what google-auth throws into a {@link RemoteFailure}. Its exception says by {@link
 * Retryable} whether to ask again; why is in the JSON of the HTTP exception that caused it (RFC
 * 6749 §5.2).
 */
final class TokenFailures {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

  /** Refusals that pass: nobody has to sign in again. */
  private static final Set<String> TOO_MUCH =
      Set.of("rate_limit_exceeded", "quota_exceeded", "slow_down", "temporarily_unavailable");

  private static final Message DOING = Message.of("google.doing.token");

  private final TokenRefusals refusals;

  TokenFailures(TokenRefusals refusals) {
    this.refusals = refusals;
  }

  RemoteFailure translate(Exception thrown) {
    HttpResponseException http = cause(thrown, HttpResponseException.class);
    if (http == null && cause(thrown, SSLException.class) != null) {
      return unavailable(GoogleFailures.NO_TRUST);
    }
    if (http == null) {
      return unavailable(Message.of("google.why.unheard"));
    }
    boolean mayRetry = thrown instanceof Retryable r && r.isRetryable();
    if (mayRetry || !REFUSALS.contains(http.getStatusCode())) {
      return unavailable(
          Message.of("google.why.token_http").with("code", String.valueOf(http.getStatusCode())));
    }
    JsonNode body = body(http);
    String error = body.path("error").asText("");
    if (TOO_MUCH.contains(error)) {
      return unavailable(Message.of("google.why.token_much"));
    }
    String words = body.path("error_description").asText("");
    String subtype = body.path("error_subtype").asText("");
    return refused(refusals.why(error, words, subtype));
  }

  /** What is kept of sign-ins cannot be looked at for now. */
  static RemoteFailure away(UncheckedIOException why) {
    return RemoteFailure.of(Kind.UNAVAILABLE, Operation.failure(DOING, Worded.of(why)));
  }

  RemoteFailure garbled() {
    return unavailable(Message.of("google.why.no_token"));
  }

  /**
   * A sign-in that cannot be used.
   *
   * @param why a clause, and what to do
   */
  static RemoteFailure refused(Message why) {
    return RemoteFailure.of(Kind.SIGN_IN, Operation.failure(DOING, why));
  }

  private static RemoteFailure unavailable(Message why) {
    return RemoteFailure.of(
        Kind.UNAVAILABLE, Operation.failure(DOING, why, Message.of("google.fix.later")));
  }

  private static JsonNode body(HttpResponseException http) {
    String content = http.getContent();
    if (content == null) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(content);
    } catch (JsonProcessingException e) {
      // A front end's HTML: the status has to do.
      return MissingNode.getInstance();
    }
  }

  private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return type.cast(t);
      }
    }
    return null;
  }
}

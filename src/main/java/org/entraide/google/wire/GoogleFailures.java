package org.entraide.google.wire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.entraide.text.Message;
import org.jspecify.annotations.Nullable;

/**
 * Turns every exception of Google's clients into a {@link RemoteFailure}: by HTTP code, then {@code
 * status}, then {@code details[].reason}, then {@code errors[].reason}. Google's own words are read
 * and never passed on, and neither are parsers' messages: both quote what people wrote.
 */
public final class GoogleFailures {

  private static final Set<String> RATE_REASONS =
      Set.of(
          "RATE_LIMIT_EXCEEDED",
          "rateLimitExceeded",
          "userRateLimitExceeded",
          "quotaExceeded",
          "dailyLimitExceeded");

  /** Why no connection was made that nobody else can read. */
  public static final Message NO_TRUST = Message.of("google.why.untrusted");

  private static final Message LATER = Message.of("google.fix.later");

  private final RetryTimes retryTimes;
  private final RefusalAdvice advice;

  /**
   * @param advice to somebody whose {@link AccessTokens} have none
   */
  public GoogleFailures(RetryTimes retryTimes, RefusalAdvice advice) {
    this.retryTimes = retryTimes;
    this.advice = advice;
  }

  /** These words with the caller's advice. */
  GoogleFailures advising(RefusalAdvice other) {
    return new GoogleFailures(retryTimes, other);
  }

  /** Translates what a call threw. */
  RemoteFailure translate(Operation operation, Exception thrown) {
    if (thrown instanceof RemoteFailure failure) {
      return failure;
    }
    if (thrown instanceof ApiRefusal refusal) {
      return refused(operation, refusal);
    }
    if (thrown instanceof IOException broken) {
      return broken(operation, broken);
    }
    // Google's parsers throw NullPointerException or IllegalArgumentException on a body cut short.
    return unavailable(operation, operation.write(), "google.why.garbled", null);
  }

  private RemoteFailure refused(Operation operation, ApiRefusal refusal) {
    int code = refusal.code();
    if (isThrottle(refusal)) {
      Instant retryAt = retryTimes.after(refusal);
      Message words =
          operation.failed(
              http("google.why.throttled", code),
              Message.of("google.fix.at").with("at", retryAt.toString()));
      return new RemoteFailure(Kind.THROTTLED, false, retryAt, words, null);
    }
    return switch (code) {
      case 400, 413, 501 -> bad(operation, refusal);
      case 401 -> fail(Kind.SIGN_IN, operation, "google.why.signed_out", advice.signIn());
      case 403 ->
          fail(Kind.PERMISSION, operation, why403(refusal), advice.denied(operation, refusal));
      case 404, 410 ->
          fail(Kind.NOT_FOUND, operation, "google.why.missing", advice.missing(operation));
      case 409, 412 ->
          fail(Kind.CONFLICT, operation, "google.why.changed", Message.of("google.fix.again"));
      default -> unavailable(operation, operation.write(), http("google.why.http", code), null);
    };
  }

  private static boolean isThrottle(ApiRefusal refusal) {
    if (refusal.code() == 429 || refusal.status().equals("RESOURCE_EXHAUSTED")) {
      return true;
    }
    // 403 is both "too fast" and "not yours", and only the reason says which.
    return refusal.code() == 403
        && (RATE_REASONS.contains(refusal.reason())
            || refusal.words().startsWith("Quota exceeded for quota metric"));
  }

  private RemoteFailure bad(Operation operation, ApiRefusal refusal) {
    String words = refusal.words().toLowerCase(Locale.ROOT);
    if (words.contains("protected cell")) {
      return fail(Kind.PERMISSION, operation, "google.why.protected", advice.protectedCell());
    }
    if (refusal.status().equals("FAILED_PRECONDITION")
        && operation.target() == Operation.Target.MAILBOX) {
      return fail(Kind.PERMISSION, operation, "google.why.no_mailbox", advice.mailbox());
    }
    if (operation.target() == Operation.Target.FORM && words.contains("revision")) {
      return fail(
          Kind.CONFLICT, operation, "google.why.edited", Message.of("google.fix.run_again"));
    }
    if (tellsOfAChange(words)) {
      return changed(operation, words);
    }
    return RemoteFailure.of(
        Kind.REJECTED,
        operation.failed(
            http("google.why.rejected", refusal.code()).with("status", refusal.status()),
            Message.of("google.fix.bug")));
  }

  /** Whether tabs or columns are not as they were read. */
  private static boolean tellsOfAChange(String words) {
    return words.contains("unable to parse range")
        || words.contains("no grid with id")
        || words.contains("exceeds grid limits")
        || words.contains("already exists")
        || words.contains("beyond the last");
  }

  private static RemoteFailure changed(Operation operation, String words) {
    // A range is only asked for to read back, so it may be found bad after the effect.
    boolean maybe = operation.write() && words.contains("unable to parse range");
    return new RemoteFailure(
        Kind.CONFLICT,
        maybe,
        null,
        operation.failed(Message.of("google.why.moved"), Message.of("google.fix.read_again")),
        null);
  }

  private static String why403(ApiRefusal refusal) {
    return switch (refusal.reason()) {
      case "SERVICE_DISABLED", "accessNotConfigured" -> "google.why.api_off";
      case "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions" -> "google.why.scope";
      default -> "google.why.denied";
    };
  }

  private RemoteFailure broken(Operation operation, IOException thrown) {
    if (thrown instanceof ConnectException && thrown.getCause() instanceof SSLException) {
      return unavailable(operation, false, NO_TRUST, thrown);
    }
    if (thrown instanceof ConnectException || thrown instanceof UnknownHostException) {
      return unavailable(operation, false, "google.why.no_connection", thrown);
    }
    if (thrown instanceof SocketTimeoutException) {
      return unavailable(operation, operation.write(), "google.why.late", thrown);
    }
    if (thrown instanceof SocketException || thrown instanceof SSLException) {
      return unavailable(operation, operation.write(), "google.why.broke", thrown);
    }
    return unavailable(operation, operation.write(), "google.why.incomplete", null);
  }

  private static RemoteFailure unavailable(
      Operation operation, boolean maybeApplied, String why, @Nullable Throwable cause) {
    return unavailable(operation, maybeApplied, Message.of(why), cause);
  }

  private static RemoteFailure unavailable(
      Operation operation, boolean maybeApplied, Message why, @Nullable Throwable cause) {
    Message fix = maybeApplied ? Message.of("google.fix.later_unknown") : LATER;
    return new RemoteFailure(
        Kind.UNAVAILABLE, maybeApplied, null, operation.failed(why, fix), cause);
  }

  private static Message http(String key, int code) {
    return Message.of(key).with("code", String.valueOf(code));
  }

  /**
   * @param why the key of a clause
   */
  private static RemoteFailure fail(Kind kind, Operation operation, String why, Message fix) {
    return RemoteFailure.of(kind, operation.failed(Message.of(why), fix));
  }
}

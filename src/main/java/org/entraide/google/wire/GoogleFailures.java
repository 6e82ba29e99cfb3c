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
import org.entraide.campaign.port.RemoteFailure;
import org.entraide.campaign.port.RemoteFailure.Kind;
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
  public static final String NO_TRUST =
      "no connection to Google can be trusted (TLS): the clock of this machine or its certificates"
          + " are wrong, or something in between opens connections";

  private final RetryTimes retryTimes;
  private final RefusalAdvice advice;

  /**
   * @param advice to somebody whose {@link AccessTokens} have none
   */
  public GoogleFailures(RetryTimes retryTimes, RefusalAdvice advice) {
    this.retryTimes = retryTimes;
    this.advice = advice;
  }

  /** The same words, with the caller's advice. */
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
    return unavailable(operation, operation.write(), "the answer was garbled", null);
  }

  private RemoteFailure refused(Operation operation, ApiRefusal refusal) {
    int code = refusal.code();
    if (isThrottle(refusal)) {
      Instant retryAt = retryTimes.after(refusal);
      String message =
          operation.doing()
              + " failed: Google's quota is used up for now (HTTP "
              + code
              + "). It will be tried again at "
              + retryAt
              + ".";
      return new RemoteFailure(Kind.THROTTLED, false, retryAt, message, null);
    }
    return switch (code) {
      case 400, 413, 501 -> bad(operation, refusal);
      case 401 ->
          fail(Kind.SIGN_IN, operation, "Google does not accept the sign-in", advice.signIn());
      case 403 ->
          fail(Kind.PERMISSION, operation, why403(refusal), advice.denied(operation, refusal));
      case 404, 410 ->
          fail(
              Kind.NOT_FOUND, operation, "it does not exist (any more)", advice.missing(operation));
      case 409, 412 ->
          fail(
              Kind.CONFLICT,
              operation,
              "something else changed it at the same time",
              "It will be tried again.");
      default -> unavailable(operation, operation.write(), "Google answered HTTP " + code, null);
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
      return fail(
          Kind.PERMISSION,
          operation,
          "a cell is protected against changes",
          advice.protectedCell());
    }
    if (refusal.status().equals("FAILED_PRECONDITION")
        && operation.target() == Operation.Target.MAILBOX) {
      return fail(
          Kind.PERMISSION,
          operation,
          "there is no such mailbox for this account",
          advice.mailbox());
    }
    if (operation.target() == Operation.Target.FORM && words.contains("revision")) {
      return fail(
          Kind.CONFLICT,
          operation,
          "somebody edited it at the same time",
          "Run the command again.");
    }
    if (tellsOfAChange(words)) {
      return changed(operation, words);
    }
    return fail(
        Kind.REJECTED,
        operation,
        "Google refused the request as wrong (HTTP "
            + refusal.code()
            + " "
            + refusal.status()
            + ")",
        "This is a bug of this program: please report it.");
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
        operation.doing()
            + " failed: tabs or columns have changed since they were read. It will be read"
            + " again and tried anew.",
        null);
  }

  private static String why403(ApiRefusal refusal) {
    return switch (refusal.reason()) {
      case "SERVICE_DISABLED", "accessNotConfigured" ->
          "this API is not switched on in the Google Cloud project";
      case "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions" ->
          "the sign-in does not include the permission (scope) for it";
      default -> "this account may not do it";
    };
  }

  private RemoteFailure broken(Operation operation, IOException thrown) {
    if (thrown instanceof ConnectException && thrown.getCause() instanceof SSLException) {
      return unavailable(operation, false, NO_TRUST, thrown);
    }
    if (thrown instanceof ConnectException || thrown instanceof UnknownHostException) {
      return unavailable(operation, false, "no connection to Google", thrown);
    }
    if (thrown instanceof SocketTimeoutException) {
      return unavailable(operation, operation.write(), "no answer came in time", thrown);
    }
    if (thrown instanceof SocketException || thrown instanceof SSLException) {
      return unavailable(operation, operation.write(), "the connection broke", thrown);
    }
    return unavailable(operation, operation.write(), "the answer was incomplete or garbled", null);
  }

  private static RemoteFailure unavailable(
      Operation operation, boolean maybeApplied, String why, @Nullable Throwable cause) {
    String unknown = maybeApplied ? " Whether it was done is not known." : "";
    return new RemoteFailure(
        Kind.UNAVAILABLE,
        maybeApplied,
        null,
        operation.doing() + " failed: " + why + "." + unknown + " It will be tried again later.",
        cause);
  }

  private static RemoteFailure fail(Kind kind, Operation operation, String why, String fix) {
    return RemoteFailure.of(kind, operation.doing() + " failed: " + why + ". " + fix);
  }
}

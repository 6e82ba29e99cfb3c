package org.entraide.faults;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;

/** What goes wrong with a request. Where nothing is said of its effect, there is none. */
enum Fault {
  BAD_REQUEST(
      "400", Blow.refused(400, "INVALID_ARGUMENT", "Bad.", "badRequest", "invalid_request")),
  PRECONDITION(
      "400 precondition",
      Blow.refused(
          400,
          "FAILED_PRECONDITION",
          "Precondition check failed.",
          "failedPrecondition",
          "invalid_grant")),
  UNAUTHENTICATED(
      "401", Blow.refused(401, "UNAUTHENTICATED", "Invalid.", "authError", "invalid_client")),
  FORBIDDEN(
      "403 forbidden", Blow.refused(403, "PERMISSION_DENIED", "No.", "forbidden", "access_denied")),
  NO_SCOPE(
      "403 scope",
      Blow.refused(
          403,
          "PERMISSION_DENIED",
          "Insufficient Permission",
          "insufficientPermissions/ACCESS_TOKEN_SCOPE_INSUFFICIENT",
          "invalid_scope")),
  NOT_ENABLED(
      "403 API off",
      Blow.refused(
          403,
          "PERMISSION_DENIED",
          "It is disabled.",
          "accessNotConfigured/SERVICE_DISABLED",
          "disabled_client")),
  DOMAIN_POLICY(
      "403 policy",
      Blow.refused(
          403,
          "PERMISSION_DENIED",
          "The domain administrators have disabled Gmail apps.",
          "domainPolicy",
          "admin_policy_enforced")),
  NOT_DELEGATED(
      "403 delegation",
      Blow.refused(403, "PERMISSION_DENIED", "Delegation denied for", "", "unauthorized_client")),
  RATE(
      "403 rate",
      Blow.refused(
          403, "PERMISSION_DENIED", "Too fast.", "rateLimitExceeded", "rate_limit_exceeded")),
  USER_RATE(
      "403 user's rate",
      Blow.refused(
          403, "PERMISSION_DENIED", "Too fast.", "userRateLimitExceeded", "rate_limit_exceeded")),
  RATE_IN_WORDS(
      "403 rate in words",
      Blow.refused(
          403,
          "PERMISSION_DENIED",
          "Quota exceeded for quota metric 'Total Query Cost' and limit 'x' of consumer",
          "",
          "rate_limit_exceeded")),
  QUOTA(
      "403 quota",
      Blow.refused(403, "PERMISSION_DENIED", "Used.", "quotaExceeded", "quota_exceeded")),
  DAY(
      "403 today",
      Blow.refused(403, "PERMISSION_DENIED", "Used.", "dailyLimitExceeded", "quota_exceeded")),
  NOT_FOUND("404", Blow.refused(404, "NOT_FOUND", "Not found.", "notFound", "not_found")),
  CONFLICT("409", Blow.refused(409, "ABORTED", "Aborted.", "aborted", "aborted")),
  THROTTLED("429", Blow.throttled(now -> "", now -> "Quota exceeded")),
  THROTTLED_SHORTLY("429, Retry-After 3", Blow.throttled(now -> "3", now -> "Quota exceeded")),
  THROTTLED_LONGER("429, Retry-After 120", Blow.throttled(now -> "120", now -> "Quota exceeded")),
  THROTTLED_IN_WORDS(
      "429, 10 min in words",
      Blow.throttled(
          now -> "",
          now -> "User-rate limit exceeded.  Retry after " + Instant.parse(now).plusSeconds(600))),
  INTERNAL("500", Blow.refused(500, "INTERNAL", "Internal.", "backendError", "internal_failure")),
  BAD_GATEWAY("502 HTML", Blow.page(502)),
  UNAVAILABLE("503", Blow.refused(503, "UNAVAILABLE", "Away.", "backendError", "backend_error")),
  UNAVAILABLE_AFTER("503 after the effect", Blow.denied(503)),
  HTML("HTML for JSON", Blow.page(200)),
  TRUNCATED(
      "truncated after the effect",
      Blow.cut(() -> new IOException("the answer broke off"), Duration.ZERO)),
  EMPTY("empty after the effect", Blow.spoilt(body -> new byte[0])),
  WRONG_TYPE("wrong type after the effect", Blow.misnamed()),
  UNKNOWN_FIELDS("unknown fields", Blow.rewritten(Bodies::withUnknownFields)),
  NULLS("nulls inside", Blow.rewritten(Bodies::withNulls)),
  ALL_NULL("only nulls", Blow.rewritten(Bodies::emptied)),
  SLOW_HEADERS(
      "slow headers", Blow.after(() -> new SocketTimeoutException("timed out"), Blow.PATIENCE)),
  SLOW_BODY("slow body", Blow.cut(() -> new SocketTimeoutException("timed out"), Blow.PATIENCE)),
  RESET_BEFORE("reset before", Blow.before(() -> new SocketException("Connection reset"))),
  RESET_AFTER(
      "reset after the effect",
      Blow.after(() -> new SocketException("Connection reset"), Duration.ZERO)),
  NO_NAME(
      "DNS failure", Blow.before(() -> Blow.unsent(new UnknownHostException("google.example")))),
  NO_TRUST("TLS failure", Blow.before(() -> Blow.unsent(new SSLHandshakeException("PKIX path")))),
  CLOCK_FAST("clock an hour fast", Blow.misdated(), Duration.ofHours(1)),
  CLOCK_SLOW("clock an hour slow", Blow.misdated(), Duration.ofHours(-1));

  /** Those that the daemon takes for the same as others, once their words are read. */
  private static final Set<Fault> LIKE_OTHERS =
      EnumSet.of(
          PRECONDITION,
          NO_SCOPE,
          NOT_ENABLED,
          DOMAIN_POLICY,
          NOT_DELEGATED,
          RATE,
          USER_RATE,
          RATE_IN_WORDS,
          QUOTA,
          THROTTLED_LONGER,
          THROTTLED_IN_WORDS,
          INTERNAL,
          BAD_GATEWAY,
          WRONG_TYPE,
          UNKNOWN_FIELDS,
          ALL_NULL,
          SLOW_BODY,
          NO_TRUST);

  /** Those that show what becomes of it when they last. */
  private static final Set<Fault> LASTING =
      EnumSet.of(
          UNAUTHENTICATED,
          FORBIDDEN,
          NOT_FOUND,
          DAY,
          UNAVAILABLE,
          UNAVAILABLE_AFTER,
          HTML,
          NULLS,
          SLOW_HEADERS,
          NO_NAME,
          CLOCK_FAST);

  private final String words;

  @SuppressWarnings("ImmutableEnumChecker") // each is a function of its request
  private final Blow blow;

  private final Duration skew;

  Fault(String words, Blow blow) {
    this(words, blow, Duration.ZERO);
  }

  Fault(String words, Blow blow, Duration skew) {
    this.words = words;
    this.blow = blow;
    this.skew = skew;
  }

  String words() {
    return words;
  }

  Blow blow() {
    return blow;
  }

  /** Whether the daemon tells it from every other fault. */
  boolean isItsOwn() {
    return !LIKE_OTHERS.contains(this);
  }

  /** Whether it shows what becomes of it when it lasts. */
  boolean isTriedLasting() {
    return LASTING.contains(this);
  }

  /**
   * Whether Google says that the request is wrong, which is a bug of the daemon's to be told of.
   */
  boolean isBlame() {
    return this == BAD_REQUEST || this == PRECONDITION;
  }

  /** By how much the daemon's clock is ahead of Google's meanwhile. */
  Duration skew() {
    return skew;
  }
}

package org.entraide.sandbox.office.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.entraide.sandbox.office.auth.TokenService;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.ApiTimes;
import org.entraide.sandbox.office.http.HostCheck;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;

/** The bodies of faults, as they were recorded from Google. */
final class FaultBodies {

  private static final String TYPE = "type.googleapis.com/google.rpc.";
  private static final String PROJECT = "603366585132";

  private FaultBodies() {}

  /** What the client gets instead of the answer. */
  static OfficeResponse spoil(
      Rule rule, String kind, OfficeRequest request, OfficeResponse answer) {
    return switch (rule.effect()) {
      case DELAY, TRUNCATE, DROP -> answer;
      case EMPTY -> new OfficeResponse(answer.status(), answer.headers(), new byte[0]);
      case WRONG_TYPE -> {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("Content-Type", "text/html; charset=UTF-8");
        yield new OfficeResponse(answer.status(), headers, answer.body());
      }
      case BAD_GATEWAY ->
          HostCheck.html(
              502,
              "Server Error",
              "The server encountered a temporary error and could not complete your request."
                  + "<p>Please try again in 30 seconds.");
      case INTERNAL -> kind.equals("token") ? tokenFailure() : error(rule, kind, request);
      default -> error(rule, kind, request);
    };
  }

  private static OfficeResponse tokenFailure() {
    return TokenService.refusal(500, "internal_failure", "");
  }

  private static OfficeResponse error(Rule rule, String kind, OfficeRequest request) {
    return OfficeResponse.refusal(
        exception(rule, kind), !request.parameter("$.xgafv").orElse("1").equals("2"));
  }

  private static ApiException exception(Rule rule, String kind) {
    return switch (rule.effect()) {
      case READ_QUOTA -> quota("Read", true);
      case WRITE_QUOTA -> quota("Write", true);
      case READ_QUOTA_PROJECT -> quota("Read", false);
      case WRITE_QUOTA_PROJECT -> quota("Write", false);
      case GMAIL_RATE, GMAIL_DAILY, GMAIL_CONCURRENT, GMAIL_RETRY_AFTER -> gmail(rule);
      case UNAUTHENTICATED -> ApiException.unauthenticated();
      case FORBIDDEN -> ApiException.forbidden();
      case SERVICE_DISABLED -> disabled(kind);
      case NOT_FOUND -> ApiException.notFound();
      case ABORTED -> plain(409, "ABORTED", "The operation was aborted.", "aborted", "global");
      case UNAVAILABLE ->
          plain(
              503,
              "UNAVAILABLE",
              "The service is currently unavailable.",
              "backendError",
              "global");
      default -> plain(500, "INTERNAL", "Internal error encountered.", "backendError", "global");
    };
  }

  private static ApiException gmail(Rule rule) {
    return switch (rule.effect()) {
      case GMAIL_RATE ->
          plain(
              403,
              "PERMISSION_DENIED",
              "Quota exceeded for quota metric 'Total Query Cost' and limit 'Units per minute per"
                  + " user' of service 'gmail.googleapis.com' for consumer 'project_number:"
                  + PROJECT
                  + "'.",
              "rateLimitExceeded",
              "usageLimits");
      case GMAIL_DAILY ->
          plain(
              403,
              "PERMISSION_DENIED",
              "Daily Limit Exceeded",
              "dailyLimitExceeded",
              "usageLimits");
      case GMAIL_CONCURRENT ->
          plain(
              429,
              "RESOURCE_EXHAUSTED",
              "Too many concurrent requests for user",
              "rateLimitExceeded",
              "usageLimits");
      default ->
          plain(
              429,
              "RESOURCE_EXHAUSTED",
              "User-rate limit exceeded.  Retry after " + ApiTimes.millis(rule.retryAfter()),
              "rateLimitExceeded",
              "usageLimits");
    };
  }

  private static ApiException plain(
      int code, String status, String message, String reason, String domain) {
    return new ApiException(code, status, message, reason, domain, List.of());
  }

  private static ApiException quota(String what, boolean user) {
    String limit = what + " requests per minute" + (user ? " per user" : "");
    String message =
        ("Quota exceeded for quota metric '%s requests' and limit '%s' of service"
                + " 'sheets.googleapis.com' for consumer 'project_number:%s'.")
            .formatted(what, limit, PROJECT);
    ObjectNode info = info("RATE_LIMIT_EXCEEDED");
    info.putObject("metadata")
        .put("quota_limit_value", user ? "60" : "300")
        .put("service", "sheets.googleapis.com")
        .put("consumer", "projects/" + PROJECT)
        .put("quota_unit", user ? "1/min/{project}/{user}" : "1/min/{project}")
        .put("quota_location", "global")
        .put("quota_metric", "sheets.googleapis.com/" + what.toLowerCase(Locale.ROOT) + "_requests")
        .put("quota_limit", what + "RequestsPerMinutePer" + (user ? "User" : "Project"));
    ObjectNode help =
        help(
            "Request a higher quota limit.",
            "https://cloud.google.com/docs/quotas/help/request_increase");
    return new ApiException(
        429, "RESOURCE_EXHAUSTED", message, "rateLimitExceeded", "global", List.of(info, help));
  }

  private static ApiException disabled(String kind) {
    String service = kind.substring(0, Math.max(0, kind.indexOf('.')));
    String name = service + ".googleapis.com";
    String url =
        "https://console.developers.google.com/apis/api/" + name + "/overview?project=" + PROJECT;
    String message =
        "The API %s has not been used in project %s before or it is disabled. Enable it by visiting"
                .formatted(name, PROJECT)
            + " "
            + url
            + " then retry.";
    ObjectNode info = info("SERVICE_DISABLED");
    info.putObject("metadata")
        .put("service", name)
        .put("consumer", "projects/" + PROJECT)
        .put("activationUrl", url);
    ObjectNode local =
        OfficeJson.object()
            .put("@type", TYPE + "LocalizedMessage")
            .put("locale", "en-US")
            .put("message", message);
    return new ApiException(
        403,
        "PERMISSION_DENIED",
        message,
        "accessNotConfigured",
        "usageLimits",
        List.of(info, local, help("Google developers console API activation", url)));
  }

  private static ObjectNode info(String reason) {
    return OfficeJson.object()
        .put("@type", TYPE + "ErrorInfo")
        .put("reason", reason)
        .put("domain", "googleapis.com");
  }

  private static ObjectNode help(String description, String url) {
    ObjectNode help = OfficeJson.object().put("@type", TYPE + "Help");
    help.putArray("links").addObject().put("description", description).put("url", url);
    return help;
  }
}

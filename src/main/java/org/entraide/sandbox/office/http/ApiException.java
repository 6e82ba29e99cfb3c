package org.entraide.sandbox.office.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the office answers in Google's error shape.
 *
 * <p>Two shapes exist for one fault: {@code $.xgafv=1} (the default here, as Java, PHP and Node
 * clients get it) adds {@code errors[]}, {@code $.xgafv=2} does not.
 */
public final class ApiException extends RuntimeException {

  private static final String CHALLENGE = "Bearer realm=\"https://accounts.google.com/\", ";

  @Serial private static final long serialVersionUID = 1L;

  private final int code;
  private final String status;
  private final @Nullable String reason;
  private final String domain;
  private final transient List<ObjectNode> details;
  private final transient Map<String, String> headers = new LinkedHashMap<>();
  private transient @Nullable ObjectNode entry;

  /**
   * @param code the HTTP status
   * @param status the canonical name, such as {@code INVALID_ARGUMENT}
   * @param reason what {@code errors[0].reason} says; null for no {@code errors[]} in either shape
   * @param details the {@code details[]} of the error, possibly none
   */
  public ApiException(
      int code,
      String status,
      String message,
      @Nullable String reason,
      String domain,
      List<ObjectNode> details) {
    super(message);
    this.code = code;
    this.status = status;
    this.reason = reason;
    this.domain = domain;
    this.details = List.copyOf(details);
  }

  /** 400 INVALID_ARGUMENT. */
  public static ApiException invalid(String message) {
    return new ApiException(400, "INVALID_ARGUMENT", message, "badRequest", "global", List.of());
  }

  /** 404 NOT_FOUND, in the recorded words. */
  public static ApiException notFound() {
    return new ApiException(
        404, "NOT_FOUND", "Requested entity was not found.", "notFound", "global", List.of());
  }

  /** 409 ABORTED: something else is under way. */
  public static ApiException conflict(String message) {
    return new ApiException(409, "ABORTED", message, "aborted", "global", List.of());
  }

  /** 403 PERMISSION_DENIED: this account may not touch this resource. */
  public static ApiException forbidden() {
    return new ApiException(
        403,
        "PERMISSION_DENIED",
        "The caller does not have permission",
        "forbidden",
        "global",
        List.of());
  }

  /** 501: the office does not speak this part of Google's API, and names it. */
  public static ApiException unsupported(String what) {
    return new ApiException(
        501,
        "UNIMPLEMENTED",
        "The embedded office does not support " + what + ".",
        "notImplemented",
        "global",
        List.of());
  }

  /** 400 FAILED_PRECONDITION, in the recorded words. */
  public static ApiException precondition() {
    return new ApiException(
        400,
        "FAILED_PRECONDITION",
        "Precondition check failed.",
        "failedPrecondition",
        "global",
        List.of());
  }

  /** 401: no token, or one that is unknown, expired or revoked. */
  public static ApiException unauthenticated() {
    ApiException refusal =
        new ApiException(
            401,
            "UNAUTHENTICATED",
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login"
                + " cookie or other valid authentication credential. See"
                + " https://developers.google.com/identity/sign-in/web/devconsole-project.",
            "authError",
            "global",
            List.of());
    refusal.entry =
        entry("Invalid Credentials", "global", "authError")
            .put("location", "Authorization")
            .put("locationType", "header");
    refusal.headers.put("WWW-Authenticate", CHALLENGE + "error=\"invalid_token\"");
    return refusal;
  }

  /**
   * 403: the token was granted none of the scopes that the method takes.
   *
   * @param service such as {@code gmail.googleapis.com}
   * @param method such as {@code caribou.api.proto.MailboxService.GetProfile}
   */
  public static ApiException insufficientScope(
      String service, String method, Set<String> accepted) {
    ObjectNode info =
        JsonNodeFactory.instance
            .objectNode()
            .put("@type", "type.googleapis.com/google.rpc.ErrorInfo")
            .put("reason", "ACCESS_TOKEN_SCOPE_INSUFFICIENT")
            .put("domain", "googleapis.com");
    info.putObject("metadata").put("service", service).put("method", method);
    ApiException refusal =
        new ApiException(
            403,
            "PERMISSION_DENIED",
            "Request had insufficient authentication scopes.",
            "insufficientPermissions",
            "global",
            List.of(info));
    refusal.entry = entry("Insufficient Permission", "global", "insufficientPermissions");
    String scopes = String.join(" ", accepted.stream().sorted().toList());
    refusal.headers.put(
        "WWW-Authenticate", CHALLENGE + "error=\"insufficient_scope\", scope=\"" + scopes + "\"");
    return refusal;
  }

  private static ObjectNode entry(String message, String domain, String reason) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("message", message)
        .put("domain", domain)
        .put("reason", reason);
  }

  public int code() {
    return code;
  }

  public String status() {
    return status;
  }

  /** The headers that an answer has beside those of every answer. */
  Map<String, String> headers() {
    return headers;
  }

  /**
   * The error as Google's JSON.
   *
   * @param withErrors whether to add {@code errors[]}
   */
  ObjectNode json(boolean withErrors) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", code).put("message", getMessage());
    if (withErrors && reason != null) {
      error
          .putArray("errors")
          .add(entry == null ? entry(String.valueOf(getMessage()), domain, reason) : entry);
    }
    error.put("status", status);
    if (!details.isEmpty()) {
      details.forEach(error.withArray("details")::add);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return body;
  }
}

package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the office answers in Google's error shape.
 *
 * <p>Two shapes exist for one fault: {@code $.xgafv=1} (the default here, as Java, PHP and Node
 * clients get it) adds {@code errors[]}, {@code $.xgafv=2} does not.
 */
public final class ApiException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int code;
  private final String status;
  private final @Nullable String reason;
  private final String domain;
  private final transient List<ObjectNode> details;

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

  public int code() {
    return code;
  }

  public String status() {
    return status;
  }

  /**
   * Renders the error.
   *
   * @param withErrors whether to add {@code errors[]}
   */
  public OfficeResponse toResponse(boolean withErrors) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    error.put("code", code).put("message", getMessage());
    if (withErrors && reason != null) {
      error
          .putArray("errors")
          .addObject()
          .put("message", getMessage())
          .put("domain", domain)
          .put("reason", reason);
    }
    error.put("status", status);
    if (!details.isEmpty()) {
      details.forEach(error.withArray("details")::add);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("error", error);
    return OfficeResponse.json(code, body);
  }
}

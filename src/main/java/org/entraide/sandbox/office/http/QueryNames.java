package org.entraide.sandbox.office.http;

import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.http.JsonSchema.Violation;

/** Refuses query parameters that a method does not have, as Google does. */
public final class QueryNames {

  /** Those that every method of every service takes. */
  private static final Set<String> GLOBAL =
      Set.of(
          "$.xgafv",
          "access_token",
          "alt",
          "callback",
          "fields",
          "key",
          "oauth_token",
          "prettyPrint",
          "quotaUser",
          "uploadType",
          "upload_protocol");

  private QueryNames() {}

  /**
   * Lets through the global parameters and the method's own.
   *
   * @throws ApiException 400 that names each other one
   */
  public static void check(OfficeRequest request, String... own) {
    Set<String> ownNames = Set.of(own);
    List<Violation> violations =
        request.query().keySet().stream()
            .filter(name -> !GLOBAL.contains(name) && !ownNames.contains(name))
            .map(QueryNames::unknown)
            .toList();
    if (!violations.isEmpty()) {
      throw JsonSchema.refusal(violations);
    }
  }

  private static Violation unknown(String name) {
    return new Violation(
        "",
        ("Invalid JSON payload received. Unknown name \"%s\": Cannot bind query parameter. Field"
                + " '%s' could not be found in request message.")
            .formatted(name, name));
  }
}

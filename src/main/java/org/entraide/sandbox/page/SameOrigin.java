package org.entraide.sandbox.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.OfficeRequest;
import org.entraide.sandbox.office.OfficeResponse;
import org.entraide.sandbox.office.PeopleHandler;

/**
 * Refuses every change that a page of somebody else's asks for: a browser would otherwise let any
 * site that is open beside the sandbox send mail and kill the daemon, though never read an answer.
 *
 * <p>Must be the first of the handlers. It looks at no path, so that no spelling of one slips by;
 * Google's paths never come here, and want a token. Programs that are no browsers send neither
 * header and may do everything.
 */
public final class SameOrigin implements PeopleHandler {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  /** Any other is the page itself, or typed by the user, or no browser. */
  private static final Set<String> STRANGERS = Set.of("cross-site", "same-site");

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    boolean stranger = hasOtherOrigin(request) || comesFromAnotherSite(request);
    return stranger && !HARMLESS.contains(request.method())
        ? Optional.of(refusal())
        : Optional.empty();
  }

  private static boolean hasOtherOrigin(OfficeRequest request) {
    String own = "http://" + request.header("Host").orElse("");
    return request.header("Origin").map(origin -> !origin.equalsIgnoreCase(own)).orElse(false);
  }

  private static boolean comesFromAnotherSite(OfficeRequest request) {
    return request
        .header("Sec-Fetch-Site")
        .map(site -> STRANGERS.contains(site.toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private static OfficeResponse refusal() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("code", 403)
        .put("message", "Only the sandbox's own page may change anything here.")
        .put("status", "PERMISSION_DENIED");
    return OfficeResponse.json(403, body);
  }
}

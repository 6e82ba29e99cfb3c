package org.entraide.sandbox.page;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.PeopleHandler;

/**
 * Refuses every change that a browser asks for, unless it is the sandbox's own page that asks: a
 * browser would otherwise let any site that is open beside the sandbox send mail and kill the
 * daemon, though never read an answer.
 *
 * <p>The page is known by its origin and by the token of this start. Must be the first of the
 * handlers. It looks at no path but that of the consent page, so that no spelling of one slips by;
 * Google's other paths never come here, and want their own token. Programs that are no browsers
 * send neither header and may do everything.
 */
public final class SameOrigin implements PeopleHandler {

  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

  /** Any other is the page itself, or typed by the user, or no browser. */
  private static final Set<String> STRANGERS = Set.of("cross-site", "same-site");

  /** The consent page is a separate page without a script; its decision has a separate key. */
  private static final String CONSENT = "/o/oauth2/v2/auth/decide";

  private final PageToken token;

  /**
   * @param token what the page sends with every change
   */
  public SameOrigin(PageToken token) {
    this.token = token;
  }

  @Override
  public Optional<OfficeResponse> handle(OfficeRequest request) {
    if (HARMLESS.contains(request.method())) {
      return Optional.empty();
    }
    if (hasOtherOrigin(request) || comesFromAnotherSite(request)) {
      return Optional.of(refusal("Only the sandbox's own page may change anything here."));
    }
    boolean browser =
        request.header("Origin").isPresent() || request.header("Sec-Fetch-Site").isPresent();
    return browser && !request.rawPath().equals(CONSENT) && !token.isIn(request)
        ? Optional.of(refusal("This page is of another start of the sandbox: reload it."))
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

  private static OfficeResponse refusal(String message) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("error")
        .put("code", 403)
        .put("message", message)
        .put("status", "PERMISSION_DENIED");
    return OfficeResponse.json(403, body);
  }
}

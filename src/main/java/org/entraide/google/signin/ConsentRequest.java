package org.entraide.google.signin;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.entraide.google.auth.OauthClient;

/**
 * The address where a person consents.
 *
 * @param redirectUri where the browser goes afterwards
 * @param state what comes back with it, unguessable
 */
record ConsentRequest(OauthClient client, String redirectUri, String state, Pkce pkce) {

  URI address(String account, Collection<String> scopes) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client.id());
    query.put("redirect_uri", redirectUri);
    query.put("response_type", "code");
    query.put("scope", String.join(" ", scopes));
    query.put("state", state);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    query.put("access_type", "offline"); // a refresh token
    query.put("prompt", "consent"); // another one, although the person consented before
    query.put("login_hint", account);
    String separator = client.authUri().getRawQuery() == null ? "?" : "&";
    return URI.create(client.authUri() + separator + encoded(query));
  }

  private static String encoded(Map<String, String> query) {
    return query.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  @Override
  public String toString() {
    return "ConsentRequest";
  }
}

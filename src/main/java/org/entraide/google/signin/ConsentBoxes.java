package org.entraide.google.signin;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What Google's consent page calls the scopes, so that people find the box that is meant. */
final class ConsentBoxes {

  private static final String AUTH = "https://www.googleapis.com/auth/";

  /** The wordings of developers.google.com/identity/protocols/oauth2/scopes, 2026. */
  private static final Map<String, String> LABELS =
      Map.of(
          AUTH + "gmail.compose",
          "Manage drafts and send emails",
          AUTH + "gmail.metadata",
          "View your email message metadata such as labels and headers, but not the email body",
          AUTH + "spreadsheets",
          "See, edit, create, and delete all your Google Sheets spreadsheets",
          AUTH + "forms.body",
          "See, edit, create, and delete all your Google Forms forms",
          AUTH + "forms.body.readonly",
          "See all your Google Forms forms",
          AUTH + "forms.responses.readonly",
          "See all responses to your Google Forms forms",
          AUTH + "userinfo.email",
          "See your primary Google Account email address");

  private ConsentBoxes() {}

  /** The scopes that were asked for and not granted. */
  static Set<String> unticked(Collection<String> askedScopes, Collection<String> granted) {
    Set<String> missing = new TreeSet<>(askedScopes);
    missing.removeAll(granted);
    return missing;
  }

  /** Such as {@code "See all your Google Forms forms" (forms.body.readonly)}. */
  static String named(Collection<String> scopes) {
    return scopes.stream().map(ConsentBoxes::named).collect(Collectors.joining("; "));
  }

  private static String named(String scope) {
    String word = scope.startsWith(AUTH) ? scope.substring(AUTH.length()) : scope;
    String label = LABELS.get(scope);
    return label == null ? word : "\"" + label + "\" (" + word + ")";
  }
}

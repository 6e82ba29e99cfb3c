package org.entraide.google.wire;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The only calls that may leave the machine. Sending is not among them, in any spelling: a URL has
 * to begin with a known root, and the path after it has to match a pattern as it is, not decoded,
 * so that an odd spelling of a forbidden path is no allowed path either.
 */
public final class AllowedCalls {

  private static final String ID = "[A-Za-z0-9_-]+";
  private static final String SHEET = "v4/spreadsheets/" + ID;
  private static final String FORM = "v1/forms/" + ID;
  private static final String ME = "gmail/v1/users/me/";

  private final List<Rule> rules;

  private AllowedCalls(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Allows what the daemon needs.
   *
   * @param roots of the three services, each ending with a slash
   * @param tokenEndpoints where access tokens are asked for, and given back
   */
  public static AllowedCalls of(Roots roots, URI... tokenEndpoints) {
    List<Rule> rules = new ArrayList<>();
    rules.add(new Rule("GET", roots.sheets(), SHEET));
    rules.add(new Rule("GET", roots.sheets(), SHEET + "/values:batchGet"));
    rules.add(new Rule("POST", roots.sheets(), SHEET + ":getByDataFilter"));
    rules.add(new Rule("POST", roots.sheets(), SHEET + "/values:batchGetByDataFilter"));
    rules.add(new Rule("POST", roots.sheets(), SHEET + ":batchUpdate"));

    rules.add(new Rule("GET", roots.forms(), FORM));
    rules.add(new Rule("GET", roots.forms(), FORM + "/responses"));
    rules.add(new Rule("POST", roots.forms(), "v1/forms"));
    rules.add(new Rule("POST", roots.forms(), FORM + ":batchUpdate"));
    rules.add(new Rule("POST", roots.forms(), FORM + ":setPublishSettings"));

    rules.add(new Rule("GET", roots.gmail(), ME + "profile"));
    rules.add(new Rule("GET", roots.gmail(), ME + "drafts"));
    rules.add(new Rule("POST", roots.gmail(), ME + "drafts"));
    // "send" would be a draft's id here, and Google's own word elsewhere: never let it through.
    rules.add(new Rule("GET", roots.gmail(), ME + "drafts/(?!send$)" + ID));
    rules.add(new Rule("DELETE", roots.gmail(), ME + "drafts/(?!send$)" + ID));
    rules.add(new Rule("GET", roots.gmail(), ME + "messages"));
    rules.add(new Rule("GET", roots.gmail(), ME + "messages/(?!send$)" + ID));
    rules.add(new Rule("GET", roots.gmail(), ME + "threads/" + ID));
    rules.add(new Rule("GET", roots.gmail(), ME + "history"));
    rules.add(new Rule("GET", roots.gmail(), ME + "labels"));

    for (URI endpoint : tokenEndpoints) {
      rules.add(new Rule("POST", endpoint.toString(), ""));
    }
    return new AllowedCalls(rules);
  }

  /** Allows nothing but asking for tokens, or giving them back. */
  public static AllowedCalls tokens(URI... endpoints) {
    return new AllowedCalls(
        Arrays.stream(endpoints).map(it -> new Rule("POST", it.toString(), "")).toList());
  }

  /**
   * Checks a call before it leaves.
   *
   * @param url the whole URL as it will be sent
   * @throws ForbiddenCallException if it is not one of the allowed ones
   */
  void check(String method, String url) {
    if (rules.stream().noneMatch(rule -> rule.allows(method, url))) {
      int query = url.indexOf('?');
      throw new ForbiddenCallException(
          "The call "
              + method
              + " "
              + (query < 0 ? url : url.substring(0, query))
              + " is not one"
              + " that this program may make.");
    }
  }

  /** Checks a header: one that makes a call mean another method would defeat the list. */
  static void checkHeader(String name) {
    if (name.toLowerCase(Locale.ROOT).contains("method-override")) {
      throw new ForbiddenCallException("The header " + name + " would turn a call into another.");
    }
  }

  /** The roots of the services, each ending with a slash. */
  public record Roots(String sheets, String forms, String gmail) {}

  private record Rule(String method, String root, Pattern path) {
    Rule(String method, String root, String path) {
      this(method, root, Pattern.compile(path));
    }

    boolean allows(String method, String url) {
      if (!this.method.equals(method) || !url.startsWith(root) || url.indexOf('#') >= 0) {
        return false;
      }
      int query = url.indexOf('?', root.length());
      String rest = url.substring(root.length(), query < 0 ? url.length() : query);
      return path.matcher(rest).matches();
    }
  }
}

package org.entraide.sandbox.office.auth;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.entraide.sandbox.office.http.OfficeResponse;

/** The consent page: who, what, allow or not. */
final class ConsentPage {

  private ConsentPage() {}

  static OfficeResponse show(
      String ticket, ConsentQuery query, List<String> people, String action) {
    StringBuilder html = new StringBuilder();
    html.append("<h1>An app wants to use your account</h1>\n<p>The client <code>")
        .append(escaped(query.client()))
        .append("</code> asks for the following. This is the sandbox: nobody is asked but you.\n")
        .append("<form method=post action=\"")
        .append(action)
        .append("\">\n<input type=hidden name=ticket value=\"")
        .append(escaped(ticket))
        .append("\">\n<p><label>Account <select name=account>\n");
    for (String person : people) {
      html.append(person.equalsIgnoreCase(query.hint()) ? "<option selected>" : "<option>")
          .append(escaped(person))
          .append("</option>\n");
    }
    html.append("</select></label>\n");
    for (String scope : query.scopes()) {
      html.append("<p><label><input type=checkbox name=scope checked value=\"")
          .append(escaped(scope))
          .append("\"> ")
          .append(escaped(scope))
          .append("</label>\n");
    }
    html.append(
        """
        <p><button name=decision value=allow>Allow</button>
        <button name=decision value=deny>Deny</button>
        </form>
        """);
    return page(200, "Sign in", html.toString());
  }

  static OfficeResponse error(String error, String words) {
    return page(
        400,
        "Access blocked",
        "<h1>Access blocked</h1>\n<p>"
            + escaped(words)
            + "\n<p>Error 400: "
            + escaped(error)
            + "\n");
  }

  private static OfficeResponse page(int status, String title, String body) {
    String html =
        """
        <!DOCTYPE html>
        <html lang=en>
        <meta charset=utf-8>
        <meta name=viewport content="width=device-width">
        <title>%s</title>
        <style>body{font:16px/1.5 sans-serif;max-width:36em;margin:3em auto;padding:0 1em}</style>
        %s\
        """
            .formatted(title, body);
    return OfficeResponse.of(
        status, "text/html; charset=UTF-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}

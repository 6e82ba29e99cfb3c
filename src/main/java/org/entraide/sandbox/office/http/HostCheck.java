package org.entraide.sandbox.office.http;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Keeps web pages of strangers out: a page whose name was made to resolve to this machine (DNS
 * rebinding) still sends its own name as the host.
 */
public final class HostCheck {

  private static final Pattern LOCAL =
      Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");

  private HostCheck() {}

  /** A request without the header came by no browser. */
  public static boolean isLocal(OfficeRequest request) {
    return request.header("Host").map(host -> LOCAL.matcher(host).matches()).orElse(true);
  }

  public static OfficeResponse refusal() {
    return html(403, "Forbidden", "The office serves this machine only.");
  }

  public static OfficeResponse notFound() {
    return html(404, "Not Found", "The requested URL was not found on this server.");
  }

  /** An error page as Google's front end makes it, short of its ornaments. */
  public static OfficeResponse html(int status, String name, String words) {
    String page =
        """
        <!DOCTYPE html>
        <html lang=en>
          <meta charset=utf-8>
          <title>Error %1$d (%2$s)!!1</title>
          <p><b>%1$d.</b> <ins>That’s an error.</ins>
          <p>%3$s  <ins>That’s all we know.</ins>
        """
            .formatted(status, name, words);
    return OfficeResponse.of(
        status, "text/html; charset=UTF-8", page.getBytes(StandardCharsets.UTF_8));
  }
}

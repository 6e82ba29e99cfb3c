package org.entraide.google.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What came back from the browser. */
sealed interface BrowserAnswer
    permits BrowserAnswer.Code,
        BrowserAnswer.Refused,
        BrowserAnswer.Foreign,
        BrowserAnswer.Nothing {

  /** The person said yes. */
  record Code(String code) implements BrowserAnswer {
    @Override
    public String toString() {
      return "Code";
    }
  }

  /**
   * The person, or Google, said no.
   *
   * @param error such as {@code access_denied}
   */
  record Refused(String error) implements BrowserAnswer {}

  /** It answers another sign-in than this one. */
  record Foreign() implements BrowserAnswer {}

  /** Nobody will paste anything any more. */
  record Nothing() implements BrowserAnswer {}

  /** What Google's codes are made of; the address bar may show the slash as {@code %2F}. */
  Pattern BARE_CODE = Pattern.compile("[0-9A-Za-z._~/%-]{10,512}");

  /**
   * Reads the query of the address that a browser landed on.
   *
   * @param query still encoded, without the question mark
   * @param state what this sign-in gave out
   * @return empty for what is no answer at all
   */
  static Optional<BrowserAnswer> ofQuery(@Nullable String query, String state) {
    Optional<Map<String, String>> parsed = parse(query == null ? "" : query);
    if (parsed.isEmpty()) {
      return Optional.empty();
    }
    String code = parsed.get().getOrDefault("code", "");
    String error = parsed.get().getOrDefault("error", "");
    if (code.isEmpty() && error.isEmpty()) {
      return Optional.empty();
    }
    if (!isSame(parsed.get().getOrDefault("state", ""), state)) {
      return Optional.of(new Foreign());
    }
    return Optional.of(error.isEmpty() ? new Code(code) : new Refused(error));
  }

  /**
   * Reads what a person pasted: the whole address, or the code alone, which nothing but PKCE and
   * the person vouches for.
   *
   * @return empty for what is neither
   */
  static Optional<BrowserAnswer> ofPasted(String line, String state) {
    String text = line.strip();
    int question = text.indexOf('?');
    if (question >= 0 || text.contains("code=") || text.contains("error=")) {
      String query = text.substring(question + 1);
      int fragment = query.indexOf('#');
      return ofQuery(fragment < 0 ? query : query.substring(0, fragment), state);
    }
    if (!BARE_CODE.matcher(text).matches()) {
      return Optional.empty();
    }
    return decode(text.replace("+", "%2B")).map(Code::new);
  }

  private static Optional<Map<String, String>> parse(String query) {
    Map<String, String> values = new HashMap<>();
    for (String part : query.split("&", -1)) {
      int equals = part.indexOf('=');
      if (equals > 0) {
        Optional<String> value = decode(part.substring(equals + 1));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.putIfAbsent(part.substring(0, equals), value.get());
      }
    }
    return Optional.of(values);
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a percent sign that means nothing
    }
  }

  private static boolean isSame(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}

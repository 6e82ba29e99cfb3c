package org.entraide.sandbox.office.gmail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.ApiException;

/**
 * Gmail's search box, a part of it: {@code in:} a place, {@code to:}, {@code from:}, {@code *
 * subject:}, {@code rfc822msgid:}, {@code after:} and {@code before:} a second since 1970, and
 * words.
 */
record MailQuery(String text, List<Predicate<MailMessage>> terms) {

  private static final Pattern TERM = Pattern.compile("(?:(\\w+):)?(?:\"([^\"]*)\"|(\\S+))");

  private static final Map<String, String> PLACES =
      Map.of(
          "sent", "SENT", "drafts", "DRAFT", "draft", "DRAFT", "inbox", "INBOX", "trash", "TRASH");

  /**
   * @throws ApiException 501 for an operator that is not understood here
   */
  static MailQuery parse(String text) {
    List<Predicate<MailMessage>> terms = new ArrayList<>();
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
      String operator = matcher.group(1);
      terms.add(term(operator == null ? "" : operator, String.valueOf(value)));
    }
    return new MailQuery(text, terms);
  }

  boolean finds(MailMessage message) {
    return terms.stream().allMatch(term -> term.test(message));
  }

  private static Predicate<MailMessage> term(String operator, String value) {
    return switch (operator) {
      case "" -> m -> holds(m.read().text() + " " + m.read().headerOr("Subject"), value);
      case "in" -> place(value);
      case "to", "from", "subject" -> m -> holds(m.read().headerOr(operator), value);
      case "rfc822msgid" -> m -> strip(m.read().headerOr("Message-ID")).equals(strip(value));
      case "after" -> m -> m.date().isAfter(second(value));
      case "before" -> m -> m.date().isBefore(second(value));
      default -> throw ApiException.unsupported("the search operator '" + operator + ":'");
    };
  }

  private static Predicate<MailMessage> place(String name) {
    String label = PLACES.get(name);
    if (label == null) {
      throw ApiException.unsupported("the search term 'in:" + name + "'");
    }
    return m -> m.has(label);
  }

  private static Instant second(String value) {
    try {
      return Instant.ofEpochSecond(Long.parseLong(value));
    } catch (NumberFormatException e) {
      throw ApiException.unsupported("searches by a date that is no number of seconds");
    }
  }

  private static boolean holds(String where, String what) {
    return where.toLowerCase(Locale.ROOT).contains(what.toLowerCase(Locale.ROOT));
  }

  private static String strip(String messageId) {
    return messageId.replaceAll("[<>\\s]", "");
  }
}

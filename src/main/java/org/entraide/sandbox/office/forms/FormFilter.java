package org.entraide.sandbox.office.forms;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.entraide.sandbox.office.http.ApiException;

/**
 * The only filter that {@code responses.list} knows: {@code timestamp > T} or {@code timestamp >=
 * T}, by the time of the last submission.
 *
 * @param inclusive whether an answer of exactly that time is in
 */
record FormFilter(Instant time, boolean inclusive) {

  /** Lets everything through. */
  static final FormFilter ALL = new FormFilter(Instant.MIN, true);

  private static final Pattern SHAPE = Pattern.compile("^\\s*+timestamp\\s*(>=?)\\s*(\\S+Z)\\s*");

  /**
   * @throws ApiException 400 for anything else
   */
  static FormFilter parse(String text) {
    if (text.isBlank()) {
      return ALL;
    }
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw ApiException.invalid("Request contains an invalid argument.");
    }
    try {
      return new FormFilter(Instant.parse(matcher.group(2)), matcher.group(1).equals(">="));
    } catch (DateTimeParseException e) {
      throw ApiException.invalid("Request contains an invalid argument.");
    }
  }

  boolean lets(FormResponse response) {
    int order = response.submitted().compareTo(time);
    return inclusive ? order >= 0 : order > 0;
  }
}

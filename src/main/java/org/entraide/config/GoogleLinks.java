package org.entraide.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes Google's ids from what people paste: the id, or the whole address of the page. */
final class GoogleLinks {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Pattern SPREADSHEET =
      Pattern.compile(
          "(?:https?://)?docs\\.google\\.com/(?:a/[^/]+/)?spreadsheets/(?:u/\\d+/)?(.*)");
  private static final Pattern FORM =
      Pattern.compile("(?:https?://)?docs\\.google\\.com/(?:a/[^/]+/)?forms/(?:u/\\d+/)?(.*)");
  private static final Pattern OWN = Pattern.compile("d/([A-Za-z0-9_-]{2,})(?:[/?#].*)?");

  private GoogleLinks() {}

  static String spreadsheet(String text) throws BadValue {
    String pasted = text.strip();
    if (FORM.matcher(pasted).matches()) {
      throw new BadValue("config.link.form_not_sheet");
    }
    if (pasted.contains("/d/e/") || pasted.startsWith("2PACX-")) {
      throw new BadValue("config.link.published");
    }
    return id(pasted, SPREADSHEET, "config.link.sheet");
  }

  static String form(String text) throws BadValue {
    String pasted = text.strip();
    if (SPREADSHEET.matcher(pasted).matches()) {
      throw new BadValue("config.link.sheet_not_form");
    }
    if (pasted.contains("/d/e/") || pasted.contains("forms.gle/")) {
      throw new BadValue("config.link.answers");
    }
    return id(pasted, FORM, "config.link.form");
  }

  private static String id(String pasted, Pattern page, String advice) throws BadValue {
    if (ID.matcher(pasted).matches()) {
      return pasted;
    }
    Matcher link = page.matcher(pasted);
    if (link.matches()) {
      Matcher own = OWN.matcher(link.group(1));
      if (own.matches()) {
        return own.group(1);
      }
    }
    throw new BadValue(advice, pasted);
  }
}

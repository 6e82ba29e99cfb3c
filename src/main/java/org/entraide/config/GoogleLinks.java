package org.entraide.config;

import static org.entraide.config.Section.quoted;

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
      throw new BadValue(
          "this is the link of a form; open the spreadsheet that its answers land in and copy that"
              + " page's address");
    }
    if (pasted.contains("/d/e/") || pasted.startsWith("2PACX-")) {
      throw new BadValue(
          "this is the link of a published copy, which cannot be written to; open the spreadsheet"
              + " itself and copy the address that ends in /edit");
    }
    return id(
        pasted,
        SPREADSHEET,
        "write the spreadsheet's address, https://docs.google.com/spreadsheets/d/ID/edit, or its"
            + " ID");
  }

  static String form(String text) throws BadValue {
    String pasted = text.strip();
    if (SPREADSHEET.matcher(pasted).matches()) {
      throw new BadValue(
          "this is the link of a spreadsheet; open the form itself to edit it and copy that page's"
              + " address");
    }
    if (pasted.contains("/d/e/") || pasted.contains("forms.gle/")) {
      throw new BadValue(
          "this is the link that people answer at; open the form itself to edit it and copy the"
              + " address of that page, https://docs.google.com/forms/d/ID/edit");
    }
    return id(
        pasted,
        FORM,
        "write the address at which the form is edited, https://docs.google.com/forms/d/ID/edit,"
            + " or its ID");
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
    throw new BadValue(quoted(pasted) + " holds no ID; " + advice);
  }
}

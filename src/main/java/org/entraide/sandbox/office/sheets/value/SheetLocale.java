package org.entraide.sandbox.office.sheets.value;

import java.util.Locale;

/**
 * What a spreadsheet's locale changes: how numbers and dates are read and written.
 *
 * @param java the locale for Java's own rules
 * @param date the usual date pattern, as in {@code numberFormat.pattern}
 * @param time the usual time pattern
 * @param monthFirst whether 1/2 is in January
 * @param commaDecimal whether 1,5 is one and a half
 */
public record SheetLocale(
    Locale java, String date, String time, boolean monthFirst, boolean commaDecimal) {

  /** From Google's form of it, such as {@code fr_FR}, {@code en_GB} or {@code en_US}. */
  public static SheetLocale of(String name) {
    Locale java = Locale.forLanguageTag(name.replace('_', '-'));
    boolean english = java.getLanguage().equals("en");
    boolean american = english && (java.getCountry().isEmpty() || java.getCountry().equals("US"));
    return american
        ? new SheetLocale(java, "M/d/yyyy", "H:mm:ss", true, false)
        : new SheetLocale(java, "dd/MM/yyyy", "HH:mm:ss", false, !english);
  }

  public boolean isFrench() {
    return java.getLanguage().equals("fr");
  }

  public String dateTime() {
    return date + " " + time;
  }

  public String trueWord() {
    return isFrench() ? "VRAI" : "TRUE";
  }

  public String falseWord() {
    return isFrench() ? "FAUX" : "FALSE";
  }
}

package org.entraide.sandbox.office.sheets.value;

/** What separates the arguments of a formula. */
final class Separators {

  private Separators() {}

  /**
   * A formula as Sheets prints it where a comma is no decimal sign: with commas. Quoted texts,
   * quoted titles of tabs and arrays in braces keep their semicolons.
   */
  static String commas(String formula) {
    StringBuilder printed = new StringBuilder(formula);
    char quote = 0;
    int braces = 0;
    for (int i = 0; i < printed.length(); i++) {
      char sign = printed.charAt(i);
      if (quote != 0) {
        quote = sign == quote ? 0 : quote; // a doubled quote ends and begins again
      } else if (sign == '"' || sign == '\'') {
        quote = sign;
      } else if (sign == '{') {
        braces++;
      } else if (sign == '}') {
        braces--;
      } else if (sign == ';' && braces == 0) {
        printed.setCharAt(i, ',');
      }
    }
    return printed.toString();
  }
}

package org.entraide.table;

import com.google.common.net.UrlEscapers;
import java.util.regex.Pattern;

/**
 * A formula that shows a label and leads somewhere when it is clicked: the only kind of formula
 * that a cell can be given. It can only be made here, from parts of which each is checked or
 * escaped, so that no text of a person becomes a part of the formula.
 *
 * <p>Arguments are separated by semicolons. Google reads them in every locale and prints a comma
 * where the locale has one; a comma is refused ({@code #ERROR!}) where the locale has a decimal
 * comma, as in {@code fr_FR}. Function names are the English ones, which are read in every locale,
 * too. Where Google should read it differently after all, the cell shows an error: see {@link
 * #isShownBy}.
 *
 * <p>Two links are equal when they were made of the same parts. What Google returns of the formula
 * may differ from {@link #text}: references to columns and tabs follow what people do to these.
 */
public final class LinkFormula {

  /** As a spreadsheet counts them: 18,278 columns, the last of them {@code ZZZ}. */
  private static final Pattern COLUMN = Pattern.compile("[A-Z]{1,3}");

  /** {@code 7KQ47}, {@code M-7KQ47}, {@code Q-7KQ47-2}. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?:[A-Z]-)?[0-9A-HJKMNP-TV-Z]{5,6}(?:-[0-9]{1,3})?");

  /** The program's words around a reference. */
  private static final Pattern LABEL = Pattern.compile("[\\p{L}\\p{Nd} ’-]{1,60}");

  /** Nothing that ends a quoted text, and no space. */
  private static final Pattern ADDRESS =
      Pattern.compile("https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:[/?#][A-Za-z0-9._~:/?#@!$&*+,;=%-]*)?");

  private static final String LOST = "#REF!";
  private static final String MAIL = "https://mail.google.com/mail/?authuser=";
  private static final int LETTERS = 26;

  private final String text;
  private final String label;

  private LinkFormula(String target, String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new IllegalArgumentException("This cannot be a link's label.");
    }
    this.label = label;
    this.text = "=HYPERLINK(" + target + ";\"" + label + "\")";
  }

  /**
   * A link to the row of a tab whose cell in a column is a reference, wherever it was sorted to:
   * {@code =HYPERLINK("#gid=7&range=C"&MATCH("7KQ47";'Answers'!$C:$C;0);"Row 7KQ47")}. Without such
   * a row the cell shows {@code #N/A}.
   *
   * @param sheetId the tab's number
   * @param title the tab's title, by which alone a formula can name another tab; apostrophes are
   *     doubled, so that any title stays within its quotes
   * @param column of the references, from 0
   * @param reference of a person, an introduction or a question
   * @param label what the cell shows: letters, digits, spaces and hyphens, at most 60
   * @throws IllegalArgumentException if a part is something else
   */
  public static LinkFormula toRow(
      int sheetId, String title, int column, String reference, String label) {
    if (sheetId < 0 || title.isBlank()) {
      throw new IllegalArgumentException("A link needs a tab.");
    }
    String letters = letters(column);
    String cells = "'" + title.replace("'", "''") + "'!$" + letters + ":$" + letters;
    return new LinkFormula(
        "\"#gid="
            + sheetId
            + "&range="
            + letters
            + "\"&MATCH(\""
            + checked(reference)
            + "\";"
            + cells
            + ";0)",
        label);
  }

  /**
   * A link to what a mailbox has about a reference: drafts and letters with it in their subject.
   *
   * @param account the mailbox's address, of which everything special is escaped
   * @throws IllegalArgumentException if the reference or the label is something else, or the
   *     account is no address
   */
  public static LinkFormula toLetter(String account, String reference, String label) {
    if (account.isBlank() || account.indexOf('@') < 0) {
      throw new IllegalArgumentException("A link to a letter needs a mailbox.");
    }
    String escaped =
        UrlEscapers.urlFormParameterEscaper()
            .escape(account.strip())
            .replace("%40", "@")
            .replace("+", "%20");
    return toUrl(MAIL + escaped + "#search/" + checked(reference), label);
  }

  /**
   * A link to a page of the web.
   *
   * @param url with {@code https}; everything special in it is escaped already
   * @throws IllegalArgumentException if it is something else, or the label is
   */
  public static LinkFormula toUrl(String url, String label) {
    if (!ADDRESS.matcher(url).matches()) {
      throw new IllegalArgumentException("This cannot be a link's address.");
    }
    return new LinkFormula("\"" + url + "\"", label);
  }

  private static String checked(String reference) {
    if (!REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException("A link needs a reference.");
    }
    return reference;
  }

  /** {@code A} for 0, {@code AA} for 26. */
  private static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column; rest >= 0; rest = rest / LETTERS - 1) {
      letters.insert(0, (char) ('A' + rest % LETTERS));
    }
    if (!COLUMN.matcher(letters).matches()) {
      throw new IllegalArgumentException("A link needs a column.");
    }
    return letters.toString();
  }

  /** The formula with its equals sign. */
  public String text() {
    return text;
  }

  /** What the cell shows, and what a read gives as its text. */
  public String label() {
    return label;
  }

  /**
   * Whether a cell that was read may be left as it is: it shows the label, or an error. An error
   * means that the row is gone, or that the sheet reads formulas in another way than is known here;
   * writing the same formula again would give the same error in each cycle.
   */
  public boolean isShownBy(Cell cell) {
    return cell.kind() == Cell.Kind.ERROR || cell.text().equals(label);
  }

  /**
   * Whether a cell says that the tab or column is gone that its formula named: that stays so when
   * the tab is made again, until the formula is written anew.
   */
  public static boolean isLost(Cell cell) {
    return cell.kind() == Cell.Kind.ERROR && cell.text().equals(LOST);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkFormula link && text.equals(link.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** The label alone: an address may be in the rest. */
  @Override
  public String toString() {
    return label;
  }
}

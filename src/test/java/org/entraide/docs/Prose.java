package org.entraide.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a page says in sentences: paragraphs, items of lists and cells of tables, in their order.
 * Code, addresses and what is quoted from elsewhere (buttons, words of the sheet, messages) are not
 * the page's own words: a name is in their place, so that the sentence around them stays one.
 */
final class Prose {

  /** A word in every dictionary, without a gender that shows. */
  static final String QUOTED = "Paris";

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^ *```.*?^ *```$|^ {4,}\\S.*?$|<!--.*?-->");

  private static final Pattern CODE = Pattern.compile("`[^`]+`");
  private static final Pattern TAG = Pattern.compile("<[a-z/][^>]*>");
  private static final Pattern LINK = Pattern.compile("!?\\[([^]]*)]\\([^)]*\\)");
  private static final Pattern FILE =
      Pattern.compile("(?:[\\w-]+/)*[\\w.-]+\\.[a-z]{2,9}\\b|[A-Z]{6,}");

  /** Single asterisks, guillemets, curly and straight quotes. */
  private static final Pattern QUOTE =
      Pattern.compile("(?<!\\*)\\*(?!\\*)[^*|]+\\*(?!\\*)|«[^»]*»|“[^”]*”|\"[^\"\\n]*\"");

  private static final Pattern ITEM = Pattern.compile("(?m)^ *(?:[-*>]|\\d+\\.)(?= |$)");

  private Prose() {}

  static List<String> of(Page page) {
    String text = BLOCK.matcher(page.text()).replaceAll("");
    text = CODE.matcher(ITEM.matcher(text).replaceAll("\n\n")).replaceAll(QUOTED);
    text = LINK.matcher(TAG.matcher(text).replaceAll("")).replaceAll("$1");
    text = text.replace("**", "\u0000");
    text = QUOTE.matcher(text).replaceAll(QUOTED).replace("\u0000", "");
    text = FILE.matcher(text).replaceAll(QUOTED);
    text = text.replace("d’" + QUOTED, "de " + QUOTED).replace("l’" + QUOTED, QUOTED);
    text = text.replaceAll("\\b([Aa])n (?=" + QUOTED + ")", "$1 ");
    List<String> said = new ArrayList<>();
    for (String block : text.split("\n{2,}|(?m)^#+ |\\|", -1)) {
      String line = block.replaceAll("\\s+", " ").strip();
      if (line.split(" ", -1).length > 2) {
        said.add(line);
      }
    }
    return said;
  }
}

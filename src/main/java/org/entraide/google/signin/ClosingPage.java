package org.entraide.google.signin;

import java.util.List;
import org.entraide.text.Texts;

/** What the browser shows at the end, in every language: whose it is, is not known. */
final class ClosingPage {

  private final List<Texts> languages;

  ClosingPage(List<Texts> languages) {
    this.languages = List.copyOf(languages);
  }

  /** How the browser's part ended; how the sign-in did, only the terminal knows. */
  String after(BrowserAnswer answer) {
    return page(answer instanceof BrowserAnswer.Code ? "signin.page.done" : "signin.page.refused");
  }

  String nothingHere() {
    return page("signin.page.nothing");
  }

  private String page(String key) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Entraide</title>\n");
    for (Texts texts : languages) {
      html.append("<p lang=\"").append(texts.get("signin.language")).append("\">");
      html.append(escaped(texts.get(key))).append("</p>\n");
    }
    return html.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}

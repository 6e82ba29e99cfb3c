package org.entraide.sandbox.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * How the page may be looked at: on a screen, in a language, in colours. A build looks at a few of
 * these, so chosen that each screen, language and colour is among them; {@code -Dpage.all=true}
 * looks at all.
 *
 * @param language {@code fr} or {@code en}
 * @param scheme {@code light} or {@code dark}
 */
@NullMarked
record PageMatrix(int width, int height, String language, String scheme) {

  static final boolean ALL = Boolean.getBoolean("page.all");

  static final PageMatrix LARGE = new PageMatrix(1440, 900, "fr", "light");
  static final PageMatrix MIDDLE = new PageMatrix(1024, 768, "en", "dark");
  static final PageMatrix TELEPHONE = new PageMatrix(390, 844, "fr", "dark");
  static final PageMatrix ENGLISH_TELEPHONE = new PageMatrix(390, 844, "en", "light");

  /** Some of them, or all. */
  static List<PageMatrix> of(PageMatrix... some) {
    if (!ALL) {
      return List.of(some);
    }
    List<PageMatrix> all = new ArrayList<>();
    for (PageMatrix screen : List.of(LARGE, MIDDLE, TELEPHONE)) {
      for (String language : List.of("fr", "en")) {
        for (String scheme : List.of("light", "dark")) {
          all.add(new PageMatrix(screen.width, screen.height, language, scheme));
        }
      }
    }
    return all;
  }

  /** One place at a time. */
  boolean isNarrow() {
    return width < 900;
  }

  /** Turns a browser into one of these; the page has yet to be loaded. */
  void apply(Browser browser) {
    browser.size(width, height);
    browser.scheme(scheme);
  }
}

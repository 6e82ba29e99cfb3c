package org.entraide.cli.shell;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.entraide.text.Texts;

/**
 * The language in which the commands speak to people: that of the locale, where Entraide has words
 * for it, until {@code --lang} asks for another. Words are loaded when the first is said.
 */
public final class SpokenLanguage {

  private final String locale;
  private Optional<String> requested = Optional.empty();

  private SpokenLanguage(String locale) {
    this.locale = locale;
  }

  /**
   * The language of a locale.
   *
   * @param locale as POSIX writes it, such as {@code fr_FR.UTF-8}; empty for none
   */
  public static SpokenLanguage of(String locale) {
    return new SpokenLanguage(locale);
  }

  /** The variable that decides on messages, POSIX.1-2017 §8.2: the first of three that is set. */
  static String messages(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * Speaks another language from now on.
   *
   * @param code one of {@link Texts#languages}
   */
  public void use(String code) {
    requested = Optional.of(code);
  }

  /** The language that {@code --lang} named. */
  public Optional<String> requested() {
    return requested;
  }

  /** Its words: English where there are none. */
  public Texts texts() {
    String code = requested.orElseGet(() -> locale.split("[_.@]", 2)[0].toLowerCase(Locale.ROOT));
    return Texts.of(Texts.languages().contains(code) ? code : "en");
  }
}

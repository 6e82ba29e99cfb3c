package org.entraide.config;

import java.util.Optional;

/**
 * What {@code entraide.toml} takes under a key, for programs that write the file: the rules are
 * those by which {@link ConfigurationReader} reads it. Each method gives the value as the reader
 * understands it, empty where the reader would refuse it.
 */
public final class AcceptedValue {

  private AcceptedValue() {}

  /** The name of a campaign, as in {@code [campaigns.NAME]}. */
  public static Optional<String> campaign(String text) {
    return Optional.of(text).filter(CampaignReader.NAME.asMatchPredicate());
  }

  /** Google's id of a spreadsheet, from the id or the address of its page. */
  public static Optional<String> spreadsheet(String text) {
    return read(GoogleLinks::spreadsheet, text);
  }

  /** Google's id of a form, from the id or the address at which it is edited. */
  public static Optional<String> form(String text) {
    return read(GoogleLinks::form, text);
  }

  public static Optional<String> email(String text) {
    return read(Values::email, text);
  }

  /** One line of a letter, such as a name. */
  public static Optional<String> line(String text) {
    return read(Values::line, text);
  }

  /** What letters and form call a campaign. */
  public static Optional<String> title(String text) {
    return read(Values::title, text);
  }

  /** An address of the web. */
  public static Optional<String> web(String text) {
    return read(Values::web, text).map(Object::toString);
  }

  /** The root of Google's services, ending in a slash. */
  public static Optional<String> root(String text) {
    return read(Values::root, text).map(Object::toString);
  }

  /** An ISO 3166-1 alpha-2 code in capitals. */
  public static Optional<String> country(String text) {
    return read(Values::country, text);
  }

  private static <T> Optional<T> read(BadValue.Parser<T> parser, String text) {
    try {
      return Optional.of(parser.parse(text));
    } catch (BadValue e) {
      return Optional.empty(); // the caller says what is wrong, in words for a question
    }
  }
}

package org.entraide.config;

import java.util.Optional;

/**
 * Who writes the letters of a campaign.
 *
 * @param title what the campaign is called in letters and in its form; empty for the language's
 *     word for mutual aid
 * @param delegate who signs where none of the further delegates does
 * @param emergency the number to call in an emergency; empty for that of the country
 */
public record Letterhead(Optional<String> title, Signature delegate, Optional<String> emergency) {

  /** Nothing is configured. */
  public static final Letterhead NONE =
      new Letterhead(Optional.empty(), Signature.NONE, Optional.empty());

  /**
   * How a delegate signs.
   *
   * @param name empty for none
   * @param role such as « conseillère des Français de l’étranger »; empty for none
   */
  public record Signature(String name, String role) {

    /** A delegate without a name. */
    public static final Signature NONE = new Signature("", "");

    /** Whether there is a name to sign with. */
    public boolean isNamed() {
      return !name.isEmpty();
    }
  }
}

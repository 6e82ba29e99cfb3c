package org.entraide.config;

import java.util.List;
import java.util.Optional;

/**
 * A further delegate, who takes the introductions of some people.
 *
 * @param signature how they sign letters
 * @param countries ISO 3166-1 alpha-2; empty for any
 * @param near empty for anywhere
 */
public record DelegateSettings(
    String email, Letterhead.Signature signature, List<String> countries, Optional<Near> near) {

  public DelegateSettings {
    countries = List.copyOf(countries);
  }

  /**
   * A neighbourhood.
   *
   * @param place as a person would write it
   * @param withinKm great-circle kilometres around it
   */
  public record Near(String place, double withinKm) {}
}

package org.entraide.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Everything that {@code entraide.toml} says, checked, with defaults filled in and relative paths
 * made absolute.
 *
 * @param file where it was read, absolute
 * @param metrics where to serve them; empty for nowhere
 * @param alerts whom to tell that a person must act; empty for nobody
 * @param campaigns in the file's order, at least one
 */
public record Configuration(
    Path file,
    GoogleSettings google,
    StateSettings state,
    GeocoderSettings geocoder,
    LetterSettings letters,
    Optional<MetricsSettings> metrics,
    Optional<AlertSettings> alerts,
    List<CampaignSettings> campaigns) {

  public Configuration {
    campaigns = List.copyOf(campaigns);
  }

  public Optional<CampaignSettings> campaign(String name) {
    return campaigns.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}

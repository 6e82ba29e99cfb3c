package org.entraide.config;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * How places are found.
 *
 * @param url root of the service, ending in a slash; empty for the provider's own public one
 * @param precise whether the house number is sent, too
 */
public record GeocoderSettings(Provider provider, Optional<URI> url, boolean precise) {

  /** Who answers. */
  public enum Provider {
    /** Inside this program, without network. */
    EMBEDDED,
    PHOTON,
    NOMINATIM,
    /** The French national address base. */
    BAN,
    POSTCODES_IO;

    /** The word in the configuration, such as {@code postcodes-io}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}

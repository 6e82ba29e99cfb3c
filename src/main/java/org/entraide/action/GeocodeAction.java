package org.entraide.action;

import java.nio.file.Path;
import java.util.Optional;
import org.entraide.cli.GeocodeCommand;
import org.entraide.config.Configuration;
import org.entraide.config.GeocoderSettings;
import org.entraide.place.Geocoder;
import org.entraide.place.embedded.EmbeddedGeocoder;
import org.entraide.place.postcode.PostcodeDirectory;
import org.entraide.wiring.Installation;

/** What {@code geocode} works with. */
public final class GeocodeAction {

  private GeocodeAction() {}

  /**
   * The configured geocoder, or the embedded one where nothing is configured; the embedded one
   * explains every answer.
   */
  public static GeocodeCommand.Tools open(
      Optional<Configuration> configuration, Path stateDirectory) {
    PostcodeDirectory postcodes = new PostcodeDirectory(stateDirectory);
    EmbeddedGeocoder embedded = Installation.embedded(postcodes);
    boolean online =
        configuration
            .map(Configuration::geocoder)
            .filter(it -> it.provider() != GeocoderSettings.Provider.EMBEDDED)
            .isPresent();
    Geocoder geocoder = online ? new Installation(configuration.get()).geocoder() : embedded;
    return new GeocodeCommand.Tools(
        geocoder, (query, language) -> embedded.speaking(language).explain(query), !online);
  }
}

package org.entraide.wiring;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.config.GeocoderSettings;

/** What an administrator should know of the chosen geocoder. */
public final class GeocoderAdvice {

  private GeocoderAdvice() {}

  public static List<String> of(GeocoderSettings settings) {
    List<String> advice = new ArrayList<>();
    GeocoderSettings.Provider provider = settings.provider();
    Optional<URI> url = settings.url();
    if (provider == GeocoderSettings.Provider.EMBEDDED && url.isPresent()) {
      advice.add("[geocoder] url has no effect: the embedded provider asks nobody");
    }
    if (settings.precise()
        && (provider == GeocoderSettings.Provider.EMBEDDED
            || provider == GeocoderSettings.Provider.POSTCODES_IO)) {
      advice.add(
          "[geocoder] precise has no effect: " + provider.key() + " is told no house number");
    }
    if (provider != GeocoderSettings.Provider.EMBEDDED) {
      url.filter(GeocoderAdvice::isOpen)
          .ifPresent(
              u ->
                  advice.add(
                      "[geocoder] url is not encrypted: others can read where people live; use"
                          + " https"));
    }
    boolean nominatim = provider == GeocoderSettings.Provider.NOMINATIM && url.isEmpty();
    boolean photon = provider == GeocoderSettings.Provider.PHOTON && url.isEmpty();
    if (nominatim || photon) {
      advice.add(
          "the public server of "
              + provider.key()
              + " is for occasional questions; for a campaign run your own and set [geocoder] url");
    }
    return advice;
  }

  private static boolean isOpen(URI url) {
    boolean near =
        List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
    return "http".equals(url.getScheme()) && !near;
  }
}

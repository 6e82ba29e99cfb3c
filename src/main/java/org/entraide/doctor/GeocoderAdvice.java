package org.entraide.doctor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.config.GeocoderSettings;
import org.entraide.text.Message;

/** What an administrator should know of the chosen geocoder. */
public final class GeocoderAdvice {

  private GeocoderAdvice() {}

  public static List<Message> of(GeocoderSettings settings) {
    List<Message> advice = new ArrayList<>();
    GeocoderSettings.Provider provider = settings.provider();
    Optional<URI> url = settings.url();
    if (provider == GeocoderSettings.Provider.EMBEDDED && url.isPresent()) {
      advice.add(Message.of("doctor.geocoder.no_url"));
    }
    if (settings.precise()
        && (provider == GeocoderSettings.Provider.EMBEDDED
            || provider == GeocoderSettings.Provider.POSTCODES_IO)) {
      advice.add(Message.of("doctor.geocoder.not_precise").with("provider", provider.key()));
    }
    if (provider != GeocoderSettings.Provider.EMBEDDED) {
      url.filter(GeocoderAdvice::isOpen)
          .ifPresent(u -> advice.add(Message.of("doctor.geocoder.open")));
    }
    boolean nominatim = provider == GeocoderSettings.Provider.NOMINATIM && url.isEmpty();
    boolean photon = provider == GeocoderSettings.Provider.PHOTON && url.isEmpty();
    if (nominatim || photon) {
      advice.add(Message.of("doctor.geocoder.public").with("provider", provider.key()));
    }
    return advice;
  }

  private static boolean isOpen(URI url) {
    boolean near =
        List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(url.getHost()));
    return "http".equals(url.getScheme()) && !near;
  }
}

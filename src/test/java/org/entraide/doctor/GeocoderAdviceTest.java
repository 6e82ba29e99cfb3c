package org.entraide.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.entraide.config.GeocoderSettings;
import org.entraide.text.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What doctor says of the chosen geocoder before asking it. */
class GeocoderAdviceTest {

  @ParameterizedTest
  @CsvSource({
    "EMBEDDED, https://x.example/, false, url has no effect",
    "EMBEDDED, , true, precise has no effect",
    "POSTCODES_IO, , true, precise has no effect",
    "BAN, http://x.example/, false, not encrypted",
    "NOMINATIM, , false, run your own",
    "PHOTON, , true, run your own"
  })
  void whatHasNoEffectOrDoesHarmIsSaid(
      GeocoderSettings.Provider provider, @Nullable String url, boolean precise, String advice) {
    GeocoderSettings settings =
        new GeocoderSettings(provider, Optional.ofNullable(url).map(URI::create), precise);

    assertThat(GeocoderAdvice.of(settings))
        .extracting(Texts.english()::format)
        .singleElement()
        .asString()
        .contains(advice);
  }

  @Test
  void whereAllIsWellNothingIsSaid() {
    assertThat(
            GeocoderAdvice.of(
                new GeocoderSettings(GeocoderSettings.Provider.EMBEDDED, Optional.empty(), false)))
        .isEmpty();
    for (String url : new String[] {"https://x.example/", "http://127.0.0.1:2322/"}) {
      assertThat(
              GeocoderAdvice.of(
                  new GeocoderSettings(
                      GeocoderSettings.Provider.PHOTON, Optional.of(URI.create(url)), true)))
          .isEmpty();
    }
  }
}

package org.entraide.place.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.entraide.place.Geocoder;
import org.entraide.place.Located;
import org.entraide.place.PlaceQuery;
import org.junit.jupiter.api.Test;

class IdleCacheTest {

  private static final Instant NOW = Instant.parse("2020-03-26T12:00:00Z");
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final AtomicInteger made = new AtomicInteger();
  private final IdleCache<Integer> shelf = new IdleCache<>(made::incrementAndGet);

  private void tidyAfter(int seconds) {
    shelf.tidy(NOW.plusSeconds(seconds), IDLE);
  }

  @Test
  void nothingIsMadeBeforeSomebodyAsks() {
    assertThat(shelf.isFull()).isFalse();
    assertThat(shelf.take()).isEqualTo(1);
    assertThat(shelf.take()).isEqualTo(1);
  }

  @Test
  void whatNobodyAskedForIsLetGoAndMadeAgain() {
    shelf.take();
    tidyAfter(0);
    tidyAfter(119);
    assertThat(shelf.isFull()).isTrue();
    tidyAfter(120);
    assertThat(shelf.isFull()).isFalse();

    assertThat(shelf.take()).isEqualTo(2);
  }

  @Test
  void whoeverAsksBeginsTheWaitAnew() {
    shelf.take();
    tidyAfter(0);
    shelf.take();
    tidyAfter(130);
    tidyAfter(249);
    assertThat(shelf.isFull()).isTrue();
    tidyAfter(250);
    assertThat(shelf.isFull()).isFalse();
  }

  @Test
  void aClockThatWasSetBackBeginsTheWaitAnew() {
    shelf.take();
    tidyAfter(0);
    tidyAfter(-3600);
    tidyAfter(-3500);
    assertThat(shelf.isFull()).isTrue();
    tidyAfter(-3480);
    assertThat(shelf.isFull()).isFalse();
  }

  @Test
  void theGazetteerIsReadAgainAfterItWasLetGo() {
    Geocoder geocoder = new EmbeddedGeocoder();
    Located before = geocoder.locate(PlaceQuery.ofText("Landéan", "FR"));
    EmbeddedGeocoder.tidy(NOW);
    EmbeddedGeocoder.tidy(NOW.plus(Duration.ofDays(1)));
    EmbeddedGeocoder.tidy(NOW.plus(Duration.ofDays(2)));

    assertThat(geocoder.locate(PlaceQuery.ofText("Landéan", "FR"))).isEqualTo(before);
  }
}

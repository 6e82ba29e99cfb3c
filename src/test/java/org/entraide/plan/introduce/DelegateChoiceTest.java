package org.entraide.plan.introduce;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.place.GeoPoint;
import org.entraide.plan.Folk;
import org.entraide.plan.introduce.DelegateChoice.Delegate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DelegateChoiceTest {

  private static final double KM_A_DEGREE = 111.195;
  private static final DelegateChoice THREE =
      new DelegateChoice(
          List.of(
              new Delegate("ie@x", Set.of("IE"), Optional.empty(), 0),
              new Delegate("north@x", Set.of("GB"), Optional.of(new GeoPoint(55, 0)), 80),
              new Delegate("near@x", Set.of(), Optional.of(new GeoPoint(48, 0)), 20)),
          "all@x");

  @ParameterizedTest
  @CsvSource({
    "IE, 53, ie@x",
    "ie, 55, ie@x",
    "GB, 55, north@x",
    "GB, 51, all@x",
    "FR, 48, near@x",
    "FR, 55, all@x"
  })
  void theFirstWhoFitsGetsTheLetters(String country, double latitude, String expected) {
    assertThat(THREE.forPlace(Optional.of(Folk.place(country, latitude, 1)))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"79.9, north@x", "80.1, all@x"})
  void theCircleEndsWhereItIsSaid(double km, String expected) {
    assertThat(THREE.forPlace(Optional.of(Folk.place("GB", 55 - km / KM_A_DEGREE, 1))))
        .isEqualTo(expected);
  }

  @Test
  void withoutAPlaceTheCampaignSDelegateIsAsked() {
    assertThat(THREE.forPlace(Optional.empty())).isEqualTo("all@x");
  }

  @Test
  void everyMailboxIsLookedInto() {
    assertThat(THREE.all()).containsExactly("all@x", "ie@x", "near@x", "north@x");
  }
}

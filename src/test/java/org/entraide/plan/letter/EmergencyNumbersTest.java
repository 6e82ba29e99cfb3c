package org.entraide.plan.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.ShortNumberInfo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyNumbersTest {

  @Test
  void everyNumberIsOneForEmergenciesThere() {
    List<String> wrong =
        EmergencyNumbers.countries().stream()
            .filter(
                country ->
                    !ShortNumberInfo.getInstance()
                        .isEmergencyNumber(EmergencyNumbers.of(country).orElseThrow(), country))
            .sorted()
            .toList();

    assertThat(wrong).isEmpty();
    assertThat(EmergencyNumbers.countries()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"GB, 999", "FR, 112", "IE, 112", "US, 911", "AU, 000", "JP, 119"})
  void aCountrysNumberIsTheOneThatPeopleThereCall(String country, String number) {
    assertThat(EmergencyNumbers.of(country)).contains(number);
  }

  @Test
  void aCountryOfWhichNothingIsSureHasNone() {
    assertThat(EmergencyNumbers.of("ZZ")).isEmpty();
    assertThat(EmergencyNumbers.of("")).isEmpty();
  }
}

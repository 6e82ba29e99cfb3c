package org.entraide.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.entraide.config.HoldBack;
import org.entraide.match.model.Policy;
import org.entraide.plan.SettingsTabFixture;
import org.entraide.table.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of settings, as people type them. */
class SettingWordsTest extends SettingsTabFixture {

  // ---- what is understood

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5,5 | 5.5",
        "5.5 | 5.5",
        "5 km | 5.0",
        "7km | 7.0",
        "12 kilomètres | 12.0",
        "5 miles | 8.04672",
        "500 m | 0.5",
        "' 8 ' | 8.0",
        "0,500 | 0.5"
      })
  void distancesAreUnderstoodAsPeopleTypeThem(String typed, double km) {
    assertThat(Sheet.filled().type(Setting.MAX_KM, typed).settings().maxKm()).contains(km);
  }

  @Test
  void aNumberIsUnderstoodWhateverItsCellShows() {
    Sheet sheet = Sheet.filled().type(Setting.MAX_KM, Cell.number(5.25, "5,3"));

    assertThat(sheet.cycle().maxKm()).contains(5.25);
    assertThat(sheet.understood(Setting.MAX_KM)).isEqualTo("5,25 km");
    assertThat(sheet.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-5",
        "0",
        "loin",
        "5-10",
        "1,234",
        "50 %",
        "5 pommes",
        "=5",
        "3e8",
        "99999999",
        "5 5",
        "Infinity",
        "NaN",
        "—"
      })
  void aBadDistanceKeepsTheLastGoodOneAndAsks(String typed) {
    Sheet sheet = Sheet.filled().type(Setting.MAX_KM, "7,5");
    sheet.cycle();
    sheet.type(Setting.MAX_KM, typed);

    assertThat(sheet.cycle().maxKm()).contains(7.5);
    assertThat(sheet.cycle().maxKm()).contains(7.5);
    assertThat(sheet.understood(Setting.MAX_KM))
        .startsWith("Pas compris")
        .endsWith("En attendant\u202f: 7,5 km.");
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void errorsDaysTimesAndSharesAreNoNumbers() {
    for (Cell cell :
        List.of(
            new Cell(Cell.Kind.ERROR, "#REF!", 0),
            Cell.number(45000, "15/03/2023"),
            Cell.number(0.5, "50 %"),
            Cell.number(0.0833, "02:00"),
            Cell.bool(true, "VRAI"))) {
      Sheet sheet = Sheet.filled().type(Setting.CAPACITY, cell);

      assertThat(sheet.cycle().capacity()).as(cell.text()).isEmpty();
      assertThat(sheet.understood(Setting.CAPACITY)).contains("En attendant\u202f: 3 personnes.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2 h | PT2H",
        "1 jour | PT24H",
        "2 days | PT48H",
        "1h30 | PT1H30M",
        "90 min | PT1H30M",
        "1 h 15 min | PT1H15M",
        "une heure | PT1H",
        "1 semaine | PT168H",
        "0 | PT0S",
        "1,5 h | PT1H30M",
        "1:30 | PT1H30M",
        "PT45M | PT45M",
        "2 heures et 30 minutes | PT2H30M",
        "1 jour, 2 heures et 5 minutes | PT26H5M",
        "2 days, 3 hours, and 5 minutes | PT51H5M",
        "une demi-heure | PT30M",
        "demi heure | PT30M",
        "half an hour | PT30M",
        "une demi-journée | PT12H",
        "une heure et demie | PT1H30M",
        "an hour and a half | PT1H30M",
        "2 and a half days | PT60H",
        "one day and a half | PT36H",
        "an hour and half | PT1H30M",
        "half-day | PT12H",
        "a half hour | PT30M",
        "une journée et demie | PT36H",
        "3h et demie | PT3H30M",
        "2 heures et demi | PT2H30M",
        "a day 2 hours | PT26H",
        "1 440 min | PT24H"
      })
  void timesAreUnderstoodAsPeopleTypeThem(String typed, Duration wait) {
    Sheet sheet = Sheet.filled().type(Setting.HOLD_BACK, typed);

    assertThat(sheet.cycle().holdBack()).contains(HoldBack.of(wait));
    assertThat(sheet.settings().holdBack()).contains(HoldBack.of(wait));
    assertThat(sheet.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"automatique", "Auto", " AUTOMATIC ", "automatiquement"})
  void aTimeThatAdaptsIsUnderstoodInEveryLanguage(String typed) {
    Sheet sheet = Sheet.filled().type(Setting.HOLD_BACK, typed);

    assertThat(sheet.cycle().holdBack()).contains(HoldBack.AUTO);
    assertThat(sheet.settings().holdBack()).contains(HoldBack.AUTO);
    assertThat(sheet.understood(Setting.HOLD_BACK)).isEqualTo("automatique (de 0 à 12 heures)");
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void aTimeThatTheSheetMadeATimeOfDayOfIsOne() {
    Sheet sheet = Sheet.filled().type(Setting.HOLD_BACK, Cell.number(2 / 24.0, "2:00"));

    assertThat(sheet.cycle().holdBack()).contains(HoldBack.of(Duration.ofHours(2)));
    assertThat(sheet.understood(Setting.HOLD_BACK)).isEqualTo("2 heures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1 h",
        "bientôt",
        "automate",
        "auto 2 h",
        "2 lunes",
        "90",
        "2",
        "1,5",
        "et",
        "400 jours",
        "PT-1H",
        "h",
        "et demie",
        "half",
        "2 demi",
        "demi-tarif",
        "1h30h?"
      })
  void aBadTimeIsAskedAbout(String typed) {
    Sheet sheet = Sheet.filled().type(Setting.HOLD_BACK, typed);

    assertThat(sheet.cycle().holdBack()).isEmpty();
    assertThat(sheet.understood(Setting.HOLD_BACK)).startsWith("Pas compris");
  }

  @ParameterizedTest
  @CsvSource({
    "couverture, COVERAGE",
    "Coverage, COVERAGE",
    "best-fit, BEST_FIT",
    "au plus près, BEST_FIT",
    "BEST FIT, BEST_FIT",
    "stable, STABLE"
  })
  void policiesAreUnderstoodInEveryLanguage(String typed, Policy policy) {
    assertThat(Sheet.filled().type(Setting.POLICY, typed).settings().policy()).contains(policy);
  }

  @ParameterizedTest
  @ValueSource(strings = {"oui", "Oui ", "X", "yes", "vrai", "✓", "1", "ok"})
  void suspendingIsUnderstoodHoweverItIsSaid(String typed) {
    Sheet sheet = Sheet.filled().type(Setting.SUSPEND, typed);

    assertThat(sheet.cycle().suspended()).isTrue();
    assertThat(sheet.understood(Setting.SUSPEND)).startsWith("oui");
    assertThat(sheet.type(Setting.SUSPEND, "").cycle().suspended()).isFalse();
  }

  @Test
  void aTickedBoxSuspendsAndAClearNoGoesOn() {
    Sheet sheet = Sheet.filled().type(Setting.SUSPEND, Cell.bool(true, "VRAI"));

    assertThat(sheet.cycle().suspended()).isTrue();
    assertThat(sheet.type(Setting.SUSPEND, Cell.bool(false, "FAUX")).cycle().suspended()).isFalse();
    assertThat(sheet.type(Setting.SUSPEND, "Non").cycle().suspended()).isFalse();
    assertThat(sheet.type(Setting.SUSPEND, "  ").cycle().suspended()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"oui !", "oui, svp", "Suspendre", "Sí", "peut-être", "jusqu'à lundi"})
  void whatIsUnclearSuspendsAndIsAskedAbout(String typed) {
    Sheet sheet = Sheet.filled().type(Setting.SUSPEND, "non");
    sheet.cycle();

    assertThat(sheet.type(Setting.SUSPEND, typed).cycle().suspended()).isTrue();
    assertThat(sheet.understood(Setting.SUSPEND)).startsWith("Pas compris").contains("arrêté");
    assertThat(sheet.type(Setting.SUSPEND, "non").cycle().suspended()).isFalse();
  }

  @Test
  void aNumberAloneIsNoTimeAndLeavesTheLastGoodOne() {
    Sheet sheet = Sheet.filled().type(Setting.HOLD_BACK, "3 h");
    sheet.cycle();

    assertThat(sheet.type(Setting.HOLD_BACK, Cell.number(90, "90")).cycle().holdBack())
        .contains(HoldBack.of(Duration.ofHours(3)));
    assertThat(sheet.understood(Setting.HOLD_BACK)).startsWith("Pas compris").contains("3 heures");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 000", "1\u202f000", "1\u00a0000", "1 000 km", "1000"})
  void thousandsMayBeSetApart(String typed) {
    assertThat(Sheet.filled().type(Setting.MAX_KM, typed).cycle().maxKm()).contains(1000.0);
    assertThat(Sheet.filled().type(Setting.MAX_KM, "1 00").cycle().maxKm()).isEmpty();
  }
}

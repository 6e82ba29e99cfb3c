package org.entraide.plan.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.entraide.match.model.Policy;
import org.entraide.plan.Folk;
import org.entraide.plan.SettingsTabFixture;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTabTest extends SettingsTabFixture {
  private static final Texts ENGLISH = Folk.LANGUAGES.get(1);

  // ---- the tab

  @Test
  void anEmptyTabGetsItsRowsOnceAndThenNothingMore() {
    Sheet sheet = new Sheet();

    assertThat(sheet.changes()).hasSize(1).allMatch(Change.AppendRows.class::isInstance);
    assertThat(sheet.cycle()).isEqualTo(OrganiserSettings.NONE);
    assertThat(sheet.rows).hasSize(1 + Setting.values().length);
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void anEmptyValueIsTheConfigurationsAndSaysSo() {
    Sheet sheet = Sheet.filled();

    assertThat(sheet.understood(Setting.MAX_KM)).isEqualTo("5 km (choix de l’administrateur)");
    assertThat(sheet.understood(Setting.HOLD_BACK))
        .isEqualTo("1 heure (choix de l’administrateur)");
    assertThat(sheet.understood(Setting.POLICY)).isEqualTo("stable (choix de l’administrateur)");
    assertThat(sheet.understood(Setting.SUSPEND)).isEqualTo("non");
    assertThat(sheet.understood(Setting.MAX_WAITING_DRAFTS))
        .isEqualTo("100 brouillons (choix de l’administrateur)");
  }

  @Test
  void theValueColumnIsNeverWritten() {
    Sheet sheet = Sheet.filled();
    for (Setting setting : Setting.values()) {
      sheet.type(setting, "n’importe quoi");
    }

    assertThat(sheet.changes())
        .isNotEmpty()
        .allSatisfy(change -> assertThat(((Change.SetCell) change).column()).isNotEqualTo(1));
  }

  @Test
  void aClearedValueIsTheConfigurationsAgain() {
    Sheet sheet = Sheet.filled().type(Setting.CAPACITY, "7");
    assertThat(sheet.cycle().capacity()).contains(7);

    assertThat(sheet.type(Setting.CAPACITY, "").cycle().capacity()).isEmpty();
    assertThat(sheet.type(Setting.CAPACITY, "beaucoup").cycle().capacity()).isEmpty();
  }

  @Test
  void whatSomebodyTypedInTheHiddenColumnIsNotBelieved() {
    Sheet sheet = Sheet.filled().type(Setting.MAX_KM, "beaucoup");
    sheet.rows.get(sheet.row(Setting.MAX_KM)).set(4, Cell.text("max_km:-12"));

    assertThat(sheet.cycle().maxKm()).isEmpty();
    assertThat(sheet.check(Setting.MAX_KM)).isEqualTo("max_km:");
  }

  // ---- rows

  @Test
  void rowsMayBeSortedAndRenamed() {
    Sheet sheet = Sheet.filled().type(Setting.MAX_KM, "9").type(Setting.CAPACITY, "4");
    sheet.cycle();
    sheet.rows.get(sheet.row(Setting.CAPACITY)).set(0, Cell.text("Combien par personne ?"));
    Collections.reverse(sheet.rows.subList(1, sheet.rows.size()));

    OrganiserSettings settings = sheet.cycle();

    assertThat(settings.maxKm()).contains(9.0);
    assertThat(settings.capacity()).contains(4);
    assertThat(sheet.rows).hasSize(1 + Setting.values().length);
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void withoutAJournalADeletedRowIsMadeAgainWithoutAValue() {
    Sheet sheet = Sheet.filled().type(Setting.MAX_KM, "9");
    sheet.cycle();
    sheet.rows.remove(sheet.row(Setting.MAX_KM));
    sheet.kept = KeptSettings.NOTHING;

    assertThat(sheet.cycle().maxKm()).isEmpty();
    assertThat(sheet.row(Setting.MAX_KM)).isEqualTo(Setting.values().length);
    assertThat(sheet.changes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUSPEND | oui",
        "SUSPEND | non",
        "MAX_KM | 3,5",
        "MAX_KM | 1200",
        "CAPACITY | 4",
        "HOLD_BACK | 0 min",
        "HOLD_BACK | 90 min",
        "HOLD_BACK | auto",
        "HOLD_BACK | 50 h",
        "HOLD_BACK | 1 jour 1 h 1 min",
        "POLICY | best-fit",
        "MAX_WAITING_DRAFTS | 1500"
      })
  void aDeletedRowIsMadeAgainWithItsValueAndSoIsADeletedTab(Setting setting, String typed) {
    for (Texts language : Folk.LANGUAGES) {
      Sheet sheet = new Sheet();
      sheet.texts = language;
      sheet.cycle();
      sheet.rows.get(1 + List.of(Setting.values()).indexOf(setting)).set(1, Cell.text(typed));
      OrganiserSettings before = sheet.cycle();

      sheet.rows.remove(1 + List.of(Setting.values()).indexOf(setting));
      assertThat(sheet.cycle()).isEqualTo(before);
      assertThat(sheet.changes()).isEmpty();
      assertThat(sheet.cycle()).isEqualTo(before);

      sheet.rows.subList(1, sheet.rows.size()).clear();
      assertThat(sheet.cycle()).isEqualTo(before);
      assertThat(sheet.changes()).isEmpty();
      assertThat(sheet.cycle()).isEqualTo(before);
    }
  }

  @Test
  void ofADoubledRowTheFirstCountsAndTheOtherSaysSo() {
    Sheet sheet = Sheet.filled().type(Setting.MAX_KM, "9");
    sheet.cycle();
    List<Cell> copy = new ArrayList<>(sheet.rows.get(sheet.row(Setting.MAX_KM)));
    copy.set(1, Cell.text("12"));
    sheet.rows.add(copy);

    assertThat(sheet.cycle().maxKm()).contains(9.0);
    assertThat(copy.get(2).text()).startsWith("Ligne en double");
    assertThat(sheet.changes()).isEmpty();
    sheet.rows.remove(sheet.row(Setting.MAX_KM));
    assertThat(sheet.cycle().maxKm()).contains(12.0);
  }

  @Test
  void aTabInAnotherLanguageIsReadAndItsLabelsStay() {
    Sheet sheet = new Sheet();
    sheet.texts = ENGLISH;
    sheet.cycle();
    sheet.texts = FRENCH;
    sheet.rows.get(3).set(1, Cell.text("9"));

    assertThat(sheet.cycle().maxKm()).contains(9.0);
    assertThat(sheet.rows.get(3).get(0).text()).isEqualTo("Maximum distance (km)");
    assertThat(sheet.rows.get(3).get(2).text()).isEqualTo("9 km");
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void peoplesOwnRowsStay() {
    Sheet sheet = Sheet.filled();
    sheet.rows.add(Sheet.texts(List.of("À demander à Zoé", "mardi", "", "", "")));

    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void aClearedLabelIsWrittenAgain() {
    Sheet sheet = Sheet.filled().type(Setting.POLICY, "couverture");
    sheet.cycle();
    sheet.rows.get(sheet.row(Setting.POLICY)).set(0, Cell.EMPTY);

    assertThat(sheet.cycle().policy()).contains(Policy.COVERAGE);
    assertThat(sheet.row(Setting.POLICY)).isEqualTo(6);
  }
}

package org.entraide.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.match.Policy;
import org.entraide.plan.OrganiserSettings.Confirmation;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTabTest {

  private static final Texts FRENCH = Folk.LANGUAGES.get(0);
  private static final Texts ENGLISH = Folk.LANGUAGES.get(1);
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final SettingsTab.Configured CONFIGURED =
      new SettingsTab.Configured(5, 3, Duration.ofHours(1), Policy.STABLE, 100);
  private static final Layout LAYOUT = layout();

  private static Layout layout() {
    List<Cell> header =
        List.of("Horodateur", "Adresse e-mail", "Nom", "Adresse", "Vos besoins").stream()
            .map(Cell::text)
            .toList();
    Tab tab = new Tab(1, "A", true, 1000, 26, List.of(new Row(0, header)), Map.of());
    try {
      return Layout.of(
              new Workbook("book", "E", "fr_FR", ZoneOffset.UTC, List.of(tab)),
              Optional.empty(),
              Map.of(),
              Folk.LANGUAGES)
          .prepared();
    } catch (Layout.Unusable e) {
      throw new IllegalStateException(e);
    }
  }

  /** A tab in memory, with the hands that edit it. */
  private static final class Sheet {
    private final List<List<Cell>> rows = new ArrayList<>();
    private Texts texts = FRENCH;
    private KeptSettings kept = KeptSettings.NOTHING;

    private Sheet() {
      rows.add(texts(List.of("Réglage", "Valeur", "Compris", "Sens", "Contrôle")));
    }

    /** As it is once the daemon filled it. */
    static Sheet filled() {
      Sheet sheet = new Sheet();
      sheet.cycle();
      return sheet;
    }

    private static List<Cell> texts(List<String> texts) {
      return new ArrayList<>(texts.stream().map(Cell::text).toList());
    }

    private SettingsTab read() {
      List<Row> read = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        read.add(new Row(i, rows.get(i)));
      }
      return SettingsTab.read(LAYOUT, read, CONFIGURED, Folk.LANGUAGES, kept);
    }

    /** What the daemon would write. */
    List<Change> changes() {
      return read().changes(texts, LONDON);
    }

    OrganiserSettings settings() {
      return read().settings();
    }

    /** One cycle of the daemon, with its journal. */
    OrganiserSettings cycle() {
      OrganiserSettings settings = settings();
      kept = read().keep();
      write(changes());
      return settings;
    }

    void write(List<Change> changes) {
      for (Change change : changes) {
        if (change instanceof Change.SetCell cell) {
          rows.get(cell.row()).set(cell.column(), Cell.text(cell.text()));
        } else {
          ((Change.AppendRows) change).rows().forEach(row -> rows.add(texts(row)));
        }
      }
    }

    int row(Setting setting) {
      for (int i = 1; i < rows.size(); i++) {
        if (rows.get(i).get(0).text().equals(FRENCH.get(setting.labelKey()))) {
          return i;
        }
      }
      throw new IllegalArgumentException("No row is labelled so.");
    }

    Sheet type(Setting setting, Cell cell) {
      rows.get(row(setting)).set(1, cell);
      return this;
    }

    Sheet type(Setting setting, String text) {
      return type(setting, Cell.text(text));
    }

    String understood(Setting setting) {
      return rows.get(row(setting)).get(2).text();
    }

    String check(Setting setting) {
      return rows.get(row(setting)).get(4).text();
    }
  }

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

    assertThat(sheet.understood(Setting.MAX_KM)).isEqualTo("5 km, comme configuré");
    assertThat(sheet.understood(Setting.HOLD_BACK)).isEqualTo("1 heure, comme configuré");
    assertThat(sheet.understood(Setting.POLICY)).isEqualTo("stable, comme configuré");
    assertThat(sheet.understood(Setting.SUSPEND)).isEqualTo("non");
    assertThat(sheet.understood(Setting.MAX_WAITING_DRAFTS))
        .isEqualTo("100 brouillons, comme configuré");
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
        .endsWith("En attendant : 7,5 km.");
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
      assertThat(sheet.understood(Setting.CAPACITY)).contains("En attendant : 3 personnes.");
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

    assertThat(sheet.cycle().holdBack()).contains(wait);
    assertThat(sheet.settings().holdBack()).contains(wait);
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void aTimeThatTheSheetMadeATimeOfDayOfIsOne() {
    Sheet sheet = Sheet.filled().type(Setting.HOLD_BACK, Cell.number(2 / 24.0, "2:00"));

    assertThat(sheet.cycle().holdBack()).contains(Duration.ofHours(2));
    assertThat(sheet.understood(Setting.HOLD_BACK)).isEqualTo("2 heures");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1 h",
        "bientôt",
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
        .contains(Duration.ofHours(3));
    assertThat(sheet.understood(Setting.HOLD_BACK)).startsWith("Pas compris").contains("3 heures");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1 000", "1\u202f000", "1\u00a0000", "1 000 km", "1000"})
  void thousandsMayBeSetApart(String typed) {
    assertThat(Sheet.filled().type(Setting.MAX_KM, typed).cycle().maxKm()).contains(1000.0);
    assertThat(Sheet.filled().type(Setting.MAX_KM, "1 00").cycle().maxKm()).isEmpty();
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

  // ---- the confirmation

  private static final Instant USED_AT = Instant.parse("2020-07-26T12:05:00Z");

  private static void use(Sheet sheet, int people) {
    sheet.kept = sheet.kept.with(new Confirming.Used(USED_AT, people));
    sheet.write(sheet.changes());
  }

  @Test
  void aConfirmationCountsOnce() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    assertThat(sheet.cycle().confirmDeletions()).isTrue();
    assertThat(sheet.settings().confirmDeletions()).isTrue();

    use(sheet, 12);

    assertThat(sheet.cycle().confirmDeletions()).isFalse();
    assertThat(sheet.settings().confirmation()).isEqualTo(Confirmation.USED);
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS))
        .contains("26 juillet 2020", "13:05", "12 disparitions");
    assertThat(sheet.changes()).isEmpty();
  }

  @Test
  void aUseThatTheTabDoesNotShowYetCountsAndIsForgottenOnceItDoes() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    sheet.kept = sheet.kept.with(new Confirming.Used(USED_AT, 12));

    assertThat(sheet.cycle().confirmation()).isEqualTo(Confirmation.USED);
    assertThat(sheet.kept.used()).isPresent();
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).contains("12 disparitions");
    sheet.cycle();
    assertThat(sheet.kept.used()).isEmpty();
  }

  @Test
  void aUseIsForgottenWhenTheConfirmationIsCleared() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    sheet.kept = sheet.kept.with(new Confirming.Used(USED_AT, 12));
    sheet.type(Setting.CONFIRM_DELETIONS, "").cycle();

    assertThat(sheet.kept.used()).isEmpty();
    assertThat(sheet.type(Setting.CONFIRM_DELETIONS, "oui").cycle().confirmDeletions()).isTrue();
  }

  @Test
  void aConfirmationOfNothingSaysSo() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    use(sheet, 0);

    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).startsWith("Rien à confirmer");
    assertThat(sheet.settings().confirmDeletions()).isFalse();
  }

  @Test
  void onceClearedItMayBeGivenAgain() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    use(sheet, 1);
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).contains("1 disparition.");
    sheet.type(Setting.CONFIRM_DELETIONS, "");
    sheet.cycle();

    assertThat(sheet.type(Setting.CONFIRM_DELETIONS, "oui").cycle().confirmDeletions()).isTrue();
  }

  @Test
  void whereTheHiddenColumnIsLostAnOldYesCountsForNothing() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    use(sheet, 12);
    sheet.cycle();
    sheet.rows.subList(1, sheet.rows.size()).forEach(row -> row.set(4, Cell.EMPTY));

    assertThat(sheet.cycle().confirmDeletions()).isFalse();
    assertThat(sheet.cycle().confirmDeletions()).isFalse();
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).contains("videz la case");
    sheet.type(Setting.CONFIRM_DELETIONS, "non").cycle();
    assertThat(sheet.type(Setting.CONFIRM_DELETIONS, "oui").cycle().confirmDeletions()).isTrue();
  }

  @Test
  void anUnclearConfirmationIsNone() {
    Sheet sheet = Sheet.filled().type(Setting.CONFIRM_DELETIONS, "oui");
    sheet.cycle();
    sheet.type(Setting.CONFIRM_DELETIONS, "oui mais pas Zoé");

    assertThat(sheet.cycle().confirmDeletions()).isFalse();
    assertThat(sheet.understood(Setting.CONFIRM_DELETIONS)).startsWith("Pas compris");
  }
}

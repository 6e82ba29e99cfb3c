package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.entraide.campaign.port.SheetAppearance;
import org.entraide.campaign.port.Table;
import org.entraide.config.HoldBack;
import org.entraide.google.GoogleServices;
import org.entraide.google.auth.CredentialProblem;
import org.entraide.google.auth.GoogleAccess;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.Policy;
import org.entraide.plan.dashboard.DashboardChanges;
import org.entraide.plan.dashboard.DashboardFacts;
import org.entraide.plan.dashboard.Heartbeat;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.prepare.AppearanceRepair;
import org.entraide.plan.prepare.MissingParts;
import org.entraide.plan.settings.SettingsTab;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Tab;
import org.entraide.table.Tint;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the spreadsheet looks and what our own tabs say, as the office keeps it. */
@Tag("long")
@NullMarked
class LooksTest {

  private static final Texts FRENCH = Texts.of("fr");
  private static final List<Texts> LANGUAGES = List.of(FRENCH, Texts.of("en"));
  private static final SettingsTab.Configured CONFIGURED =
      new SettingsTab.Configured(5, 3, HoldBack.of(Duration.ofHours(1)), Policy.STABLE, 100, false);

  /** The cell with the sign of life. */
  private static final String BEAT = "'Tableau de bord'!B7";

  @TempDir Path directory;
  private World world;
  private Table table;
  private SheetAppearance appearance;

  @BeforeEach
  void open() throws CredentialProblem {
    world = World.sample(directory, 5);
    GoogleServices google =
        GoogleServices.overHttp(
            new GoogleAccess(
                directory.resolve("credentials.json"), Optional.of(URI.create(world.root()))),
            world.time,
            world.time,
            new Random(3));
    table = google.table(SampleOffice.SPREADSHEET);
    appearance = google.appearance(SampleOffice.SPREADSHEET);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private SheetLayout layout() throws Exception {
    return SheetLayout.of(table.read(), Optional.empty(), Map.of(), LANGUAGES);
  }

  /** What {@code init} would do. */
  private List<Change> missing() throws Exception {
    SheetLayout layout = layout();
    return AppearanceRepair.missing(
        layout, appearance.decorations(AppearanceRepair.tabs(layout)), FRENCH, LANGUAGES);
  }

  @Test
  void whatTheDaemonAddsLooksAsItShouldAtOnce() throws Exception {
    world.settle();

    assertThat(missing()).containsExactly(new Change.RecalculateHourly());
  }

  @Test
  void preparedTwiceTheSecondTimeFindsNothing() throws Exception {
    List<Change> first = missing();
    table.write(first, Map.of());

    assertThat(first).hasSizeGreaterThan(100);
    assertThat(missing()).isEmpty();
    assertThat(MissingParts.preparations(layout(), FRENCH)).isEmpty();
  }

  @Test
  void aColourOfAnEarlierVersionIsKnownAgainAndGetsTheWordOfToday() throws Exception {
    table.write(missing(), Map.of());
    SheetLayout layout = layout();
    Change.TintWord now =
        new Change.TintWord(
            Area.below(
                layout.responses().sheetId(), layout.answerColumns().of(PersonColumn.STATUS)),
            "Plus de place",
            Tint.QUIET,
            0);
    int index = appearance.decorations(AppearanceRepair.tabs(layout)).indexOf(now).orElseThrow();
    table.write(List.of(renamed(now, "Complet", index)), Map.of());

    assertThat(missing()).containsExactly(renamed(now, "Plus de place", index));
    table.write(missing(), Map.of());
    assertThat(missing()).isEmpty();
  }

  private static Change renamed(Change.TintWord tint, String word, int index) {
    return new Change.RenameTint(new Change.TintWord(tint.area(), word, tint.tint(), index));
  }

  @Test
  void theSettingsAndTheDashboardAreWrittenOnceAndThenSayWhatTheySay() throws Exception {
    table.write(missing(), Map.of());

    write();

    assertThat(changes()).isEmpty();
    Workbook workbook = table.read();
    SheetLayout layout = layout();
    Tab dashboard = workbook.tab(layout.dashboardSheet()).orElseThrow();
    assertThat(
            Heartbeat.read(
                layout, dashboard.rows(), workbook.zone(), world.time.instant(), LANGUAGES))
        .contains(facts().signOfLife());
    assertThat(workbook.overlay().names())
        .hasEntrySatisfying(
            "entraide_heartbeat", named -> assertThat(named.area().row()).isEqualTo(6));
    assertThat(workbook.overlay().charts()).hasSize(3);
  }

  /** The office works out the very rules that were sent, by the sheet's own clock. */
  @ParameterizedTest
  @CsvSource({
    "fr_FR, Europe/London",
    "en_GB, Europe/London",
    "fr_FR, America/New_York",
    "fr_FR, Asia/Kathmandu"
  })
  void ourTitlesAndTheSignOfLifeTurnRedAnHourAfterTheDaemonStopped(String locale, String zone)
      throws Exception {
    world.sheet("settings", OfficeJson.object().put("locale", locale).put("timeZone", zone));
    table.write(missing(), Map.of());
    assertThat(red()).as("no sign of life yet").isEmpty();

    write();
    assertThat(red()).as("a sign of life of now").isEmpty();
    world.time.advance(Duration.ofMinutes(59));
    assertThat(red()).as("one of 59 minutes ago").isEmpty();
    world.time.advance(Duration.ofMinutes(2));
    List<String> ours = new ArrayList<>(World.OWN);
    ours.add(BEAT);
    assertThat(red()).as("one of 61 minutes ago").containsExactlyInAnyOrderElementsOf(ours);
    world.time.advance(Duration.ofDays(400));
    assertThat(red()).as("one of last year").containsExactlyInAnyOrderElementsOf(ours);

    world.sheet("type", OfficeJson.object().put("range", BEAT).put("value", "hier"));
    assertThat(red()).as("a text in its place").isEmpty();
    world.sheet("clear", OfficeJson.object().put("range", BEAT));
    assertThat(red()).as("nothing in its place").isEmpty();
  }

  /** What is red: titles of columns, and where else. */
  private List<String> red() {
    List<String> red = new ArrayList<>();
    for (JsonNode tab : world.wholeSheet().path("sheets")) {
      String title = tab.path("properties").path("title").asText();
      JsonNode rows = tab.path("data").path(0).path("rowData");
      for (int i = 0; i < rows.size(); i++) {
        JsonNode cells = rows.path(i).path("values");
        for (int j = 0; j < cells.size(); j++) {
          if (rgb(cells.path(j)) == Tint.STOPPED.rgb()) {
            String at = "'%s'!%c%d".formatted(title, 'A' + j, i + 1);
            red.add(i == 0 ? cells.path(j).path("formattedValue").asText() : at);
          }
        }
      }
    }
    return red;
  }

  private static int rgb(JsonNode cell) {
    JsonNode colour = cell.path("effectiveFormat").path("backgroundColor");
    int rgb = 0;
    for (String part : List.of("red", "green", "blue")) {
      rgb = rgb << 8 | (int) Math.round(colour.path(part).asDouble() * 255);
    }
    return rgb;
  }

  private void write() throws Exception {
    table.write(changes(), Map.of());
  }

  private List<Change> changes() throws Exception {
    SheetLayout layout = layout();
    Workbook workbook = layout.workbook();
    List<Change> changes =
        new ArrayList<>(
            SettingsTab.readWithoutMemory(layout, CONFIGURED, LANGUAGES)
                .changes(FRENCH, workbook.zone()));
    changes.addAll(
        DashboardChanges.changes(
            layout,
            layout.dashboard().map(Tab::rows).orElse(List.of()),
            facts(),
            FRENCH,
            workbook.zone()));
    return changes;
  }

  private DashboardFacts facts() {
    return new DashboardFacts(
        Heartbeat.next(Optional.empty(), "a1b2c3", world.time.instant()),
        false,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        5,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0,
        0,
        Map.of(),
        Optional.empty(),
        HelpFigures.NONE,
        Map.of(),
        Map.of("Londres", 3),
        Map.of());
  }
}

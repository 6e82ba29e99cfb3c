package org.entraide.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.entraide.campaign.Appearance;
import org.entraide.campaign.Table;
import org.entraide.google.CredentialProblem;
import org.entraide.google.GoogleAccess;
import org.entraide.google.GoogleServices;
import org.entraide.match.Policy;
import org.entraide.plan.Dashboard;
import org.entraide.plan.DashboardFacts;
import org.entraide.plan.Heartbeat;
import org.entraide.plan.Layout;
import org.entraide.plan.Preparation;
import org.entraide.plan.SettingsTab;
import org.entraide.sandbox.SampleOffice;
import org.entraide.table.Change;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the spreadsheet looks and what our own tabs say, as the office keeps it. */
@NullMarked
class LooksTest {

  private static final Texts FRENCH = Texts.of("fr");
  private static final List<Texts> LANGUAGES = List.of(FRENCH, Texts.of("en"));
  private static final SettingsTab.Configured CONFIGURED =
      new SettingsTab.Configured(5, 3, Duration.ofHours(1), Policy.STABLE, 100);

  @TempDir Path directory;
  private World world;
  private Table table;
  private Appearance appearance;

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

  private Layout layout() throws Exception {
    return Layout.of(table.read(), Optional.empty(), Map.of(), LANGUAGES);
  }

  /** What {@code init} would do. */
  private List<Change> missing() throws Exception {
    Layout layout = layout();
    return Preparation.missing(
        layout, appearance.decorations(Preparation.tabs(layout)), FRENCH, LANGUAGES);
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
    assertThat(layout().preparations(FRENCH)).isEmpty();
  }

  @Test
  void theSettingsAndTheDashboardAreWrittenOnceAndThenSayWhatTheySay() throws Exception {
    table.write(missing(), Map.of());

    write();

    assertThat(changes()).isEmpty();
    Workbook workbook = table.read();
    Layout layout = layout();
    Tab dashboard = workbook.tab(layout.dashboardSheet()).orElseThrow();
    assertThat(
            Heartbeat.read(
                layout, dashboard.rows(), workbook.zone(), world.time.instant(), LANGUAGES))
        .contains(facts().beat());
    assertThat(workbook.overlay().names())
        .hasEntrySatisfying(
            "entraide_heartbeat", named -> assertThat(named.area().row()).isEqualTo(1));
    assertThat(workbook.overlay().charts()).hasSize(3);
  }

  private void write() throws Exception {
    table.write(changes(), Map.of());
  }

  private List<Change> changes() throws Exception {
    Layout layout = layout();
    Workbook workbook = layout.workbook();
    List<Change> changes =
        new ArrayList<>(
            SettingsTab.read(layout, CONFIGURED, LANGUAGES).changes(FRENCH, workbook.zone()));
    changes.addAll(
        Dashboard.changes(
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
        5,
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        0,
        0,
        Map.of(),
        Optional.empty(),
        Map.of(),
        Map.of("Londres", 3),
        Map.of());
  }
}

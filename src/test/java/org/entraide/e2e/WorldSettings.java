package org.entraide.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.entraide.campaign.model.CycleReport;
import org.entraide.campaign.port.Journal;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.sandbox.SampleOffice;
import org.entraide.sandbox.office.Office;
import org.entraide.testkit.MovableClock;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** How a world is configured, and what is to happen in it at which moment. */
@NullMarked
abstract class WorldSettings extends OfficeHands {

  final MovableClock time;
  final Path directory;
  private final Map<Moment, Runnable> plans = new EnumMap<>(Moment.class);
  private int countdown;
  private Runnable onDelay = () -> {};
  String google = "";
  String settings = "";
  String language = "fr";
  boolean form = true;
  String matching = "hold_back = \"0s\"\n";
  @Nullable Journal journal;

  /** A moment in a pass at which something can happen, once. */
  enum Moment {
    READ,
    REREAD,
    WRITE
  }

  WorldSettings(Path directory, MovableClock time, Office office) {
    super(office);
    this.time = time;
    this.directory = directory;
  }

  /** Writes the configuration and returns its file. */
  Path configuration(String... moreLines) {
    String text =
        """
        [google]
        credentials = "credentials.json"
        endpoint = "%s"
        %s
        [state]
        directory = "state"
        [campaigns.londres]
        spreadsheet = "%s"
        %slanguage = "%s"
        country = "GB"
        delegate = "%s"
        poll = "2s"
        controller = "Association Exemple, contact@example.org"
        %s[campaigns.londres.matching]
        %s%s
        """
            .formatted(
                root(),
                google,
                SampleOffice.SPREADSHEET,
                form ? "form = \"" + SampleOffice.FORM + "\"\n" : "",
                language,
                SampleOffice.DELEGATE,
                settings,
                matching,
                String.join("\n", moreLines));
    try {
      return Files.writeString(directory.resolve("entraide.toml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path state() {
    return directory.resolve("state");
  }

  Journal journal() {
    Journal open = journal;
    if (open == null) {
      open = SqliteJournal.open(state());
      journal = open;
    }
    return open;
  }

  Duration rest(CycleReport report) {
    return report.troubles().stream()
        .flatMap(trouble -> trouble.retryAt().stream())
        .map(at -> Duration.between(time.instant(), at))
        .reduce(Duration.ofMinutes(1), (a, b) -> a.compareTo(b) > 0 ? a : b);
  }

  /** Does something once, right before the daemon's next request of a sort to the sheet. */
  void before(Moment moment, Runnable action) {
    plans.put(moment, action);
  }

  /** Does something once, right before a write to come, the next being the first. */
  void beforeWrite(int nth, Runnable action) {
    countdown = nth;
    plans.put(Moment.WRITE, action);
  }

  /** Does something whenever a fault delays a request, before it goes on. */
  void onDelay(Runnable action) {
    onDelay = action;
  }

  @Override
  void delay(Duration pause) {
    time.advance(pause);
    onDelay.run();
  }

  void happens(Moment moment) {
    if (moment == Moment.WRITE && --countdown > 0) {
      return;
    }
    Runnable action = plans.remove(moment);
    if (action != null) {
      action.run();
    }
  }
}

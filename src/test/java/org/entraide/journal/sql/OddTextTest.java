package org.entraide.journal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Journal.CampaignReport;
import org.entraide.campaign.port.Journal.Note;
import org.entraide.journal.Postgres;
import org.entraide.journal.server.ServerJournal;
import org.entraide.journal.sqlite.SqliteJournal;
import org.entraide.place.CachedPlace;
import org.entraide.place.GeoPoint;
import org.entraide.place.Place;
import org.entraide.place.Precision;
import org.entraide.text.Message;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sheet or a geocoder may send and no database has as text. */
@Tag("postgres")
class OddTextTest {

  private static final String ODD = "Pa\u0000ris\ud83d \ud83d\ude42";
  private static final String KEPT = "Pa\ufffdris\ufffd \ud83d\ude42";
  private static final Instant NOON = Instant.parse("2020-04-01T12:00:00Z");

  private static void fill(Journal journal) {
    Place place = new Place(new GeoPoint(1, 2), Precision.CITY, 3, ODD, "FR", 0.9, "photon");
    journal.keepPlace("h1", new CachedPlace(Optional.of(place), "", NOON, NOON.plusSeconds(9)));
    journal.storeNotes("londres", Map.of(new Note(Note.Kind.SETTING, "a"), ODD));
    journal.storeReport(
        new CampaignReport(
            "londres",
            NOON,
            Optional.empty(),
            List.of(Message.plain(ODD)),
            Map.of(),
            Optional.empty()));
  }

  private static void assertKept(Journal journal) {
    assertThat(journal.place("h1").flatMap(CachedPlace::place).map(Place::name)).contains(KEPT);
    assertThat(journal.memory("londres").notes().values()).containsExactly(KEPT);
    assertThat(journal.reports())
        .extracting(CampaignReport::trouble)
        .containsExactly(KEPT.replaceFirst("\ufffd", "\u0000")); // JSON writes that one out
  }

  @Test
  void aFileKeepsAMarkInItsPlace(@TempDir Path directory) {
    try (Journal journal = SqliteJournal.open(directory.resolve("state"))) {
      fill(journal);

      assertKept(journal);
    }
  }

  @Test
  void aServerKeepsAMarkInItsPlace() {
    try (Journal journal = ServerJournal.open(Postgres.fresh()).journal()) {
      fill(journal);

      assertKept(journal);
    }
  }

  @Test
  void everythingElseStaysAsItIs() {
    String text = "'; DROP TABLE cell; -- é 漢 🙂 \u200f\n\t\"";

    assertThat(Sql.storable(text)).isEqualTo(text);
  }
}

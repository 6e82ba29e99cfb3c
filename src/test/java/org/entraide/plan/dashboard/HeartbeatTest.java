package org.entraide.plan.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.entraide.plan.Folk;
import org.entraide.plan.Sheets;
import org.entraide.plan.dashboard.Heartbeat.Claim;
import org.entraide.plan.dashboard.Heartbeat.SignOfLife;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOON = Folk.NOON;
  private static final SheetLayout LAYOUT = Sheets.fresh().prepared();

  /** A dashboard with a sign of life, as Sheets would give it back. */
  private static List<Row> shown(Texts texts, Cell at, String installation, String state) {
    return List.of(
        row(0, "Tableau de bord", Cell.EMPTY),
        row(1, texts.get("dashboard.heartbeat"), at),
        row(2, texts.get("dashboard.installation"), Cell.text(installation)),
        row(3, texts.get("dashboard.state"), Cell.text(state)));
  }

  private static List<Row> shown(SignOfLife beat) {
    Texts french = Folk.LANGUAGES.get(0);
    return shown(
        french,
        Cell.number(Heartbeat.serial(beat.at(), LONDON), "26/03/2020 12:00:00"),
        beat.installation(),
        french.get(beat.signedOff() ? "dashboard.state.stopped" : "dashboard.state.running"));
  }

  private static Row row(int index, String label, Cell value) {
    return new Row(index, List.of(Cell.text(label), value));
  }

  private static Optional<SignOfLife> read(List<Row> rows, Instant now) {
    return Heartbeat.read(LAYOUT, rows, LONDON, now, Folk.LANGUAGES);
  }

  private static Claim claim(Optional<SignOfLife> beat, String own) {
    return Heartbeat.claim(beat, own, NOON);
  }

  private static Optional<SignOfLife> beat(String installation, long minutesAgo) {
    return Optional.of(
        new SignOfLife(installation, NOON.minus(Duration.ofMinutes(minutesAgo)), false));
  }

  @Test
  void whatIsWrittenIsReadBackToTheSecond() {
    Instant at = Instant.parse("2020-07-14T21:59:59Z");

    assertThat(read(shown(new SignOfLife("abc", at, false)), at))
        .contains(new SignOfLife("abc", at, false));
    assertThat(read(shown(new SignOfLife("abc", at, true)), at))
        .contains(new SignOfLife("abc", at, true));
  }

  @Test
  void aSerialIsDaysSinceTheEndOf1899() {
    assertThat(Heartbeat.serial(LocalDateTime.of(2020, 3, 20, 12, 0)))
        .isCloseTo(43910.5, within(1e-9));
  }

  @Test
  void itIsFoundWhereverPeopleSortedIt() {
    List<Row> rows = new ArrayList<>(shown(new SignOfLife("abc", NOON, false)));
    Collections.reverse(rows);

    assertThat(read(rows, NOON)).contains(new SignOfLife("abc", NOON, false));
  }

  @Test
  void itIsReadInEveryLanguage() {
    for (Texts texts : Folk.LANGUAGES) {
      List<Row> rows =
          shown(
              texts,
              Cell.number(Heartbeat.serial(NOON, LONDON), ""),
              "abc",
              texts.get("dashboard.state.stopped"));

      assertThat(read(rows, NOON)).contains(new SignOfLife("abc", NOON, true));
    }
  }

  @Test
  void aTextOrAnAbsurdNumberIsNoSign() {
    Texts french = Folk.LANGUAGES.get(0);
    for (Cell cell :
        List.of(
            Cell.EMPTY,
            Cell.text("26/03/2020 12:00"),
            new Cell(Cell.Kind.ERROR, "#REF!", 0),
            Cell.number(-5, "-5"),
            Cell.number(1e300, "1E+300"))) {
      assertThat(read(shown(french, cell, "abc", ""), NOON)).isEmpty();
    }
    assertThat(read(List.of(), NOON)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-10-25T00:40:00Z, 2020-10-25T00:45:00Z", // the first 01:40, in summer time
    "2020-10-25T01:40:00Z, 2020-10-25T01:45:00Z", // the second one
    "2020-10-25T00:40:00Z, 2020-10-25T01:10:00Z"
  })
  void theHourThatComesTwiceIsToldByTheClock(Instant at, Instant now) {
    assertThat(read(shown(new SignOfLife("abc", at, false)), now))
        .contains(new SignOfLife("abc", at, false));
  }

  @Test
  void inTheHourThatComesTwiceASignLooksFreshRatherThanOld() {
    Instant first = Instant.parse("2020-10-25T00:40:00Z");
    Instant later = Instant.parse("2020-10-25T01:45:00Z");

    Optional<SignOfLife> read = read(shown(new SignOfLife("abc", first, false)), later);

    assertThat(Heartbeat.claim(read, "xyz", later)).isEqualTo(Claim.FOREIGN_FRESH);
  }

  @Test
  void nobodysAndOursMayBeUsedAndOursThatEndedIsClaimedAnew() {
    assertThat(claim(Optional.empty(), "abc")).isEqualTo(Claim.NONE);
    assertThat(claim(beat("abc", 1), "abc")).isEqualTo(Claim.OURS);
    assertThat(claim(beat("abc", 600), "abc")).isEqualTo(Claim.NONE);
    assertThat(claim(Optional.of(Heartbeat.signOff("abc", NOON)), "abc")).isEqualTo(Claim.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "0, FOREIGN_FRESH",
    "29, FOREIGN_FRESH",
    "30, FOREIGN_STALE",
    "600, FOREIGN_STALE",
    "-5, FOREIGN_FRESH",
    "-120, FOREIGN_STALE"
  })
  void anothersSignMakesUsWaitForHalfAnHour(long minutesAgo, Claim expected) {
    assertThat(claim(beat("other", minutesAgo), "abc")).isEqualTo(expected);
  }

  @Test
  void whoSignedOffMakesNobodyWait() {
    assertThat(claim(Optional.of(Heartbeat.signOff("other", NOON)), "abc"))
        .isEqualTo(Claim.FOREIGN_STALE);
  }

  @Test
  void aClearedInstallationIsSomebodyElses() {
    assertThat(claim(beat("", 1), "abc")).isEqualTo(Claim.FOREIGN_FRESH);
  }

  @ParameterizedTest
  @CsvSource({"0, false", "14, false", "15, true", "600, true", "-20, true"})
  void itIsWrittenEveryQuarterOfAnHour(long minutesAgo, boolean due) {
    assertThat(Heartbeat.isDue(beat("abc", minutesAgo), "abc", NOON)).isEqualTo(due);
    assertThat(Heartbeat.next(beat("abc", minutesAgo), "abc", NOON).at())
        .isEqualTo(due ? NOON : NOON.minus(Duration.ofMinutes(minutesAgo)));
  }

  @Test
  void afterSigningOffItIsWrittenAtOnce() {
    Optional<SignOfLife> off = Optional.of(Heartbeat.signOff("abc", NOON));

    assertThat(Heartbeat.isDue(off, "abc", NOON)).isTrue();
    assertThat(Heartbeat.next(off, "abc", NOON).signedOff()).isFalse();
  }
}

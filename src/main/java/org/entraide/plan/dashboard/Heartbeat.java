package org.entraide.plan.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.word.WordComparison;
import org.entraide.plan.layout.DashboardColumn;
import org.entraide.plan.layout.DashboardPlace;
import org.entraide.table.Cell;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/**
 * The sign of life on the dashboard: people see from it that the daemon runs, and a second daemon
 * that it is not alone. Pure.
 *
 * <p>Two that start in the same second both write, and the later one wins. So a daemon acts only in
 * a pass whose first read shows its own sign, never in the one that wrote the first: by then the
 * loser sees the other's.
 */
public final class Heartbeat {

  /** How often it is written, at most. */
  public static final Duration EVERY = Duration.ofMinutes(15);

  /** Another installation's sign that is younger makes a campaign wait. */
  public static final Duration FRESH = Duration.ofMinutes(30);

  /** Sheets' day 0. */
  private static final LocalDateTime ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final double MILLIS_A_DAY = 86_400_000;

  /** No year that a spreadsheet shows is later: 9999. */
  private static final double LAST_DAY = 2_958_466;

  private Heartbeat() {}

  /**
   * One sign of life.
   *
   * @param installation whose; empty where that cell was cleared
   * @param at when, to the second
   * @param signedOff whether it ended on purpose
   */
  public record SignOfLife(String installation, Instant at, boolean signedOff) {}

  /** Nobody's sign of life: nothing is shown. */
  public static final SignOfLife NONE = new SignOfLife("", Instant.EPOCH, false);

  /** Whose a spreadsheet is. */
  public enum Claim {
    /** Nobody's: it may be claimed. */
    NONE,
    OURS,
    /** Another daemon is at work: wait, unless asked to take over. */
    FOREIGN_FRESH,
    /** Another daemon was at work; it may be claimed. */
    FOREIGN_STALE
  }

  /**
   * Finds the last sign of life, wherever people sorted it to.
   *
   * @param layout complete: {@code SheetLayout.prepared}
   * @param rows of the dashboard as they are
   * @param zone the sheet's
   * @param now to tell the two hours apart that a clock shows twice in autumn
   */
  public static Optional<SignOfLife> read(
      DashboardPlace layout, List<Row> rows, ZoneId zone, Instant now, List<Texts> languages) {
    Set<String> stopped = folded("dashboard.state.stopped", languages);
    String state = value(layout, rows, "dashboard.state", languages).text();
    return at(value(layout, rows, "dashboard.heartbeat", languages), zone, now)
        .map(
            at ->
                new SignOfLife(
                    value(layout, rows, "dashboard.installation", languages).text().strip(),
                    at,
                    stopped.contains(WordComparison.fold(state))));
  }

  /**
   * The time of a sign of life.
   *
   * @param cell in which it is written
   * @param zone the sheet's
   * @param now to tell the two hours apart that a clock shows twice in autumn
   */
  public static Optional<Instant> at(Cell cell, ZoneId zone, Instant now) {
    return cell.kind() != Cell.Kind.NUMBER || cell.number() <= 0 || cell.number() >= LAST_DAY
        ? Optional.empty()
        : Optional.of(instant(cell.number(), zone, now));
  }

  /**
   * Writes another time into the cell of a sign of life.
   *
   * @param zone the sheet's
   */
  public static Change.SetNumber change(Change.SetNumber cell, Instant at, ZoneId zone) {
    return new Change.SetNumber(cell.sheetId(), cell.row(), cell.column(), serial(at, zone));
  }

  /** The cell beside a label. */
  private static Cell value(
      DashboardPlace layout, List<Row> rows, String key, List<Texts> languages) {
    Set<String> labels = folded(key, languages);
    int first = layout.dashboardColumns().of(DashboardColumn.FIRST);
    int second = layout.dashboardColumns().of(DashboardColumn.SECOND);
    return rows.stream()
        .filter(row -> labels.contains(WordComparison.fold(row.cell(first).text())))
        .findFirst()
        .map(row -> row.cell(second))
        .orElse(Cell.EMPTY);
  }

  private static Set<String> folded(String key, List<Texts> languages) {
    Set<String> folded = new HashSet<>();
    languages.forEach(texts -> folded.add(WordComparison.fold(texts.get(key))));
    return folded;
  }

  /** Whose a spreadsheet is by now. */
  public static Claim claim(Optional<SignOfLife> signOfLife, String installation, Instant now) {
    if (signOfLife.isEmpty()) {
      return Claim.NONE;
    }
    SignOfLife last = signOfLife.get();
    boolean isOurs = last.installation().equals(installation);
    // far in the future is a sheet whose time zone was changed: a daemon at work writes again soon
    boolean fresh = Duration.between(last.at(), now).abs().compareTo(FRESH) < 0;
    boolean alive = fresh && !last.signedOff();
    if (isOurs) {
      return alive ? Claim.OURS : Claim.NONE; // what ended may have been claimed meanwhile
    }
    return alive ? Claim.FOREIGN_FRESH : Claim.FOREIGN_STALE;
  }

  /** Whether ours should be written. */
  public static boolean isDue(Optional<SignOfLife> signOfLife, String installation, Instant now) {
    return claim(signOfLife, installation, now) != Claim.OURS
        || signOfLife
            .filter(b -> !b.signedOff() && Duration.between(b.at(), now).abs().compareTo(EVERY) < 0)
            .isEmpty();
  }

  /** The sign to show: the last one until another is due. */
  public static SignOfLife next(Optional<SignOfLife> signOfLife, String installation, Instant now) {
    return signOfLife
        .filter(b -> !isDue(signOfLife, installation, now))
        .orElse(new SignOfLife(installation, now.truncatedTo(ChronoUnit.SECONDS), false));
  }

  /** The sign of an end on purpose: the campaign is free for another installation. */
  public static SignOfLife signOff(String installation, Instant now) {
    return new SignOfLife(installation, now.truncatedTo(ChronoUnit.SECONDS), true);
  }

  /** The number of a moment in a sheet's time zone. */
  static double serial(Instant at, ZoneId zone) {
    return serial(at.atZone(zone).toLocalDateTime());
  }

  static double serial(LocalDateTime at) {
    return ChronoUnit.MILLIS.between(ZERO, at) / MILLIS_A_DAY;
  }

  /** Of two moments that a sheet writes alike, the later one that is not ahead: it looks fresh. */
  private static Instant instant(double serial, ZoneId zone, Instant now) {
    LocalDateTime at =
        ZERO.plus(Math.round(serial * MILLIS_A_DAY), ChronoUnit.MILLIS)
            .plusNanos(500_000_000)
            .truncatedTo(ChronoUnit.SECONDS);
    Instant soon = now.plus(EVERY);
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
    return offsets.stream()
        .map(at::toInstant)
        .filter(instant -> instant.isBefore(soon))
        .max(Comparator.naturalOrder())
        .orElse(at.atZone(zone).toInstant());
  }
}

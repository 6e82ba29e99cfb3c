package org.entraide.form;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/** When responses were sent, to be found by the serial number that a sheet shows for it. */
final class SubmissionTimes {

  /** The sheet's time and the form's are from two clocks. */
  private static final Duration APART = Duration.ofSeconds(2);

  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);
  private static final double MILLIS_PER_DAY = 86_400_000.0;

  /** Serial numbers of this century: other numbers are no times of a form. */
  private static final double FIRST = 36_526;

  private static final double END = 73_051;

  /** How many rows from either end are looked at to find the column of times. */
  private static final int SAMPLE = 100;

  private final Map<Long, List<Response>> bySecond = new HashMap<>();
  private final ZoneId zone;

  SubmissionTimes(Collection<Response> responses, ZoneId zone) {
    this.zone = zone;
    for (Response response : responses) {
      add(response.lastSubmitted(), response);
      if (response.created().getEpochSecond() != response.lastSubmitted().getEpochSecond()) {
        add(response.created(), response);
      }
    }
  }

  private void add(Instant moment, Response response) {
    bySecond.computeIfAbsent(moment.getEpochSecond(), s -> new ArrayList<>(1)).add(response);
  }

  /** The responses first or last sent at the time that a cell shows, the nearest first. */
  List<Response> at(Cell cell) {
    Map<String, Response> responsesById = new LinkedHashMap<>();
    for (Instant moment : instants(cell)) {
      for (List<Response> second : around(moment)) {
        second.forEach(r -> responsesById.putIfAbsent(r.responseId(), r));
      }
    }
    return among(cell, responsesById.values());
  }

  /** Those of some responses that were sent at the time that a cell shows, the nearest first. */
  List<Response> among(Cell cell, Collection<Response> some) {
    List<Instant> moments = instants(cell);
    Map<String, Duration> away = new HashMap<>();
    for (Response response : some) {
      moments.stream()
          .map(moment -> away(response, moment))
          .filter(distance -> distance.compareTo(APART) <= 0)
          .min(Comparator.naturalOrder())
          .ifPresent(distance -> away.put(response.responseId(), distance));
    }
    return some.stream()
        .filter(r -> away.containsKey(r.responseId()))
        .sorted(Comparator.comparing(r -> away.getOrDefault(r.responseId(), APART)))
        .toList();
  }

  /** How many responses were sent about the time that a cell shows, at most. */
  int crowd(Cell cell) {
    return instants(cell).stream()
        .flatMap(moment -> around(moment).stream())
        .mapToInt(List::size)
        .sum();
  }

  private List<List<Response>> around(Instant moment) {
    List<List<Response>> seconds = new ArrayList<>();
    for (long second = -APART.toSeconds(); second <= APART.toSeconds(); second++) {
      seconds.add(bySecond.getOrDefault(moment.getEpochSecond() + second, List.of()));
    }
    return seconds;
  }

  private static Duration away(Response response, Instant moment) {
    Duration last = Duration.between(response.lastSubmitted(), moment).abs();
    Duration first = Duration.between(response.created(), moment).abs();
    return last.compareTo(first) <= 0 ? last : first;
  }

  /** Two in the hour that a change of the clock repeats, none for what is no time. */
  private List<Instant> instants(Cell cell) {
    if (cell.kind() != Cell.Kind.NUMBER || cell.number() < FIRST || cell.number() >= END) {
      return List.of();
    }
    LocalDateTime local = EPOCH.plus(Duration.ofMillis(Math.round(cell.number() * MILLIS_PER_DAY)));
    return zone.getRules().getValidOffsets(local).stream().map(local::toInstant).toList();
  }

  /** The column that shows most of the times. */
  Optional<Integer> column(List<Row> rows, List<Integer> columns) {
    int most = 0;
    Integer best = null;
    for (int column : columns) {
      int hits = 0;
      for (int i = 0; i < rows.size(); i++) {
        boolean sampled = i < SAMPLE || i >= rows.size() - SAMPLE;
        if (sampled && crowd(rows.get(i).cell(column)) > 0) {
          hits++;
        }
      }
      if (hits > most) {
        most = hits;
        best = column;
      }
    }
    return Optional.ofNullable(best);
  }
}

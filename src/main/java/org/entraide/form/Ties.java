package org.entraide.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which row shows which response: by the moment that both give, and where several were sent at that
 * moment, or the moment was lost, by what they say.
 */
final class Ties {

  /** Cells that agree where no moment does: fewer could be anybody's. */
  private static final int LEAST_AGREEING = 2;

  private static final int ALL = Integer.MAX_VALUE;

  private final List<Integer> columns;
  private final Optional<Integer> timeColumn;
  private final Map<Integer, Response> byRow = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<Integer> copies = new HashSet<>();

  private Ties(SheetSide sheet, Moments moments) {
    this.columns = sheet.columns();
    this.timeColumn = moments.column(sheet.rows(), columns);
  }

  static Ties of(SheetSide sheet, Collection<Response> responses) {
    Moments moments = new Moments(responses, sheet.zone());
    Ties ties = new Ties(sheet, moments);
    ties.byMoment(sheet.rows(), moments);
    ties.byContent(sheet.rows(), responses);
    return ties;
  }

  /** The column whose moments are those of the responses. */
  Optional<Integer> timeColumn() {
    return timeColumn;
  }

  /** The response that a row shows. */
  Optional<Response> of(Row row) {
    return Optional.ofNullable(byRow.get(row.index()));
  }

  /** Whether another row above shows the same response. */
  boolean isCopy(Row row) {
    return copies.contains(row.index());
  }

  boolean isShown(Response response) {
    return shown.contains(response.responseId());
  }

  private void byMoment(List<Row> rows, Moments moments) {
    if (timeColumn.isEmpty()) {
      return;
    }
    for (Row row : rows) {
      Response best = best(row, moments.at(row.cell(timeColumn.get())));
      if (best != null) {
        tie(row, best);
      }
    }
  }

  private @Nullable Response best(Row row, List<Response> candidates) {
    if (candidates.isEmpty()) {
      return null;
    }
    RowText text = new RowText(row, columns);
    if (candidates.size() == 1) {
      return text.agreeing(candidates.get(0), 1) > 0 ? candidates.get(0) : null;
    }
    Response best = null;
    int most = 1;
    for (Response candidate : candidates) {
      // of two that were sent twice alike, each row has its own
      int score = 2 * text.agreeing(candidate, ALL) + (isShown(candidate) ? 0 : 1);
      if (score > most) {
        most = score;
        best = candidate;
      }
    }
    return best;
  }

  private void tie(Row row, Response response) {
    byRow.put(row.index(), response);
    if (!shown.add(response.responseId())) {
      copies.add(row.index());
    }
  }

  private void byContent(List<Row> rows, Collection<Response> responses) {
    List<Row> rest = rows.stream().filter(r -> !byRow.containsKey(r.index())).toList();
    List<Response> unseen = responses.stream().filter(r -> !isShown(r)).toList();
    if (rest.isEmpty() || unseen.isEmpty()) {
      return;
    }
    Map<String, List<Response>> byContact = new HashMap<>();
    for (Response response : unseen) {
      for (String key : Contacts.of(response)) {
        byContact.computeIfAbsent(key, k -> new ArrayList<>()).add(response);
      }
    }
    for (Row row : rest) {
      Set<Response> candidates = new HashSet<>();
      Contacts.of(row, columns)
          .forEach(k -> candidates.addAll(byContact.getOrDefault(k, List.of())));
      RowText text = new RowText(row, columns);
      candidates.stream()
          .filter(r -> !isShown(r) && agreesMostly(text, r))
          .max(
              Comparator.<Response>comparingInt(r -> text.agreeing(r, ALL))
                  .thenComparing(Response::lastSubmitted)
                  .thenComparing(Response::responseId))
          .ifPresent(r -> tie(row, r));
    }
  }

  private static boolean agreesMostly(RowText row, Response response) {
    int agreeing = row.agreeing(response, ALL);
    int answers = response.values().size() + (response.email().isPresent() ? 1 : 0);
    return agreeing >= LEAST_AGREEING && 2 * agreeing >= answers;
  }
}

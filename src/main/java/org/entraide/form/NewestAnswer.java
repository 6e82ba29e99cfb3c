package org.entraide.form;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.table.Cell;
import org.entraide.table.Row;

/**
 * Where a form's newest answer is: the tab that shows it is the one that the form writes to, or a
 * copy of it. Pure.
 *
 * @param at when it was sent
 * @param rows by the numbers of the tabs that show it, in which row
 */
public record NewestAnswer(Instant at, Map<Integer, Integer> rows) {

  public NewestAnswer {
    rows = Map.copyOf(rows);
  }

  /**
   * Looks for it.
   *
   * @param tabs by their numbers
   * @return empty where nobody answered
   */
  public static Optional<NewestAnswer> of(FormRecord formRecord, Map<Integer, SheetSide> tabs) {
    Optional<Instant> at =
        formRecord.responses().stream().map(Response::lastSubmitted).max(Comparator.naturalOrder());
    if (at.isEmpty()) {
      return Optional.empty();
    }
    List<Response> newest =
        formRecord.responses().stream()
            .filter(r -> r.lastSubmitted().equals(at.get()))
            .map(NewestAnswer::asSentLast)
            .toList();
    Map<Integer, Integer> rows = new HashMap<>();
    tabs.forEach((id, tab) -> row(tab, newest).ifPresent(row -> rows.put(id, row)));
    return Optional.of(new NewestAnswer(at.get(), rows));
  }

  /** A row in which it was first sent is in copies of the tab, too. */
  private static Response asSentLast(Response response) {
    return new Response(
        response.responseId(),
        response.lastSubmitted(),
        response.lastSubmitted(),
        response.email(),
        response.values());
  }

  private static Optional<Integer> row(SheetSide tab, List<Response> newest) {
    SubmissionTimes times = new SubmissionTimes(newest, tab.zone());
    List<Integer> columns = tab.columns();
    for (Row row : tab.rows()) {
      for (int column : columns) {
        Cell cell = row.cell(column);
        List<Response> sent = cell.kind() == Cell.Kind.NUMBER ? times.at(cell) : List.of();
        if (!sent.isEmpty()
            && sent.stream().anyMatch(r -> new RowText(row, columns).agreeing(r, 1) > 0)) {
          return Optional.of(row.index());
        }
      }
    }
    return Optional.empty();
  }
}

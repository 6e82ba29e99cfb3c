package org.entraide.form;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.jspecify.annotations.Nullable;

/**
 * Which row shows which response: by the time that both give, and where several were sent at that
 * time, or the time was lost, by their answers.
 */
final class RowResponseLinks {

  /** How many cells must agree where no time does: fewer could be chance. */
  private static final int LEAST_AGREEING = 2;

  private static final int ALL = Integer.MAX_VALUE;

  /** How many answers of one time are compared with a row one by one, at most. */
  private static final int CROWD = 20;

  private final List<Integer> columns;
  private final Optional<Integer> timeColumn;
  private final Map<Integer, Response> byRow = new HashMap<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<Integer> copies = new HashSet<>();
  private final Set<Integer> byTime = new HashSet<>();

  private RowResponseLinks(SheetSide sheet, SubmissionTimes times) {
    this.columns = sheet.columns();
    this.timeColumn = times.column(sheet.rows(), columns);
  }

  static RowResponseLinks of(SheetSide sheet, Collection<Response> responses) {
    SubmissionTimes times = new SubmissionTimes(responses, sheet.zone());
    RowResponseLinks links = new RowResponseLinks(sheet, times);
    links.linkByMoment(sheet.rows(), times, responses);
    links.linkByContent(sheet.rows(), responses);
    return links;
  }

  /** The column whose times are those of the responses. */
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

  /** Whether row and response give the same time; else their answers alone agree. */
  boolean isOfOneTime(Row row) {
    return byTime.contains(row.index());
  }

  boolean isShown(Response response) {
    return shown.contains(response.responseId());
  }

  private void linkByMoment(List<Row> rows, SubmissionTimes times, Collection<Response> responses) {
    if (timeColumn.isEmpty()) {
      return;
    }
    Supplier<Map<String, List<Response>>> byContact = Suppliers.memoize(() -> byContact(responses));
    for (Row row : rows) {
      Cell time = row.cell(timeColumn.get());
      // after a broadcast hundreds answer in one second, and each row is compared with its own
      List<Response> candidates =
          times.crowd(time) <= CROWD
              ? times.at(time)
              : times.among(time, ofContacts(row, byContact.get()));
      Response best = best(row, candidates);
      if (best != null) {
        link(row, best);
        byTime.add(row.index());
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

  private void link(Row row, Response response) {
    byRow.put(row.index(), response);
    if (!shown.add(response.responseId())) {
      copies.add(row.index());
    }
  }

  private void linkByContent(List<Row> rows, Collection<Response> responses) {
    List<Row> rest = rows.stream().filter(r -> !byRow.containsKey(r.index())).toList();
    List<Response> unseen = responses.stream().filter(r -> !isShown(r)).toList();
    if (rest.isEmpty() || unseen.isEmpty()) {
      return;
    }
    Map<String, List<Response>> byContact = byContact(unseen);
    for (Row row : rest) {
      Collection<Response> candidates = ofContacts(row, byContact);
      RowText text = new RowText(row, columns);
      candidates.stream()
          .filter(r -> !isShown(r) && agreesMostly(text, r))
          .max(
              Comparator.<Response>comparingInt(r -> text.agreeing(r, ALL))
                  .thenComparing(Response::lastSubmitted)
                  .thenComparing(Response::responseId))
          .ifPresent(r -> link(row, r));
    }
  }

  private static Map<String, List<Response>> byContact(Collection<Response> responses) {
    Map<String, List<Response>> byContact = new HashMap<>();
    for (Response response : responses) {
      for (String key : AnsweredContacts.of(response)) {
        byContact.computeIfAbsent(key, k -> new ArrayList<>(1)).add(response);
      }
    }
    return byContact;
  }

  private Collection<Response> ofContacts(Row row, Map<String, List<Response>> byContact) {
    Map<String, Response> responsesById = new LinkedHashMap<>();
    AnsweredContacts.of(row, columns)
        .forEach(
            key ->
                byContact
                    .getOrDefault(key, List.of())
                    .forEach(response -> responsesById.put(response.responseId(), response)));
    return responsesById.values();
  }

  private static boolean agreesMostly(RowText row, Response response) {
    int agreeing = row.agreeing(response, ALL);
    int answers = response.values().size() + (response.email().isPresent() ? 1 : 0);
    return agreeing >= LEAST_AGREEING && 2 * agreeing >= answers;
  }
}

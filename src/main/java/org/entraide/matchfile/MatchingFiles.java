package org.entraide.matchfile;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.entraide.file.CsvText;
import org.entraide.match.model.Assignment;
import org.entraide.match.model.Matching;
import org.entraide.match.model.OpenReason;

/** Writes {@code OUT.csv} and {@code REASONS.csv}. */
public final class MatchingFiles {

  private static final Comparator<Assignment> BY_PERSON_ROUND_HELPER =
      Comparator.comparing(Assignment::person, CodePoints.ORDER)
          .thenComparingInt(Assignment::round)
          .thenComparing(Assignment::helper, CodePoints.ORDER);

  private MatchingFiles() {}

  /** The new introductions, sorted by person, round and helper. */
  public static void introductions(Matching matching, Appendable out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row("person", "helper", "needs", "distance_km", "round");
    List<Assignment> sorted =
        matching.assignments().stream().sorted(BY_PERSON_ROUND_HELPER).toList();
    for (Assignment it : sorted) {
      csv.row(
          it.person(),
          it.helper(),
          ListWords.list(it.needs()),
          ListWords.km(it.cautiousKm()),
          Integer.toString(it.round()));
    }
  }

  /** Why needs are open, sorted by person and by the order of the reasons. */
  public static void reasons(Matching matching, Appendable out) throws IOException {
    CsvText csv = new CsvText(out);
    csv.row("person", "needs", "reason", "detail");
    List<Map.Entry<String, List<OpenReason>>> sorted =
        matching.reasons().entrySet().stream()
            .sorted(Map.Entry.comparingByKey(CodePoints.ORDER))
            .toList();
    for (Map.Entry<String, List<OpenReason>> person : sorted) {
      for (OpenReason reason : person.getValue()) {
        csv.row(
            person.getKey(), ListWords.list(reason.needs()), reason.reason().key(), detail(reason));
      }
    }
  }

  private static String detail(OpenReason reason) {
    return switch (reason.reason()) {
      case BY_HAND, NOBODY_OFFERS -> "";
      case TRIED, NOT_CHECKED, LANGUAGE, PLACE_UNKNOWN -> "helpers=" + reason.helpers();
      case TOO_FAR ->
          "helpers=%d;nearest_km=%s;limit_km=%s"
              .formatted(
                  reason.helpers(),
                  ListWords.km(reason.nearestKm()),
                  ListWords.km(reason.limitKm()));
      case FULL -> "helpers=%d;preferring=%d".formatted(reason.helpers(), reason.preferring());
    };
  }
}

package org.entraide.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.entraide.place.Place;
import org.entraide.place.PlaceExplanation;
import org.entraide.place.PlaceWords;
import org.entraide.text.Texts;

/** What {@code geocode --explain} prints of one text. */
final class ExplainedPlace {

  private static final int MOST_CANDIDATES = 10;

  private ExplainedPlace() {}

  static List<String> lines(String text, PlaceExplanation explanation, Texts words) {
    List<String> lines = new ArrayList<>();
    lines.add("\"" + text.replaceAll("\\p{Cntrl}", " ") + "\"");
    lines.add(
        "  = "
            + explanation
                .answer()
                .<String>fold(
                    at -> sure(at.place(), words),
                    unclear -> words.format(unclear.question()),
                    noAnswer -> words.format(noAnswer.why())));
    List<PlaceExplanation.Candidate> candidates = explanation.candidates();
    for (int i = 0; i < Math.min(MOST_CANDIDATES, candidates.size()); i++) {
      PlaceExplanation.Candidate it = candidates.get(i);
      lines.add(
          String.format(
              Locale.ROOT,
              "  %s %d. %s, score %.2f",
              it.chosen() ? ">" : " ",
              i + 1,
              described(it.place(), words),
              it.score()));
      it.why().forEach(why -> lines.add("       " + words.format(why)));
    }
    if (candidates.size() > MOST_CANDIDATES) {
      lines.add("    and %d more".formatted(candidates.size() - MOST_CANDIDATES));
    }
    return lines;
  }

  private static String sure(Place place, Texts words) {
    return String.format(
        Locale.ROOT, "%s, confidence %.2f", described(place, words), place.confidence());
  }

  private static String described(Place place, Texts words) {
    return String.format(
        Locale.ROOT,
        "%s, %s, %.4f %.4f",
        words.format(PlaceWords.describe(place)),
        place.country(),
        place.point().latitude(),
        place.point().longitude());
  }
}

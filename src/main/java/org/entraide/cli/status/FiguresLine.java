package org.entraide.cli.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.entraide.match.model.HelpFigures;

/** What {@code status} says of a campaign's introductions that live now. */
public record FiguresLine(String campaign, HelpFigures figures) {

  /** For a terminal; empty where nothing is known. */
  public Optional<String> text() {
    List<String> sentences = new ArrayList<>();
    Double medianKm = figures.distance().medianKm();
    Double p90Km = figures.distance().p90Km();
    Double maxKm = figures.distance().maxKm();
    if (medianKm != null && p90Km != null && maxKm != null) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "help is %.1f km away in the median, nine times in ten at most %.1f km, always at"
                  + " most %.1f km",
              medianKm,
              p90Km,
              maxKm));
    }
    Double median = figures.load().median();
    Double p90 = figures.load().p90();
    if (median != null && p90 != null) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "half of the helpers have at most %.0f%% of their places taken, nine in ten at most"
                  + " %.0f%%",
              100 * median,
              100 * p90));
    }
    return sentences.isEmpty()
        ? Optional.empty()
        : Optional.of(campaign + ": " + String.join("; ", sentences) + ".");
  }
}

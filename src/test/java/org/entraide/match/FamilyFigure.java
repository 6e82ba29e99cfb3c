package org.entraide.match;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * What is known of one market of a family: a line of the file of figures.
 *
 * @param hash of the market, so that the line is about that one
 * @param best the largest stable matching known
 * @param bound no stable matching is larger
 * @param how who found the best, and who the bound
 */
@NullMarked
record FamilyFigure(String family, int seed, String hash, int best, int bound, String how) {

  /** The first line of the file. */
  static final String HEADER = "family\tseed\tmarket\tbest\tbound\thow";

  static List<FamilyFigure> read(Stream<String> lines) {
    return lines.skip(1).map(FamilyFigure::parse).toList();
  }

  private static FamilyFigure parse(String line) {
    String[] cell = line.split("\t", -1);
    return new FamilyFigure(
        cell[0],
        Integer.parseInt(cell[1]),
        cell[2],
        Integer.parseInt(cell[3]),
        Integer.parseInt(cell[4]),
        cell[5]);
  }

  String line() {
    return String.join("\t", family, "" + seed, hash, "" + best, "" + bound, how);
  }

  boolean isProven() {
    return best == bound;
  }
}

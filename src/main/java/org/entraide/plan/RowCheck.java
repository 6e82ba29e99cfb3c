package org.entraide.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hidden check cell of a row: which contents the row's references stood for, and hashes of what
 * was last written beside them. With it a row tells typed from written even where the journal is
 * lost.
 *
 * <p>As text: {@code fingerprints/hashes}, each joined by dots, such as {@code
 * 0f3a…/k2j4x.q7abc..zz234}.
 *
 * @param fingerprints of the contents that the row's references stand for
 * @param hashes of the written cells, in column order, empty for an empty cell
 */
record RowCheck(List<String> fingerprints, List<String> hashes) {

  private static final Pattern SHAPE = Pattern.compile("[0-9a-f.]*/[a-z2-7.]*");

  RowCheck {
    fingerprints = List.copyOf(fingerprints);
    hashes = List.copyOf(hashes);
  }

  static RowCheck of(List<String> fingerprints, List<String> written) {
    return new RowCheck(fingerprints, written.stream().map(Hashes::of).toList());
  }

  static Optional<RowCheck> parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    int slash = text.indexOf('/');
    return Optional.of(
        new RowCheck(split(text.substring(0, slash)), split(text.substring(slash + 1))));
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '.') {
        parts.add(text.substring(from, i));
        from = i + 1;
      }
    }
    return parts;
  }

  /** Whether a shown text is what was last written in the column of this position. */
  boolean wrote(int position, String shown) {
    return position < hashes.size() && hashes.get(position).equals(Hashes.of(shown));
  }

  String text() {
    return String.join(".", fingerprints) + "/" + String.join(".", hashes);
  }
}

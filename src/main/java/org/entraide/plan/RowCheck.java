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
 * <p>As text: {@code fingerprints/hashes/references}, each joined by dots, such as {@code
 * 0f3a…/k2j4x.q7abc..zz234}; the last part is left out where it is empty.
 *
 * @param fingerprints of the contents that the row's references stand for
 * @param hashes of the written cells, in column order, empty for an empty cell; in a person's row
 *     then of what organisers told of that person
 * @param references in a person's row whose these contents are; in the ledger the introductions
 *     that this one answers
 */
record RowCheck(List<String> fingerprints, List<String> hashes, List<String> references) {

  private static final Pattern SHAPE = Pattern.compile("^[0-9a-f.]*+/[a-z2-7.]*+(/[0-9A-Z.-]++)?");

  RowCheck {
    fingerprints = List.copyOf(fingerprints);
    hashes = List.copyOf(hashes);
    references = List.copyOf(references);
  }

  static RowCheck of(List<String> fingerprints, List<String> written) {
    return new RowCheck(fingerprints, written.stream().map(Hashes::of).toList(), List.of());
  }

  static Optional<RowCheck> parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.split("/", -1));
    return Optional.of(
        new RowCheck(
            split(parts.get(0)),
            split(parts.get(1)),
            parts.size() > 2 ? split(parts.get(2)) : List.of()));
  }

  /** The one contents that it stands for; empty in the ledger, where there are two. */
  Optional<String> fingerprint() {
    return fingerprints.size() == 1 ? Optional.of(fingerprints.get(0)) : Optional.empty();
  }

  /** The hash of a position; empty for an empty cell, and for one that was not checked. */
  String hash(int position) {
    return position < hashes.size() ? hashes.get(position) : "";
  }

  /** Whether this position was there when it was written: earlier versions checked fewer. */
  boolean knows(int position) {
    return position < hashes.size();
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
    String text = String.join(".", fingerprints) + "/" + String.join(".", hashes);
    return references.isEmpty() ? text : text + "/" + String.join(".", references);
  }
}

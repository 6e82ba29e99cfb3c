package org.entraide.plan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.entraide.people.word.ShortHashes;

/**
 * The hidden check cell of a row: the contents that had the row's references, and hashes of what
 * was last written beside them. With it, what people typed in a row can be distinguished from what
 * the daemon wrote, even where the journal is lost.
 *
 * <p>As text: {@code fingerprints/hashes/references/displaced}, each joined by dots, such as {@code
 * * 0f3a…/k2j4x.q7abc..zz234}; the last parts are left out where they are empty. Earlier versions
 * wrote the first three.
 *
 * @param fingerprints of the contents that have the row's references
 * @param hashes of the written cells, in column order, empty for an empty cell; in a person's row
 *     then of what organisers typed for that person
 * @param references in a person's row whose these contents are; in the ledger the introductions
 *     that this one answers
 * @param displaced in a person's row whose the organisers' cells were, in column order; empty where
 *     all were that person's
 */
public record RowCheck(
    List<String> fingerprints,
    List<String> hashes,
    List<String> references,
    List<Displaced> displaced) {

  private static final Pattern SHAPE =
      Pattern.compile("^[0-9a-f.]*+/[a-z2-7.]*+(/[0-9A-Z.-]*+(/[a-z2-7~.]*+)?+)?+");

  /** Before the hash of a stray: what was typed for the person was in another row. */
  private static final String AWAY = "~";

  /**
   * Whose the text of one of the organisers' cells was.
   *
   * @param stray the hash of what was there and was not typed for the row's person; empty for
   *     nothing
   * @param away whether what was typed for the person was in another row
   */
  public record Displaced(String stray, boolean away) {
    public static final Displaced NOTHING = new Displaced("", false);

    private static Displaced parse(String text) {
      return text.startsWith(AWAY)
          ? new Displaced(text.substring(AWAY.length()), true)
          : new Displaced(text, false);
    }

    private String text() {
      return away ? AWAY + stray : stray;
    }
  }

  public RowCheck {
    fingerprints = List.copyOf(fingerprints);
    hashes = List.copyOf(hashes);
    references = List.copyOf(references);
    displaced =
        displaced.stream().allMatch(Displaced.NOTHING::equals) ? List.of() : List.copyOf(displaced);
  }

  /** A check of the ledger, where nothing is moved beside others. */
  public RowCheck(List<String> fingerprints, List<String> hashes, List<String> references) {
    this(fingerprints, hashes, references, List.of());
  }

  public static RowCheck of(List<String> fingerprints, List<String> written) {
    return new RowCheck(fingerprints, written.stream().map(ShortHashes::of).toList(), List.of());
  }

  public static Optional<RowCheck> parse(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return Optional.empty();
    }
    List<String> parts = List.of(text.split("/", -1));
    return Optional.of(
        new RowCheck(
            split(parts.get(0)),
            split(parts.get(1)),
            parts.size() > 2 && !parts.get(2).isEmpty() ? split(parts.get(2)) : List.of(),
            parts.size() > 3
                ? split(parts.get(3)).stream().map(Displaced::parse).toList()
                : List.of()));
  }

  /** The first part of a check's text, whether it can be read or not. */
  static String fingerprints(String text) {
    int end = text.indexOf('/');
    return end < 0 ? "" : text.substring(0, end);
  }

  /** The contents that it was written beside; empty in the ledger, where there are two. */
  public Optional<String> fingerprint() {
    return fingerprints.size() == 1 ? Optional.of(fingerprints.get(0)) : Optional.empty();
  }

  /** Where the hash of a person's column is. */
  public static int position(PersonColumn column) {
    int reported = PersonColumn.REPORTED.indexOf(column);
    return reported >= 0
        ? reported
        : PersonColumn.REPORTED.size() + PersonColumn.ORGANISERS.indexOf(column);
  }

  /** The hash of a position; empty for an empty cell, and for one that was not checked. */
  public String hash(int position) {
    return position < hashes.size() ? hashes.get(position) : "";
  }

  /** Whether this position was there when it was written: earlier versions checked fewer. */
  public boolean knows(int position) {
    return position < hashes.size();
  }

  /** Whose the cell of an organisers' column was. */
  public Displaced displaced(PersonColumn column) {
    int position = PersonColumn.ORGANISERS.indexOf(column);
    return position < displaced.size() ? displaced.get(position) : Displaced.NOTHING;
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
  public boolean wrote(int position, String shown) {
    return position < hashes.size() && hashes.get(position).equals(ShortHashes.of(shown));
  }

  public String text() {
    String text = String.join(".", fingerprints) + "/" + String.join(".", hashes);
    if (!references.isEmpty() || !displaced.isEmpty()) {
      text += "/" + String.join(".", references);
    }
    return displaced.isEmpty()
        ? text
        : text + "/" + displaced.stream().map(Displaced::text).collect(Collectors.joining("."));
  }
}

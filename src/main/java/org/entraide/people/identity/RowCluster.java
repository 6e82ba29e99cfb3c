package org.entraide.people.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.Sameness;
import org.entraide.people.word.PersonNames;
import org.jspecify.annotations.Nullable;

/** The rows of one person while references are given. */
final class RowCluster {

  /** Orders rows from the earliest answer; content decides, never the place in the sheet. */
  static final Comparator<IdentityRow> BY_CONTENT =
      Comparator.<IdentityRow, Instant>comparing(RowCluster::time)
          .thenComparing(IdentityRow::fingerprint)
          .thenComparing(e -> PersonNames.key(e.profile().name()))
          .thenComparing(e -> Objects.requireNonNullElse(e.profile().phone(), ""));

  /**
   * The answer that counts is the last: the latest, then the lowest in the sheet, and none of which
   * an organiser says that it is another's duplicate where the other is there.
   */
  static final Comparator<IdentityRow> BY_WEIGHT =
      Comparator.<IdentityRow, Boolean>comparing(e -> e.duplicateOf().isEmpty())
          .thenComparing(RowCluster::earlyTime)
          .thenComparingInt(IdentityRow::row);

  private final List<IdentityRow> entries;
  private final TreeSet<String> formerRefs = new TreeSet<>();
  private String ref = "";
  private boolean minted;
  private boolean knownByContent;

  /**
   * @param entries at least one
   */
  RowCluster(List<IdentityRow> entries) {
    this.entries = entries.stream().sorted(BY_CONTENT).toList();
  }

  /** Rows without a time come last where the first answer is sought. */
  private static Instant time(IdentityRow entry) {
    Instant timestamp = entry.profile().timestamp();
    return timestamp == null ? Instant.MAX : timestamp;
  }

  /** Rows without a time count less than any answer that has one. */
  private static Instant earlyTime(IdentityRow entry) {
    Instant timestamp = entry.profile().timestamp();
    return timestamp == null ? Instant.MIN : timestamp;
  }

  /** The rows, from the earliest. */
  List<IdentityRow> entries() {
    return entries;
  }

  IdentityRow earliest() {
    return entries.get(0);
  }

  IdentityRow counting() {
    return entries.stream().max(BY_WEIGHT).orElseThrow();
  }

  @Nullable Instant firstAnswer() {
    return earliest().profile().timestamp();
  }

  boolean saysDistinct() {
    return entries.stream().allMatch(e -> e.sameness() == Sameness.DISTINCT);
  }

  /** Whether an organiser said that these answers are one person's. */
  boolean isConfirmed() {
    return entries.stream()
        .anyMatch(e -> e.sameness() == Sameness.SAME_PERSON || !e.duplicateOf().isEmpty());
  }

  /** The e-mail addresses in these answers, as typed, from the earliest; no two alike. */
  List<String> emails() {
    List<String> emails = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (IdentityRow entry : entries) {
      String email = entry.profile().email();
      if (email != null && seen.add(email.toLowerCase(Locale.ROOT))) {
        emails.add(email);
      }
    }
    return emails;
  }

  String ref() {
    return ref;
  }

  boolean hasRef() {
    return !ref.isEmpty();
  }

  boolean isMinted() {
    return minted;
  }

  boolean isKnownByContent() {
    return knownByContent;
  }

  List<String> formerRefs() {
    return List.copyOf(formerRefs);
  }

  void takeByContent(List<String> refs) {
    ref = refs.get(0);
    knownByContent = true;
    formerRefs.addAll(refs.subList(1, refs.size()));
    formerRefs.remove(ref);
  }

  /** Is called otherwise from now on: somebody whose row is gone was the same. */
  void promote(String other) {
    if (!ref.isEmpty()) {
      formerRefs.add(ref);
    }
    ref = other;
    knownByContent = true;
    formerRefs.remove(ref);
  }

  void takeFromCell(String shown) {
    ref = shown;
  }

  void takeMinted(String fresh) {
    ref = fresh;
    minted = true;
  }
}

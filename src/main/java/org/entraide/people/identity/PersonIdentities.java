package org.entraide.people.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.PersonNames;
import org.entraide.text.Message;

/**
 * The values that go into {@link PersonAssignment}, which decides who is in which row, and come
 * out.
 */
public final class PersonIdentities {

  /** What an organiser said about a row. */
  public enum Sameness {
    NOTHING,
    /** Confirms that the other answers under this contact are the same person's. */
    SAME_PERSON,
    /** This row is a separate person. */
    DISTINCT
  }

  /**
   * A row to be assigned.
   *
   * @param row its index as read; no two entries have the same
   * @param shownRef the text of its reference cell
   * @param formerRef what the answer that was edited in this row had been called, where it was one
   *     of several that an organiser called the same; else empty
   * @param fingerprint of {@link RowFingerprint#of}
   * @param duplicateOf the reference of « Doublon 7KQ47 », else empty
   * @param personHashes of {@link RowFingerprint.Marks#knownPersonHashes}
   */
  public record IdentityRow(
      int row,
      String shownRef,
      String formerRef,
      Profile profile,
      String fingerprint,
      Sameness sameness,
      String duplicateOf,
      List<String> personHashes) {
    public IdentityRow {
      personHashes = List.copyOf(personHashes);
    }

    /** The reference that its cell shows, as far as it is one. */
    Optional<String> shown() {
      return Reference.parse(shownRef);
    }

    /** A row about which no organiser said anything. */
    public static IdentityRow of(int row, String shownRef, Profile profile, String fingerprint) {
      return new IdentityRow(
          row, shownRef, "", profile, fingerprint, Sameness.NOTHING, "", List.of());
    }
  }

  /**
   * What is remembered of earlier passes.
   *
   * @param refs every reference ever given, of introductions too: none is given again, and only
   *     these are trusted in a cell
   * @param byFingerprint whose answer had a fingerprint, and who somebody is by contact and name
   * @param aliases what people who turned out to be one were called, and what they are called now
   * @param erased whose references are never given again either
   */
  public record KnownPeople(
      Set<String> refs,
      Map<String, String> byFingerprint,
      Map<String, String> aliases,
      ErasedPeople erased) {
    public static final KnownPeople NOTHING = new KnownPeople(Set.of(), Map.of());

    /** What is remembered of a campaign that erased nobody. */
    public KnownPeople(Set<String> refs, Map<String, String> byFingerprint) {
      this(refs, byFingerprint, Map.of(), ErasedPeople.NOBODY);
    }

    public KnownPeople {
      byFingerprint = Map.copyOf(byFingerprint);
      aliases = Map.copyOf(aliases);
      Set<String> all = new HashSet<>(refs);
      all.addAll(byFingerprint.values());
      refs = Set.copyOf(all);
    }

    /** The references of those by whose contact or name they are known, not by answers alone. */
    public Set<String> contacted() {
      return byFingerprint.entrySet().stream()
          .filter(entry -> RowFingerprint.isOfPerson(entry.getKey()))
          .map(Map.Entry::getValue)
          .collect(Collectors.toUnmodifiableSet());
    }

    /** What somebody is called now who was called so. */
    String current(String ref) {
      return aliases.getOrDefault(ref, ref);
    }

    /** What an answer is or was called by itself: by its contents, else by its row. */
    Optional<String> own(IdentityRow entry) {
      return Optional.ofNullable(byFingerprint.get(entry.fingerprint()))
          .or(() -> Optional.of(entry.formerRef()).filter(ref -> !ref.isEmpty()))
          .or(() -> entry.shown().filter(refs::contains));
    }
  }

  /**
   * A row and whose it is.
   *
   * @param row index as given
   * @param ref whose row it is
   * @param counts whether it is the answer that counts
   * @param countingRow index of the row that counts; the row itself where it does
   * @param messages what its explanation should say
   */
  public record RowOwner(
      int row,
      String ref,
      IdentityEvidence evidence,
      boolean counts,
      int countingRow,
      List<Message> messages) {
    public RowOwner {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Everybody who was recognised, and the rows of each.
   *
   * @param rows in the order of the entries
   * @param people by reference
   */
  public record RecognisedPeople(List<RowOwner> rows, List<Person> people) {
    public RecognisedPeople {
      rows = List.copyOf(rows);
      people = List.copyOf(people);
    }
  }

  private PersonIdentities() {}

  /** Whether two answers may be one person's by the names that they give. */
  public static boolean areNamedAlike(Profile one, Profile other) {
    return PersonNames.key(one.name()).agreesWith(PersonNames.key(other.name()));
  }

  /**
   * Whether one of two rows was copied from the other, by their times: a form gives no two answers
   * the same. A date, or a time without seconds, was typed or pasted, and may be that of a whole
   * list.
   */
  public static boolean areOfOneMoment(Profile one, Profile other) {
    Instant time = one.timestamp();
    return time != null
        && time.equals(other.timestamp())
        && !time.equals(time.truncatedTo(ChronoUnit.MINUTES));
  }
}

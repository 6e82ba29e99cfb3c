package org.entraide.people.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.reference.Reference;
import org.entraide.people.word.PersonNames;

/**
 * Answers of different people with one contact and one time: somebody copied a row and typed
 * another name over it. One of them goes by the fingerprint of the two, the others by their names,
 * too. Pure.
 */
public final class SharedFingerprints {

  /**
   * An answer.
   *
   * @param fingerprint of {@link RowFingerprint#of}
   * @param shownRef the text of its reference cell
   * @param checked the fingerprint in the row's check; empty for none
   */
  public record Answer(Profile profile, String fingerprint, String shownRef, String checked) {}

  private final String salt;
  private final Map<String, String> byFingerprint;
  private final ErasedPeople erased;
  private final Set<String> apart = new HashSet<>();

  private SharedFingerprints(String salt, Map<String, String> byFingerprint, ErasedPeople erased) {
    this.salt = salt;
    this.byFingerprint = byFingerprint;
    this.erased = erased;
  }

  /**
   * Finds the answers that go by their names.
   *
   * @param answers all, in the order of the sheet
   * @param salt the spreadsheet's id
   * @param byFingerprint whose answer had a fingerprint, and who somebody is by contact and name
   * @return of {@link RowFingerprint#withName}
   */
  public static Set<String> apart(
      List<Answer> answers, String salt, Map<String, String> byFingerprint, ErasedPeople erased) {
    Map<String, List<Answer>> groups = new HashMap<>();
    answers.forEach(
        one -> groups.computeIfAbsent(one.fingerprint(), f -> new ArrayList<>(1)).add(one));
    SharedFingerprints shared = new SharedFingerprints(salt, byFingerprint, erased);
    groups.values().forEach(shared::look);
    return Set.copyOf(shared.apart);
  }

  private void look(List<Answer> group) {
    List<Answer> left = new ArrayList<>();
    for (Answer answer : group) {
      if (isApart(answer)) {
        apart.add(RowFingerprint.withName(answer.fingerprint(), answer.profile()));
      } else {
        left.add(answer);
      }
    }
    if (left.size() > 1) {
      Answer keeper = keeper(left);
      left.stream()
          .filter(other -> !name(other).agreesWith(name(keeper)))
          .forEach(
              other -> apart.add(RowFingerprint.withName(other.fingerprint(), other.profile())));
    }
  }

  /** Whether it went by its name before, also where the others are gone. */
  private boolean isApart(Answer answer) {
    if (answer.checked().equals(answer.fingerprint())) {
      return false; // or it is copied with its check, and looked at with the others
    }
    String named = RowFingerprint.withName(answer.fingerprint(), answer.profile());
    return byFingerprint.containsKey(named)
        || (!answer.checked().isEmpty() && answer.checked().equals(erased.contentsKey(named)));
  }

  /** Whose contact and name are known to be this answer's, else who shows its reference. */
  private Answer keeper(List<Answer> answers) {
    Answer keeper = answers.get(0);
    for (Answer answer : answers) {
      if (claim(answer) > claim(keeper)) {
        keeper = answer;
      }
    }
    return keeper;
  }

  private int claim(Answer answer) {
    String ref = byFingerprint.getOrDefault(answer.fingerprint(), "");
    boolean knownByContact =
        RowFingerprint.personHashes(salt, answer.profile()).stream()
            .anyMatch(person -> ref.equals(byFingerprint.get(person)));
    boolean shown = Reference.parse(answer.shownRef()).filter(ref::equals).isPresent();
    return (knownByContact ? 2 : 0) + (shown ? 1 : 0);
  }

  private static PersonNames.NameKey name(Answer answer) {
    return PersonNames.key(answer.profile().name());
  }
}

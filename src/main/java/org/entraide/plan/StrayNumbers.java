package org.entraide.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.Fingerprint;
import org.entraide.people.Identities;
import org.entraide.people.Profile;

/**
 * Telephone numbers that stand beside the wrong person, as after a sort of their column alone. The
 * number is known as another person's, whose rows are there and no longer show it; the person
 * beside it is known, too, and never had it. Such a number teaches nothing and bars nobody. A
 * newcomer's number is never stray: a barred contact stays barred with everybody who answers with
 * it. Pure.
 *
 * @param rows the answers
 * @param who whose they are
 * @param known what earlier passes left behind
 * @param aliases what people are called now
 * @param salt of fingerprints
 */
record StrayNumbers(
    List<ResponseRow> rows,
    List<Identities.Assigned> who,
    Interpretation.Known known,
    Map<String, String> aliases,
    String salt) {

  /** The positions of the rows in which one stands. */
  Set<Integer> positions() {
    Map<String, Set<String>> shown = new HashMap<>(); // by person
    for (int i = 0; i < rows.size(); i++) {
      Set<String> theirs = shown.computeIfAbsent(who.get(i).ref(), ref -> new HashSet<>());
      Fingerprint.number(salt, rows.get(i).profile()).ifPresent(theirs::add);
    }
    Set<Integer> stray = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      if (isStray(rows.get(i).profile(), who.get(i).ref(), shown)) {
        stray.add(i);
      }
    }
    return stray;
  }

  private boolean isStray(Profile profile, String ref, Map<String, Set<String>> shown) {
    if (profile.phone() == null || !known.references().contains(ref)) {
      return false;
    }
    String number = Fingerprint.number(salt, profile).orElse("");
    String first = known.refByFingerprint().getOrDefault(number, "");
    String owner = aliases.getOrDefault(first, first);
    Set<String> owners = shown.get(owner);
    return !owner.equals(ref)
        && owners != null
        && !owners.contains(number)
        && learnt(profile, salt).stream()
            .noneMatch(person -> known.refByFingerprint().containsKey(person));
  }

  /** By what somebody with a telephone number is remembered because of it. */
  static List<String> learnt(Profile profile, String salt) {
    List<String> people = Fingerprint.people(salt, profile);
    return profile.phone() == null || people.isEmpty()
        ? List.of()
        : List.of(people.get(people.size() - 1));
  }
}

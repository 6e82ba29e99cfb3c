package org.entraide.plan.interpret;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.profile.Profile;
import org.entraide.plan.layout.ResponseRow;

/**
 * Whose the answers are that a form wrote again as they had been given, where somebody had
 * corrected the contact in the tab before and nothing else shows it: that tab has an answer of the
 * same moment under the same name. Pure.
 */
public final class RepeatedAnswers {

  private final Interpretation former;
  private final Map<Instant, Set<Integer>> byMoment = new HashMap<>();

  /** Of the rows of the former tab those that are not in the new one as they are. */
  private RepeatedAnswers(Interpretation former, Interpretation now) {
    this.former = former;
    Set<String> shown = new HashSet<>();
    now.rows().forEach(row -> shown.add(row.fingerprint()));
    for (int i = 0; i < former.rows().size(); i++) {
      ResponseRow row = former.rows().get(i);
      Instant moment = row.profile().timestamp();
      if (moment != null && isNamed(row.profile()) && !shown.contains(row.fingerprint())) {
        byMoment.computeIfAbsent(moment, m -> new HashSet<>()).add(i);
      }
    }
  }

  /**
   * What is known with that.
   *
   * @param knownRows what is known once the tab before was read
   * @param former that tab
   * @param now the tab that is served, read with what is known
   */
  public static KnownRows knownRows(
      KnownRows knownRows, Interpretation former, Interpretation now) {
    RepeatedAnswers replayed = new RepeatedAnswers(former, now);
    Map<String, String> refByFingerprint = new HashMap<>();
    for (int i = 0; i < now.rows().size(); i++) {
      ResponseRow row = now.rows().get(i);
      if (!knownRows.references().contains(now.assigned().get(i).ref()) && isNamed(row.profile())) {
        Set<String> refs = replayed.refs(row.profile());
        if (refs.size() == 1) {
          refByFingerprint.put(row.fingerprint(), refs.iterator().next());
        }
      }
    }
    return refByFingerprint.isEmpty() ? knownRows : knownRows.with(refByFingerprint);
  }

  private Set<String> refs(Profile profile) {
    Set<String> refs = new HashSet<>();
    for (int i : byMoment.getOrDefault(profile.timestamp(), Set.of())) {
      if (PersonIdentities.areNamedAlike(profile, former.rows().get(i).profile())) {
        refs.add(former.assigned().get(i).ref());
      }
    }
    return refs;
  }

  private static boolean isNamed(Profile profile) {
    return !profile.isErased() && !profile.name().isBlank();
  }
}

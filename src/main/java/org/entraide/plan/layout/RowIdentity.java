package org.entraide.plan.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.RowFingerprint;

/**
 * What identifies the contents of a campaign's rows.
 *
 * @param salt of fingerprints: the spreadsheet's id
 * @param erased whose answers are not read any more
 * @param apart fingerprints of answers that go by their names, too: {@link
 *     org.entraide.people.profile.SharedFingerprints}
 */
public record RowIdentity(String salt, ErasedPeople erased, Set<String> apart) {
  public RowIdentity {
    apart = Set.copyOf(apart);
  }

  /** The fingerprint of an answer, or the hash that is left of an erased one. */
  String fingerprint(Profile profile) {
    String fingerprint = RowFingerprint.of(salt, profile);
    if (!apart.isEmpty()) {
      String named = RowFingerprint.withName(fingerprint, profile);
      return erased.contentsKey(apart.contains(named) ? named : fingerprint);
    }
    return erased.contentsKey(fingerprint);
  }

  /** What a reference's cell shows, as far as it is anybody's still. */
  String shown(String reference) {
    return erased.hasReference(reference.strip()) ? "" : reference;
  }

  /** A row's check as if it had been written after its person was erased. */
  Optional<RowCheck> check(String text) {
    return RowCheck.parse(text).map(check -> erased.hashes().isEmpty() ? check : rest(check));
  }

  private RowCheck rest(RowCheck check) {
    List<String> references =
        check.references().stream().filter(ref -> !erased.hasReference(ref)).toList();
    return new RowCheck(
        check.fingerprints().stream().map(erased::contentsKey).toList(),
        check.hashes(),
        references,
        check.displaced());
  }
}

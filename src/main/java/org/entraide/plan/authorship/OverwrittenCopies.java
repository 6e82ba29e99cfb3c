package org.entraide.plan.authorship;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.profile.Profile;
import org.entraide.plan.layout.ResponseRow;

/**
 * Copied rows that counted as one more answer of the person whose row was copied, since an address
 * was typed into the copy first, and in which somebody else's name is by now. A row is known to be
 * a copy by its time. What organisers asked for that person was not typed for somebody else. Pure.
 */
final class OverwrittenCopies {

  private OverwrittenCopies() {}

  /**
   * Finds them.
   *
   * @param who whose the rows are
   * @param remembered what is remembered of who is who
   * @return the keys of the rows
   */
  static Set<String> copies(
      List<ResponseRow> rows,
      PersonIdentities.RecognisedPeople who,
      PersonIdentities.KnownPeople remembered) {
    Map<String, String> called = new HashMap<>();
    who.people().forEach(p -> p.formerRefs().forEach(former -> called.put(former, p.ref())));
    Set<String> copies = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String rememberedRef = remembered.byFingerprint().getOrDefault(rows.get(i).fingerprint(), "");
      String ref = called.getOrDefault(rememberedRef, rememberedRef);
      if (!ref.isEmpty()
          && !ref.equals(who.rows().get(i).ref())
          && isBesideOriginal(rows.get(i).profile(), ref, rows, who)) {
        copies.add(rows.get(i).key());
      }
    }
    return copies;
  }

  /** Whether a person has an answer with the same time and another name. */
  private static boolean isBesideOriginal(
      Profile copy, String ref, List<ResponseRow> rows, PersonIdentities.RecognisedPeople who) {
    for (int i = 0; i < rows.size(); i++) {
      Profile original = rows.get(i).profile();
      if (who.rows().get(i).ref().equals(ref)
          && PersonIdentities.areOfOneMoment(copy, original)
          && !PersonIdentities.areNamedAlike(copy, original)) {
        return true;
      }
    }
    return false;
  }
}

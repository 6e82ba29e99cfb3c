package org.entraide.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.Identities;
import org.entraide.people.Profile;

/**
 * Finds copied rows over which somebody else was typed, cell by cell. The address came first, and
 * the copy counted as a second answer of the person whose row was copied; now another name stands
 * there. Two people never answer in the same moment, so the equal times tell that it is a copy.
 * What organisers asked for the first person does not count for the second. Pure.
 */
final class TypedOver {

  private TypedOver() {}

  /**
   * Finds them.
   *
   * @param who whose the rows are
   * @param remembered what is remembered of who is who
   * @return the keys of the rows
   */
  static Set<String> copies(
      List<ResponseRow> rows, Identities.Result who, Identities.Known remembered) {
    Map<String, String> called = new HashMap<>();
    who.people().forEach(p -> p.formerRefs().forEach(former -> called.put(former, p.ref())));
    Set<String> copies = new HashSet<>();
    for (int i = 0; i < rows.size(); i++) {
      String before = remembered.byFingerprint().getOrDefault(rows.get(i).fingerprint(), "");
      String ref = called.getOrDefault(before, before);
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
      Profile copy, String ref, List<ResponseRow> rows, Identities.Result who) {
    for (int i = 0; copy.timestamp() != null && i < rows.size(); i++) {
      Profile original = rows.get(i).profile();
      if (who.rows().get(i).ref().equals(ref)
          && copy.timestamp().equals(original.timestamp())
          && !Identities.areNamedAlike(copy, original)) {
        return true;
      }
    }
    return false;
  }
}

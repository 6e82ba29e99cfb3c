package org.entraide.plan.interpret;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.people.profile.RowFingerprint.Addressee;

/**
 * People whose name came beside another's address. A sort of some columns leaves the sheet so, and
 * a letter would then go to somebody else than it speaks of. One such row may be a daughter who
 * answers for her mother; many at once are none of that. Pure.
 *
 * <p>Only what is new counts: two who were together once are believed from then on.
 *
 * @param addressees of the rows
 * @param refByPart whose each address, name and pair of them was
 * @param aliases what people are called now
 */
record NameAddressMismatch(
    List<Addressee> addressees, Map<String, String> refByPart, Map<String, String> aliases) {

  /** The people of those names. */
  Set<String> people() {
    Set<String> people = new HashSet<>();
    for (Addressee addressee : addressees) {
      String address = owner(addressee.address());
      String name = owner(addressee.name());
      if (addressee.isSomebody()
          && !address.isEmpty()
          && !name.isEmpty()
          && !address.equals(name)
          && !refByPart.containsKey(addressee.both())
          && !refByPart.containsKey(addressee.together())) {
        people.add(name);
      }
    }
    return people;
  }

  private String owner(String part) {
    String ref = refByPart.getOrDefault(part, "");
    return aliases.getOrDefault(ref, ref);
  }
}

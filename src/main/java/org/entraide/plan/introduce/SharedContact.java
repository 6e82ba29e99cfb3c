package org.entraide.plan.introduce;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.people.profile.Profile;
import org.entraide.plan.instruction.LocatedPerson;

/**
 * Which people share an e-mail address or a telephone number. A shared contact is called after the
 * first of the references that have it, so that nothing shows what it is. Pure.
 */
final class SharedContact {

  private static final String EMAIL = "e ";
  private static final String PHONE = "t ";

  private SharedContact() {}

  /** By reference, the names of the contacts that somebody shares with another. */
  static Map<String, Set<String>> of(Collection<LocatedPerson> people) {
    Map<String, Set<String>> byContact = new TreeMap<>();
    for (LocatedPerson located : people) {
      Profile profile = located.person().profile();
      String email = profile.email();
      if (email != null) {
        add(byContact, EMAIL + email.toLowerCase(Locale.ROOT), located.ref());
      }
      if (profile.phone() != null) {
        add(byContact, PHONE + profile.phone(), located.ref());
      }
    }
    Map<String, Set<String>> shared = new HashMap<>();
    byContact.forEach(
        (contact, refs) -> {
          if (refs.size() > 1) {
            String name = contact.substring(0, EMAIL.length()) + Collections.min(refs);
            refs.forEach(ref -> shared.computeIfAbsent(ref, r -> new HashSet<>()).add(name));
          }
        });
    return shared;
  }

  private static void add(Map<String, Set<String>> byContact, String contact, String ref) {
    byContact.computeIfAbsent(contact, c -> new HashSet<>()).add(ref);
  }
}

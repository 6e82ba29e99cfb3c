package org.entraide.plan.interpret;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.entraide.people.identity.PersonIdentities;
import org.entraide.people.profile.Profile;
import org.entraide.people.profile.RowFingerprint;
import org.entraide.plan.layout.ResponseRow;

/**
 * E-mail addresses and telephone numbers that are beside the wrong person, as after a sort of their
 * column alone. The contact is known as another person's, whose rows are there and no longer show
 * it; the person beside it is known, too, and never had it. Such a contact teaches nothing, and no
 * bar takes it. What a newcomer answers, or a new row says, is never stray: a barred contact stays
 * barred with everybody who answers with it. Pure.
 *
 * @param addresses the positions of the rows in which another's address is
 * @param numbers those in which another's number is
 */
record MisplacedContacts(Set<Integer> addresses, Set<Integer> numbers) {

  /**
   * The answers.
   *
   * @param rows all of them
   * @param who whose they are
   * @param marks of the answers
   * @param knownRows whose each contact was, and whose each contact with a name
   * @param aliases what people are called now
   * @param salt of fingerprints
   */
  record Answers(
      List<ResponseRow> rows,
      List<PersonIdentities.RowOwner> who,
      List<RowFingerprint.Marks> marks,
      KnownRows knownRows,
      Map<String, String> aliases,
      String salt) {

    private Set<Integer> stray(
        Function<Profile, Optional<String>> contact,
        Function<RowFingerprint.Marks, List<String>> alone) {
      Supplier<Map<String, Set<String>>> shown = Suppliers.memoize(() -> shown(contact));
      Set<Integer> stray = new HashSet<>();
      for (int i = 0; i < rows.size(); i++) {
        Profile profile = rows.get(i).profile();
        String ref = who.get(i).ref();
        if (rows.get(i).check().isEmpty() || !knownRows.references().contains(ref)) {
          continue; // new: never stray
        }
        List<String> people = alone.apply(marks.get(i));
        if (people.stream().noneMatch(knownRows.refByKnownHash()::containsKey)
            && (people.stream()
                    .anyMatch(person -> owner(RowFingerprint.together(person)).equals(ref))
                || contact
                    .apply(profile)
                    .filter(it -> isAnothers(it, ref, shown.get()))
                    .isPresent())) {
          stray.add(i);
        }
      }
      return stray;
    }

    /** What each person's rows show; empty where a row has none. */
    private Map<String, Set<String>> shown(Function<Profile, Optional<String>> contact) {
      Map<String, Set<String>> shown = new HashMap<>();
      for (int i = 0; i < rows.size(); i++) {
        shown
            .computeIfAbsent(who.get(i).ref(), ref -> new HashSet<>())
            .add(contact.apply(rows.get(i).profile()).orElse(""));
      }
      return shown;
    }

    private boolean isAnothers(String contact, String ref, Map<String, Set<String>> shown) {
      String owner = owner(contact);
      Set<String> owners = shown.get(owner);
      return !owner.equals(ref)
          && owners != null
          && !owners.contains(contact)
          && owners.stream().anyMatch(it -> !owner(it).equals(owner));
    }

    /** Whose something was first, by their present reference; nobody's is empty. */
    private String owner(String part) {
      String first = knownRows.refByKnownHash().getOrDefault(part, "");
      return aliases.getOrDefault(first, first);
    }

    /** What is remembered of a row in which others' contacts are. */
    private List<String> astray(Profile profile, Profile own) {
      List<String> ownPeople = RowFingerprint.personHashes(salt, own);
      return RowFingerprint.personHashes(salt, profile).stream()
          .filter(person -> !ownPeople.contains(person))
          .map(RowFingerprint::together)
          .toList();
    }

    private Optional<String> address(Profile profile) {
      return Optional.ofNullable(profile.email()).map(email -> RowFingerprint.address(salt, email));
    }
  }

  /** Finds them. */
  static MisplacedContacts of(Answers answers) {
    return new MisplacedContacts(
        answers.stray(answers::address, RowFingerprint.Marks::byAddress),
        answers.stray(
            profile -> RowFingerprint.number(answers.salt(), profile),
            RowFingerprint.Marks::byNumber));
  }

  /** An answer without the contacts that are another's. */
  Profile own(int position, Profile profile) {
    Profile own = numbers.contains(position) ? profile.withoutPhone() : profile;
    return addresses.contains(position) ? own.withoutEmail() : own;
  }

  /**
   * What answers teach, beside whose each is: who somebody is by contact and name, and whose an
   * address, a name or a number was first.
   *
   * @param refs by fingerprint; what is learnt comes here, too
   */
  void learn(Answers answers, Map<String, String> refs) {
    Map<String, String> knownRefs = answers.knownRows().refByKnownHash();
    for (int i = 0; i < answers.rows().size(); i++) {
      ResponseRow row = answers.rows().get(i);
      Profile own = own(i, row.profile());
      RowFingerprint.Marks all = answers.marks().get(i);
      boolean isOwn = !numbers.contains(i) && !addresses.contains(i);
      RowFingerprint.Marks ownMarks = isOwn ? all : RowFingerprint.marks(answers.salt(), own);
      String ref = refs.getOrDefault(row.fingerprint(), "");
      ownMarks.personHashes().forEach(it -> refs.putIfAbsent(it, ref));
      List<String> parts = new ArrayList<>(all.addressee().parts());
      ownMarks.number().ifPresent(parts::add);
      if (!isOwn) {
        parts.addAll(answers.astray(row.profile(), own));
      }
      parts.forEach(part -> refs.putIfAbsent(part, knownRefs.getOrDefault(part, ref)));
    }
  }
}

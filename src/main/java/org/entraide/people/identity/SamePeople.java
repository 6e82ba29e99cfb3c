package org.entraide.people.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.identity.PersonIdentities.Sameness;
import org.entraide.people.word.PersonNames;
import org.jspecify.annotations.Nullable;

/**
 * Joins answers to people: those under one e-mail address or telephone number whose names do not
 * differ, and those that an organiser calls the same.
 *
 * <p>« Marie » agrees with « Marie Dupont » and with « Marie Martin », who are two. So under one
 * contact a barer name joins the fullest of the names that it agrees with only if these agree among
 * themselves, and two groups of answers are joined only if all their names agree. Addresses go
 * before telephone numbers, and all goes in the order of contacts and names, so that the order of
 * rows decides nothing.
 */
final class SamePeople {

  /**
   * Under a contact with more names than this, a switchboard rather than a family, only equal names
   * join.
   */
  private static final int MOST_NAMES = 50;

  private final List<IdentityRow> entries;
  private final PersonNames.NameKey[] names;
  private final DisjointSets sets;
  private final Map<Integer, Set<PersonNames.NameKey>> namesOf = new HashMap<>();
  private final Map<String, List<Integer>> byContact = new TreeMap<>();
  private final Map<Integer, RowCluster> clusters = new LinkedHashMap<>();

  SamePeople(List<IdentityRow> entries, KnownPeople known) {
    this.entries = entries;
    this.names = new PersonNames.NameKey[entries.size()];
    this.sets = new DisjointSets(entries.size());
    for (int i = 0; i < entries.size(); i++) {
      IdentityRow entry = entries.get(i);
      // What an organiser calls the same person agrees with any name.
      boolean same = entry.sameness() == Sameness.SAME_PERSON;
      names[i] = same ? PersonNames.NameKey.NONE : PersonNames.key(entry.profile().name());
      namesOf.put(i, Set.of(names[i]));
      addContacts(i, entry);
    }
    // first: a bare name is that of the person whose it was, not of another under the contact
    joinKnown(known, true);
    joinEdited(known);
    byContact.values().forEach(this::joinUnderOneContact);
    joinKnown(known, true);
    joinKnown(known, false);
    joinDuplicates(known);
    joinConfirmed(known);
    joinEdited(known);
    joinRemembered(known);
    collect();
  }

  List<RowCluster> clusters() {
    return List.copyOf(clusters.values());
  }

  /** The people under each contact that several share, organisers' own distinctions left out. */
  List<Set<RowCluster>> contacts() {
    List<Set<RowCluster>> shared = new ArrayList<>();
    byContact.forEach(
        (contact, rows) -> {
          Set<RowCluster> people = new LinkedHashSet<>();
          rows.forEach(i -> people.add(cluster(i)));
          if (people.size() > 1) {
            shared.add(people);
          }
        });
    return shared;
  }

  private RowCluster cluster(int index) {
    RowCluster cluster = clusters.get(sets.find(index));
    if (cluster == null) {
      throw new IllegalStateException("Every row is in a cluster.");
    }
    return cluster;
  }

  private void addContacts(int index, IdentityRow entry) {
    String email = entry.profile().email();
    String phone = entry.profile().phone();
    if (entry.sameness() == Sameness.DISTINCT) {
      addContact("3 " + entry.fingerprint(), index); // its own copies only
      return;
    }
    if (email != null) {
      addContact("1 " + email.toLowerCase(Locale.ROOT), index);
    }
    if (phone != null) {
      addContact("2 " + phone, index);
    }
    if (email == null && phone == null) {
      addContact("3 " + entry.fingerprint(), index);
    }
  }

  private void addContact(String contact, int index) {
    byContact.computeIfAbsent(contact, c -> new ArrayList<>(1)).add(index);
  }

  private void joinUnderOneContact(List<Integer> rows) {
    if (rows.size() < 2) {
      return;
    }
    NavigableMap<PersonNames.NameKey, Integer> byName = new TreeMap<>();
    for (int row : rows) {
      Integer first = byName.putIfAbsent(names[row], row);
      if (first != null) {
        join(first, row);
      }
    }
    if (byName.size() > 1 && byName.size() <= MOST_NAMES) {
      byName.forEach(
          (name, row) -> fullest(name, byName).ifPresent(other -> join(row, byName.get(other))));
    }
  }

  /** The fullest name that this one is a form of; empty when it could be a form of several. */
  private static Optional<PersonNames.NameKey> fullest(
      PersonNames.NameKey name, NavigableMap<PersonNames.NameKey, Integer> byName) {
    List<PersonNames.NameKey> fuller =
        byName.tailMap(name, false).keySet().stream().filter(name::agreesWith).toList();
    for (PersonNames.NameKey a : fuller) {
      for (PersonNames.NameKey b : fuller) {
        if (!a.agreesWith(b)) {
          return Optional.empty();
        }
      }
    }
    return fuller.isEmpty() ? Optional.empty() : Optional.of(fuller.get(fuller.size() - 1));
  }

  private void join(int a, @Nullable Integer b) {
    if (b == null) {
      return;
    }
    int rootA = sets.find(a);
    int rootB = sets.find(b);
    if (rootA != rootB && allAgree(names(rootA), names(rootB))) {
      force(rootA, rootB);
    }
  }

  private Set<PersonNames.NameKey> names(int root) {
    return namesOf.getOrDefault(root, Set.of());
  }

  private static boolean allAgree(Set<PersonNames.NameKey> some, Set<PersonNames.NameKey> others) {
    return some.equals(others)
        || some.stream().allMatch(a -> others.stream().allMatch(a::agreesWith));
  }

  private void force(int rootA, int rootB) {
    Set<PersonNames.NameKey> namesA = names(rootA);
    Set<PersonNames.NameKey> namesB = names(rootB);
    namesOf.remove(rootA);
    namesOf.remove(rootB);
    Set<PersonNames.NameKey> both = namesA;
    if (!namesA.containsAll(namesB)) {
      both = new HashSet<>(namesA);
      both.addAll(namesB);
    }
    namesOf.put(sets.union(rootA, rootB), both);
  }

  /**
   * Contents that were one person's stay so, whatever is corrected in one of them.
   *
   * @param alike whether only those are joined whose names agree: beside a copy that was typed
   *     over, another answer is the name's
   */
  private void joinKnown(KnownPeople known, boolean alike) {
    Map<String, List<Integer>> byRef = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String ref = known.byFingerprint().get(entries.get(i).fingerprint());
      if (ref != null && entries.get(i).sameness() != Sameness.DISTINCT) {
        byRef.computeIfAbsent(ref, r -> new ArrayList<>(1)).add(i);
      }
    }
    byRef.values().forEach(answers -> joinAnswers(answers, alike));
  }

  private void joinAnswers(List<Integer> answers, boolean alike) {
    Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
    answers.forEach(i -> parts.computeIfAbsent(sets.find(i), r -> new ArrayList<>(1)).add(i));
    List<List<Integer>> joined = new ArrayList<>();
    for (List<Integer> part : parts.values()) {
      Optional<List<Integer>> other =
          joined.stream().filter(it -> areOnePersons(it, part, alike)).findFirst();
      if (other.isPresent()) {
        force(sets.find(other.get().get(0)), sets.find(part.get(0)));
        other.get().addAll(part);
      } else {
        joined.add(part);
      }
    }
  }

  private boolean areOnePersons(List<Integer> some, List<Integer> others, boolean alike) {
    return (!alike || allAgree(names(sets.find(some.get(0))), names(sets.find(others.get(0)))))
        && some.stream().noneMatch(a -> others.stream().anyMatch(b -> isTypedOverCopy(a, b)));
  }

  /** Whether one of the rows was copied from the other, and is typed over. */
  private boolean isTypedOverCopy(int one, int other) {
    IdentityRow a = entries.get(one);
    IdentityRow b = entries.get(other);
    return a.fingerprint().equals(b.fingerprint())
        || (PersonIdentities.areOfOneMoment(a.profile(), b.profile())
            && !names[one].agreesWith(names[other]));
  }

  /**
   * New content beside the reference of somebody who is there in another row: one of their answers
   * was edited, if the name agrees; else a row was copied to type somebody else's answer.
   */
  private void joinEdited(KnownPeople known) {
    Map<String, Integer> byRef = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      String ref = known.byFingerprint().get(entries.get(i).fingerprint());
      if (ref != null) {
        byRef.putIfAbsent(ref, i);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      IdentityRow entry = entries.get(i);
      boolean news =
          !known.byFingerprint().containsKey(entry.fingerprint())
              && entry.sameness() != Sameness.DISTINCT;
      Integer other = news ? entry.shown().map(byRef::get).orElse(null) : null;
      if (other != null
          && !names[i].equals(PersonNames.NameKey.NONE)
          && !names[other].equals(PersonNames.NameKey.NONE)
          && names[i].agreesWith(names[other])) {
        join(i, other);
      }
    }
  }

  /**
   * Unknown content under a contact and a name by which somebody is known, who is there under other
   * contacts by now: they answered again.
   */
  private void joinRemembered(KnownPeople known) {
    Map<String, Integer> byRef = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      IdentityRow entry = entries.get(i);
      if (entry.sameness() != Sameness.DISTINCT) {
        int index = i;
        String content = known.byFingerprint().get(entry.fingerprint());
        Stream<String> refs =
            content != null
                ? Stream.of(content)
                : entry.personHashes().stream().map(known.byFingerprint()::get);
        refs.filter(Objects::nonNull)
            .distinct()
            .forEach(ref -> join(index, byRef.putIfAbsent(ref, index)));
      }
    }
  }

  /**
   * Whom an organiser calls the same person stays so, whatever is corrected in one of the answers,
   * for as long as the word is beside one of them.
   */
  private void joinConfirmed(KnownPeople known) {
    Map<String, List<Integer>> byRef = new HashMap<>();
    for (int i = 0; i < entries.size() && !known.aliases().isEmpty(); i++) {
      int index = i;
      if (entries.get(i).sameness() != Sameness.DISTINCT) {
        known
            .own(entries.get(i))
            .ifPresent(
                own ->
                    byRef.computeIfAbsent(known.current(own), r -> new ArrayList<>()).add(index));
      }
    }
    for (List<Integer> rows : byRef.values()) {
      for (int one : rows) {
        if (entries.get(one).sameness() == Sameness.SAME_PERSON) {
          rows.stream()
              .filter(other -> isOneOf(one, other, known))
              .forEach(other -> unite(one, other));
        }
      }
    }
  }

  /** Whether an alias says that two rows are one person's. */
  private boolean isOneOf(int one, int other, KnownPeople known) {
    String own = known.own(entries.get(one)).orElseThrow();
    String others = known.own(entries.get(other)).orElseThrow();
    return !own.equals(others)
        && (known.current(own).equals(others) || own.equals(known.current(others)));
  }

  private void unite(int one, int other) {
    if (sets.find(one) != sets.find(other)) {
      force(sets.find(one), sets.find(other));
    }
  }

  /** « Doublon 7KQ47 »: the organiser knows better than names and contacts. */
  private void joinDuplicates(KnownPeople known) {
    Map<String, Integer> byRef = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      IdentityRow entry = entries.get(i);
      String ref = known.byFingerprint().get(entry.fingerprint());
      if (ref != null) {
        byRef.putIfAbsent(ref, i);
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      int index = i;
      IdentityRow entry = entries.get(i);
      if (!known.byFingerprint().containsKey(entry.fingerprint())) { // else content has decided
        for (String person : entry.personHashes()) {
          String ref = known.byFingerprint().get(person);
          if (ref != null) {
            byRef.putIfAbsent(ref, index);
          }
        }
        entry
            .shown()
            .filter(known.refs()::contains)
            .ifPresent(ref -> byRef.putIfAbsent(ref, index));
      }
    }
    for (int i = 0; i < entries.size(); i++) {
      Integer original = byRef.get(entries.get(i).duplicateOf());
      if (original != null && sets.find(original) != sets.find(i)) {
        force(sets.find(original), sets.find(i));
      }
    }
  }

  private void collect() {
    Map<Integer, List<IdentityRow>> members = new LinkedHashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      members.computeIfAbsent(sets.find(i), r -> new ArrayList<>(1)).add(entries.get(i));
    }
    members.forEach((root, rows) -> clusters.put(root, new RowCluster(rows)));
  }
}

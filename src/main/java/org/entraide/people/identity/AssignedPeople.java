package org.entraide.people.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.identity.PersonIdentities.RecognisedPeople;
import org.entraide.people.identity.PersonIdentities.RowOwner;
import org.entraide.people.profile.Profile;
import org.entraide.text.Message;
import org.entraide.text.PersonReference;

/** Says of every row whose it is, why, and what its explanation should tell. */
final class AssignedPeople {

  private static final int MOST_NAMED = 2;

  private final List<IdentityRow> entries;
  private final KnownPeople known;
  private final List<RowCluster> people;
  private final Map<RowCluster, Set<String>> sharers = new HashMap<>();
  private final Map<Integer, RowOwner> byRow = new HashMap<>();

  AssignedPeople(
      List<IdentityRow> entries,
      KnownPeople known,
      List<RowCluster> people,
      List<Set<RowCluster>> contacts) {
    this.entries = entries;
    this.known = known;
    this.people = people;
    contacts.forEach(this::share);
  }

  /** A contact that many share names a few of them to each, so that no row lists thousands. */
  private void share(Set<RowCluster> sharing) {
    List<RowCluster> some =
        sharing.stream()
            .sorted(Comparator.comparing(RowCluster::ref))
            .limit(MOST_NAMED + 1L)
            .toList();
    for (RowCluster person : sharing) {
      Set<String> others = sharers.computeIfAbsent(person, p -> new TreeSet<>());
      some.stream().filter(other -> other != person).forEach(other -> others.add(other.ref()));
    }
  }

  RecognisedPeople result() {
    List<Person> all = new ArrayList<>();
    for (RowCluster cluster : people) {
      all.add(person(cluster));
    }
    all.sort(Comparator.comparing(Person::ref));
    List<RowOwner> rows = new ArrayList<>();
    for (IdentityRow entry : entries) {
      RowOwner assigned = byRow.get(entry.row());
      if (assigned == null) {
        throw new IllegalStateException("Every row belongs to a person.");
      }
      rows.add(assigned);
    }
    return new RecognisedPeople(rows, all);
  }

  private Person person(RowCluster cluster) {
    IdentityRow counting = cluster.counting();
    Map<String, IdentityRow> originals = originals(cluster);
    List<Message> messages = personMessages(cluster, originals);
    List<Integer> duplicates = new ArrayList<>();
    for (IdentityRow entry : cluster.entries()) {
      boolean counts = entry.row() == counting.row();
      if (!counts) {
        duplicates.add(entry.row());
      }
      byRow.put(
          entry.row(),
          new RowOwner(
              entry.row(),
              cluster.ref(),
              evidence(cluster, entry, !original(originals, entry).equals(entry)),
              counts,
              counting.row(),
              counts ? messages : List.of(duplicate(cluster, entry, originals, counting))));
    }
    duplicates.sort(Comparator.naturalOrder());
    return new Person(
        cluster.ref(),
        cluster.formerRefs(),
        profile(cluster, counting),
        cluster.firstAnswer(),
        counting.row(),
        duplicates,
        messages);
  }

  /** Rows are numbered as people see them, from 1. */
  private static Message duplicate(
      RowCluster cluster,
      IdentityRow entry,
      Map<String, IdentityRow> originals,
      IdentityRow counting) {
    IdentityRow original = original(originals, entry);
    String key = entry.duplicateOf().isEmpty() ? "people.duplicate" : "people.duplicate.told";
    if (entry.duplicateOf().isEmpty() && isCopy(entry, original)) {
      key = original.equals(counting) ? "people.duplicate.copy" : "people.duplicate.copy.older";
    }
    return Message.of(key)
        .with("row", counting.row() + 1)
        .with("copied", original.row() + 1)
        .with("ref", new PersonReference(cluster.ref()));
  }

  /** Whether an answer is a copy of another; without a time, only an equal answer surely is. */
  private static boolean isCopy(IdentityRow entry, IdentityRow original) {
    return !entry.equals(original)
        && (entry.profile().timestamp() != null || entry.profile().equals(original.profile()));
  }

  private List<Message> personMessages(RowCluster cluster, Map<String, IdentityRow> originals) {
    List<Message> messages = new ArrayList<>();
    int copies = 0;
    for (IdentityRow entry : cluster.entries()) {
      copies += isCopy(entry, original(originals, entry)) ? 1 : 0;
    }
    int others = cluster.entries().size() - 1 - copies;
    if (others > 0) {
      messages.add(Message.of("people.answered-again").with("count", others));
    } else if (copies > 0) {
      messages.add(Message.of("people.copied").with("count", copies));
    }
    if (keepsEmail(cluster)) {
      messages.add(Message.of("people.email.kept"));
    }
    if (!cluster.formerRefs().isEmpty()) {
      messages.add(
          Message.of("people.ref.merged") // about codes, so that nobody is named
              .with("refs", Message.firstOf(cluster.formerRefs(), MOST_NAMED)));
    }
    Set<String> sharing = sharers.getOrDefault(cluster, Set.of());
    if (!sharing.isEmpty()) {
      messages.add(Message.of("people.same-contact").with("refs", sharing(sharing)));
    }
    return List.copyOf(messages);
  }

  /** One of them: how many the others are is not known. */
  private static List<Object> sharing(Set<String> refs) {
    List<Object> named = new ArrayList<>();
    named.add(new PersonReference(refs.iterator().next()));
    if (refs.size() > 1) {
      named.add(Message.of("people.others"));
    }
    return named;
  }

  /** Answers under one e-mail address agree by it; others were joined by telephone alone. */
  private static boolean keepsEmail(RowCluster cluster) {
    return cluster.emails().size() > 1 && !cluster.isConfirmed();
  }

  /**
   * The answer that counts, with the first e-mail address where only a telephone number says that
   * the person is the same, so that who has somebody's number does not get their mail.
   */
  private static Profile profile(RowCluster cluster, IdentityRow counting) {
    Profile profile = counting.profile();
    List<String> emails = cluster.emails();
    boolean lacksEmail = profile.email() == null && !emails.isEmpty();
    return keepsEmail(cluster) || lacksEmail ? profile.withEmail(emails.get(0)) : profile;
  }

  private static IdentityRow original(Map<String, IdentityRow> originals, IdentityRow entry) {
    return originals.getOrDefault(entry.fingerprint(), entry);
  }

  private IdentityEvidence evidence(RowCluster cluster, IdentityRow entry, boolean copy) {
    String shown = entry.shown().orElse("");
    String remembered = known.byFingerprint().get(entry.fingerprint());
    boolean ofThisPerson =
        cluster.ref().equals(remembered)
            || (remembered != null && cluster.formerRefs().contains(remembered));
    if (copy) {
      return IdentityEvidence.COPY;
    }
    if (ofThisPerson) {
      if (shown.equals(cluster.ref())) {
        return IdentityEvidence.KNOWN;
      }
      return known.refs().contains(shown) ? IdentityEvidence.CORRECTED : IdentityEvidence.RESTORED;
    }
    if (!cluster.isMinted() && !cluster.isKnownByContent() && shown.equals(cluster.ref())) {
      return IdentityEvidence.EDITED;
    }
    return cluster.isMinted() && entry.row() == cluster.earliest().row()
        ? IdentityEvidence.NEW
        : IdentityEvidence.ANSWERED_AGAIN;
  }

  /** By content, the row that weighs most: the others are its copies. */
  private static Map<String, IdentityRow> originals(RowCluster cluster) {
    Map<String, IdentityRow> weightiest = new HashMap<>();
    for (IdentityRow entry : cluster.entries()) {
      weightiest.merge(
          entry.fingerprint(), entry, (a, b) -> RowCluster.BY_WEIGHT.compare(a, b) >= 0 ? a : b);
    }
    return weightiest;
  }
}

package org.entraide.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.people.Fingerprint;
import org.entraide.people.Identities;
import org.entraide.text.Message;

/**
 * Remembers the contacts of who is barred, and bars who answers under one of them later. Whoever
 * was there before, a husband or a wife, is somebody else.
 *
 * @param known what earlier cycles left behind
 * @param aliases what people are called now
 * @param orders by reference; those of who is barred by a contact are added to
 */
record Barring(
    Interpretation.Known known, Map<String, String> aliases, Map<String, Orders> orders) {

  /** Before the reference of somebody who is barred by a contact that was another's. */
  private static final String FOLLOWER = "@";

  /**
   * What is to be remembered: barred contacts, as hashes, and whose they were.
   *
   * @param who whose the rows are
   * @param salt of the hashes
   */
  Map<String, String> barred(List<Identities.Assigned> who, List<ResponseRow> rows, String salt) {
    if (known.barred().isEmpty() && orders.keySet().stream().noneMatch(this::isBarred)) {
      return Map.of();
    }
    Map<String, Set<String>> contacts = new HashMap<>(); // of each person, as hashes
    Map<String, Set<String>> everKnown = new HashMap<>(); // also as earlier versions read them
    for (int i = 0; i < rows.size(); i++) {
      contacts
          .computeIfAbsent(who.get(i).ref(), r -> new HashSet<>())
          .addAll(Fingerprint.contacts(salt, rows.get(i).profile()));
      everKnown
          .computeIfAbsent(who.get(i).ref(), r -> new HashSet<>())
          .addAll(Fingerprint.knownContacts(salt, rows.get(i).profile()));
    }
    Map<String, String> barred = new HashMap<>(known.barred());
    barred.replaceAll((hash, ref) -> aliases.getOrDefault(ref, ref));
    barred.values().removeIf(ref -> orders.containsKey(ref) && !isBarred(ref));
    contacts.forEach(
        (ref, hashes) -> {
          if (isBarred(ref)) {
            hashes.forEach(hash -> barred.putIfAbsent(hash, ref));
          }
        });
    Map<String, String> followers = followers(everKnown, barred);
    barred.keySet().removeIf(key -> key.startsWith(FOLLOWER));
    barred.putAll(followers);
    return barred;
  }

  private Map<String, String> followers(
      Map<String, Set<String>> contacts, Map<String, String> barred) {
    Map<String, String> followers = new HashMap<>();
    contacts.forEach(
        (ref, hashes) -> {
          Optional<String> other =
              hashes.stream().filter(barred::containsKey).map(barred::get).sorted().findFirst();
          Orders own = orders.getOrDefault(ref, Orders.NONE);
          if (other.isPresent()
              && isLater(ref)
              && !other.get().equals(ref)
              && !isBarred(ref)
              && !own.words().contains(Instruction.DISTINCT)) {
            followers.put(FOLLOWER + ref, other.get());
            orders.put(
                ref,
                own.barred()
                    .remarking(Message.of("explain.barred.before").with("ref", other.get())));
          }
        });
    return followers;
  }

  private boolean isLater(String ref) {
    return known.barred().containsKey(FOLLOWER + ref)
        || (!known.references().isEmpty() && !known.references().contains(ref));
  }

  private boolean isBarred(String ref) {
    return orders.getOrDefault(ref, Orders.NONE).status().equals(Optional.of(Status.BARRED));
  }
}

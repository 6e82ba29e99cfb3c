package org.entraide.people.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.people.identity.PersonIdentities.IdentityRow;
import org.entraide.people.identity.PersonIdentities.KnownPeople;
import org.entraide.people.reference.Reference;

/** Gives each person a reference: by content, else the one that its cell shows, else a new one. */
final class References {

  /**
   * @param named whether the contact and the name are known to be that person's
   */
  private record Claim(
      String ref, RowCluster cluster, IdentityRow entry, boolean shown, boolean named) {}

  private static final Comparator<Claim> STRONGEST_FIRST =
      Comparator.<Claim, Boolean>comparing(c -> c.cluster().saysDistinct())
          .thenComparing(c -> !c.shown())
          .thenComparing(c -> !c.named())
          .thenComparing(Claim::entry, RowCluster.BY_CONTENT);

  private static final Comparator<RowCluster> EARLIEST_FIRST =
      Comparator.comparing(RowCluster::earliest, RowCluster.BY_CONTENT);

  private final KnownPeople known;
  private final RandomGenerator random;
  private final Map<String, RowCluster> owners = new HashMap<>();

  References(KnownPeople known, RandomGenerator random) {
    this.known = known;
    this.random = random;
  }

  void giveReferences(List<RowCluster> people, List<IdentityRow> entries) {
    List<RowCluster> ordered = people.stream().sorted(EARLIEST_FIRST).toList();
    giveByContent(ordered);
    giveByWord(ordered);
    giveByPerson(ordered);
    giveByRow(ordered);
    giveByCell(ordered);
    mint(ordered, entries);
  }

  private void giveByContent(List<RowCluster> people) {
    List<Claim> claims = new ArrayList<>();
    for (RowCluster cluster : people) {
      for (IdentityRow entry : cluster.entries()) {
        String ref = known.byFingerprint().get(entry.fingerprint());
        if (ref != null) {
          boolean shown = entry.shown().equals(Optional.of(ref));
          boolean named =
              entry.personHashes().stream()
                  .anyMatch(it -> ref.equals(known.byFingerprint().get(it)));
          claims.add(new Claim(ref, cluster, entry, shown, named));
        }
      }
    }
    claims.stream().sorted(STRONGEST_FIRST).forEach(c -> owners.putIfAbsent(c.ref(), c.cluster()));
    for (RowCluster cluster : people) {
      Set<String> ownedRefs = new LinkedHashSet<>();
      for (IdentityRow entry : cluster.entries()) {
        String ref = known.byFingerprint().get(entry.fingerprint());
        if (ref != null && owners.get(ref) == cluster) {
          ownedRefs.add(ref);
        }
      }
      if (!ownedRefs.isEmpty()) {
        ownedRefs.addAll(edited(cluster));
        cluster.takeByContent(shownFirst(cluster, ownedRefs));
      }
    }
  }

  /** What an answer of theirs that was edited since had been called. */
  private Set<String> edited(RowCluster cluster) {
    Set<String> refs = new LinkedHashSet<>();
    for (IdentityRow entry : cluster.entries()) {
      if (!known.byFingerprint().containsKey(entry.fingerprint()) && !cluster.saysDistinct()) {
        Optional.of(entry.formerRef())
            .filter(ref -> !ref.isEmpty() && owners.putIfAbsent(ref, cluster) == null)
            .ifPresent(refs::add);
        for (String person : entry.personHashes()) {
          String ref = known.byFingerprint().get(person);
          if (ref != null && owners.putIfAbsent(ref, cluster) == null) {
            refs.add(ref);
          }
        }
      }
    }
    return refs;
  }

  /** A person goes on being called what the cells say, whichever answer is edited. */
  private static List<String> shownFirst(RowCluster cluster, Set<String> refs) {
    Set<String> ordered = new LinkedHashSet<>();
    for (IdentityRow entry : cluster.entries()) {
      entry.shown().filter(refs::contains).ifPresent(ordered::add);
    }
    ordered.addAll(refs);
    return List.copyOf(ordered);
  }

  /**
   * Gives people the reference of somebody whose row is gone, where an organiser says that they are
   * the same; not where that row was only edited.
   */
  private void giveByWord(List<RowCluster> people) {
    Map<String, RowCluster> edited = new HashMap<>();
    for (RowCluster cluster : people) {
      for (IdentityRow entry : cluster.entries()) {
        if (!known.byFingerprint().containsKey(entry.fingerprint())) {
          entry.shown().ifPresent(ref -> edited.putIfAbsent(ref, cluster));
        }
      }
    }
    for (RowCluster cluster : people) {
      for (IdentityRow entry : cluster.entries()) {
        Optional<String> namedRef =
            entry.sameness() == PersonIdentities.Sameness.SAME_PERSON
                ? entry.shown()
                : Optional.of(entry.duplicateOf());
        namedRef
            .filter(known.refs()::contains)
            .filter(ref -> known.byFingerprint().containsValue(ref))
            .filter(ref -> !owners.containsKey(ref))
            .filter(ref -> edited.getOrDefault(ref, cluster) == cluster)
            .ifPresent(
                ref -> {
                  owners.put(ref, cluster);
                  cluster.promote(ref);
                });
      }
    }
  }

  /**
   * Unknown content under a known contact and name: an answer that was edited while its reference
   * was lost, or given again after its row was deleted. A person marked as distinct is somebody
   * else.
   */
  private void giveByPerson(List<RowCluster> people) {
    for (RowCluster cluster : people) {
      if (cluster.hasRef() || cluster.saysDistinct()) {
        continue;
      }
      cluster.entries().stream()
          .flatMap(entry -> entry.personHashes().stream())
          .map(person -> known.byFingerprint().get(person))
          .filter(ref -> ref != null && !owners.containsKey(ref))
          .findFirst()
          .ifPresent(
              ref -> {
                owners.put(ref, cluster);
                cluster.takeByContent(List.of(ref));
              });
    }
  }

  /** What an answer that was edited had been called before an organiser called it another's. */
  private void giveByRow(List<RowCluster> people) {
    for (RowCluster cluster : people) {
      for (IdentityRow entry : cluster.entries()) {
        String ref = entry.formerRef();
        if (!cluster.hasRef() && !ref.isEmpty() && !owners.containsKey(ref)) {
          owners.put(ref, cluster);
          cluster.takeByContent(List.of(ref));
        }
      }
    }
  }

  /** Known references beside unknown content: edited answers, the earliest one first. */
  private void giveByCell(List<RowCluster> people) {
    for (RowCluster cluster : people) {
      for (IdentityRow entry : cluster.entries()) {
        Optional<String> shown = entry.shown().filter(known.refs()::contains);
        if (!cluster.hasRef() && shown.isPresent() && !owners.containsKey(shown.get())) {
          owners.put(shown.get(), cluster);
          cluster.takeFromCell(shown.get());
        }
      }
    }
  }

  private void mint(List<RowCluster> people, List<IdentityRow> entries) {
    Set<String> used = new HashSet<>(known.refs());
    entries.forEach(e -> e.shown().ifPresent(used::add)); // a code on show confuses, too
    for (RowCluster cluster : people) {
      if (!cluster.hasRef()) {
        String fresh =
            Reference.mint(random, ref -> used.contains(ref) || known.erased().hasReference(ref));
        used.add(fresh);
        cluster.takeMinted(fresh);
      }
    }
  }
}

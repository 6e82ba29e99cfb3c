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
import org.entraide.people.identity.PersonIdentities.Entry;
import org.entraide.people.identity.PersonIdentities.Known;
import org.entraide.people.word.Reference;

/** Gives each person a reference: by content, else the one that its cell shows, else a new one. */
final class References {

  /**
   * @param named whether the contact and the name are known to be that person's
   */
  private record Claim(String ref, RowCluster cluster, Entry entry, boolean shown, boolean named) {}

  private static final Comparator<Claim> STRONGEST_FIRST =
      Comparator.<Claim, Boolean>comparing(c -> c.cluster().saysDistinct())
          .thenComparing(c -> !c.shown())
          .thenComparing(c -> !c.named())
          .thenComparing(Claim::entry, RowCluster.BY_CONTENT);

  private static final Comparator<RowCluster> EARLIEST_FIRST =
      Comparator.comparing(RowCluster::earliest, RowCluster.BY_CONTENT);

  private final Known known;
  private final RandomGenerator random;
  private final Map<String, RowCluster> owners = new HashMap<>();

  References(Known known, RandomGenerator random) {
    this.known = known;
    this.random = random;
  }

  void give(List<RowCluster> people, List<Entry> entries) {
    List<RowCluster> ordered = people.stream().sorted(EARLIEST_FIRST).toList();
    byContent(ordered);
    byWord(ordered);
    byPerson(ordered);
    byRow(ordered);
    byCell(ordered);
    mint(ordered, entries);
  }

  private void byContent(List<RowCluster> people) {
    List<Claim> claims = new ArrayList<>();
    for (RowCluster cluster : people) {
      for (Entry entry : cluster.entries()) {
        String ref = known.byFingerprint().get(entry.fingerprint());
        if (ref != null) {
          boolean shown = entry.shown().equals(Optional.of(ref));
          boolean named =
              entry.people().stream().anyMatch(it -> ref.equals(known.byFingerprint().get(it)));
          claims.add(new Claim(ref, cluster, entry, shown, named));
        }
      }
    }
    claims.stream().sorted(STRONGEST_FIRST).forEach(c -> owners.putIfAbsent(c.ref(), c.cluster()));
    for (RowCluster cluster : people) {
      Set<String> mine = new LinkedHashSet<>();
      for (Entry entry : cluster.entries()) {
        String ref = known.byFingerprint().get(entry.fingerprint());
        if (ref != null && owners.get(ref) == cluster) {
          mine.add(ref);
        }
      }
      if (!mine.isEmpty()) {
        mine.addAll(edited(cluster));
        cluster.takeByContent(shownFirst(cluster, mine));
      }
    }
  }

  /** What an answer of theirs that was edited since had been called. */
  private Set<String> edited(RowCluster cluster) {
    Set<String> refs = new LinkedHashSet<>();
    for (Entry entry : cluster.entries()) {
      if (!known.byFingerprint().containsKey(entry.fingerprint()) && !cluster.saysDistinct()) {
        Optional.of(entry.formerRef())
            .filter(ref -> !ref.isEmpty() && owners.putIfAbsent(ref, cluster) == null)
            .ifPresent(refs::add);
        for (String person : entry.people()) {
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
    for (Entry entry : cluster.entries()) {
      entry.shown().filter(refs::contains).ifPresent(ordered::add);
    }
    ordered.addAll(refs);
    return List.copyOf(ordered);
  }

  /** The same as somebody whose own row is gone, not only edited, by an organiser's word. */
  private void byWord(List<RowCluster> people) {
    Map<String, RowCluster> edited = new HashMap<>();
    for (RowCluster cluster : people) {
      for (Entry entry : cluster.entries()) {
        if (!known.byFingerprint().containsKey(entry.fingerprint())) {
          entry.shown().ifPresent(ref -> edited.putIfAbsent(ref, cluster));
        }
      }
    }
    for (RowCluster cluster : people) {
      for (Entry entry : cluster.entries()) {
        Optional<String> said =
            entry.say() == PersonIdentities.Say.SAME_PERSON
                ? entry.shown()
                : Optional.of(entry.duplicateOf());
        said.filter(known.refs()::contains)
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
  private void byPerson(List<RowCluster> people) {
    for (RowCluster cluster : people) {
      if (cluster.hasRef() || cluster.saysDistinct()) {
        continue;
      }
      cluster.entries().stream()
          .flatMap(entry -> entry.people().stream())
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
  private void byRow(List<RowCluster> people) {
    for (RowCluster cluster : people) {
      for (Entry entry : cluster.entries()) {
        String ref = entry.formerRef();
        if (!cluster.hasRef() && !ref.isEmpty() && !owners.containsKey(ref)) {
          owners.put(ref, cluster);
          cluster.takeByContent(List.of(ref));
        }
      }
    }
  }

  /** Known references beside unknown content: edited answers, the earliest one first. */
  private void byCell(List<RowCluster> people) {
    for (RowCluster cluster : people) {
      for (Entry entry : cluster.entries()) {
        Optional<String> shown = entry.shown().filter(known.refs()::contains);
        if (!cluster.hasRef() && shown.isPresent() && !owners.containsKey(shown.get())) {
          owners.put(shown.get(), cluster);
          cluster.takeFromCell(shown.get());
        }
      }
    }
  }

  private void mint(List<RowCluster> people, List<Entry> entries) {
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

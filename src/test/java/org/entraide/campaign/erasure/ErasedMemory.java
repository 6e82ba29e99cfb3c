package org.entraide.campaign.erasure;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.match.model.Instance.ProposedPair;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;

/** What is left of what is remembered, once somebody is erased. */
public final class ErasedMemory {

  public static Journal.Memory without(Journal.Memory m, Set<String> gone, Erasure erasure) {
    Set<String> references = new HashSet<>(m.references());
    references.removeAll(gone);
    Map<String, String> fingerprints = new HashMap<>(m.referenceByFingerprint());
    fingerprints.values().removeAll(gone);
    fingerprints.keySet().removeAll(erasure.contents().keySet());
    Map<String, Instant> first = new HashMap<>(m.firstAnswers());
    first.keySet().removeAll(gone);
    Map<CellKey, String> cells = new HashMap<>();
    m.writtenHashes()
        .forEach(
            (key, hash) -> {
              if (!gone.contains(key.row())) {
                cells.put(new CellKey(left(key.row(), erasure), key.column()), hash);
              }
            });
    cells
        .keySet()
        .removeIf(key -> ErasedPeople.isHash(start(key.row())) && key.column().startsWith("was."));
    Map<String, Introduction> introductions = new LinkedHashMap<>(m.introductions());
    introductions.keySet().removeAll(gone);
    introductions.replaceAll((ref, i) -> i.insteadOf(without(i.insteadOf(), gone)));
    Map<Journal.Note, String> notes = new HashMap<>(m.notes());
    notes.keySet().removeIf(note -> gone.contains(note.subject().replaceFirst("^@", "")));
    notes.values().removeAll(gone);
    notes.replaceAll(
        (note, words) -> note.kind() == Journal.Note.Kind.ASKED ? without(words, gone) : words);
    notes.replaceAll((note, words) -> words.isEmpty() ? WishesForAnother.NOTHING : words);
    RememberedMatching matched =
        new RememberedMatching(
            m.matching().key(),
            without(m.matching().previous(), gone),
            without(m.matching().proposed(), gone));
    return new Journal.Memory(
        references,
        fingerprints,
        first,
        cells,
        introductions,
        notes,
        matched,
        new ErasedPeople(
            m.erased().key().isEmpty() ? erasure.erased().key() : m.erased().key(),
            m.erased().and(erasure.erased().hashes()).hashes()));
  }

  public static List<ProposedPair> without(List<ProposedPair> pairs, Set<String> gone) {
    return pairs.stream()
        .filter(pair -> !gone.contains(pair.person()) && !gone.contains(pair.helper()))
        .toList();
  }

  private static String start(String key) {
    return key.split("[#?]", 2)[0];
  }

  private static String left(String key, Erasure erasure) {
    String start = start(key);
    return erasure.contents().getOrDefault(start, start) + key.substring(start.length());
  }

  public static Set<String> without(Set<String> references, Set<String> gone) {
    return references.stream().filter(ref -> !gone.contains(ref)).collect(Collectors.toSet());
  }

  public static String without(String words, Set<String> gone) {
    return String.join(
        " ", Stream.of(words.split(" ")).filter(word -> !gone.contains(word)).toList());
  }

  public static Journal.JournalledEffect renamed(
      Journal.JournalledEffect effect, Set<String> gone) {
    return new Journal.JournalledEffect(
        effect.id(),
        effect.kind(),
        without(effect.subject(), gone),
        effect.begunAt(),
        effect.outcome());
  }

  private ErasedMemory() {}
}

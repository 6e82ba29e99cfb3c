package org.entraide.campaign.world;

import static org.entraide.campaign.erasure.ErasedMemory.renamed;
import static org.entraide.campaign.erasure.ErasedMemory.without;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.people.reference.Reference;
import org.entraide.place.CachedPlace;
import org.entraide.place.Precision;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;

/** A journal that lives as long as the test, whatever dies and starts again around it. */
public final class MemoryJournal implements Journal {

  private static final Duration EFFECTS_KEPT = Duration.ofDays(30);

  private record Begun(String campaign, JournalledEffect effect, Instant endedAt) {
    boolean isPruned(String of, Instant before) {
      return campaign.equals(of)
          && effect.outcome().filter(outcome -> outcome != EffectOutcome.UNKNOWN).isPresent()
          && endedAt.isBefore(before);
    }
  }

  private final Map<String, Memory> memories = new HashMap<>();
  private final Map<Long, Begun> effects = new TreeMap<>();
  private final Map<String, CampaignReport> reports = new HashMap<>();
  private final Map<Long, Command> queue = new TreeMap<>();
  private final Map<String, CachedPlace> places = new HashMap<>();
  private final Map<String, Map<String, String>> alerts = new HashMap<>();
  private Optional<String> placeKey = Optional.empty();
  private long effectsBegun;
  private long commandsQueued;
  private boolean closed;

  /** As it is: what is written into either later is not in the other. */
  public synchronized MemoryJournal copy() {
    MemoryJournal copy = new MemoryJournal();
    copy.becomes(this);
    return copy;
  }

  /** As after a failover: all of it is what another one was. */
  public synchronized void becomes(MemoryJournal other) {
    memories.clear();
    effects.clear();
    reports.clear();
    queue.clear();
    places.clear();
    alerts.clear();
    memories.putAll(other.memories);
    effects.putAll(other.effects);
    reports.putAll(other.reports);
    queue.putAll(other.queue);
    places.putAll(other.places);
    other.alerts.forEach((campaign, all) -> alerts.put(campaign, new HashMap<>(all)));
    placeKey = other.placeKey;
    effectsBegun = other.effectsBegun;
    commandsQueued = other.commandsQueued;
  }

  @Override
  public synchronized Memory memory(String campaign) {
    return memories.getOrDefault(campaign, Memory.NOTHING);
  }

  @Override
  public boolean isReserved(String reference) {
    return memories.values().stream().anyMatch(m -> m.references().contains(reference));
  }

  @Override
  public void reserve(String campaign, Collection<String> references) {
    update(
        campaign,
        m -> {
          Set<String> all = new HashSet<>(m.references());
          all.addAll(references);
          return new Memory(
              all,
              m.referenceByFingerprint(),
              m.firstAnswers(),
              m.writtenHashes(),
              m.introductions(),
              m.notes(),
              m.matching(),
              m.erased());
        });
  }

  @Override
  public void storeFingerprints(String campaign, Map<String, String> referenceByFingerprint) {
    update(
        campaign,
        m -> {
          Map<String, String> all = new HashMap<>(m.referenceByFingerprint());
          all.putAll(referenceByFingerprint);
          return new Memory(
              m.references(),
              all,
              m.firstAnswers(),
              m.writtenHashes(),
              m.introductions(),
              m.notes(),
              m.matching(),
              m.erased());
        });
  }

  @Override
  public void storeFirstAnswers(String campaign, Map<String, Instant> firstAnswerByReference) {
    update(
        campaign,
        m -> {
          Map<String, Instant> all = new HashMap<>(m.firstAnswers());
          firstAnswerByReference.forEach(
              (reference, at) -> all.merge(reference, at, (a, b) -> a.isBefore(b) ? a : b));
          return new Memory(
              m.references(),
              m.referenceByFingerprint(),
              all,
              m.writtenHashes(),
              m.introductions(),
              m.notes(),
              m.matching(),
              m.erased());
        });
  }

  @Override
  public void storeWrittenHashes(String campaign, Map<CellKey, String> hashes) {
    update(
        campaign,
        m -> {
          Map<CellKey, String> all = new HashMap<>(m.writtenHashes());
          all.putAll(hashes);
          all.values().removeIf(String::isEmpty);
          return new Memory(
              m.references(),
              m.referenceByFingerprint(),
              m.firstAnswers(),
              all,
              m.introductions(),
              m.notes(),
              m.matching(),
              m.erased());
        });
  }

  @Override
  public void storeIntroductions(String campaign, Collection<Introduction> introductions) {
    update(
        campaign,
        m -> {
          Map<String, Introduction> all = new LinkedHashMap<>(m.introductions());
          introductions.forEach(introduction -> all.put(introduction.ref(), introduction));
          return new Memory(
              m.references(),
              m.referenceByFingerprint(),
              m.firstAnswers(),
              m.writtenHashes(),
              all,
              m.notes(),
              m.matching(),
              m.erased());
        });
  }

  @Override
  public void storeNotes(String campaign, Map<Note, String> notes) {
    update(
        campaign,
        m -> {
          Map<Note, String> all = new HashMap<>(m.notes());
          all.putAll(notes);
          all.values().removeIf(String::isEmpty);
          return new Memory(
              m.references(),
              m.referenceByFingerprint(),
              m.firstAnswers(),
              m.writtenHashes(),
              m.introductions(),
              all,
              m.matching(),
              m.erased());
        });
  }

  @Override
  public synchronized Map<String, String> sentAlerts(String campaign) {
    return Map.copyOf(alerts.getOrDefault(campaign, Map.of()));
  }

  @Override
  public synchronized void storeSentAlerts(String campaign, Map<String, String> changes) {
    Map<String, String> all = alerts.computeIfAbsent(campaign, it -> new HashMap<>());
    changes.forEach(
        (subject, words) -> {
          if (words.isEmpty()) {
            all.remove(subject);
          } else {
            all.put(subject, words);
          }
        });
  }

  @Override
  public void storeMatching(String campaign, RememberedMatching matched) {
    update(
        campaign,
        m ->
            new Memory(
                m.references(),
                m.referenceByFingerprint(),
                m.firstAnswers(),
                m.writtenHashes(),
                m.introductions(),
                m.notes(),
                matched,
                m.erased()));
  }

  @Override
  public synchronized void erase(String campaign, Erasure erasure) {
    Set<String> gone = new HashSet<>(erasure.people());
    erasure.people().forEach(ref -> gone.add(Reference.introduction(ref)));
    gone.addAll(erasure.introductions());
    update(campaign, m -> without(m, gone, erasure));
    effects.replaceAll(
        (id, begun) ->
            begun.campaign().equals(campaign)
                ? new Begun(campaign, renamed(begun.effect(), gone), begun.endedAt())
                : begun);
    places
        .values()
        .removeIf(
            it ->
                it.place()
                    .filter(
                        p ->
                            p.precision() == Precision.ADDRESS
                                || p.precision() == Precision.POSTCODE)
                    .isPresent());
  }

  @Override
  public synchronized long beginEffect(String campaign, String kind, String subject, Instant at) {
    effectsBegun++;
    JournalledEffect effect =
        new JournalledEffect(effectsBegun, kind, subject, at, Optional.empty());
    effects.put(effectsBegun, new Begun(campaign, effect, at));
    return effectsBegun;
  }

  @Override
  public synchronized void endEffect(
      String campaign, long effect, EffectOutcome outcome, Instant at) {
    Begun begun = effects.get(effect);
    if (begun == null || !begun.campaign().equals(campaign)) {
      throw unknown("effect " + effect);
    }
    JournalledEffect was = begun.effect();
    JournalledEffect is =
        new JournalledEffect(
            was.id(), was.kind(), was.subject(), was.begunAt(), Optional.of(outcome));
    effects.put(effect, new Begun(begun.campaign(), is, at));
  }

  private static UncheckedIOException unknown(String what) {
    return new UncheckedIOException(new IOException(what + " is not known any more"));
  }

  @Override
  public synchronized List<JournalledEffect> unfinishedEffects(String campaign) {
    return effects.values().stream()
        .filter(begun -> begun.campaign().equals(campaign))
        .map(Begun::effect)
        .filter(effect -> effect.outcome().orElse(EffectOutcome.UNKNOWN) == EffectOutcome.UNKNOWN)
        .toList();
  }

  @Override
  public synchronized void storeReport(CampaignReport report) {
    reports.put(report.campaign(), report);
    Instant before = report.lastCycle().minus(EFFECTS_KEPT);
    effects.values().removeIf(begun -> begun.isPruned(report.campaign(), before));
  }

  @Override
  public synchronized void storeNextCycle(String campaign, Instant at) {
    reports.computeIfPresent(campaign, (name, report) -> report.withNextCycle(at));
  }

  @Override
  public synchronized List<CampaignReport> reports() {
    return reports.values().stream()
        .sorted(Comparator.comparing(CampaignReport::campaign))
        .toList();
  }

  @Override
  public synchronized long enqueue(String kind, String argument, Instant at) {
    commandsQueued++;
    queue.put(commandsQueued, new Command(commandsQueued, kind, argument, at));
    return commandsQueued;
  }

  @Override
  public synchronized List<Command> queuedCommands() {
    return List.copyOf(queue.values());
  }

  @Override
  public synchronized void finishCommand(long command, String result, Instant at) {
    if (command < 1 || command > commandsQueued) {
      throw unknown("command " + command);
    }
    queue.remove(command);
  }

  @Override
  public synchronized Optional<String> placeKey() {
    return placeKey;
  }

  @Override
  public synchronized String keepPlaceKey(String fresh) {
    placeKey = placeKey.or(() -> Optional.of(fresh));
    return placeKey.orElseThrow();
  }

  @Override
  public synchronized Optional<CachedPlace> place(String hash) {
    return Optional.ofNullable(places.get(hash));
  }

  @Override
  public synchronized void keepPlace(String hash, CachedPlace answer) {
    places.values().removeIf(old -> !old.expiresAt().isAfter(answer.fetchedAt()));
    places.put(hash, answer);
  }

  /** Loses nothing: the next owner goes on with the same object. */
  @Override
  public void close() {
    closed = true;
  }

  /** Whether somebody closed it; it goes on all the same, as a file does for whoever opens it. */
  public boolean isClosed() {
    return closed;
  }

  /** Replaces a campaign's memory at once, so that a change that throws has changed nothing. */
  private synchronized void update(String campaign, UnaryOperator<Memory> change) {
    memories.put(campaign, change.apply(memory(campaign)));
  }
}

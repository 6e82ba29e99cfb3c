package org.entraide.campaign;

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
import org.entraide.place.CachedPlace;
import org.entraide.plan.CellKey;
import org.entraide.plan.Introduction;

/** A journal that lives as long as the test, whatever dies and starts again around it. */
public final class MemoryJournal implements Journal {

  private record Begun(String campaign, Effect effect) {}

  private final Map<String, Memory> memories = new HashMap<>();
  private final Map<Long, Begun> effects = new TreeMap<>();
  private final Map<String, CampaignReport> reports = new HashMap<>();
  private final Map<Long, Command> queue = new TreeMap<>();
  private final Map<String, CachedPlace> places = new HashMap<>();
  private Optional<String> placeKey = Optional.empty();
  private long effectsBegun;
  private long commandsQueued;
  private boolean closed;

  /** As it stands: what is written into either later is not in the other. */
  public synchronized MemoryJournal copy() {
    MemoryJournal copy = new MemoryJournal();
    copy.memories.putAll(memories);
    copy.effects.putAll(effects);
    copy.reports.putAll(reports);
    copy.queue.putAll(queue);
    copy.places.putAll(places);
    copy.placeKey = placeKey;
    copy.effectsBegun = effectsBegun;
    copy.commandsQueued = commandsQueued;
    return copy;
  }

  @Override
  public synchronized Memory memory(String campaign) {
    return memories.getOrDefault(campaign, Memory.NOTHING);
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
              m.cells(),
              m.introductions(),
              m.notes(),
              m.matched());
        });
  }

  @Override
  public void identify(String campaign, Map<String, String> referenceByFingerprint) {
    update(
        campaign,
        m -> {
          Map<String, String> all = new HashMap<>(m.referenceByFingerprint());
          all.putAll(referenceByFingerprint);
          return new Memory(
              m.references(),
              all,
              m.firstAnswers(),
              m.cells(),
              m.introductions(),
              m.notes(),
              m.matched());
        });
  }

  @Override
  public void answered(String campaign, Map<String, Instant> firstAnswerByReference) {
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
              m.cells(),
              m.introductions(),
              m.notes(),
              m.matched());
        });
  }

  @Override
  public void wrote(String campaign, Map<CellKey, String> hashes) {
    update(
        campaign,
        m -> {
          Map<CellKey, String> all = new HashMap<>(m.cells());
          all.putAll(hashes);
          all.values().removeIf(String::isEmpty);
          return new Memory(
              m.references(),
              m.referenceByFingerprint(),
              m.firstAnswers(),
              all,
              m.introductions(),
              m.notes(),
              m.matched());
        });
  }

  @Override
  public void record(String campaign, Collection<Introduction> introductions) {
    update(
        campaign,
        m -> {
          Map<String, Introduction> all = new LinkedHashMap<>(m.introductions());
          introductions.forEach(introduction -> all.put(introduction.ref(), introduction));
          return new Memory(
              m.references(),
              m.referenceByFingerprint(),
              m.firstAnswers(),
              m.cells(),
              all,
              m.notes(),
              m.matched());
        });
  }

  @Override
  public void note(String campaign, Map<Note, String> notes) {
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
              m.cells(),
              m.introductions(),
              all,
              m.matched());
        });
  }

  @Override
  public void matched(String campaign, Matched matched) {
    update(
        campaign,
        m ->
            new Memory(
                m.references(),
                m.referenceByFingerprint(),
                m.firstAnswers(),
                m.cells(),
                m.introductions(),
                m.notes(),
                matched));
  }

  @Override
  public synchronized long begin(String campaign, String kind, String subject, Instant at) {
    effectsBegun++;
    Effect effect = new Effect(effectsBegun, kind, subject, at, Optional.empty());
    effects.put(effectsBegun, new Begun(campaign, effect));
    return effectsBegun;
  }

  @Override
  public synchronized void end(long effect, Outcome outcome, Instant at) {
    Begun begun = effects.get(effect);
    if (begun == null) {
      throw new IllegalArgumentException("No effect has the number %d.".formatted(effect));
    }
    Effect was = begun.effect();
    Effect is =
        new Effect(was.id(), was.kind(), was.subject(), was.begunAt(), Optional.of(outcome));
    effects.put(effect, new Begun(begun.campaign(), is));
  }

  @Override
  public synchronized List<Effect> unfinished(String campaign) {
    return effects.values().stream()
        .filter(begun -> begun.campaign().equals(campaign))
        .map(Begun::effect)
        .filter(effect -> effect.outcome().orElse(Outcome.UNKNOWN) == Outcome.UNKNOWN)
        .toList();
  }

  @Override
  public synchronized void report(CampaignReport report) {
    reports.put(report.campaign(), report);
  }

  @Override
  public synchronized void next(String campaign, Instant at) {
    reports.computeIfPresent(campaign, (name, report) -> report.next(at));
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
  public synchronized List<Command> queued() {
    return List.copyOf(queue.values());
  }

  @Override
  public synchronized void done(long command, String result, Instant at) {
    if (command < 1 || command > commandsQueued) {
      throw new IllegalArgumentException("No command has the number %d.".formatted(command));
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

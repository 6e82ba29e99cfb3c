package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.place.CachedPlace;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;

/** The journal of an installation that never ran: it knows nothing, and nothing may be written. */
public final class NoJournal implements Journal {

  private static IllegalStateException unwritable() {
    return new IllegalStateException("Something was written where there is no journal: a bug.");
  }

  @Override
  public Memory memory(String campaign) {
    return Memory.NOTHING;
  }

  @Override
  public boolean isReserved(String reference) {
    return false;
  }

  @Override
  public void reserve(String campaign, Collection<String> references) {
    throw unwritable();
  }

  @Override
  public void storeFingerprints(String campaign, Map<String, String> referenceByFingerprint) {
    throw unwritable();
  }

  @Override
  public void storeFirstAnswers(String campaign, Map<String, Instant> firstAnswerByReference) {
    throw unwritable();
  }

  @Override
  public void storeWrittenHashes(String campaign, Map<CellKey, String> hashes) {
    throw unwritable();
  }

  @Override
  public void storeIntroductions(String campaign, Collection<Introduction> introductions) {
    throw unwritable();
  }

  @Override
  public void storeNotes(String campaign, Map<Note, String> notes) {
    throw unwritable();
  }

  @Override
  public Map<String, String> sentAlerts(String campaign) {
    return Map.of();
  }

  @Override
  public void storeSentAlerts(String campaign, Map<String, String> alerts) {
    throw unwritable();
  }

  @Override
  public void storeMatching(String campaign, RememberedMatching matched) {
    throw unwritable();
  }

  @Override
  public long beginEffect(String campaign, String kind, String subject, Instant at) {
    throw unwritable();
  }

  @Override
  public void endEffect(String campaign, long effect, EffectOutcome outcome, Instant at) {
    throw unwritable();
  }

  @Override
  public List<JournalledEffect> unfinishedEffects(String campaign) {
    return List.of();
  }

  @Override
  public void storeReport(CampaignReport report) {
    throw unwritable();
  }

  @Override
  public void storeNextCycle(String campaign, Instant at) {
    throw unwritable();
  }

  @Override
  public List<CampaignReport> reports() {
    return List.of();
  }

  @Override
  public void erase(String campaign, Erasure erasure) {
    throw unwritable();
  }

  @Override
  public long enqueue(String kind, String argument, Instant at) {
    throw unwritable();
  }

  @Override
  public List<Command> queuedCommands() {
    return List.of();
  }

  @Override
  public void finishCommand(long command, String result, Instant at) {
    throw unwritable();
  }

  @Override
  public Optional<String> placeKey() {
    return Optional.empty();
  }

  @Override
  public String keepPlaceKey(String fresh) {
    throw unwritable();
  }

  @Override
  public Optional<CachedPlace> place(String hash) {
    return Optional.empty();
  }

  @Override
  public void keepPlace(String hash, CachedPlace answer) {
    throw unwritable();
  }

  @Override
  public void close() {}
}

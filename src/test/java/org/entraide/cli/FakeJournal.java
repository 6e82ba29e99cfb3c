package org.entraide.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.Journal;
import org.entraide.campaign.Matched;
import org.entraide.place.CachedPlace;
import org.entraide.plan.CellKey;
import org.entraide.plan.Introduction;

/** A journal that holds reports and commands, which is all that {@code status} reads. */
final class FakeJournal implements Journal {

  private final List<CampaignReport> reports = new ArrayList<>();
  private final List<Command> commands = new ArrayList<>();
  boolean closed;

  @Override
  public void report(CampaignReport report) {
    reports.add(report);
  }

  @Override
  public List<CampaignReport> reports() {
    return List.copyOf(reports);
  }

  @Override
  public long enqueue(String kind, String argument, Instant at) {
    commands.add(new Command(commands.size() + 1L, kind, argument, at));
    return commands.size();
  }

  @Override
  public List<Command> queued() {
    return List.copyOf(commands);
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public Optional<String> placeKey() {
    throw new UnsupportedOperationException("placeKey");
  }

  @Override
  public String keepPlaceKey(String fresh) {
    throw new UnsupportedOperationException("keepPlaceKey");
  }

  @Override
  public Optional<CachedPlace> place(String hash) {
    throw new UnsupportedOperationException("place");
  }

  @Override
  public void keepPlace(String hash, CachedPlace answer) {
    throw new UnsupportedOperationException("keepPlace");
  }

  @Override
  public Memory memory(String campaign) {
    throw new UnsupportedOperationException("memory");
  }

  @Override
  public void reserve(String campaign, Collection<String> references) {
    throw new UnsupportedOperationException("reserve");
  }

  @Override
  public void identify(String campaign, Map<String, String> referenceByFingerprint) {
    throw new UnsupportedOperationException("identify");
  }

  @Override
  public void answered(String campaign, Map<String, Instant> firstAnswerByReference) {
    throw new UnsupportedOperationException("answered");
  }

  @Override
  public void wrote(String campaign, Map<CellKey, String> hashes) {
    throw new UnsupportedOperationException("wrote");
  }

  @Override
  public void record(String campaign, Collection<Introduction> introductions) {
    throw new UnsupportedOperationException("record");
  }

  @Override
  public void note(String campaign, Map<Note, String> notes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void matched(String campaign, Matched matched) {
    throw new UnsupportedOperationException("matched");
  }

  @Override
  public long begin(String campaign, String kind, String subject, Instant at) {
    throw new UnsupportedOperationException("begin");
  }

  @Override
  public void end(long effect, Outcome outcome, Instant at) {
    throw new UnsupportedOperationException("end");
  }

  @Override
  public List<Effect> unfinished(String campaign) {
    throw new UnsupportedOperationException("unfinished");
  }

  @Override
  public void done(long command, String result, Instant at) {
    throw new UnsupportedOperationException("done");
  }
}

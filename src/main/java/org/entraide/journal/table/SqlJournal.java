package org.entraide.journal.table;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.campaign.port.Erasure;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.group.Leases;
import org.entraide.group.Terms;
import org.entraide.journal.sql.JournalProblem;
import org.entraide.journal.sql.JournalProblem.Kind;
import org.entraide.journal.sql.Transactions;
import org.entraide.place.CachedPlace;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.entraide.text.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal in a database's tables. Safe for use by several threads.
 *
 * <p>Every method may throw {@link JournalProblem}; then nothing of what it was to write is there.
 */
public final class SqlJournal implements Journal {

  private static final Logger log = LoggerFactory.getLogger(SqlJournal.class);

  private static final Duration DAY = Duration.ofDays(1);

  /** How long ended effects are kept, for people who ask what was done; they decide nothing. */
  private static final Duration EFFECTS_KEPT = Duration.ofDays(30);

  private final Transactions database;
  private final Optional<Leases> leases;
  private final Map<String, Instant> prunedAt = new ConcurrentHashMap<>(); // by campaign
  private volatile boolean tracesLeft;

  public SqlJournal(Transactions database) {
    this(database, Optional.empty());
  }

  /**
   * @param leases where several daemons share it
   */
  public SqlJournal(Transactions database, Optional<Leases> leases) {
    this.database = database;
    this.leases = leases;
  }

  @Override
  public Memory memory(String campaign) {
    return database.read(
        c ->
            new Memory(
                PeopleTables.references(c, campaign),
                PeopleTables.fingerprints(c, campaign),
                PeopleTables.firstAnswers(c, campaign),
                PeopleTables.writtenHashes(c, campaign),
                IntroductionTable.all(c, campaign),
                NoteTable.all(c, campaign),
                MatchedTables.of(c, campaign),
                ErasedTables.of(c, campaign)));
  }

  @Override
  public void reserve(String campaign, Collection<String> references) {
    database.change(c -> PeopleTables.reserve(c, campaign, references));
  }

  @Override
  public boolean isReserved(String reference) {
    return database.read(c -> PeopleTables.isReserved(c, reference));
  }

  @Override
  public void storeFingerprints(String campaign, Map<String, String> referenceByFingerprint) {
    database.change(c -> PeopleTables.storeFingerprints(c, campaign, referenceByFingerprint));
  }

  @Override
  public void storeFirstAnswers(String campaign, Map<String, Instant> firstAnswerByReference) {
    database.change(c -> PeopleTables.storeFirstAnswers(c, campaign, firstAnswerByReference));
  }

  @Override
  public void storeWrittenHashes(String campaign, Map<CellKey, String> hashes) {
    database.change(c -> PeopleTables.storeWrittenHashes(c, campaign, hashes));
  }

  @Override
  public void storeIntroductions(String campaign, Collection<Introduction> introductions) {
    database.change(c -> IntroductionTable.store(c, campaign, introductions));
  }

  @Override
  public void storeNotes(String campaign, Map<Note, String> notes) {
    database.change(c -> NoteTable.store(c, campaign, notes));
  }

  @Override
  public Map<String, String> sentAlerts(String campaign) {
    return database.read(c -> NoteTable.alerts(c, campaign));
  }

  @Override
  public void storeSentAlerts(String campaign, Map<String, String> alerts) {
    database.change(c -> NoteTable.storeAlerts(c, campaign, alerts));
  }

  @Override
  public void storeMatching(String campaign, RememberedMatching matched) {
    database.change(c -> MatchedTables.store(c, campaign, matched));
  }

  @Override
  public long beginEffect(String campaign, String kind, String subject, Instant at) {
    return database.write(c -> EffectTable.begin(c, campaign, kind, subject, at));
  }

  @Override
  public void endEffect(String campaign, long effect, EffectOutcome outcome, Instant at) {
    if (!database.write(c -> EffectTable.end(c, campaign, effect, outcome, at))) {
      throw setBack("journal.set_back.effect", effect);
    }
  }

  private JournalProblem setBack(String key, long number) {
    Message cause = Message.of(key).with("number", String.valueOf(number));
    return new JournalProblem(Kind.SET_BACK, database.place(), cause, null);
  }

  @Override
  public List<JournalledEffect> unfinishedEffects(String campaign) {
    return database.read(c -> EffectTable.unfinished(c, campaign));
  }

  @Override
  public void storeReport(CampaignReport report) {
    database.change(c -> ReportTables.store(c, report));
    prune(report.campaign(), report.lastCycle());
    if (tracesLeft) {
      wipe();
    }
  }

  /** Looks for what is to be forgotten once a day and process, since there is no index for it. */
  private void prune(String campaign, Instant now) {
    Instant last = prunedAt.getOrDefault(campaign, Instant.EPOCH);
    if (Duration.between(last, now).abs().compareTo(DAY) >= 0) {
      database.change(c -> EffectTable.prune(c, campaign, now.minus(EFFECTS_KEPT)));
      prunedAt.put(campaign, now);
    }
  }

  @Override
  public void storeNextCycle(String campaign, Instant at) {
    database.change(c -> ReportTables.storeNextCycle(c, campaign, at));
  }

  @Override
  public List<CampaignReport> reports() {
    return database.read(ReportTables::all);
  }

  @Override
  public Optional<Leases.GroupState> groupLeases(Collection<String> campaigns) {
    return leases.map(it -> it.look(campaigns, Terms.USUAL.grace()));
  }

  @Override
  public Optional<CampaignReport> lastReport(String campaign) {
    return database.read(c -> ReportTables.of(c, campaign));
  }

  @Override
  public void erase(String campaign, Erasure erasure) {
    database.change(c -> ErasedTables.erase(c, campaign, erasure));
    tracesLeft = true;
    wipe();
  }

  /** What is deleted is; that no byte of it lies about is tried until it succeeds. */
  private void wipe() {
    try {
      database.leaveNoTrace();
      tracesLeft = false;
    } catch (JournalProblem e) {
      log.warn("what was erased may still lie about on the disk: {}", e.getMessage());
    }
  }

  @Override
  public long enqueue(String kind, String argument, Instant at) {
    return database.write(c -> CommandTable.enqueue(c, kind, argument, at));
  }

  @Override
  public List<Command> queuedCommands() {
    return database.read(CommandTable::queued);
  }

  @Override
  public void finishCommand(long command, String result, Instant at) {
    if (!database.write(c -> CommandTable.finish(c, command, result, at))) {
      throw setBack("journal.set_back.command", command);
    }
  }

  @Override
  public Optional<String> placeKey() {
    return database.read(PlaceTables::key);
  }

  @Override
  public String keepPlaceKey(String fresh) {
    return database.write(c -> PlaceTables.keepKey(c, fresh));
  }

  @Override
  public Optional<CachedPlace> place(String hash) {
    return database.read(c -> PlaceTables.find(c, hash));
  }

  @Override
  public void keepPlace(String hash, CachedPlace answer) {
    database.change(c -> PlaceTables.keep(c, hash, answer));
  }

  @Override
  public void close() {
    database.close();
  }
}

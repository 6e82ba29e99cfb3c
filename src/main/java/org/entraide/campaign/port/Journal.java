package org.entraide.campaign.port;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.group.Leases;
import org.entraide.match.model.HelpFigures;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.place.PlaceCache;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.CellKey;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * The daemon's durable record. What it says is on the disk when a method returns. A contract test
 * holds for every implementation.
 *
 * <p>It holds references, hashes, Gmail's ids and the names of towns that online geocoders gave,
 * never a person's name, an address or an answer.
 */
public interface Journal extends PlaceCache, AutoCloseable {

  /** Everything known of a campaign. */
  Memory memory(String campaign);

  /** Reserves references so that none is ever given twice; those already known are left alone. */
  void reserve(String campaign, Collection<String> references);

  /**
   * Whether a reference was ever reserved, by whichever campaign: letters of several campaigns lie
   * in one mailbox.
   */
  boolean isReserved(String reference);

  /**
   * Stores which contents are which person: fingerprint to reference. A fingerprint known before
   * moves to the new reference.
   */
  void storeFingerprints(String campaign, Map<String, String> referenceByFingerprint);

  /** Stores when a person was first seen to have answered, unless an earlier time is known. */
  void storeFirstAnswers(String campaign, Map<String, Instant> firstAnswerByReference);

  /**
   * Stores what was last written: a hash of each cell's text.
   *
   * @param hashes cell to hash; an empty hash forgets the cell
   */
  void storeWrittenHashes(String campaign, Map<CellKey, String> hashes);

  /**
   * Stores notes: small facts of any kind, see {@link Note.Kind}.
   *
   * @param notes note to what it says; an empty text forgets the note
   */
  void storeNotes(String campaign, Map<Note, String> notes);

  /**
   * Which alerts were sent of a campaign's troubles: no part of its {@link Memory}, which passes
   * compare.
   */
  Map<String, String> sentAlerts(String campaign);

  /**
   * Stores which alerts were sent of a campaign's troubles.
   *
   * @param alerts by words of ours and without personal data; an empty text forgets
   */
  void storeSentAlerts(String campaign, Map<String, String> alerts);

  /** Replaces what is remembered of the last matching. */
  void storeMatching(String campaign, RememberedMatching matched);

  /** Stores introductions as they are now, by their reference. */
  void storeIntroductions(String campaign, Collection<Introduction> introductions);

  /**
   * Journals an effect before it is asked for.
   *
   * @param kind what sort of effect, such as {@code draft}
   * @param subject references only
   * @return its number, for {@link #endEffect}
   */
  long beginEffect(String campaign, String kind, String subject, Instant at);

  /**
   * Journals how an effect ended.
   *
   * @throws java.io.UncheckedIOException if nothing is known of it: a journal that was set back
   */
  void endEffect(String campaign, long effect, EffectOutcome outcome, Instant at);

  /**
   * Effects that were begun and never ended: a crash, or an answer that was lost. No pass asks: the
   * state of each introduction says what must be looked for. It is for people who look into a
   * journal, and for tests.
   */
  List<JournalledEffect> unfinishedEffects(String campaign);

  /** Stores what {@code status} shows of a campaign. */
  void storeReport(CampaignReport report);

  /** What {@code status} shows, for each campaign that ever ran. */
  List<CampaignReport> reports();

  /** What {@code status} shows of one campaign; empty where it never ran. */
  default Optional<CampaignReport> lastReport(String campaign) {
    return reports().stream().filter(it -> it.campaign().equals(campaign)).findFirst();
  }

  /**
   * Who works on which campaigns, where several daemons share the journal.
   *
   * @return empty where that is one daemon's alone
   */
  default Optional<Leases.GroupState> groupLeases(Collection<String> campaigns) {
    return Optional.empty();
  }

  /** Stores when the next pass of a campaign that was reported of is due. */
  void storeNextCycle(String campaign, Instant at);

  /**
   * Forgets people for good, all of it or nothing: whatever else is remembered of them, and what
   * was journalled about them. Answers of geocoders that are as fine as an address go, for all
   * people: nothing says for whom each was asked. Nothing of all that can be read from the disk
   * afterwards.
   */
  void erase(String campaign, Erasure erasure);

  /** Queues a command for the daemon, also from beside it. Returns its number. */
  long enqueue(String kind, String argument, Instant at);

  /** The commands not yet done, oldest first. */
  List<Command> queuedCommands();

  /** Marks a command as done, and forgets its argument. */
  void finishCommand(long command, String result, Instant at);

  @Override
  void close();

  /**
   * What is known of a campaign.
   *
   * @param references every reference ever given, of people and introductions
   * @param referenceByFingerprint content to person
   * @param firstAnswers person to first answer
   * @param writtenHashes of what was last written in each cell
   * @param introductions by reference
   * @param notes small facts of any kind, see {@link Note.Kind}
   * @param matching what is remembered of the last one
   * @param erased what is left of people who were erased
   */
  record Memory(
      Set<String> references,
      Map<String, String> referenceByFingerprint,
      Map<String, Instant> firstAnswers,
      Map<CellKey, String> writtenHashes,
      Map<String, Introduction> introductions,
      Map<Note, String> notes,
      RememberedMatching matching,
      ErasedPeople erased) {

    /** Of a campaign that never ran. */
    public static final Memory NOTHING =
        new Memory(
            Set.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            RememberedMatching.NOTHING,
            ErasedPeople.NOBODY);

    public Memory {
      references = Set.copyOf(references);
      referenceByFingerprint = Map.copyOf(referenceByFingerprint);
      firstAnswers = Map.copyOf(firstAnswers);
      writtenHashes = Map.copyOf(writtenHashes);
      // in their order, in which the ledger gets them back when its rows are deleted
      introductions = Collections.unmodifiableMap(new LinkedHashMap<>(introductions));
      notes = Map.copyOf(notes);
    }

    /** The references of all who ever had a row and were not erased. */
    public Set<String> everybody() {
      Set<String> everybody = new HashSet<>();
      referenceByFingerprint.forEach(
          (contents, ref) -> {
            if (!ErasedPeople.isHash(contents)) { // to delete an erased row is what was asked for
              everybody.add(ref);
            }
          });
      return everybody;
    }
  }

  /**
   * Which small fact is remembered: of a person, of the sheet, of a setting, of a mailbox or of an
   * introduction.
   *
   * @param subject a reference, a hash or a word of ours: never a name or a contact
   */
  record Note(Kind kind, String subject) {

    /** What notes are about. */
    public enum Kind {
      /** A person whose row is gone: since when, or that it counts as a withdrawal. */
      VANISHED,
      /** A person for whom another introduction was asked: instead of which. */
      ASKED,
      /**
       * Somebody who is barred, by the salt of a {@link org.entraide.plan.settings.Bar}. An earlier
       * version remembered each contact by itself, as a hash: whose it was.
       */
      BARRED,
      /** A former reference of a person: what they are called now. */
      ALIAS,
      /**
       * What is known of tabs of answers, in five notes of these subjects, see {@link
       * AnswerTabNotes}: {@code tab}, Google's numbers for them, the present one first: copies have
       * others; {@code passed}, tabs that were not chosen, and since when; {@code chosen}, the one
       * that was chosen while nothing might be written; {@code recall}, that what is known of a tab
       * that is gone is still to be written; {@code questions}, what the form's are taken for.
       */
      ANSWERS,
      /**
       * A value in the settings tab, by the setting's key, or of a group by the hash of its name:
       * the last good one.
       */
      SETTING,
      /** A confirmation of deletions that was used, until the settings tab shows that it was. */
      CONFIRMED,
      /** A person: when they were last active, and when they are to be erased. */
      HEARD,
      /** A mailbox, by a hash of its address: the position of its history when it was looked at. */
      MAILBOX,
      /** An introduction that was followed up: the names of that draft as it was made. */
      FOLLOW_UP,
      /** A person whose pause was typed without a year: on which days it ends. */
      PAUSED,
      /** An introduction that was accepted: the day on which that was seen, for two weeks. */
      ACCEPTED,
      /** A row that organisers type into the ledger, by a hash of its text: since when. */
      TYPED,
      /** A person who had no row when the words of another tab were carried over. */
      AWAITED
    }
  }

  /** How an effect ended. */
  enum EffectOutcome {
    DONE,
    FAILED,
    /** The answer was lost: it may have been done. */
    UNKNOWN
  }

  /** An effect as journalled. */
  record JournalledEffect(
      long id, String kind, String subject, Instant begunAt, Optional<EffectOutcome> outcome) {}

  /** A queued command. */
  record Command(long id, String kind, String argument, Instant queuedAt) {}

  /**
   * What {@code status} shows of one campaign.
   *
   * @param lastCycle when the last pass ended
   * @param lastSuccess when the last one without trouble ended, if ever
   * @param troubles what is wrong; empty when nothing is
   * @param counts people by status word's key, and the like
   * @param matching how good the last matching is; empty before the first
   * @param figures of the introductions that live, as far as the last pass that looked knows
   * @param nextCycle when the next one is due, as of {@link #withNextCycle}; empty where none was
   *     planned
   */
  record CampaignReport(
      String campaign,
      Instant lastCycle,
      Optional<Instant> lastSuccess,
      List<Message> troubles,
      Map<String, Long> counts,
      Optional<MatchingReport> matching,
      HelpFigures figures,
      Optional<Instant> nextCycle) {
    public CampaignReport {
      troubles = List.copyOf(troubles);
      counts = Map.copyOf(counts);
    }

    /** Of a campaign that cannot run. */
    public static CampaignReport unable(String campaign, Instant at, Message why) {
      return new CampaignReport(
          campaign, at, Optional.empty(), List.of(why), Map.of(), Optional.empty());
    }

    /** With what is planned now. */
    public CampaignReport withNextCycle(Instant at) {
      return new CampaignReport(
          campaign, lastCycle, lastSuccess, troubles, counts, matching, figures, Optional.of(at));
    }

    /** What is wrong, in English; empty when nothing is. */
    public String trouble() {
      return trouble(Texts.english());
    }

    /** What is wrong, in the words of a language; empty when nothing is. */
    public String trouble(Texts texts) {
      return troubles.stream().map(texts::format).collect(Collectors.joining(" "));
    }

    /** Of a pass that has just ended. */
    public CampaignReport(
        String campaign,
        Instant lastCycle,
        Optional<Instant> lastSuccess,
        List<Message> troubles,
        Map<String, Long> counts,
        Optional<MatchingReport> matching,
        HelpFigures figures) {
      this(campaign, lastCycle, lastSuccess, troubles, counts, matching, figures, Optional.empty());
    }

    /** Of a pass that has just ended and of which no figures are known. */
    public CampaignReport(
        String campaign,
        Instant lastCycle,
        Optional<Instant> lastSuccess,
        List<Message> troubles,
        Map<String, Long> counts,
        Optional<MatchingReport> matching) {
      this(campaign, lastCycle, lastSuccess, troubles, counts, matching, HelpFigures.NONE);
    }
  }
}

package org.entraide.campaign.decide;

import com.google.common.collect.Sets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.model.JournalUpdate;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.Plan;
import org.entraide.campaign.port.AnswerTabNotes;
import org.entraide.campaign.port.DayNotes;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.campaign.port.SettingsNotes;
import org.entraide.campaign.port.TypedRowNotes;
import org.entraide.people.reference.LetterReference;
import org.entraide.plan.instruction.WishesForAnother;
import org.entraide.plan.interpret.AwaitedPeople;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.introduction.Introduction.State;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.settings.KeptSettings;
import org.entraide.table.Tab;
import org.jspecify.annotations.Nullable;

/**
 * Plans what the journal is to remember of a pass, before anything is written outside: what a crash
 * must not lose.
 */
public final class JournalPlanner {

  /** Rows that were there, and people awaited, when words of rows that are gone were looked for. */
  private Set<String> lastRowsAndAwaited = Set.of();

  /** A pass is made as if it was the first. */
  public void forgetRows() {
    lastRowsAndAwaited = Set.of();
  }

  /** Who is there, what organisers said, and the state of the letters. */
  public Plan everything(Observation observation, WishesForAnother another) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    people(observation, update);
    introductions(observation.mail().introductions().values(), observation.memory(), update);
    introductions(observation.handMade().forgotten(), observation.memory(), update);
    // after what a confirmation was used for
    notes(observation, another, observation.settingsToKeepAfterwards(), update);
    // last: a history that was read and whose effects are lost would never be read again
    Map<Journal.Note, String> cursors = JournalNotes.ofCursors(observation.mail().cursors());
    cursors
        .entrySet()
        .removeIf(e -> e.getValue().equals(observation.memory().notes().get(e.getKey())));
    return plan(update.notes(cursors));
  }

  private static Plan plan(JournalUpdate.Builder update) {
    return Plan.remembering(update.build());
  }

  /** Who is there, and what organisers said of them. */
  private void people(Observation observation, JournalUpdate.Builder update) {
    Journal.Memory memory = observation.memory();
    Interpretation interpretation = observation.interpretation();
    Set<String> references = new HashSet<>();
    interpretation.people().forEach(person -> references.add(person.ref()));
    Map<String, String> answers = new HashMap<>(observation.carryOver().awaited());
    references.addAll(answers.values());
    answers.putAll(interpretation.refByKnownHash());
    references.removeAll(memory.references());
    update.reserve(references);
    update.fingerprints(changedEntries(answers, memory.referenceByFingerprint()));
    update.firstAnswers(changedEntries(observation.firstAnswers(), memory.firstAnswers()));
    writtenHashes(observation, update);
  }

  /**
   * Who is there, what organisers said of them and what they set, when nothing else may be done
   * since they suspended everything: they go on to type, to sort and to delete, and the pass that
   * works again must distinguish what was moved since from what was typed.
   */
  public Plan people(Observation observation) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    people(observation, update);
    Map<Journal.Note, String> notes = observation.memory().notes();
    update.notes(
        JournalNotes.changes(
            JournalNotes.aboutAliases(notes),
            JournalNotes.ofAliases(observation.interpretation().aliases())));
    // which year was meant must not depend on how long this lasts
    update.notes(
        changedEntries(DayNotes.ofAssumedDays(observation.interpretation().assumedDays()), notes));
    // a campaign that began by hand is taken over while it is suspended
    update.notes(
        JournalNotes.changes(
            TypedRowNotes.about(notes), TypedRowNotes.of(observation.handMade().since())));
    return plan(update.notes(settingsNotes(observation)));
  }

  /**
   * Only the letters that were seen for the first time, when nothing else may be done: a letter
   * whose message is purged before the next pass that works would otherwise be written a second
   * time.
   */
  public Plan lettersSeenAtLast(Observation observation) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    Journal.Memory memory = observation.memory();
    introductions(
        observation.mail().introductions().values().stream()
            .filter(i -> isSeenAtLast(i, memory.introductions().get(i.ref())))
            .toList(),
        memory,
        update);
    return plan(update);
  }

  private static boolean isSeenAtLast(Introduction present, @Nullable Introduction remembered) {
    if (remembered == null) {
      return present.messageId() != null; // only the ledger knew of it
    }
    boolean hasItsMessage = remembered.messageId() == null && present.messageId() != null;
    boolean glimpsed = remembered.state() == State.PREPARING && present.state() == State.DRAFTED;
    return hasItsMessage || glimpsed;
  }

  /** Only who is missing, who is barred and what organisers set, when nothing else may be done. */
  public Plan absences(Observation observation) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    // nothing new is learnt of people who are known: an address may be in another person's row
    Set<String> barred = new HashSet<>(observation.interpretation().bars().named());
    barred.removeAll(observation.memory().referenceByFingerprint().values());
    nameBarred(barred, observation, update);
    notes(
        observation,
        new WishesForAnother(
            JournalNotes.requestsForAnother(observation.memory().notes()), Set.of(), Map.of()),
        observation.settingsToKeep(),
        update);
    return plan(update);
  }

  /**
   * Only what organisers set, and whom they barred, with the contents of their rows: the tab in
   * which it was typed may be gone before a pass that works carries it over.
   */
  public Plan settings(Observation observation) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    nameBarred(observation.interpretation().bars().named(), observation, update);
    barredCells(observation, update);
    return plan(update.notes(settingsNotes(observation)));
  }

  /**
   * Which tab is read, when nothing may be written into it: the form was linked anew, and people
   * still delete rows there, after which the new tab would be taken for a copy.
   */
  public Plan servedTab(Observation observation) {
    int served = observation.tabs().served().sheetId();
    return notes(
        AnswerTabNotes.changesOfChosen(observation.memory().notes(), served, observation.now()));
  }

  /** Notes alone. */
  public static Plan notes(Map<Journal.Note, String> notes) {
    return plan(new JournalUpdate.Builder().notes(notes));
  }

  private static Map<Journal.Note, String> settingsNotes(Observation observation) {
    return JournalNotes.changes(
        SettingsNotes.aboutSettings(observation.memory().notes()),
        SettingsNotes.of(observation.settingsToKeep()));
  }

  private static void barredCells(Observation observation, JournalUpdate.Builder update) {
    Interpretation interpretation = observation.interpretation();
    Set<String> rowKeys = new HashSet<>();
    for (int i = 0; i < interpretation.rows().size(); i++) {
      if (interpretation.bars().named().contains(interpretation.assigned().get(i).ref())) {
        rowKeys.add(interpretation.rows().get(i).key());
      }
    }
    Map<CellKey, String> hashes = new HashMap<>(interpretation.authorship().hashesToRemember());
    hashes.keySet().removeIf(key -> !rowKeys.contains(key.row()));
    update.writtenHashes(hashes);
  }

  /**
   * The line of a barred person names a reference. The next pass must give the person the same one,
   * although their row does not show it yet.
   */
  private static void nameBarred(
      Set<String> barred, Observation observation, JournalUpdate.Builder update) {
    Map<String, String> referenceByFingerprint =
        new HashMap<>(observation.interpretation().refByKnownHash());
    referenceByFingerprint.values().retainAll(barred);
    Set<String> references = new HashSet<>(referenceByFingerprint.values());
    references.removeAll(observation.memory().references());
    update.reserve(references);
    update.fingerprints(
        changedEntries(referenceByFingerprint, observation.memory().referenceByFingerprint()));
  }

  /**
   * Only that rows are back, when nothing else may be done: else one that is gone again later would
   * count as gone since the first time. Since when rows are gone that nobody may act upon is not
   * remembered: their ten minutes begin with the next pass that works.
   */
  public Plan returnedRows(Observation observation) {
    return notes(
        JournalNotes.absencesToForget(
            observation.memory().notes(), observation.absences().remembered().keySet()));
  }

  private void writtenHashes(Observation observation, JournalUpdate.Builder update) {
    Map<CellKey, String> hashes =
        new HashMap<>(observation.interpretation().authorship().hashesToRemember());
    Set<String> rows = new HashSet<>();
    observation.interpretation().rows().stream().map(ResponseRow::key).forEach(rows::add);
    Set<String> awaited = awaited(observation); // whose row will come back without a check
    // a row that is gone may come back, and then brings its check along
    Set<String> rowsAndAwaited = Sets.union(rows, awaited).immutableCopy();
    if (!rowsAndAwaited.equals(lastRowsAndAwaited) && observation.absences().missing().isEmpty()) {
      observation
          .memory()
          .writtenHashes()
          .forEach(
              (key, hash) -> {
                if (!LetterReference.isLetter(key.row())
                    && !rows.contains(key.row())
                    && !isOf(awaited, key.row(), observation)
                    && !observation.interpretation().authorship().standsBesideNobody(key, hash)) {
                  hashes.put(key, "");
                }
              });
      lastRowsAndAwaited = rowsAndAwaited;
    }
    update.writtenHashes(hashes);
  }

  private static boolean isOf(Set<String> people, String row, Observation observation) {
    String reference =
        observation
            .memory()
            .referenceByFingerprint()
            .getOrDefault(ResponseRow.fingerprintIn(row), "");
    return people.contains(reference)
        || people.contains(observation.interpretation().nowCalled(reference));
  }

  /** In one step: that people are withdrawn, and that a confirmation was used for it. */
  private static void notes(
      Observation observation,
      WishesForAnother another,
      KeptSettings keptSettings,
      JournalUpdate.Builder update) {
    Map<Journal.Note, String> wanted =
        JournalNotes.of(
            observation.absences().remembered(),
            another.toReplace(),
            observation.interpretation().aliases(),
            answers(observation));
    wanted.putAll(SettingsNotes.of(keptSettings));
    wanted.putAll(DayNotes.ofAssumedDays(observation.interpretation().assumedDays()));
    wanted.putAll(Acceptances.notes(observation));
    wanted.putAll(AnswerTabNotes.of(observation.tabs().passed(), observation.questions()));
    if (observation.carryOver().isRecalled()) {
      wanted.putAll(AnswerTabNotes.ofRecalling(true));
    }
    wanted.putAll(AnswerTabNotes.ofAwaited(awaited(observation)));
    wanted.putAll(JournalNotes.ofCursors(JournalNotes.cursors(observation.memory().notes())));
    wanted.putAll(JournalNotes.aboutRetention(observation.memory().notes()));
    wanted.putAll(JournalNotes.aboutFollowUps(observation.memory().notes()));
    wanted.putAll(TypedRowNotes.of(observation.handMade().since()));
    update.notes(JournalNotes.changes(observation.memory().notes(), wanted));
  }

  /**
   * People whose words are still to come: they have no row yet, or nothing is written beside it.
   */
  private static Set<String> awaited(Observation observation) {
    Set<String> awaited = new HashSet<>(observation.carryOver().awaited().values());
    Set<String> awaitedBefore = AnswerTabNotes.awaited(observation.memory().notes());
    if (awaited.isEmpty() && awaitedBefore.isEmpty()) {
      return awaited;
    }
    Set<String> named = AwaitedPeople.writtenBeside(observation.interpretation());
    awaitedBefore.stream()
        .filter(
            ref ->
                awaited.contains(ref)
                    || !named.contains(observation.interpretation().nowCalled(ref)))
        .forEach(awaited::add);
    awaited.removeAll(named);
    awaited.removeIf(observation.memory().erased()::hasReference);
    return awaited;
  }

  private static List<Integer> answers(Observation observation) {
    Set<Integer> tabs = new LinkedHashSet<>();
    tabs.add(observation.layout().responses().sheetId());
    observation.tabs().former().map(Tab::sheetId).ifPresent(tabs::add); // until it is carried over
    tabs.addAll(AnswerTabNotes.answers(observation.memory().notes()));
    return List.copyOf(tabs);
  }

  private static void introductions(
      Collection<Introduction> introductions, Journal.Memory memory, JournalUpdate.Builder update) {
    update.introductions(
        introductions.stream()
            .filter(i -> !i.equals(memory.introductions().get(i.ref())))
            .toList());
  }

  /** The last matching, before the rows are written: the next pass must find what they say. */
  public static Plan matching(RememberedMatching remembered, Optional<Decision> decision) {
    RememberedMatching decided = decision.map(Decision::remembered).orElse(remembered);
    return decided.equals(remembered)
        ? Plan.NOTHING
        : plan(new JournalUpdate.Builder().matching(decided));
  }

  /** Key by key: the entries of an immutable map are searched one after another. */
  private static <K, V> Map<K, V> changedEntries(Map<K, V> present, Map<K, V> remembered) {
    Map<K, V> changed = new HashMap<>(present);
    changed.entrySet().removeIf(e -> e.getValue().equals(remembered.get(e.getKey())));
    return changed;
  }
}

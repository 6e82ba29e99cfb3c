package org.entraide.campaign.decide;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.campaign.effect.JournalEffect;
import org.entraide.campaign.effect.JournalUpdate;
import org.entraide.campaign.effect.Plan;
import org.entraide.campaign.observe.Observation;
import org.entraide.campaign.port.Decision;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.RememberedMatching;
import org.entraide.plan.interpret.Interpretation;
import org.entraide.plan.introduce.OtherProposal;
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

  /** Whose rows were there when words of rows that are gone were last looked for. */
  private Set<String> lastRows = Set.of();

  /** A pass is made as if it was the first. */
  public void forgetRows() {
    lastRows = Set.of();
  }

  /** Who is there, what organisers said, and the state of the letters. */
  public Plan everything(Observation scene, OtherProposal another) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    people(scene, update);
    introductions(scene.seen().introductions().values(), scene.memory(), update);
    // after what a confirmation was used for
    notes(scene, another, scene.keptAfterwards(), update);
    // last: a history that was read and whose effects are lost would never be read again
    Map<Journal.Note, String> cursors = JournalNotes.ofCursors(scene.seen().cursors());
    cursors.entrySet().removeIf(e -> e.getValue().equals(scene.memory().notes().get(e.getKey())));
    return plan(update.notes(cursors));
  }

  private static Plan plan(JournalUpdate.Builder update) {
    JournalUpdate built = update.build();
    return built.lines().isEmpty() ? Plan.NOTHING : Plan.of(new JournalEffect.Remember(built));
  }

  /** Who is there, and what organisers said of them. */
  private void people(Observation scene, JournalUpdate.Builder update) {
    Journal.Memory memory = scene.memory();
    Interpretation rows = scene.rows();
    Set<String> references = new HashSet<>();
    rows.people().forEach(person -> references.add(person.ref()));
    references.removeAll(memory.references());
    update.reserve(references);
    update.identify(unknown(rows.refByFingerprint(), memory.referenceByFingerprint()));
    update.answered(unknown(scene.firstAnswers(), memory.firstAnswers()));
    cells(scene, update);
  }

  /**
   * Who is there, what organisers said of them and what they set, when nothing else may be done
   * since they suspended everything: they go on to type, to sort and to delete, and the pass that
   * works again must tell what was moved since from what was typed.
   */
  public Plan people(Observation scene) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    people(scene, update);
    Map<Journal.Note, String> notes = scene.memory().notes();
    update.notes(
        JournalNotes.changes(
            JournalNotes.aboutAliases(notes), JournalNotes.ofAliases(scene.rows().aliases())));
    return plan(update.notes(settingsNotes(scene)));
  }

  /**
   * Only the letters that were seen for the first time, when nothing else may be done: what is
   * purged before the next pass that works would else be written a second time.
   */
  public Plan letters(Observation scene) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    Journal.Memory memory = scene.memory();
    introductions(
        scene.seen().introductions().values().stream()
            .filter(i -> isSeenAtLast(i, memory.introductions().get(i.ref())))
            .toList(),
        memory,
        update);
    return plan(update);
  }

  private static boolean isSeenAtLast(Introduction now, @Nullable Introduction known) {
    if (known == null) {
      return now.messageId() != null; // the ledger alone told of it
    }
    boolean named = known.messageId() == null && now.messageId() != null;
    boolean glimpsed = known.state() == State.PREPARING && now.state() == State.DRAFTED;
    return named || glimpsed;
  }

  /** Only who is missing, who is barred and what organisers set, when nothing else may be done. */
  public Plan absences(Observation scene) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    // nothing new is learnt of people who are known: an address may stand beside another's name
    Set<String> barred = new HashSet<>(scene.rows().bars().named());
    barred.removeAll(scene.memory().referenceByFingerprint().values());
    name(barred, scene, update);
    notes(
        scene,
        new OtherProposal(JournalNotes.asked(scene.memory().notes()), Set.of(), Map.of()),
        scene.kept(),
        update);
    return plan(update);
  }

  /**
   * Only what organisers set, and whom they barred, with what stands in their rows: the tab in
   * which it was typed may be gone before a pass that works carries it over.
   */
  public Plan settings(Observation scene) {
    JournalUpdate.Builder update = new JournalUpdate.Builder();
    name(scene.rows().bars().named(), scene, update);
    barredCells(scene, update);
    return plan(update.notes(settingsNotes(scene)));
  }

  /**
   * Which tab is read, when nothing may be written into it: the form was linked anew, and people go
   * on to delete rows there, by which the new tab would else be taken for a copy later.
   */
  public Plan tab(Observation scene) {
    int served = scene.tabs().served().sheetId();
    return notes(JournalNotes.choosing(scene.memory().notes(), served, scene.now()));
  }

  /** Notes alone. */
  public static Plan notes(Map<Journal.Note, String> notes) {
    return plan(new JournalUpdate.Builder().notes(notes));
  }

  private static Map<Journal.Note, String> settingsNotes(Observation scene) {
    return JournalNotes.changes(
        JournalNotes.aboutSettings(scene.memory().notes()), JournalNotes.of(scene.kept()));
  }

  private static void barredCells(Observation scene, JournalUpdate.Builder update) {
    Interpretation rows = scene.rows();
    Set<String> theirs = new HashSet<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      if (rows.bars().named().contains(rows.assigned().get(i).ref())) {
        theirs.add(rows.rows().get(i).key());
      }
    }
    Map<CellKey, String> cells = new HashMap<>(rows.hands().memory());
    cells.keySet().removeIf(key -> !theirs.contains(key.reference()));
    update.cells(cells);
  }

  /**
   * The line of a barred person names a reference. The next pass must give the person the same one,
   * although their row does not show it yet.
   */
  private static void name(Set<String> barred, Observation scene, JournalUpdate.Builder update) {
    Map<String, String> theirs = new HashMap<>(scene.rows().refByFingerprint());
    theirs.values().retainAll(barred);
    Set<String> references = new HashSet<>(theirs.values());
    references.removeAll(scene.memory().references());
    update.reserve(references);
    update.identify(unknown(theirs, scene.memory().referenceByFingerprint()));
  }

  /**
   * Only that rows are back, when nothing else may be done: else one that is gone again later would
   * count as gone since the first time. Since when rows are gone that nobody may act upon is not
   * remembered: their ten minutes begin with the next pass that works.
   */
  public Plan returns(Observation scene) {
    return notes(
        JournalNotes.returned(scene.memory().notes(), scene.absences().remembered().keySet()));
  }

  private void cells(Observation scene, JournalUpdate.Builder update) {
    Map<CellKey, String> cells = new HashMap<>(scene.rows().hands().memory());
    Set<String> rows = new HashSet<>();
    scene.rows().rows().stream().map(ResponseRow::key).forEach(rows::add);
    // a row that is gone may come back, and then brings its check along
    if (!rows.equals(lastRows) && scene.absences().missing().isEmpty()) {
      scene
          .memory()
          .cells()
          .forEach(
              (key, hash) -> {
                if (!key.reference().startsWith("M-")
                    && !rows.contains(key.reference())
                    && !scene.rows().hands().standsBesideNobody(key, hash)) {
                  cells.put(key, "");
                }
              });
      lastRows = rows;
    }
    update.cells(cells);
  }

  /** In one step: that people are withdrawn, and that a confirmation was used for it. */
  private static void notes(
      Observation scene, OtherProposal another, KeptSettings kept, JournalUpdate.Builder update) {
    Map<Journal.Note, String> wanted =
        JournalNotes.of(
            scene.absences().remembered(), another.asked(), scene.rows().aliases(), answers(scene));
    wanted.putAll(JournalNotes.of(kept));
    wanted.putAll(JournalNotes.of(scene.tabs().passed(), scene.questions()));
    if (scene.carry().isRecalled()) {
      wanted.putAll(JournalNotes.recalling(true));
    }
    wanted.putAll(JournalNotes.ofCursors(JournalNotes.cursors(scene.memory().notes())));
    wanted.putAll(JournalNotes.aboutRetention(scene.memory().notes()));
    wanted.putAll(JournalNotes.aboutFollowUps(scene.memory().notes()));
    update.notes(JournalNotes.changes(scene.memory().notes(), wanted));
  }

  private static List<Integer> answers(Observation scene) {
    Set<Integer> tabs = new LinkedHashSet<>();
    tabs.add(scene.layout().responses().sheetId());
    scene.tabs().former().map(Tab::sheetId).ifPresent(tabs::add); // until it is carried over
    tabs.addAll(JournalNotes.answers(scene.memory().notes()));
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
  public static Plan matching(RememberedMatching known, Optional<Decision> decision) {
    RememberedMatching now = decision.map(Decision::remembered).orElse(known);
    return now.equals(known) ? Plan.NOTHING : plan(new JournalUpdate.Builder().matched(now));
  }

  /** Key by key: the entries of an immutable map are searched one after another. */
  private static <V> Map<String, V> unknown(Map<String, V> now, Map<String, V> known) {
    Map<String, V> unknown = new HashMap<>(now);
    unknown.entrySet().removeIf(e -> e.getValue().equals(known.get(e.getKey())));
    return unknown;
  }
}

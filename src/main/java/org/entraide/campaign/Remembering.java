package org.entraide.campaign;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.AnotherMatch;
import org.entraide.plan.CellKey;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Introduction.State;
import org.entraide.plan.KeptSettings;
import org.entraide.plan.ResponseRow;
import org.entraide.table.Tab;
import org.jspecify.annotations.Nullable;

/** What a crash must not lose, journalled before anything is written outside. */
final class Remembering {

  private final String campaign;
  private final Journal journal;
  private Set<String> lastRows = Set.of();

  Remembering(String campaign, Journal journal) {
    this.campaign = campaign;
    this.journal = journal;
  }

  /** Who is there, what organisers said, and how letters stand. */
  void remember(Scene scene, AnotherMatch another) {
    people(scene);
    introductions(scene.seen().introductions().values(), scene.memory());
    // after what a confirmation was used for
    notes(scene, another, scene.keptAfterwards());
    // last: a history that was read and whose effects are lost would never be read again
    Map<Journal.Note, String> cursors = Notes.ofCursors(scene.seen().cursors());
    cursors.entrySet().removeIf(e -> e.getValue().equals(scene.memory().notes().get(e.getKey())));
    note(cursors);
  }

  /** Who is there, and what organisers said of them. */
  private void people(Scene scene) {
    Journal.Memory memory = scene.memory();
    Interpretation rows = scene.rows();
    Set<String> references = new HashSet<>();
    rows.people().forEach(person -> references.add(person.ref()));
    references.removeAll(memory.references());
    if (!references.isEmpty()) {
      journal.reserve(campaign, references);
    }
    identify(rows.refByFingerprint(), memory);
    Map<String, Instant> earlier = unknown(scene.firstAnswers(), memory.firstAnswers());
    if (!earlier.isEmpty()) {
      journal.answered(campaign, earlier);
    }
    cells(scene);
  }

  /**
   * Who is there, what organisers said of them and what they set, when nothing else may be done
   * since they suspended everything: they go on to type, to sort and to delete, and the pass that
   * works again must tell what was moved since from what was typed.
   */
  void rememberPeople(Scene scene) {
    people(scene);
    Map<Journal.Note, String> notes = scene.memory().notes();
    note(Notes.changes(Notes.aboutAliases(notes), Notes.ofAliases(scene.rows().aliases())));
    noteSettings(scene);
  }

  /**
   * Only the letters that were seen for the first time, when nothing else may be done: what is
   * purged before the next pass that works would else be written a second time.
   */
  void rememberLetters(Scene scene) {
    Journal.Memory memory = scene.memory();
    introductions(
        scene.seen().introductions().values().stream()
            .filter(i -> isSeenAtLast(i, memory.introductions().get(i.ref())))
            .toList(),
        memory);
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
  void rememberAbsences(Scene scene) {
    // nothing new is learnt of people who are known: an address may stand beside another's name
    Set<String> barred = new HashSet<>(scene.rows().bars().named());
    barred.removeAll(scene.memory().referenceByFingerprint().values());
    name(barred, scene);
    notes(
        scene,
        new AnotherMatch(Notes.asked(scene.memory().notes()), Set.of(), Map.of()),
        scene.kept());
  }

  private void identify(Map<String, String> now, Journal.Memory memory) {
    Map<String, String> identities = unknown(now, memory.referenceByFingerprint());
    if (!identities.isEmpty()) {
      journal.identify(campaign, identities);
    }
  }

  /**
   * Only what organisers set, and whom they barred, with what stands in their rows: the tab in
   * which it was typed may be gone before a pass that works carries it over.
   */
  void rememberSettings(Scene scene) {
    name(scene.rows().bars().named(), scene);
    barredCells(scene);
    noteSettings(scene);
  }

  /**
   * Which tab is read, when nothing may be written into it: the form was linked anew, and people go
   * on to delete rows there, by which the new tab would else be taken for a copy later.
   */
  void rememberTab(Scene scene) {
    int served = scene.tabs().served().sheetId();
    note(Notes.choosing(scene.memory().notes(), served, scene.now()));
  }

  private void noteSettings(Scene scene) {
    note(Notes.changes(Notes.aboutSettings(scene.memory().notes()), Notes.of(scene.kept())));
  }

  private void barredCells(Scene scene) {
    Interpretation rows = scene.rows();
    Set<String> theirs = new HashSet<>();
    for (int i = 0; i < rows.rows().size(); i++) {
      if (rows.bars().named().contains(rows.assigned().get(i).ref())) {
        theirs.add(rows.rows().get(i).key());
      }
    }
    Map<CellKey, String> cells = new HashMap<>(rows.hands().memory());
    cells.keySet().removeIf(key -> !theirs.contains(key.reference()));
    if (!cells.isEmpty()) {
      journal.wrote(campaign, cells);
    }
  }

  /**
   * The line of a barred person names a reference. The next pass must give the person the same one,
   * although their row does not show it yet.
   */
  private void name(Set<String> barred, Scene scene) {
    Map<String, String> theirs = new HashMap<>(scene.rows().refByFingerprint());
    theirs.values().retainAll(barred);
    Set<String> references = new HashSet<>(theirs.values());
    references.removeAll(scene.memory().references());
    if (!references.isEmpty()) {
      journal.reserve(campaign, references);
    }
    identify(theirs, scene.memory());
  }

  /**
   * Only that rows are back, when nothing else may be done: else one that is gone again later would
   * count as gone since the first time. Since when rows are gone that nobody may act upon is not
   * remembered: their ten minutes begin with the next pass that works.
   */
  void rememberReturns(Scene scene) {
    note(Notes.returned(scene.memory().notes(), scene.absences().remembered().keySet()));
  }

  private void cells(Scene scene) {
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
    if (!cells.isEmpty()) {
      journal.wrote(campaign, cells);
    }
  }

  /** In one step: that people are withdrawn, and that a confirmation was used for it. */
  private void notes(Scene scene, AnotherMatch another, KeptSettings kept) {
    Map<Journal.Note, String> wanted =
        Notes.of(
            scene.absences().remembered(), another.asked(), scene.rows().aliases(), answers(scene));
    wanted.putAll(Notes.of(kept));
    wanted.putAll(Notes.of(scene.tabs().passed(), scene.questions()));
    if (scene.carry().isRecalled()) {
      wanted.putAll(Notes.recalling(true));
    }
    wanted.putAll(Notes.ofCursors(Notes.cursors(scene.memory().notes())));
    wanted.putAll(Notes.aboutRetention(scene.memory().notes()));
    wanted.putAll(Notes.aboutFollowUps(scene.memory().notes()));
    note(Notes.changes(scene.memory().notes(), wanted));
  }

  private void note(Map<Journal.Note, String> changes) {
    if (!changes.isEmpty()) {
      journal.note(campaign, changes);
    }
  }

  private static List<Integer> answers(Scene scene) {
    Set<Integer> tabs = new LinkedHashSet<>();
    tabs.add(scene.layout().responses().sheetId());
    scene.tabs().former().map(Tab::sheetId).ifPresent(tabs::add); // until it is carried over
    tabs.addAll(Notes.answers(scene.memory().notes()));
    return List.copyOf(tabs);
  }

  private void introductions(Collection<Introduction> introductions, Journal.Memory memory) {
    List<Introduction> changed =
        introductions.stream().filter(i -> !i.equals(memory.introductions().get(i.ref()))).toList();
    if (!changed.isEmpty()) {
      journal.reserve(campaign, changed.stream().map(Introduction::ref).toList());
      journal.record(campaign, changed);
    }
  }

  /** Before the rows are written: the next pass must find what they say. */
  void remember(Matched known, Optional<Decision> decision) {
    Matched now = decision.map(Decision::remembered).orElse(known);
    if (!now.equals(known)) {
      journal.matched(campaign, now);
    }
  }

  /** Key by key: the entries of an immutable map are searched one after another. */
  private static <V> Map<String, V> unknown(Map<String, V> now, Map<String, V> known) {
    Map<String, V> unknown = new HashMap<>(now);
    unknown.entrySet().removeIf(e -> e.getValue().equals(known.get(e.getKey())));
    return unknown;
  }
}

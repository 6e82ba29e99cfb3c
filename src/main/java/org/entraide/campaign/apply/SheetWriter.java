package org.entraide.campaign.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.DesiredCells;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.JournalNotes;
import org.entraide.campaign.port.Table;
import org.entraide.people.profile.ProfileReader;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.interpret.CarryOver;
import org.entraide.plan.layout.CellKey;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.write.CellPlanner;
import org.entraide.plan.write.MisplacedWrite;
import org.entraide.plan.write.TypedTextBackup;
import org.entraide.plan.write.WriteHit;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/**
 * Performs the effects of one pass in the sheet. Before cells are written into rows it reads again
 * which row is whose; after the write it reads which rows the cells are in.
 */
final class SheetWriter {

  private final String campaign;
  private final Table table;
  private final Journal journal;
  private final EffectJournal journalled;
  private final Texts texts;
  private final List<Texts> languages;
  private final Consumer<Effect> done;
  private final List<WriteHit> hits = new ArrayList<>();
  private final List<TypedTextBackup> kept = new ArrayList<>();
  private int misplaced;
  private boolean answersWait;
  private boolean locked;

  /**
   * @param languages all that are spoken
   * @param done is called with what was done, as a report lists it
   */
  SheetWriter(
      String campaign, Ports ports, Texts texts, List<Texts> languages, Consumer<Effect> done) {
    this.languages = languages;
    this.campaign = campaign;
    this.table = ports.table();
    this.journal = ports.journal();
    this.journalled = new EffectJournal(campaign, ports);
    this.texts = texts;
    this.done = done;
  }

  /** Cells that were written by mistake: the next pass puts them back first. */
  List<WriteHit> hits() {
    return hits;
  }

  /** What people typed that may have been hit: the next pass looks whether it is still there. */
  List<TypedTextBackup> kept() {
    return kept;
  }

  /** How many writes reached the wrong cells: the next pass repairs them. */
  int misplaced() {
    return misplaced;
  }

  /** Whether words of the tab before are not all there: rows do not show all instructions. */
  boolean answersWait() {
    return answersWait;
  }

  /** Whether a protected range kept rows from being written. */
  boolean locked() {
    return locked;
  }

  /** Puts back what was hit in the pass before. */
  void restore(SheetEffect.RestoreCells effect) throws RemoteFailure {
    write("repair", String.valueOf(effect.cells().size()), effect.cells(), Map.of());
    done.accept(effect);
  }

  /**
   * Adds what is missing.
   *
   * @param along what is written in the same request
   */
  void prepare(SheetEffect.Prepare effect, List<Change> along) throws RemoteFailure {
    new MissingPartsWriter(table, journalled, texts, languages).write(effect, along);
    done.accept(effect);
  }

  /** Writes a single run's sign of life. */
  void claim(List<Change> sign) throws RemoteFailure {
    write("claim", "", sign, Map.of());
  }

  /** Writes the sign of life alone; it is not reported as done. */
  void sign(SheetEffect.SignOfLife effect) throws RemoteFailure {
    write("heartbeat", "", List.of(effect.sign()), Map.of());
  }

  /** Writes cells of the dashboard alone. */
  void writeReason(SheetEffect.WriteReason effect) throws RemoteFailure {
    write("tabs", "", effect.cells(), Map.of());
    effect.listed().forEach(done);
  }

  /** Takes references out of the ledger. */
  void forget(SheetEffect.ForgetEntries effect) throws RemoteFailure {
    write("forget", String.valueOf(effect.changes().size()), effect.changes(), Map.of());
    done.accept(effect);
  }

  /**
   * Appends rows to the ledger, before their drafts are made. The answer says whether those may be:
   * from here on any other reader of the ledger finds them begun, and an installation that took the
   * sheet over before that shows on its dashboard.
   */
  void append(SheetEffect.AppendLedger effect, EffectGate gate)
      throws RemoteFailure, EffectGate.Halt {
    Map<Integer, List<Row>> after =
        write(
            "ledger",
            String.join(" ", effect.references()),
            List.of(effect.rows()),
            gate.columns());
    effect.listed().forEach(done);
    gate.judgeFor(EffectGate.Kind.DRAFTS, after);
  }

  /**
   * Writes what people typed in the tab before into the tab that is served, and in the last request
   * a mark that says so: until then all of it is still to be done. Words of people who had no row
   * then, and of a tab that is gone, need no mark. When a row moves right before the write, a text
   * is written in another person's row, as after a sort. The journal or the check says whose it is.
   * If it replaced another text, the next pass restores both.
   */
  void carryOver(SheetEffect.CarryOverTyped effect, EffectGate gate)
      throws RemoteFailure, EffectGate.Halt {
    Observation observation = gate.observation();
    SheetLayout layout = observation.layout();
    int tab = layout.responses().sheetId();
    Map<Integer, Set<Integer>> columns = new HashMap<>(layout.ownColumns());
    Set<Integer> looked = new TreeSet<>(columns.getOrDefault(tab, Set.of()));
    looked.addAll(CarryOver.columns(layout));
    columns.put(tab, looked);
    Map<Integer, List<Row>> now = table.reread(columns);
    gate.judge(now);
    if (!layout.stillStands(now, texts)) {
      waitForNextPass(); // somebody moves columns
      return;
    }
    List<ResponseRow> answers = effect.plan().answers(now, observation.reader());
    if (observation.carryOver().misses(answers)) {
      waitForNextPass(); // what was typed for that answer would be lost with the mark
      return;
    }
    int before = hits.size();
    carryOver(effect.plan(), observation, answers, now);
    done.accept(effect);
    if (hits.size() > before) {
      waitForNextPass(); // which puts that right, before anything else
    }
    if (observation.carryOver().isRecalled()) {
      journal.note(campaign, JournalNotes.recalling(false));
    }
  }

  private void carryOver(
      CellPlanner plan,
      Observation observation,
      List<ResponseRow> answers,
      Map<Integer, List<Row>> now)
      throws RemoteFailure {
    SheetLayout layout = observation.layout();
    int tab = layout.responses().sheetId();
    List<RowChange> rows = observation.carryOver().rows(layout, answers);
    CellAuthorship authorship =
        plan.authorship(now.getOrDefault(tab, List.of()), answers, List.of());
    MisplacedWrite.Look look =
        new MisplacedWrite.Look(
            observation.interpretation().rows(),
            answers,
            plan.ledger().entries(now),
            now,
            authorship);
    Map<Integer, Set<Integer>> readBack = new HashMap<>(layout.identityColumns());
    readBack.keySet().retainAll(Set.of(tab));
    List<List<RowChange>> portions = WriteBatches.of(rows);
    for (int i = 0; i < portions.size(); i++) {
      List<RowChange> part = portions.get(i);
      List<Change> changes = cells(part);
      if (i == portions.size() - 1) {
        changes.addAll(observation.carryOver().mark());
      }
      if (!changes.isEmpty()) {
        Map<Integer, List<Row>> after = write("carry", rows.size() + " rows", changes, readBack);
        hits.addAll(plan.damage(look, part, after, observation.reader()));
      }
    }
  }

  private void waitForNextPass() {
    misplaced++;
    answersWait = true;
  }

  /**
   * Writes what rows and the daemon's own tabs should say and do not. Whether anything is to be
   * done follows from what the pass read; what is written and where, from the rows as they are now.
   * What does not go into one request goes into several, each after another look: a row that shows
   * something else by then is left to the next pass.
   */
  void write(SheetEffect.WriteRows effect, EffectGate gate) throws RemoteFailure, EffectGate.Halt {
    locked |= effect.locked();
    DesiredCells desired = effect.desired();
    if (effect.references().isEmpty() && !effect.appended()) {
      write(desired.ownTabs(), gate, gate::judge);
      return;
    }
    SheetLayout layout = gate.observation().layout();
    gate.claim();
    Map<Integer, List<Row>> now = table.reread(layout.ownColumns());
    gate.judge(now);
    if (!layout.stillStands(now, texts)) {
      misplaced++; // somebody moved columns meanwhile: nothing is written, the next pass reads anew
      return;
    }
    DesiredCells.Look look = desired.at(now);
    DesiredCells.Differences differences = desired.differences(look);
    locked |= differences.locked();
    if (!desired.answersWait()) {
      // whatever comes of the write
      kept.addAll(desired.sheet().kept(look.answers(), look.authorship(), differences.rows()));
      rememberTyped(look.authorship());
    }
    writePortions(desired, differences.rows(), look, now, gate);
  }

  private void writePortions(
      DesiredCells desired,
      List<RowChange> changes,
      DesiredCells.Look look,
      Map<Integer, List<Row>> now,
      EffectGate gate)
      throws RemoteFailure, EffectGate.Halt {
    SheetLayout layout = gate.observation().layout();
    Set<Integer> longTabs = Set.of(layout.responses().sheetId(), layout.ledgerSheet());
    MisplacedWrite.Look before =
        new MisplacedWrite.Look(
            gate.observation().interpretation().rows(),
            look.answers(),
            look.entries(),
            now,
            look.authorship());
    List<List<RowChange>> portions = WriteBatches.of(changes);
    for (int i = 0; i < portions.size(); i++) {
      List<RowChange> part = portions.get(i);
      Map<Integer, List<Row>> there = now;
      if (i > 0) { // the one before took its time, and people sort meanwhile
        there = table.reread(layout.ownColumns(), WriteBatches.rows(part, longTabs));
        gate.judge(there);
        part = unmoved(layout, part, now, there);
        if (part.isEmpty()) {
          return; // the next pass reads anew
        }
      }
      boolean last = i == portions.size() - 1;
      List<Change> along = last ? gate.last(desired.ownTabs()).all(there) : List.of();
      writeRows(layout, desired.sheet(), part, along, gate.observation().reader(), before);
      if (last) {
        SheetEffect.tabsWritten(desired.ownTabs(), there).forEach(done);
        gate.noteTakenBack();
      }
    }
  }

  /**
   * What was typed or cleared since the pass read the sheet is remembered before anything is
   * written: where rows move under the write, the same word of ours may get there.
   */
  private void rememberTyped(CellAuthorship authorship) {
    Map<CellKey, String> typed = authorship.memoryOfTyped();
    if (!typed.isEmpty()) {
      journal.wrote(campaign, typed);
    }
  }

  private List<RowChange> unmoved(
      SheetLayout layout,
      List<RowChange> part,
      Map<Integer, List<Row>> before,
      Map<Integer, List<Row>> now) {
    List<RowChange> unmoved =
        layout.stillStands(now, texts) ? WriteBatches.unmoved(part, before, now) : List.of();
    misplaced += part.size() - unmoved.size();
    return unmoved;
  }

  /** Writes the daemon's own tabs alone. */
  void write(SheetEffect.WriteTabs effect, EffectGate gate) throws RemoteFailure, EffectGate.Halt {
    write(effect.ownTabs(), gate, gate::judgeOthers);
  }

  /** Judges the tabs as they are. */
  private interface Judge {
    void look(Map<Integer, List<Row>> tabs) throws EffectGate.Halt;
  }

  private void write(OwnTabsUpdate ownTabs, EffectGate gate, Judge judge)
      throws RemoteFailure, EffectGate.Halt {
    List<Change> settings = ownTabs.settings(ownTabs.asRead());
    List<Change> dashboard = ownTabs.dashboard(ownTabs.asRead());
    List<Change> todo = ownTabs.todo(ownTabs.asRead());
    boolean alone = settings.isEmpty() && todo.isEmpty();
    if (alone && dashboard.isEmpty() && !gate.isToTakeBack()) {
      return;
    }
    if (alone && OwnTabsUpdate.isHeartbeatAlone(dashboard)) {
      write("heartbeat", "", dashboard, Map.of());
      return;
    }
    Map<Integer, List<Row>> now = table.reread(ownTabs.layout().ownColumns());
    judge.look(now);
    if (!ownTabs.layout().stillStands(now, texts)) {
      misplaced++;
      return;
    }
    List<Change> own = gate.last(ownTabs).all(now);
    if (!own.isEmpty()) {
      write("tabs", "", own, Map.of());
    }
    SheetEffect.tabsWritten(settings, dashboard, todo).forEach(done);
    gate.noteTakenBack();
  }

  private static List<Change> cells(List<RowChange> rows) {
    List<Change> cells = new ArrayList<>();
    rows.forEach(row -> cells.addAll(row.changes()));
    return cells;
  }

  private void writeRows(
      SheetLayout layout,
      CellPlanner plan,
      List<RowChange> rows,
      List<Change> along,
      ProfileReader reader,
      MisplacedWrite.Look look)
      throws RemoteFailure {
    List<Change> cells = cells(rows);
    cells.addAll(along);
    if (cells.isEmpty()) {
      return;
    }
    Map<Integer, Set<Integer>> readBack = new HashMap<>(layout.identityColumns());
    readBack.keySet().retainAll(rows.stream().map(RowChange::sheetId).toList());
    if (rows.stream().anyMatch(row -> HandMadeRow.isIdentity(row.identity()))) {
      readBack.put(layout.ledgerSheet(), layout.typedColumns());
    }
    Map<Integer, List<Row>> after = write("rows", rows.size() + " rows", cells, readBack);
    rows.forEach(row -> done.accept(new SheetEffect.RowWritten(row.reference())));
    Set<RowChange> elsewhere = new HashSet<>(plan.misplaced(rows, after, reader));
    misplaced += elsewhere.size();
    List<WriteHit> hit = plan.damage(look, rows, after, reader);
    hits.addAll(hit);
    Map<CellKey, String> hashes = new HashMap<>();
    rows.forEach(row -> hashes.putAll(elsewhere.contains(row) ? row.lost() : row.hashes()));
    hashes.keySet().removeAll(MisplacedWrite.unwritten(hit, rows));
    journal.wrote(campaign, hashes);
  }

  private Map<Integer, List<Row>> write(
      String kind, String subject, List<Change> changes, Map<Integer, Set<Integer>> readBack)
      throws RemoteFailure {
    return journalled.run(kind, subject, () -> table.write(changes, readBack));
  }
}

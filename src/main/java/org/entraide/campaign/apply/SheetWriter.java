package org.entraide.campaign.apply;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.DesiredCells;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Table;
import org.entraide.people.profile.ProfileReader;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.HandMadeRow;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.dashboard.OwnTabsUpdate;
import org.entraide.plan.layout.CellKey;
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
  private final CarryOverWriter carryOver;
  private final List<WriteHit> hits = new ArrayList<>();
  private final List<TypedTextBackup> typedTexts = new ArrayList<>();
  private final LastWrite lastWrite;
  private final InstantSource clock;
  private int misplaced;
  private boolean answersWait;
  private boolean locked;

  /**
   * @param languages all that are spoken
   * @param done is called with what was done, as a report lists it
   * @param lastWrite is told what is written
   */
  SheetWriter(
      String campaign,
      Ports ports,
      Texts texts,
      List<Texts> languages,
      Consumer<Effect> done,
      LastWrite lastWrite) {
    this.lastWrite = lastWrite;
    this.clock = ports.clock();
    this.languages = languages;
    this.campaign = campaign;
    this.table = ports.table();
    this.journal = ports.journal();
    this.journalled = new EffectJournal(campaign, ports);
    this.texts = texts;
    this.done = done;
    this.carryOver = new CarryOverWriter(campaign, ports, texts, done, hits);
  }

  /** Cells that were written by mistake: the next pass puts them back first. */
  List<WriteHit> hits() {
    return hits;
  }

  /** What people typed that may have been hit: the next pass looks whether it is still there. */
  List<TypedTextBackup> typedTexts() {
    return typedTexts;
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
  void writeRunSign(List<Change> sign) throws RemoteFailure {
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
    gate.judgeFor(EffectGate.Passage.DRAFTS, after);
  }

  /** Writes what people typed in the tab before; what is not there now is left to the next pass. */
  void carryOver(SheetEffect.CarryOverTyped effect, EffectGate gate)
      throws RemoteFailure, EffectGate.Halt {
    if (!carryOver.write(effect, gate)) {
      misplaced++;
      answersWait = true;
    }
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
    gate.runSign().showNameOrHalt(gate);
    Map<Integer, List<Row>> rowsNow = table.reread(layout.ownColumns());
    gate.judge(rowsNow);
    if (!layout.columnsAreUnchanged(rowsNow, texts)) {
      misplaced++; // somebody moved columns meanwhile: nothing is written, the next pass reads anew
      return;
    }
    DesiredCells.RowsAtMoment rereadRows = desired.at(rowsNow);
    DesiredCells.Differences differences = desired.differences(rereadRows);
    locked |= differences.locked();
    if (!desired.answersWait()) {
      // whatever comes of the write
      typedTexts.addAll(
          desired.sheet().kept(rereadRows.answers(), rereadRows.authorship(), differences.rows()));
      rememberTyped(rereadRows.authorship());
    }
    writePortions(desired, differences.rows(), rereadRows, rowsNow, gate);
  }

  private void writePortions(
      DesiredCells desired,
      List<RowChange> changes,
      DesiredCells.RowsAtMoment rereadRows,
      Map<Integer, List<Row>> rowsPlannedFrom,
      EffectGate gate)
      throws RemoteFailure, EffectGate.Halt {
    SheetLayout layout = gate.observation().layout();
    Set<Integer> longTabs = Set.of(layout.responses().sheetId(), layout.ledgerSheet());
    MisplacedWrite.SheetBeforeWrite lookBefore =
        new MisplacedWrite.SheetBeforeWrite(
            gate.observation().interpretation().rows(),
            rereadRows.answers(),
            rereadRows.entries(),
            rowsPlannedFrom,
            rereadRows.authorship());
    List<List<RowChange>> portions = WriteBatches.of(changes);
    for (int i = 0; i < portions.size(); i++) {
      List<RowChange> part = portions.get(i);
      Map<Integer, List<Row>> rowsNow = rowsPlannedFrom;
      if (i > 0) { // the one before took its time, and people sort meanwhile
        rowsNow = table.reread(layout.ownColumns(), WriteBatches.rows(part, longTabs));
        gate.judge(rowsNow);
        part = unmoved(layout, part, rowsPlannedFrom, rowsNow);
        if (part.isEmpty()) {
          return; // the next pass reads anew
        }
      }
      boolean last = i == portions.size() - 1;
      List<Change> along =
          last ? gate.runSign().takenBackFrom(desired.ownTabs()).all(rowsNow) : List.of();
      writeRows(layout, desired.sheet(), part, along, gate.observation().reader(), lookBefore);
      if (last) {
        SheetEffect.tabsWritten(desired.ownTabs(), rowsNow).forEach(done);
        gate.runSign().noteTakenBack();
      }
    }
  }

  /**
   * What was typed or cleared since the pass read the sheet is remembered before anything is
   * written: where rows move under the write, the same word of ours may get there.
   */
  private void rememberTyped(CellAuthorship authorship) {
    Map<CellKey, String> typed = authorship.typedHashesToRemember();
    if (!typed.isEmpty()) {
      journal.storeWrittenHashes(campaign, typed);
    }
  }

  private List<RowChange> unmoved(
      SheetLayout layout,
      List<RowChange> part,
      Map<Integer, List<Row>> rowsBefore,
      Map<Integer, List<Row>> rowsNow) {
    List<RowChange> unmoved =
        layout.columnsAreUnchanged(rowsNow, texts)
            ? WriteBatches.unmoved(part, rowsBefore, rowsNow)
            : List.of();
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
    if (alone && dashboard.isEmpty() && !gate.runSign().isToTakeBack()) {
      return;
    }
    if (alone && OwnTabsUpdate.isHeartbeatAlone(dashboard)) {
      write("heartbeat", "", dashboard, Map.of());
      return;
    }
    Map<Integer, List<Row>> rowsNow = table.reread(ownTabs.layout().ownColumns());
    judge.look(rowsNow);
    if (!ownTabs.layout().columnsAreUnchanged(rowsNow, texts)) {
      misplaced++;
      return;
    }
    List<Change> own = gate.runSign().takenBackFrom(ownTabs).all(rowsNow);
    if (!own.isEmpty()) {
      write("tabs", "", own, Map.of());
    }
    SheetEffect.tabsWritten(settings, dashboard, todo).forEach(done);
    gate.runSign().noteTakenBack();
  }

  /** The cells of some rows. */
  static List<Change> cells(List<RowChange> rows) {
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
      MisplacedWrite.SheetBeforeWrite look)
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
    journal.storeWrittenHashes(campaign, hashes);
  }

  private Map<Integer, List<Row>> write(
      String kind, String subject, List<Change> changes, Map<Integer, Set<Integer>> readBack)
      throws RemoteFailure {
    lastWrite.note(changes, clock.instant());
    try {
      return journalled.run(kind, subject, () -> table.write(changes, readBack));
    } catch (RemoteFailure e) {
      if (!e.maybeApplied()) {
        lastWrite.forget();
      }
      throw e;
    }
  }
}

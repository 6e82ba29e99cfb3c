package org.entraide.campaign;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.entraide.people.ProfileReader;
import org.entraide.plan.CellKey;
import org.entraide.plan.Damage;
import org.entraide.plan.Hands;
import org.entraide.plan.Interpretation;
import org.entraide.plan.Introduction;
import org.entraide.plan.Kept;
import org.entraide.plan.Layout;
import org.entraide.plan.LedgerPlan.WantedEntry;
import org.entraide.plan.LedgerRow;
import org.entraide.plan.ResponseRow;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.SheetPlan.RowChange;
import org.entraide.plan.SheetPlan.WantedRow;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/**
 * Writes one pass's results into the sheet: columns that are missing, new entries of the ledger,
 * and last the words in every row, after a fresh look at who is where.
 */
final class SheetWriter {

  private final String campaign;
  private final Table table;
  private final Journal journal;
  private final Journalled journalled;
  private final Texts texts;
  private final boolean dry;
  private final List<String> effects = new ArrayList<>();
  private final List<Damage.Hit> hits = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private int misplaced;

  /** Whether words of the tab before are not all there: rows do not show what people asked. */
  private boolean carryWaits;

  private boolean locked;

  SheetWriter(String campaign, Cycle.Ports ports, Texts texts, boolean dry) {
    this.campaign = campaign;
    this.table = ports.table();
    this.journal = ports.journal();
    this.journalled = new Journalled(campaign, ports);
    this.texts = texts;
    this.dry = dry;
  }

  /** What was written, or would be; drafts are added by whoever makes them. */
  List<String> effects() {
    return effects;
  }

  /** What was hit that was not meant: to be put back first thing in the next pass. */
  List<Damage.Hit> hits() {
    return hits;
  }

  /** What people typed that may have been hit: the next pass looks whether it is still there. */
  List<Kept> kept() {
    return kept;
  }

  /** Puts back what was hit in the pass before. */
  void putBack(List<Change> repairs) throws RemoteFailure {
    effects.add("put back " + repairs.size() + " cells");
    write("repair", String.valueOf(repairs.size()), repairs, Map.of());
  }

  /** How many rows had moved by the time they were written: the next pass mends them. */
  int misplaced() {
    return misplaced;
  }

  /**
   * Adds the columns and tabs that are missing, and marks of the form's columns; plain ones where
   * their looks are refused.
   */
  void prepare(GoAhead goAhead) throws RemoteFailure, GoAhead.Halt {
    Layout found = goAhead.scene().found();
    List<Change> pins = goAhead.scene().pins();
    if (!adds(found, pins)) {
      return;
    }
    if (!dry) {
      goAhead.before(GoAhead.Kind.COLUMNS);
    }
    prepare(found, pins);
  }

  /** Writes what people typed in the tab before, where the form was linked anew. */
  void carryOver(GoAhead goAhead, SheetPlan plan) throws RemoteFailure, GoAhead.Halt {
    boolean due = goAhead.scene().carry().isRecalled() && !dry;
    CarryingOver.Done done =
        new CarryingOver(table, journalled, texts, hits::addAll).run(goAhead, plan, dry, effects);
    if (done != CarryingOver.Done.ALL) {
      misplaced++;
      carryWaits = true;
    }
    if (due && done != CarryingOver.Done.LATER) {
      journal.note(campaign, Notes.recalling(false));
    }
  }

  /**
   * Writes a single run's sign of life, and adds what is missing in the same request.
   *
   * @param sign cells of the dashboard
   */
  void claim(Layout found, List<Change> pins, List<Change> sign) throws RemoteFailure {
    if (adds(found, pins)) {
      prepare(found, pins, sign);
    } else {
      write("claim", "", sign, Map.of());
    }
  }

  /** Whether columns, tabs or marks are missing. */
  boolean adds(Layout found, List<Change> pins) {
    return !changes(found, pins).isEmpty();
  }

  private List<Change> changes(Layout found, List<Change> pins) {
    List<Change> changes = new ArrayList<>(found.preparations(texts));
    changes.addAll(pins);
    return changes;
  }

  /** The same where nothing else is done: organisers need their switch to be there. */
  void prepare(Layout found, List<Change> pins) throws RemoteFailure {
    if (adds(found, pins)) {
      prepare(found, pins, List.of());
    }
  }

  private void prepare(Layout found, List<Change> pins, List<Change> along) throws RemoteFailure {
    List<Change> changes = new ArrayList<>(changes(found, pins));
    changes.addAll(along);
    List<Change> needed = new ArrayList<>(found.necessities(texts));
    needed.addAll(pins);
    effects.add("prepare " + needed.size() + " columns or tabs");
    needed.addAll(along);
    try {
      write("prepare", String.valueOf(needed.size()), changes, Map.of());
    } catch (RemoteFailure e) {
      if (e.kind() != RemoteFailure.Kind.REJECTED) {
        throw e;
      }
      if (!needed.isEmpty()) { // a chart too many must not keep anybody from being helped
        prepareBare(needed);
      }
    }
  }

  /** A tab that is added twice is refused: two daemons may prepare a sheet in the same second. */
  private void prepareBare(List<Change> needed) throws RemoteFailure {
    try {
      write("prepare", String.valueOf(needed.size()), needed, Map.of());
    } catch (RemoteFailure e) {
      if (e.kind() == RemoteFailure.Kind.REJECTED && isThereByNow(needed)) {
        throw RemoteFailure.of(
            RemoteFailure.Kind.CONFLICT,
            "Somebody else added the same tabs at the same moment. The sheet will be read again.");
      }
      throw e;
    }
  }

  private boolean isThereByNow(List<Change> needed) throws RemoteFailure {
    Set<Integer> tabs = new HashSet<>();
    table.read().tabs().forEach(tab -> tabs.add(tab.sheetId()));
    return needed.stream()
        .anyMatch(change -> change instanceof Change.AddTab tab && tabs.contains(tab.sheetId()));
  }

  /**
   * Appends the entries that the ledger lacks, before their drafts are made. The answer tells
   * whether those may be: from here on whoever else reads the ledger finds them begun, and whoever
   * took the sheet over before that shows on its dashboard.
   *
   * @return whether there were any
   */
  boolean append(
      GoAhead goAhead,
      SheetPlan plan,
      Collection<Introduction> introductions,
      Function<Introduction, WantedEntry> entry)
      throws RemoteFailure, GoAhead.Halt {
    Set<String> there = new HashSet<>();
    goAhead.scene().rows().ledger().forEach(row -> there.add(row.ref()));
    List<Introduction> missing =
        introductions.stream().filter(i -> !there.contains(i.ref())).toList();
    if (missing.isEmpty()) {
      return false;
    }
    if (!dry) {
      goAhead.before(GoAhead.Kind.LEDGER);
    }
    missing.forEach(i -> effects.add("ledger " + i.ref()));
    if (dry) {
      return true;
    }
    Map<Integer, List<Row>> after =
        write(
            "ledger",
            String.join(" ", missing.stream().map(Introduction::ref).toList()),
            List.of(
                new Change.AppendRows(
                    goAhead.scene().layout().ledgerSheet(),
                    missing.stream().map(entry).map(plan.ledger()::newEntry).toList())),
            goAhead.columns());
    goAhead.toldFor(GoAhead.Kind.DRAFTS, after);
    return true;
  }

  /** What every row should say. */
  record Wanted(List<WantedRow> people, Map<String, WantedEntry> entries) {}

  /**
   * Writes what rows and the daemon's own tabs should say and do not. Whether anything is to be
   * done is told from what the pass read; what is written and where, from the rows as they stand
   * now. What does not go into one request goes into several, each after another look: a row that
   * shows something else by then is left to the next pass.
   */
  void write(GoAhead goAhead, SheetPlan plan, boolean ledgerGrew, Wanted wanted, Board board)
      throws RemoteFailure, GoAhead.Halt {
    Layout layout = goAhead.scene().layout();
    Interpretation rows = goAhead.scene().rows();
    ProfileReader reader = goAhead.scene().reader();
    // no more than the references: what would be written of a large sheet is a fourth of the heap
    List<String> due =
        planned(
                layout,
                plan,
                rows.rows(),
                plan.hands(layout.responses().rows(), rows.rows(), wanted.people()),
                entries(rows),
                layout.responses().rows(),
                wanted)
            .stream()
            .map(RowChange::reference)
            .toList();
    if (due.isEmpty() && !ledgerGrew) {
      write(board, goAhead, goAhead::told);
      return;
    }
    if (dry) {
      due.forEach(reference -> effects.add("write " + reference));
      note(board.settings(board.asRead()), board.dashboard(board.asRead()));
      return;
    }
    goAhead.claim();
    Map<Integer, List<Row>> now = table.reread(layout.ownColumns());
    goAhead.told(now);
    if (!layout.stillStands(now, texts)) {
      misplaced++; // somebody moved columns meanwhile: nothing is written, the next pass reads anew
      return;
    }
    List<ResponseRow> answers = plan.answers(now, reader);
    List<Row> tab = now.getOrDefault(layout.responses().sheetId(), List.of());
    Hands hands = plan.hands(tab, answers, wanted.people());
    List<LedgerRow> entries = plan.ledger().entries(now);
    Damage.Look look = new Damage.Look(rows.rows(), answers, entries, now, hands);
    List<RowChange> changes = planned(layout, plan, answers, hands, entries, tab, wanted);
    note(board.settings(now), board.dashboard(now));
    Set<Integer> longTabs = Set.of(layout.responses().sheetId(), layout.ledgerSheet());
    if (!carryWaits) {
      kept.addAll(plan.kept(answers, hands, changes)); // whatever comes of the write
      rememberTyped(hands);
    }
    List<List<RowChange>> portions = Portions.of(changes);
    for (int i = 0; i < portions.size(); i++) {
      List<RowChange> part = portions.get(i);
      Map<Integer, List<Row>> there = now;
      if (i > 0) { // the one before took its time, and people sort meanwhile
        there = table.reread(layout.ownColumns(), Portions.rows(part, longTabs));
        goAhead.told(there);
        part = unmoved(layout, part, now, there);
        if (part.isEmpty()) {
          return; // the next pass reads anew
        }
      }
      boolean last = i == portions.size() - 1;
      List<Change> along = last ? goAhead.last(board).all(there) : List.of();
      writeRows(layout, plan, part, along, reader, look);
      if (last) {
        goAhead.isTakenBack();
      }
    }
  }

  /**
   * What was typed or cleared since the pass read the sheet is remembered before anything is
   * written: where rows move under the write, the same word of ours may come to stand there.
   */
  private void rememberTyped(Hands hands) {
    Map<CellKey, String> typed = hands.memoryOfTyped();
    if (!typed.isEmpty()) {
      journal.wrote(campaign, typed);
    }
  }

  private static List<LedgerRow> entries(Interpretation rows) {
    List<LedgerRow> entries = new ArrayList<>(rows.ledger());
    entries.addAll(rows.remnants());
    return entries;
  }

  /**
   * Takes the references of erased introductions out of the ledger, where nothing else stands
   * beside them any more.
   */
  void forget(GoAhead goAhead, SheetPlan plan) throws RemoteFailure, GoAhead.Halt {
    List<Change> nameless = plan.ledger().nameless(goAhead.scene().rows().remnants());
    if (nameless.isEmpty()) {
      return;
    }
    if (!dry) {
      goAhead.before(GoAhead.Kind.LEDGER);
    }
    effects.add("forget " + nameless.size() + " rows of the ledger");
    if (!dry) {
      write("forget", String.valueOf(nameless.size()), nameless, Map.of());
    }
  }

  private List<RowChange> planned(
      Layout layout,
      SheetPlan plan,
      List<ResponseRow> answers,
      Hands hands,
      List<LedgerRow> entries,
      List<Row> tab,
      Wanted wanted) {
    List<RowChange> changes = new ArrayList<>(plan.ledger().changes(entries, wanted.entries()));
    if (!carryWaits) {
      changes.addAll(0, plan.people(answers, wanted.people(), hands));
      changes.addAll(plan.strays(tab, answers, hands));
    }
    changes.removeIf(row -> isLocked(layout, row.changes()));
    return changes;
  }

  private List<RowChange> unmoved(
      Layout layout,
      List<RowChange> part,
      Map<Integer, List<Row>> before,
      Map<Integer, List<Row>> now) {
    List<RowChange> unmoved =
        layout.stillStands(now, texts) ? Portions.unmoved(part, before, now) : List.of();
    misplaced += part.size() - unmoved.size();
    return unmoved;
  }

  /** Writes the daemon's own tabs alone, unless another daemon has taken them over. */
  void write(Board board, GoAhead goAhead) throws RemoteFailure, GoAhead.Halt {
    write(board, goAhead, goAhead::toldOfOthers);
  }

  /** Judges the tabs as they stand. */
  private interface Judge {
    void look(Map<Integer, List<Row>> tabs) throws GoAhead.Halt;
  }

  private void write(Board board, GoAhead goAhead, Judge judge) throws RemoteFailure, GoAhead.Halt {
    List<Change> settings = board.settings(board.asRead());
    List<Change> dashboard = board.dashboard(board.asRead());
    if (settings.isEmpty() && dashboard.isEmpty() && !goAhead.isToTakeBack()) {
      return;
    }
    note(settings, dashboard);
    if (settings.isEmpty() && Board.isHeartbeatAlone(dashboard)) {
      write("heartbeat", "", dashboard, Map.of());
      return;
    }
    if (dry) {
      return;
    }
    Map<Integer, List<Row>> now = table.reread(board.layout().ownColumns());
    judge.look(now);
    if (!board.layout().stillStands(now, texts)) {
      misplaced++;
      return;
    }
    List<Change> own = goAhead.last(board).all(now);
    if (!own.isEmpty()) {
      write("tabs", "", own, Map.of());
    }
    goAhead.isTakenBack();
  }

  /** A row in which somebody lets nobody write is left alone, and counted. */
  private boolean isLocked(Layout layout, List<Change> changes) {
    boolean is =
        changes.stream()
            .anyMatch(
                change ->
                    change instanceof Change.SetValue value
                        && layout
                            .workbook()
                            .overlay()
                            .locks(value.sheetId(), value.row(), value.column()));
    if (is) {
      locked = true;
    }
    return is;
  }

  /** Whether a protected range kept rows from being written. */
  boolean locked() {
    return locked;
  }

  /** Writes the sign of life alone: no news to anybody. */
  void sign(Change.SetNumber sign) throws RemoteFailure {
    write("heartbeat", "", List.of(sign), Map.of());
  }

  /** Writes cells of the dashboard alone. */
  void tell(List<Change> dashboard) throws RemoteFailure {
    note(List.of(), dashboard);
    if (!dashboard.isEmpty()) {
      write("tabs", "", dashboard, Map.of());
    }
  }

  private void note(List<Change> settings, List<Change> dashboard) {
    if (!settings.isEmpty()) {
      effects.add("settings");
    }
    if (!dashboard.isEmpty() && !Board.isHeartbeatAlone(dashboard)) {
      effects.add("dashboard");
    }
  }

  private void writeRows(
      Layout layout,
      SheetPlan plan,
      List<RowChange> rows,
      List<Change> along,
      ProfileReader reader,
      Damage.Look look)
      throws RemoteFailure {
    List<Change> cells = new ArrayList<>();
    rows.forEach(row -> cells.addAll(row.changes()));
    cells.addAll(along);
    if (cells.isEmpty()) {
      return;
    }
    rows.forEach(row -> effects.add("write " + row.reference()));
    Map<Integer, Set<Integer>> readBack = new HashMap<>(layout.identityColumns());
    readBack.keySet().retainAll(rows.stream().map(RowChange::sheetId).toList());
    Map<Integer, List<Row>> after = write("rows", rows.size() + " rows", cells, readBack);
    Set<RowChange> elsewhere = new HashSet<>(plan.misplaced(rows, after, reader));
    misplaced += elsewhere.size();
    List<Damage.Hit> hit = plan.damage(look, rows, after, reader);
    hits.addAll(hit);
    Map<CellKey, String> hashes = new HashMap<>();
    rows.forEach(row -> hashes.putAll(elsewhere.contains(row) ? row.lost() : row.hashes()));
    hashes.keySet().removeAll(Damage.unwritten(hit, rows));
    journal.wrote(campaign, hashes);
  }

  private Map<Integer, List<Row>> write(
      String kind, String subject, List<Change> changes, Map<Integer, Set<Integer>> readBack)
      throws RemoteFailure {
    if (dry) {
      return Map.of();
    }
    return journalled.run(kind, subject, () -> table.write(changes, readBack));
  }
}

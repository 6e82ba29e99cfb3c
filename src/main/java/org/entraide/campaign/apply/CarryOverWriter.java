package org.entraide.campaign.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entraide.campaign.gateway.Ports;
import org.entraide.campaign.model.Effect;
import org.entraide.campaign.model.Observation;
import org.entraide.campaign.model.SheetEffect;
import org.entraide.campaign.port.AnswerTabNotes;
import org.entraide.campaign.port.Journal;
import org.entraide.campaign.port.Table;
import org.entraide.plan.authorship.CellAuthorship;
import org.entraide.plan.authorship.RowChange;
import org.entraide.plan.interpret.CarryOver;
import org.entraide.plan.layout.ResponseRow;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.write.CellPlanner;
import org.entraide.plan.write.MisplacedWrite;
import org.entraide.plan.write.WriteHit;
import org.entraide.resilience.RemoteFailure;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/** Writes what people typed in the tab before into the tab that is served. */
final class CarryOverWriter {

  private final String campaign;
  private final Table table;
  private final Journal journal;
  private final EffectJournal journalled;
  private final Texts texts;
  private final Consumer<Effect> done;
  private final List<WriteHit> hits;

  /**
   * @param done is called with what was done, as a report lists it
   * @param hits gets the cells that are written by mistake, also where a later request fails
   */
  CarryOverWriter(
      String campaign, Ports ports, Texts texts, Consumer<Effect> done, List<WriteHit> hits) {
    this.campaign = campaign;
    this.table = ports.table();
    this.journal = ports.journal();
    this.journalled = new EffectJournal(campaign, ports);
    this.texts = texts;
    this.done = done;
    this.hits = hits;
  }

  /**
   * Writes all of it, and in the last request a mark that says so: until then all of it is still to
   * be done. Words of people who had no row then, and of a tab that is gone, need no mark. When a
   * row moves right before the write, a text is written in another person's row, as after a sort.
   * The journal or the check says whose it is. If it replaced another text, the next pass restores
   * both.
   *
   * @return whether all of it is there now; else the next pass goes on
   */
  boolean write(SheetEffect.CarryOverTyped effect, EffectGate gate)
      throws RemoteFailure, EffectGate.Halt {
    Observation observation = gate.observation();
    SheetLayout layout = observation.layout();
    int tab = layout.responses().sheetId();
    Map<Integer, Set<Integer>> columns = new HashMap<>(layout.ownColumns());
    Set<Integer> columnsToRead = new TreeSet<>(columns.getOrDefault(tab, Set.of()));
    columnsToRead.addAll(CarryOver.columns(layout));
    columns.put(tab, columnsToRead);
    Map<Integer, List<Row>> rowsNow = table.reread(columns);
    gate.judge(rowsNow);
    if (!layout.columnsAreUnchanged(rowsNow, texts)) {
      return false; // somebody moves columns
    }
    List<ResponseRow> answers = effect.plan().answers(rowsNow, observation.reader());
    if (observation.carryOver().misses(answers)) {
      return false; // what was typed for that answer would be lost with the mark
    }
    int hitsBefore = hits.size();
    writePortions(effect.plan(), observation, answers, rowsNow);
    done.accept(effect);
    if (observation.carryOver().isRecalled()) {
      journal.storeNotes(campaign, AnswerTabNotes.ofRecalling(false));
    }
    return hits.size() == hitsBefore; // else the next pass puts that right, before anything else
  }

  private void writePortions(
      CellPlanner plan,
      Observation observation,
      List<ResponseRow> answers,
      Map<Integer, List<Row>> rowsNow)
      throws RemoteFailure {
    SheetLayout layout = observation.layout();
    int tab = layout.responses().sheetId();
    List<RowChange> rows = observation.carryOver().rows(layout, answers);
    CellAuthorship authorship =
        plan.authorship(rowsNow.getOrDefault(tab, List.of()), answers, List.of());
    MisplacedWrite.SheetBeforeWrite look =
        new MisplacedWrite.SheetBeforeWrite(
            observation.interpretation().rows(),
            answers,
            plan.ledger().entries(rowsNow),
            rowsNow,
            authorship);
    Map<Integer, Set<Integer>> readBack = new HashMap<>(layout.identityColumns());
    readBack.keySet().retainAll(Set.of(tab));
    List<List<RowChange>> portions = WriteBatches.of(rows);
    for (int i = 0; i < portions.size(); i++) {
      List<RowChange> part = portions.get(i);
      List<Change> changes = SheetWriter.cells(part);
      if (i == portions.size() - 1) {
        changes.addAll(observation.carryOver().mark());
      }
      if (!changes.isEmpty()) {
        Map<Integer, List<Row>> after =
            journalled.run("carry", rows.size() + " rows", () -> table.write(changes, readBack));
        hits.addAll(plan.damage(look, part, after, observation.reader()));
      }
    }
  }
}

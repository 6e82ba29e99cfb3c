package org.entraide.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.entraide.plan.CarryOver;
import org.entraide.plan.Damage;
import org.entraide.plan.Hands;
import org.entraide.plan.Layout;
import org.entraide.plan.ResponseRow;
import org.entraide.plan.SheetPlan;
import org.entraide.plan.SheetPlan.RowChange;
import org.entraide.table.Change;
import org.entraide.table.Row;
import org.entraide.text.Texts;

/**
 * Writes what people typed in the tab before into the tab that is served, and in the same request a
 * mark that says so: all of it is done, or nothing. When a row moves right before the write, a text
 * is written beside another person, as after a sort. The journal or the check tells whose it is. If
 * it replaced another text, the next pass restores both.
 *
 * @param texts of the sheet
 * @param hits gets what was hit, since people moved rows or columns in that instant
 */
record CarryingOver(
    Table table, Journalled journalled, Texts texts, Consumer<List<Damage.Hit>> hits) {

  /** What came of it. */
  enum Done {
    /** All of it is where it belongs, or nothing was to be done. */
    ALL,
    /**
     * People moved rows or columns: the next pass puts right what was hit, before anything else.
     */
    AMISS,
    /** Nothing was written: the next pass has to look again. */
    LATER
  }

  /** Does it where it is due. */
  Done run(GoAhead goAhead, SheetPlan plan, boolean dry, List<String> effects)
      throws RemoteFailure, GoAhead.Halt {
    Scene scene = goAhead.scene();
    CarryOver carry = scene.carry();
    if (!carry.isDue()) {
      return Done.ALL;
    }
    effects.add("carry over what was typed in the tab before");
    if (dry) {
      return Done.ALL;
    }
    goAhead.before(GoAhead.Kind.COLUMNS);
    Layout layout = scene.layout();
    int tab = layout.responses().sheetId();
    Map<Integer, Set<Integer>> columns = new HashMap<>(layout.ownColumns());
    Set<Integer> looked = new TreeSet<>(columns.getOrDefault(tab, Set.of()));
    looked.addAll(CarryOver.columns(layout));
    columns.put(tab, looked);
    Map<Integer, List<Row>> now = table.reread(columns);
    goAhead.told(now);
    if (!layout.stillStands(now, texts)) {
      return Done.LATER; // somebody moves columns: the next pass reads anew
    }
    List<ResponseRow> answers = plan.answers(now, scene.reader());
    if (carry.misses(answers)) {
      return Done.LATER; // what was typed for that answer would be lost with the mark
    }
    List<RowChange> rows = carry.rows(layout, answers);
    Hands hands = plan.hands(now.getOrDefault(tab, List.of()), answers, List.of());
    Damage.Look look =
        new Damage.Look(scene.rows().rows(), answers, plan.ledger().entries(now), now, hands);
    Map<Integer, Set<Integer>> readBack = new HashMap<>(layout.identityColumns());
    readBack.keySet().retainAll(Set.of(tab));
    boolean amiss = false;
    List<List<RowChange>> portions = Portions.of(rows);
    for (int i = 0; i < portions.size(); i++) {
      List<Change> changes = new ArrayList<>();
      List<RowChange> part = portions.get(i);
      part.forEach(row -> changes.addAll(row.changes()));
      if (i == portions.size() - 1) {
        changes.addAll(carry.mark());
      }
      if (!changes.isEmpty()) {
        Map<Integer, List<Row>> after =
            journalled.run("carry", rows.size() + " rows", () -> table.write(changes, readBack));
        List<Damage.Hit> hit = plan.damage(look, part, after, scene.reader());
        amiss |= !hit.isEmpty();
        hits.accept(hit);
      }
    }
    return amiss ? Done.AMISS : Done.ALL;
  }
}

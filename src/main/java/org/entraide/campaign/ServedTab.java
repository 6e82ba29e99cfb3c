package org.entraide.campaign;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.form.ColumnPin;
import org.entraide.form.FormRecord;
import org.entraide.form.NewestAnswer;
import org.entraide.form.Question;
import org.entraide.form.SheetSide;
import org.entraide.people.Field;
import org.entraide.plan.AnswerTabs;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;

/** What form and journal tell of the tabs of a spreadsheet, for {@link AnswerTabs}. */
public final class ServedTab {

  private ServedTab() {}

  /** What the journal knows of a campaign's tabs. */
  public static AnswerTabs.Memory remembered(Journal.Memory memory) {
    return new AnswerTabs.Memory(Notes.answers(memory.notes()), Notes.passed(memory.notes()));
  }

  /** A form that is asked where its newest answer is. */
  public static AnswerTabs.Form asking(FormReader form, Workbook workbook) {
    return tabs -> newest(form, workbook, tabs);
  }

  private static Optional<AnswerTabs.Newest> newest(
      FormReader form, Workbook workbook, Map<Tab, Set<Integer>> tabs) {
    Map<Integer, SheetSide> sides = new TreeMap<>();
    tabs.forEach((tab, own) -> sides.put(tab.sheetId(), SheetSide.of(workbook, tab, own)));
    long hash = 1;
    for (Map.Entry<Integer, SheetSide> side : sides.entrySet()) {
      hash = 31 * (31 * hash + side.getKey()) + side.getValue().signature();
    }
    Optional<FormRecord> told = form.record(sides.keySet(), hash);
    return told.flatMap(it -> NewestAnswer.of(it, sides))
        .map(
            newest ->
                new AnswerTabs.Newest(
                    told.get().form().questions().stream().map(Question::title).toList(),
                    newest.at(),
                    newest.rows()));
  }

  /**
   * What the form's questions were taken for in any tab: a question keeps its id, whatever its
   * title and its tab.
   *
   * @param served the tab of which the marks are read anyway
   */
  public static Map<String, Field> fields(
      Workbook workbook, Tab served, Optional<Tab> former, Map<String, Field> journalled) {
    Map<String, Field> fields = new HashMap<>();
    for (Tab tab : workbook.tabs()) {
      if (tab.sheetId() != served.sheetId()) {
        fields.putAll(fields(tab));
      }
    }
    former.ifPresent(tab -> fields.putAll(fields(tab)));
    fields.putAll(journalled);
    return fields;
  }

  private static Map<String, Field> fields(Tab tab) {
    Map<String, Field> fields = new HashMap<>();
    for (String mark : new HashSet<>(tab.columnMarks().values())) {
      ColumnPin.parse(mark)
          .ifPresent(pin -> pin.field().ifPresent(field -> fields.put(pin.question(), field)));
    }
    fields.keySet().removeAll(Set.of(ColumnPin.TIME, ColumnPin.EMAIL));
    return fields;
  }
}

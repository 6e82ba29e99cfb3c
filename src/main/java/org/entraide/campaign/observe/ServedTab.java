package org.entraide.campaign.observe;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.entraide.campaign.gateway.FormReader;
import org.entraide.campaign.port.AnswerTabNotes;
import org.entraide.campaign.port.Journal;
import org.entraide.form.FormCrossCheck;
import org.entraide.form.FormRecord;
import org.entraide.form.NewestAnswer;
import org.entraide.form.Question;
import org.entraide.form.QuestionMark;
import org.entraide.form.SheetSide;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.plan.layout.AnswerTabs;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.table.Tab;
import org.entraide.table.Workbook;
import org.entraide.text.Texts;

/** What form and journal know of the tabs of a spreadsheet, for {@link AnswerTabs}. */
public final class ServedTab {

  private ServedTab() {}

  /** What the journal knows of a campaign's tabs. */
  public static AnswerTabs.Memory remembered(Journal.Memory memory) {
    return new AnswerTabs.Memory(
        AnswerTabNotes.answers(memory.notes()),
        AnswerTabNotes.passedOver(memory.notes()),
        AnswerTabNotes.chosen(memory.notes()));
  }

  /**
   * Whether what was typed in the tab before is known to the journal alone, and is to be written:
   * that tab is gone, or can no longer be read.
   */
  static boolean isFormerKnownToJournalAlone(
      Journal.Memory memory, AnswerTabs.Choice tabs, Workbook workbook) {
    return AnswerTabNotes.isRecalling(memory.notes())
        || AnswerTabNotes.answers(memory.notes()).stream()
            .findFirst()
            .filter(id -> id != tabs.served().sheetId())
            .filter(id -> tabs.former().isPresent() || workbook.tab(id).isEmpty())
            .isPresent();
  }

  /** The form, to be asked where its newest answer is. */
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
    Optional<FormRecord> formRecord = form.record(sides.keySet(), hash);
    return formRecord
        .flatMap(it -> NewestAnswer.of(it, sides))
        .map(
            newest ->
                new AnswerTabs.Newest(
                    formRecord.get().form().questions().stream().map(Question::title).toList(),
                    newest.at(),
                    newest.rows()));
  }

  /**
   * The fields of the form's questions in any tab: a question keeps its id, with any title and in
   * any tab.
   *
   * @param served the tab of which the marks are read anyway
   * @param compared what {@link #compared} returns
   */
  public static Map<String, Field> fields(
      Workbook workbook,
      Tab served,
      Optional<Tab> former,
      Map<String, Field> compared,
      Map<String, Field> journalled) {
    Map<String, Field> fields = new HashMap<>(compared);
    for (Tab tab : workbook.tabs()) {
      if (tab.sheetId() != served.sheetId()) {
        fields.putAll(fields(tab));
      }
    }
    former.ifPresent(tab -> fields.putAll(fields(tab)));
    fields.putAll(journalled);
    return fields;
  }

  /**
   * The field of each question in tabs that were served before the form could be read. Their
   * columns have no marks that say so, but they still have the titles of that time. Nothing is
   * looked for where the columns of the served tab have such marks.
   *
   * @param overrides by field, the title that the configuration names
   */
  public static Map<String, Field> compared(
      Workbook workbook,
      Tab served,
      FormReader form,
      Map<Field, String> overrides,
      List<Texts> languages) {
    Map<String, Field> fields = new HashMap<>();
    if (!isCompared(served)) {
      workbook.tabs().stream()
          .filter(tab -> tab.sheetId() != served.sheetId() && wasServed(tab) && !isCompared(tab))
          .forEach(tab -> fields.putAll(titled(workbook, tab, form, overrides, languages)));
    }
    return fields;
  }

  private static Map<String, Field> titled(
      Workbook workbook,
      Tab tab,
      FormReader form,
      Map<Field, String> overrides,
      List<Texts> languages) {
    List<FormCrossCheck> witnesses = new ArrayList<>();
    try {
      SheetLayout layout =
          SheetLayout.of(
              workbook,
              tab,
              overrides,
              languages,
              true,
              (answers, own) -> {
                form.compare(SheetSide.of(workbook, answers, own)).ifPresent(witnesses::add);
                return FormHints.NONE; // the titles of that time, not those of the form
              });
      return witnesses.isEmpty() ? Map.of() : witnesses.get(0).fields(layout.questionnaire());
    } catch (SheetLayout.Unusable e) {
      return Map.of(); // its titles no longer say
    }
  }

  private static boolean wasServed(Tab tab) {
    return tab.columnMarks().values().stream()
        .anyMatch(mark -> mark.equals(PersonColumn.REF.mark()) || mark.startsWith(Tab.LEFT));
  }

  private static boolean isCompared(Tab tab) {
    return tab.columnMarks().values().stream()
        .anyMatch(mark -> QuestionMark.parse(mark).isPresent());
  }

  private static Map<String, Field> fields(Tab tab) {
    Map<String, Field> fields = new HashMap<>();
    for (String mark : new HashSet<>(tab.columnMarks().values())) {
      QuestionMark.parse(mark)
          .ifPresent(pin -> pin.field().ifPresent(field -> fields.put(pin.question(), field)));
    }
    fields.keySet().removeAll(Set.of(QuestionMark.TIME, QuestionMark.EMAIL));
    return fields;
  }
}

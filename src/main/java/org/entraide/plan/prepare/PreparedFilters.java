package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.List;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Questionnaire;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SheetLayout;
import org.entraide.plan.layout.Status;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.plan.todo.TaskKind;
import org.entraide.table.Area;
import org.entraide.table.Change.FilterView;
import org.entraide.table.Change.FilteredColumn;
import org.entraide.table.FilterCondition;
import org.entraide.text.Texts;

/**
 * The filter views that are made once: in À faire / To do one for each kind of task, beside the
 * answers one for each list that an organiser goes through. What people make of them is theirs.
 */
final class PreparedFilters {

  /** Chosen once, like the tabs' numbers: a view that is added twice is refused. */
  static final int FIRST_OF_KINDS = 741_852_021;

  static final int TO_COMPLETE = 741_852_041;
  static final int TO_LOCATE = 741_852_042;
  static final int TO_SIGNPOST = 741_852_043;
  static final int AVAILABLE = 741_852_044;
  static final int WAITING_LONG = 741_852_045;

  private static final int ODD = 31;
  private static final int MOST_NUMBERS = 741_000_000;

  private final SheetLayout layout;
  private final Texts texts;

  private PreparedFilters(SheetLayout layout, Texts texts) {
    this.layout = layout;
    this.texts = texts;
  }

  /**
   * All of them.
   *
   * @param layout complete: {@link SheetLayout#prepared}
   */
  static List<FilterView> of(SheetLayout layout, Texts texts) {
    List<FilterView> views = new ArrayList<>(kinds(layout, texts));
    views.addAll(besideAnswers(layout, texts));
    return views;
  }

  /** Those beside the answers. */
  static List<FilterView> besideAnswers(SheetLayout layout, Texts texts) {
    List<FilterView> views = new ArrayList<>();
    int status = layout.answerColumns().of(PersonColumn.STATUS);
    int explanation = layout.answerColumns().of(PersonColumn.EXPLANATION);
    PreparedFilters answers = new PreparedFilters(layout, texts);
    views.add(answers.view(TO_COMPLETE, "to_complete", is(status, word(Status.INCOMPLETE, texts))));
    views.add(answers.view(TO_LOCATE, "to_locate", is(status, word(Status.PLACE_UNCLEAR, texts))));
    String signpost = texts.get("todo.view.to_signpost.contains");
    views.add(
        answers.view(
            TO_SIGNPOST,
            "to_signpost",
            new FilteredColumn(explanation, new FilterCondition.TextContains(signpost))));
    views.add(answers.view(AVAILABLE, "available", is(status, word(Status.AVAILABLE, texts))));
    timestamps(layout)
        .forEach(
            timestamp ->
                views.add(
                    answers.view(
                        WAITING_LONG,
                        "waiting_long",
                        new FilteredColumn(
                            timestamp, new FilterCondition.DateBefore(FilterCondition.Ago.WEEK)),
                        is(status, word(Status.WAITING, texts)))));
    return views;
  }

  /**
   * A view under a number of its tab's own: where a form was linked anew, the views of the tab
   * before have the usual numbers.
   */
  static FilterView ofItsTab(FilterView view) {
    int number = Math.floorMod(view.area().sheetId() * ODD + view.id(), MOST_NUMBERS);
    return new FilterView(view.area(), number, view.title(), view.columns());
  }

  /** Those of the kinds of tasks. */
  static List<FilterView> kinds(SheetLayout layout, Texts texts) {
    List<FilterView> views = new ArrayList<>();
    Area tasks = Area.whole(layout.todoTab().sheetId());
    int what = layout.todoTab().columns().of(TodoColumn.WHAT);
    for (TaskKind kind : TaskKind.values()) {
      String word = texts.get(kind.wordKey());
      views.add(
          new FilterView(tasks, FIRST_OF_KINDS + views.size(), word, List.of(is(what, word))));
    }
    return views;
  }

  /**
   * One beside the answers.
   *
   * @param key of its title
   */
  private FilterView view(int id, String key, FilteredColumn... columns) {
    Area answers = Area.whole(layout.responses().sheetId());
    return new FilterView(answers, id, texts.get("todo.view." + key), List.of(columns));
  }

  /** The column that the form writes; none where nobody knows when answers came. */
  private static List<Integer> timestamps(SheetLayout layout) {
    return layout.questionnaire().columns().stream()
        .filter(column -> column.field() == Field.TIMESTAMP)
        .map(Questionnaire.Column::index)
        .limit(1)
        .toList();
  }

  private static FilteredColumn is(int column, String word) {
    return new FilteredColumn(column, new FilterCondition.TextIs(word));
  }

  private static String word(Status status, Texts texts) {
    return texts.format(status.word());
  }
}

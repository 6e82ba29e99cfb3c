package org.entraide.plan.prepare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.entraide.match.model.Policy;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.layout.Instruction;
import org.entraide.plan.layout.LedgerColumn;
import org.entraide.plan.layout.LedgerRow;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.SettingsColumn;
import org.entraide.plan.layout.SheetVocabulary;
import org.entraide.plan.layout.Status;
import org.entraide.plan.layout.TodoColumn;
import org.entraide.plan.settings.Setting;
import org.entraide.plan.settings.SettingValue;
import org.entraide.plan.todo.TaskKind;
import org.entraide.table.Area;
import org.entraide.table.Change;
import org.entraide.table.Change.Decoration;
import org.entraide.table.Tint;
import org.entraide.text.Texts;

/**
 * How the daemon's columns and tabs look when they are new: notes that explain them, drop-downs in
 * the campaign's language, a few calm colours, a question before somebody changes what is ours.
 */
final class SheetFormatting {

  /** The name of the cell with the sign of life. */
  static final String HEARTBEAT = "entraide_heartbeat";

  /**
   * True where the last sign of life is older than an hour. A rule's formula is read as if somebody
   * typed it, and which sign separates arguments depends on the sheet's locale: so it has none, and
   * no decimals. Without the name, or with a text there, it is an error, which colours nothing.
   */
  static final String STOPPED =
      "=ISNUMBER(INDIRECT(\"%1$s\"))*(NOW()-INDIRECT(\"%1$s\")>1/24)>0".formatted(HEARTBEAT);

  /** Chosen once, like the tabs' numbers. */
  static final int NEEDS_CHART = 741_852_011;

  static final int AREAS_CHART = 741_852_012;
  static final int WEEKS_CHART = 741_852_013;

  private final int sheet;
  private final Texts texts;
  private final List<Decoration> looks = new ArrayList<>();
  private int rules;

  private SheetFormatting(int sheet, Texts texts) {
    this.sheet = sheet;
    this.texts = texts;
  }

  // ---- beside the answers

  static List<Decoration> people(int sheet, Map<PersonColumn, Integer> at, Texts texts) {
    SheetFormatting looks = new SheetFormatting(sheet, texts);
    looks.headers(at.values());
    for (PersonColumn column : PersonColumn.values()) {
      Integer index = at.get(column);
      if (index != null) {
        looks.note(index, column.titleKey());
        looks.width(index, width(column));
        looks.person(column, index);
      }
    }
    looks.warn(
        at.entrySet().stream()
            .filter(e -> e.getKey().isWritten())
            .map(Map.Entry::getValue)
            .toList());
    return looks.looks;
  }

  private void headers(Collection<Integer> columns) {
    for (Run run : Run.of(columns)) {
      Area header = new Area(sheet, 0, 1, run.from(), run.to());
      looks.add(new Change.TintWhere(header, STOPPED, Tint.STOPPED, rules));
      rules++;
      looks.add(new Change.Headline(header));
    }
  }

  private void person(PersonColumn column, int index) {
    switch (column) {
      case STATUS -> {
        for (Status status : Status.values()) {
          tint(index, texts.format(status.word()), tint(status));
        }
      }
      case INSTRUCTION ->
          choices(
              Area.below(sheet, index),
              List.of(Instruction.values()).stream().map(i -> texts.get(i.wordKey())).toList());
      case CHECKED -> looks.add(new Change.TickBoxes(Area.below(sheet, index)));
      case EXPLANATION -> wrap(index);
      default -> {
        // its note says all
      }
    }
  }

  private static Tint tint(Status status) {
    return switch (status) {
      case INCOMPLETE, PLACE_UNCLEAR -> Tint.ASKING;
      case WAITING -> Tint.WAITING;
      case PROPOSED, DRAFT_READY -> Tint.MOVING;
      case INTRODUCED, AVAILABLE, DONE -> Tint.GOOD;
      case FULL, DUPLICATE, PAUSED, WITHDRAWN, SIGNPOSTED -> Tint.QUIET;
      case BARRED -> Tint.STOPPED;
    };
  }

  private static int width(PersonColumn column) {
    return switch (column) {
      case REF, CHECKED, WITH -> 90;
      case STATUS, NEVER_WITH, CHECK -> 140;
      case INTRODUCED, INSTRUCTION, GROUP -> 180;
      case PLACE, CORRECTED_PLACE -> 240;
      case EXPLANATION -> 480;
    };
  }

  // ---- the ledger

  static List<Decoration> ledger(int sheet, Map<LedgerColumn, Integer> at, Texts texts) {
    SheetFormatting looks = new SheetFormatting(sheet, texts);
    for (LedgerColumn column : LedgerColumn.values()) {
      Integer index = at.get(column);
      if (index != null) {
        looks.headline(index);
        looks.note(index, column.titleKey());
        looks.entry(column, index);
      }
    }
    looks.warn(
        at.entrySet().stream()
            .filter(e -> e.getKey() != LedgerColumn.OUTCOME)
            .map(Map.Entry::getValue)
            .toList());
    return looks.looks;
  }

  private void entry(LedgerColumn column, int index) {
    switch (column) {
      case STATE -> {
        width(index, 150);
        for (Introduction.State state : Introduction.State.values()) {
          tint(index, texts.get(SheetVocabulary.stateKey(state)), tint(state));
        }
      }
      case OUTCOME -> {
        width(index, 150);
        choices(
            Area.below(sheet, index),
            LedgerRow.OUTCOMES.stream()
                .sorted()
                .map(outcome -> texts.get(SheetVocabulary.stateKey(outcome)))
                .toList());
      }
      case SENT_ON -> looks.add(new Change.Format(Area.below(sheet, index), Change.Times.DAY));
      case PERSON, HELPER -> width(index, 170);
      case NEEDS -> width(index, 220);
      case DELEGATE -> width(index, 200);
      case EXPLANATION -> {
        width(index, 480);
        wrap(index);
      }
      default -> {
        // as wide as any
      }
    }
  }

  private static Tint tint(Introduction.State state) {
    return switch (state) {
      case PREPARING, DRAFTED -> Tint.MOVING;
      case SENT -> Tint.WAITING;
      case ACCEPTED, DONE -> Tint.GOOD;
      case BOUNCED -> Tint.ASKING;
      case DECLINED, NO_ANSWER, DISCARDED, WITHDRAWN -> Tint.QUIET;
    };
  }

  // ---- the settings

  /**
   * @param rows the row of each setting
   */
  static List<Decoration> settings(
      int sheet, Map<SettingsColumn, Integer> at, Map<Setting, Integer> rows, Texts texts) {
    SheetFormatting looks = new SheetFormatting(sheet, texts);
    for (SettingsColumn column : SettingsColumn.values()) {
      Integer index = at.get(column);
      if (index != null) {
        looks.headline(index);
        looks.note(index, column.titleKey());
        looks.width(index, column.pixels());
      }
    }
    Integer value = at.get(SettingsColumn.VALUE);
    if (value != null) {
      rows.forEach((setting, row) -> looks.setting(setting, Area.cell(sheet, row, value)));
    }
    looks.warn(SettingsColumn.written().stream().filter(at::containsKey).map(at::get).toList());
    return looks.looks;
  }

  private void setting(Setting setting, Area cell) {
    switch (setting) {
      case SUSPEND, CONFIRM_DELETIONS, QUESTION_DRAFTS ->
          choices(cell, List.of(texts.get("settings.yes"), texts.get("settings.no")));
      case POLICY ->
          choices(
              cell,
              List.of(Policy.values()).stream()
                  .map(policy -> texts.get(SettingValue.wordKey(policy)))
                  .toList());
      default -> {
        // a number or a time is typed
      }
    }
  }

  // ---- what is to be done

  static List<Decoration> todo(int sheet, Map<TodoColumn, Integer> at, Texts texts) {
    SheetFormatting looks = new SheetFormatting(sheet, texts);
    for (TodoColumn column : TodoColumn.values()) {
      Integer index = at.get(column);
      if (index != null) {
        looks.headline(index);
        looks.note(index, column.titleKey());
        looks.width(index, column.pixels());
        looks.task(column, index);
      }
    }
    looks.warn(at.values(), "look.warn.tab");
    return looks.looks;
  }

  private void task(TodoColumn column, int index) {
    switch (column) {
      case WHAT -> {
        for (TaskKind kind : TaskKind.values()) {
          tint(index, texts.get(kind.wordKey()), tint(kind));
        }
      }
      case WHO, DETAIL -> wrap(index);
      case SINCE -> day(Area.below(sheet, index));
      default -> {
        // as text is
      }
    }
  }

  private static Tint tint(TaskKind kind) {
    return switch (kind) {
      case FIX -> Tint.STOPPED;
      case CONFIRM, RING -> Tint.ASKING;
      case ASK, NOTE_OUTCOME -> Tint.WAITING;
      case READ_AND_SEND -> Tint.MOVING;
      case SIGNPOST, CHECK -> Tint.QUIET;
    };
  }

  // ---- all of them

  private void day(Area area) {
    looks.add(new Change.Format(area, Change.Times.DAY));
  }

  private void note(int column, String titleKey) {
    looks.add(new Change.Note(Area.cell(sheet, 0, column), texts.get("note." + titleKey)));
  }

  private void headline(int column) {
    looks.add(new Change.Headline(Area.cell(sheet, 0, column)));
  }

  private void width(int column, int pixels) {
    looks.add(new Change.Width(Area.columns(sheet, column, column + 1), pixels));
  }

  private void wrap(int column) {
    looks.add(new Change.Wrap(Area.below(sheet, column)));
  }

  private void choices(Area area, List<String> words) {
    looks.add(new Change.Choices(area, words));
  }

  private void tint(int column, String word, Tint tint) {
    looks.add(new Change.TintWord(Area.below(sheet, column), word, tint, rules));
    rules++;
  }

  private void warn(Collection<Integer> columns) {
    warn(columns, "look.warn.columns");
  }

  private void warn(Collection<Integer> columns, String why) {
    for (Run run : Run.of(columns)) {
      looks.add(new Change.Warn(Area.columns(sheet, run.from(), run.to()), texts.get(why)));
    }
  }

  /** Neighbouring columns. */
  record Run(int from, int to) {
    static List<Run> of(Collection<Integer> columns) {
      List<Run> runs = new ArrayList<>();
      Set<Integer> sorted = new TreeSet<>(columns);
      for (int column : sorted) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).to() == column) {
          runs.set(last, new Run(runs.get(last).from(), column + 1));
        } else {
          runs.add(new Run(column, column + 1));
        }
      }
      return runs;
    }
  }
}

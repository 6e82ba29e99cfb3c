package org.entraide.people.profile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.people.word.CellReading;
import org.entraide.people.word.Fold;
import org.entraide.people.word.YesNo;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;
import org.entraide.text.typed.ReadLimit;

/** The answers of one row by field, and the problems met while they are read. */
final class RowAnswers {

  /** Three numbers: a day, a month and a year. */
  private static final Pattern DAY = Pattern.compile("(?<!\\d)\\d++\\D++\\d++\\D++\\d");

  private final Map<Field, List<Column>> columns;
  private final Row row;
  private final FormAnswers formAnswers;
  private final List<Message> problems = new ArrayList<>();
  private final Map<Field, List<Cell>> cellsByField = new EnumMap<>(Field.class);
  private final Set<Field> tooLong = EnumSet.noneOf(Field.class);

  RowAnswers(Map<Field, List<Column>> columns, Row row, FormAnswers formAnswers) {
    this.columns = columns;
    this.row = row;
    this.formAnswers = formAnswers;
  }

  /** These answers with no problem noted. */
  RowAnswers again() {
    return new RowAnswers(columns, row, formAnswers);
  }

  /** The problems so far, first answers that are too long, which may cause the others. */
  List<Message> problems() {
    if (tooLong.isEmpty()) {
      return problems;
    }
    List<Message> all = new ArrayList<>();
    all.add(
        Message.of("people.answers.long")
            .with("fields", Message.firstOf(tooLong.stream().map(Field::label).toList(), 1))
            .with("most", ReadLimit.CHARACTERS));
    all.addAll(problems);
    return all;
  }

  void problem(Message problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }

  /** The cells of a field that say something. */
  List<Cell> cells(Field field) {
    return cellsByField.computeIfAbsent(field, this::read);
  }

  private List<Cell> read(Field field) {
    List<Column> fieldColumns = columns.getOrDefault(field, List.of());
    if (fieldColumns.isEmpty()) {
      return List.of();
    }
    List<Cell> cells = new ArrayList<>(fieldColumns.size());
    for (Column column : fieldColumns) {
      Cell cell = cell(field, column);
      if (!cell.isBlank()) {
        cells.add(cell);
      }
    }
    return cells;
  }

  /** A day of birth says more as the sheet understood it. */
  private Cell cell(Field field, Column column) {
    Cell shown = read(field, row.cell(column.index()));
    Cell better = read(field, formAnswers.better(column.index(), shown));
    if (shown.equals(better)) {
      return shown;
    }
    boolean day = field == Field.AGE && DAY.matcher(better.text()).find();
    return day && shown.kind() != Cell.Kind.ERROR ? shown : better;
  }

  /** The part of a cell that is read. Every answer passes here first. */
  private Cell read(Field field, Cell cell) {
    String read = read(field, cell.text());
    return read.equals(cell.text()) ? cell : new Cell(cell.kind(), read, cell.number());
  }

  private String read(Field field, String text) {
    if (ReadLimit.isExceededBy(text)) {
      tooLong.add(field);
    }
    return ReadLimit.cut(text);
  }

  /** The texts of a field's answers in a row, for fields that are not interpreted. */
  String text(Field field, int max) {
    return first(
            field,
            c -> {
              String line = Fold.shorten(Fold.line(c.text()), max);
              return line.isEmpty() ? CellReading.none() : CellReading.of(line);
            })
        .orElse("");
  }

  /** The first answer that is understood; asks where another one differs. */
  <T> Optional<T> first(Field field, Function<Cell, CellReading<T>> reading) {
    return first(field, cells(field), c -> read(field, c, reading));
  }

  /** The first answer of a list field; the ticked rows of one grid are one answer. */
  <T> Optional<T> firstOfLists(Field field, Function<String, CellReading<T>> reading) {
    return first(field, lists(field), reading);
  }

  private <S, T> Optional<T> first(
      Field field, List<S> sources, Function<S, CellReading<T>> reading) {
    CellReading<T> unclear = null;
    CellReading<T> first = null;
    boolean differ = false;
    for (S source : sources) {
      CellReading<T> read = reading.apply(source);
      if (read.value().isEmpty()) {
        unclear = unclear == null && first == null ? read : unclear;
      } else if (first == null) {
        first = read;
      } else {
        differ |= !read.value().equals(first.value());
      }
    }
    if (first == null) {
      if (unclear != null) {
        unclear.problems().forEach(this::problem);
      }
      return Optional.empty();
    }
    first.problems().forEach(this::problem);
    if (differ) {
      problem(Message.of("people.answers.differ").with("field", field.label()));
    }
    return first.value();
  }

  private static <T> CellReading<T> read(
      Field field, Cell cell, Function<Cell, CellReading<T>> reading) {
    // A telephone number has its own message for this, since its plus sign is the usual cause.
    if (cell.kind() == Cell.Kind.ERROR && field != Field.PHONE) {
      return new CellReading<>(Optional.empty(), List.of(unreadable(field)));
    }
    return reading.apply(cell);
  }

  private static Message unreadable(Field field) {
    return Message.of("people.cell.error").with("field", field.label());
  }

  private List<String> lists(Field field) {
    Map<String, StringBuilder> byQuestion = new LinkedHashMap<>();
    for (Column column : columns.getOrDefault(field, List.of())) {
      Cell cell = cell(field, column);
      Optional<String> list = formAnswers.list(column.index());
      if (list.isPresent() && column.gridRow().isEmpty()) {
        byQuestion.put("column " + column.index(), new StringBuilder(read(field, list.get())));
      } else if (cell.kind() == Cell.Kind.ERROR) {
        problem(unreadable(field));
      } else if (column.gridRow().isEmpty()) {
        if (!cell.isBlank()) {
          byQuestion.put("column " + column.index(), new StringBuilder(cell.text()));
        }
      } else if (!YesNo.isNo(cell)) {
        String question = column.title().substring(0, column.title().lastIndexOf('['));
        byQuestion
            .computeIfAbsent("grid " + Fold.words(question), q -> new StringBuilder())
            .append(column.gridRow())
            .append('\n');
      }
    }
    return byQuestion.values().stream().map(StringBuilder::toString).toList();
  }
}

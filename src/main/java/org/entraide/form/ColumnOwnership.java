package org.entraide.form;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.profile.Questionnaire.Column;

/**
 * Which column belongs to which question: what was remembered, then titles, then what was answered.
 * A column that no question owns is the organisers'.
 */
final class ColumnOwnership {

  /** Forms puts the addresses that it collects behind the times, or before all else. */
  static final int LAST_FOR_EMAIL = 1;

  private final SheetSide sheet;
  private final AnswerAgreement agreement;
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Set<String> former = new LinkedHashSet<>();
  private final List<Integer> free;
  private final Map<Integer, String> owners = new TreeMap<>();

  private ColumnOwnership(SheetSide sheet, FormRecord formRecord, RowResponseLinks links) {
    this.sheet = sheet;
    this.agreement = new AnswerAgreement(sheet, links);
    this.free = new ArrayList<>(sheet.columns());
    formRecord.form().questions().forEach(q -> titles.put(q.id(), FormLines.line(q.title())));
    for (Response response : formRecord.responses()) {
      former.addAll(response.values().keySet());
    }
    sheet.questionMarks().values().forEach(mark -> former.add(mark.question()));
    former.removeAll(titles.keySet());
    former.remove(QuestionMark.TIME);
    former.remove(QuestionMark.EMAIL);
  }

  /**
   * Finds the owners.
   *
   * @return by column, a question's id, {@link QuestionMark#TIME} or {@link QuestionMark#EMAIL};
   *     questions that were deleted from the form keep the columns with their old answers
   */
  static Map<Integer, String> of(SheetSide sheet, FormRecord formRecord, RowResponseLinks links) {
    ColumnOwnership ownership = new ColumnOwnership(sheet, formRecord, links);
    links.timeColumn().ifPresent(column -> ownership.give(column, QuestionMark.TIME));
    ownership.assignByQuestionMarks(false);
    boolean collects = formRecord.responses().stream().anyMatch(r -> r.email().isPresent());
    if (collects) {
      ownership.assignByAnswers(List.of(QuestionMark.EMAIL));
    }
    ownership.assignByTitles(false);
    ownership.assignByAnswers(ownership.titles.keySet());
    ownership.assignByAnswers(ownership.former);
    // organisers may have rewritten a whole column: where nothing fits better, it is what it was
    ownership.assignByQuestionMarks(true);
    ownership.assignByTitles(true);
    if (collects) {
      ownership.assignEmailByTitle();
    }
    return ownership.owners;
  }

  /** Most rows may be copies in which people typed somebody else's address. */
  private void assignEmailByTitle() {
    if (!owners.containsValue(QuestionMark.EMAIL)) {
      Questionnaire.recognise(sheet.titles(), sheet.own(), Map.of()).columns().stream()
          .filter(it -> it.field() == Field.EMAIL && it.index() <= LAST_FOR_EMAIL)
          .map(Column::index)
          .filter(free::contains)
          .findFirst()
          .ifPresent(column -> give(column, QuestionMark.EMAIL));
    }
  }

  private void give(int column, String question) {
    owners.put(column, question);
    free.remove(Integer.valueOf(column));
  }

  /**
   * Assigns columns by their marks. A mark stays when people cut the cells of its column and paste
   * them elsewhere.
   */
  private void assignByQuestionMarks(boolean inAnyCase) {
    new TreeMap<>(sheet.questionMarks())
        .forEach(
            (column, mark) -> {
              String question = mark.question();
              boolean isQuestion =
                  titles.containsKey(question)
                      || former.contains(question)
                      || question.equals(QuestionMark.EMAIL)
                      || (question.equals(QuestionMark.TIME) && !owners.containsValue(question));
              if (isQuestion
                  && free.contains(column)
                  && !owners.containsValue(question)
                  && (inAnyCase || !agreement.of(question, column).contradicts())) {
                give(column, question);
              }
            });
  }

  private void assignByTitles(boolean inAnyCase) {
    Map<String, List<String>> questions = new LinkedHashMap<>();
    open(titles.keySet())
        .forEach(
            id ->
                questions
                    .computeIfAbsent(titles.getOrDefault(id, ""), t -> new ArrayList<>())
                    .add(id));
    questions.remove("");
    questions.forEach(
        (title, ids) -> {
          List<Integer> columns =
              new ArrayList<>(free.stream().filter(c -> sheet.title(c).equals(title)).toList());
          if (ids.size() > 1 || columns.size() > 1) {
            assignByAnswers(ids, List.copyOf(columns), AnswerAgreement.Count::fits);
            columns.retainAll(free);
          }
          assignInOrder(open(ids), columns, inAnyCase);
        });
  }

  /** Assigns columns in the form's order, except where answers show that it is another's. */
  private void assignInOrder(List<String> questions, List<Integer> columns, boolean inAnyCase) {
    List<Integer> rest = new ArrayList<>(columns);
    for (String question : questions) {
      Optional<Integer> first =
          rest.stream()
              .filter(c -> inAnyCase || !agreement.of(question, c).contradicts())
              .findFirst();
      first.ifPresent(
          column -> {
            give(column, question);
            rest.remove(column);
          });
    }
  }

  private List<String> open(Collection<String> questions) {
    return questions.stream().filter(q -> !owners.containsValue(q)).toList();
  }

  /**
   * Assigns columns where no title helps: first those that only one question's answers fit, then
   * the rest.
   */
  private void assignByAnswers(Collection<String> questions) {
    assignByAnswers(questions, free, AnswerAgreement.Count::isDistinctive);
    for (String question : open(questions)) {
      List<Integer> columns = fitting(question);
      boolean both =
          columns.size() == 1
              && open(questions).stream().filter(q -> fitting(q).equals(columns)).count() == 1;
      if (both) {
        give(columns.get(0), question);
      }
    }
  }

  private List<Integer> fitting(String question) {
    return free.stream().filter(c -> agreement.of(question, c).fits()).toList();
  }

  private record Match(String question, int column, AnswerAgreement.Count count) {}

  /** The surest first; among equals, the order in the form is that in the sheet. */
  private void assignByAnswers(
      Collection<String> questions, List<Integer> columns, Predicate<AnswerAgreement.Count> sure) {
    List<Match> matches = new ArrayList<>();
    for (String question : open(questions)) {
      for (int column : columns) {
        AnswerAgreement.Count count = agreement.of(question, column);
        if (sure.test(count)) {
          matches.add(new Match(question, column, count));
        }
      }
    }
    matches.sort(Comparator.comparingInt(m -> m.count().no() - m.count().yes()));
    for (Match match : matches) {
      if (free.contains(match.column()) && !owners.containsValue(match.question())) {
        give(match.column(), match.question());
      }
    }
  }
}

package org.entraide.form;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.entraide.people.profile.ErasedPeople;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormAnswers;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.profile.Questionnaire.Column;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.text.Message;

/**
 * The form as a second source beside the sheet: which column is whose, which response a row shows,
 * what was really answered, and which responses the sheet has lost. It decides nothing: a cell that
 * a person changed wins, and a response without a row is reported and not brought back.
 */
public final class FormCrossCheck {

  /** A row may be seen later than its response: the two are read one after the other. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  /** How many answers without a row are named; the others are counted. */
  private static final int MOST_NAMED = 5;

  private static final Pattern BREAKS = Pattern.compile("[,;•|]+");

  private final FormRecord formRecord;
  private final SheetSide sheet;
  private final List<Integer> columns;
  private final RowResponseLinks links;
  private final Map<Integer, String> owners;
  private final Map<String, Question> questions = new HashMap<>();
  private final Map<String, String> choices = new ConcurrentHashMap<>();

  private FormCrossCheck(FormRecord formRecord, SheetSide sheet) {
    this.formRecord = formRecord;
    this.sheet = sheet.withoutRows(); // this is kept longer than what was read of the sheet
    this.columns = sheet.columns();
    this.links = RowResponseLinks.of(sheet, formRecord.responses());
    this.owners = ColumnOwnership.of(sheet, formRecord, links);
    formRecord.form().questions().forEach(q -> questions.put(q.id(), q));
  }

  /** Where people answer the form; empty where the service did not say. */
  public String address() {
    return formRecord.form().address();
  }

  /** Compares a form with its response tab. */
  public static FormCrossCheck of(FormRecord formRecord, SheetSide sheet) {
    return new FormCrossCheck(formRecord, sheet);
  }

  /**
   * The question of each column.
   *
   * @return by column, a question's id, {@link QuestionMark#TIME} or {@link QuestionMark#EMAIL};
   *     the other columns are the organisers'
   */
  public Map<Integer, String> owners() {
    return Map.copyOf(owners);
  }

  /** What is needed to read the titles of the tab. */
  public FormHints hints() {
    Map<Integer, String> titles = new HashMap<>();
    Map<Integer, Field> pinned = new HashMap<>();
    owners.forEach(
        (column, id) -> {
          Question question = questions.get(id);
          titles.put(column, question == null ? sheet.title(column) : question.title());
          field(column, id).ifPresent(field -> pinned.put(column, field));
        });
    Set<Integer> organisers = new HashSet<>(columns);
    organisers.removeAll(owners.keySet());
    organisers.removeAll(ownWithoutAnswers());
    return new FormHints(titles, pinned, organisers);
  }

  private Optional<Field> field(int column, String id) {
    if (id.equals(QuestionMark.TIME)) {
      return Optional.of(Field.TIMESTAMP);
    }
    if (id.equals(QuestionMark.EMAIL)) {
      return Optional.of(Field.EMAIL);
    }
    // the mark of a copied column does not count: the question is known by its id
    Optional<QuestionMark> mark =
        sheet.questionMarks().values().stream()
            .filter(p -> p.question().equals(id))
            .findFirst()
            .or(
                () ->
                    Optional.ofNullable(sheet.questionMarks().get(column))
                        .filter(p -> p.question().equals(id)));
    return mark.isPresent()
        ? mark.get().field()
        : Optional.ofNullable(sheet.remembered().get(id)); // in the tab before
  }

  /** Before the first response only their titles show which two columns Forms added. */
  private Set<Integer> ownWithoutAnswers() {
    boolean timeKnown = owners.containsValue(QuestionMark.TIME);
    boolean collectsNone = timeKnown && !formRecord.responses().isEmpty();
    boolean emailKnown = owners.containsValue(QuestionMark.EMAIL) || collectsNone;
    Questionnaire byTitle = Questionnaire.recognise(sheet.titles(), sheet.own(), Map.of());
    Set<Integer> own = new HashSet<>();
    for (Column column : byTitle.columns()) {
      boolean time = column.field() == Field.TIMESTAMP && !timeKnown;
      boolean email =
          column.field() == Field.EMAIL
              && !emailKnown
              && column.index() <= ColumnOwnership.LAST_FOR_EMAIL;
      if (!owners.containsKey(column.index()) && (time || email)) {
        own.add(column.index());
      }
    }
    return own;
  }

  /**
   * What the marks of the columns should say, once the titles were read.
   *
   * @param questionnaire as read with {@link #hints}
   * @return by column; only those that differ from the marks that are there
   */
  public Map<Integer, QuestionMark> newQuestionMarks(Questionnaire questionnaire) {
    Map<Integer, Field> fields = new HashMap<>();
    questionnaire.columns().forEach(c -> fields.put(c.index(), c.field()));
    Map<Integer, QuestionMark> newMarks = new TreeMap<>();
    owners.forEach(
        (column, id) -> {
          QuestionMark mark = new QuestionMark(id, Optional.ofNullable(fields.get(column)));
          if (!mark.equals(sheet.questionMarks().get(column))) {
            newMarks.put(column, mark);
          }
        });
    return newMarks;
  }

  /**
   * The field of each question, to be remembered for another tab of the form.
   *
   * @param questionnaire as read with {@link #hints}
   */
  public Map<String, Field> fields(Questionnaire questionnaire) {
    Map<String, Field> fields = new HashMap<>(sheet.remembered());
    questionnaire
        .columns()
        .forEach(
            column -> {
              String id = owners.get(column.index());
              if (id != null && questions.containsKey(id)) {
                fields.put(id, column.field());
              }
            });
    return fields;
  }

  /** The response that a row shows; several rows may show one, when people copied it. */
  public Optional<Response> response(Row row) {
    return links.of(row);
  }

  /** Whether a row above shows the same response. */
  public boolean isCopy(Row row) {
    return links.isCopy(row);
  }

  /** Whether a row shows a response, its time and each answer in it, as the form wrote them. */
  public boolean isAsAnswered(Row row) {
    Response response = links.of(row).orElse(null);
    return response != null
        && links.isOfOneTime(row) // else somebody may have answered the same once more
        && owners.entrySet().stream()
            .filter(owned -> !owned.getValue().equals(QuestionMark.TIME))
            .allMatch(
                owned -> {
                  Cell cell = row.cell(owned.getKey());
                  return AnswerAgreement.isFile(cell)
                      || SheetText.shows(cell, response.written(owned.getValue()));
                });
  }

  /**
   * Whether the person in a row gave the response that it shows. Organisers may have copied the row
   * and typed somebody else over it: that person did not.
   */
  public boolean isOfItsAuthor(Row row) {
    Set<String> contacts = AnsweredContacts.of(row, columns);
    return isAsAnswered(row)
        || links
            .of(row)
            .filter(it -> AnsweredContacts.of(it).stream().anyMatch(contacts::contains))
            .isPresent();
  }

  /** What was really answered in a row, where its cells still show what the form wrote. */
  public FormAnswers answers(Row row) {
    Response response = links.of(row).orElse(null);
    if (response == null) {
      return FormAnswers.NOTHING;
    }
    Map<Integer, String> texts = new HashMap<>();
    Map<Integer, String> lists = new HashMap<>();
    owners.forEach(
        (column, id) -> {
          List<String> values = response.values().getOrDefault(id, List.of());
          Cell cell = row.cell(column);
          boolean list = values.size() > 1 || hasCommas(id, values);
          if (values.isEmpty() || (cell.kind() == Cell.Kind.TEXT && !list)) {
            return; // the cell says it as well
          }
          if (SheetText.shows(cell, FormLines.joined(values))) {
            texts.put(column, FormLines.joined(values));
            if (list) {
              lists.put(column, list(id, values));
            }
          }
        });
    return texts.isEmpty() ? FormAnswers.NOTHING : new FormAnswers(texts, lists);
  }

  private boolean hasCommas(String question, List<String> values) {
    return values.size() == 1 && isChoice(question, values.get(0)) && values.get(0).contains(",");
  }

  private boolean isChoice(String question, String value) {
    Question formQuestion = questions.get(question);
    return formQuestion != null && formQuestion.choices().contains(value);
  }

  /** An option is one answer, even with commas; what was typed at « Autre » may be several. */
  private String list(String question, List<String> values) {
    List<String> lines = new ArrayList<>();
    for (String value : values) {
      lines.add(isChoice(question, value) ? withoutBreaks(value) : value);
    }
    return String.join("\n", lines);
  }

  /** Choices are few, and answers many. */
  private String withoutBreaks(String choice) {
    return choices.computeIfAbsent(choice, it -> BREAKS.matcher(it).replaceAll(" "));
  }

  /**
   * The responses without a row: it was deleted, or the form writes elsewhere.
   *
   * @param now the present time, for those that were sent only a moment ago
   * @param erased whose are not missed
   */
  public List<Response> lost(Instant now, ErasedPeople erased) {
    return formRecord.responses().stream()
        .filter(r -> !erased.hasResponse(r.responseId()))
        .filter(r -> !links.isShown(r))
        .filter(r -> r.lastSubmitted().plus(GRACE).isBefore(now))
        .toList();
  }

  /**
   * When the next response without a row is going to be missed, unless its row comes.
   *
   * @param erased whose are not missed
   */
  public Optional<Instant> nextLost(Instant now, ErasedPeople erased) {
    return lost(Instant.MAX, erased).stream()
        .map(r -> r.lastSubmitted().plus(GRACE).plusNanos(1))
        .filter(at -> at.isAfter(now))
        .min(Instant::compareTo);
  }

  /** What organisers and administrators should know about the form, without anybody's data. */
  public List<Message> notes(Instant now, ErasedPeople erased) {
    List<Message> notes = new ArrayList<>();
    Form form = formRecord.form();
    if (form.linkedSpreadsheet().isEmpty()) {
      notes.add(Message.of("form.unlinked"));
    } else if (!form.linkedSpreadsheet().get().equals(sheet.spreadsheet())) {
      notes.add(Message.of("form.linked-elsewhere"));
    }
    if (form.acceptsAnswers().equals(Optional.of(false))) {
      notes.add(Message.of("form.closed"));
    }
    long kept =
        formRecord.responses().stream().filter(r -> erased.hasResponse(r.responseId())).count();
    if (kept > 0) {
      notes.add(Message.of("form.erased").with("count", kept));
    }
    List<Response> lost = lost(now, erased);
    if (!lost.isEmpty()) {
      notes.add(Message.of("form.lost").with("count", lost.size()).with("given", lastGiven(lost)));
    }
    List<String> lacking = withoutColumn();
    if (!lacking.isEmpty()) {
      notes.add(Message.of("form.no-column").with("count", lacking.size()).with("titles", lacking));
    }
    return notes;
  }

  /** The times of the latest of them, which find them in the form and name nobody. */
  private List<Message> lastGiven(List<Response> responses) {
    List<Message> times = new ArrayList<>();
    responses.stream()
        .map(Response::lastSubmitted)
        .sorted(Comparator.reverseOrder())
        .limit(MOST_NAMED)
        .map(at -> LocalDateTime.ofInstant(at, sheet.zone()))
        .forEach(at -> times.add(Message.of("form.lost.given").with("at", at)));
    int more = responses.size() - times.size();
    if (more > 0) {
      times.add(Message.of("form.lost.more").with("count", more));
    }
    return times;
  }

  /** Questions that were answered and have no column: it was deleted, or is not there yet. */
  private List<String> withoutColumn() {
    Map<String, String> lacking = new LinkedHashMap<>();
    for (Question question : formRecord.form().questions()) {
      boolean answered =
          formRecord.responses().stream()
              .anyMatch(r -> links.isShown(r) && r.values().containsKey(question.id()));
      if (answered && !owners.containsValue(question.id()) && !question.title().isBlank()) {
        lacking.put(question.id(), FormLines.line(question.title()));
      }
    }
    return List.copyOf(lacking.values());
  }
}

package org.entraide.google.forms;

import com.google.api.services.forms.v1.model.Answer;
import com.google.api.services.forms.v1.model.ChoiceQuestion;
import com.google.api.services.forms.v1.model.FileUploadAnswer;
import com.google.api.services.forms.v1.model.FormResponse;
import com.google.api.services.forms.v1.model.Item;
import com.google.api.services.forms.v1.model.Option;
import com.google.api.services.forms.v1.model.QuestionGroupItem;
import com.google.api.services.forms.v1.model.TextAnswer;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.entraide.form.Form;
import org.entraide.form.Question;
import org.entraide.form.Response;
import org.entraide.form.questionnaire.CurrentForm;
import org.entraide.google.wire.AnswerChecks;
import org.entraide.text.Message;
import org.entraide.text.Texts;
import org.entraide.text.Worded;
import org.jspecify.annotations.Nullable;

/** Google's form as our own: what is missing is empty. */
final class FormModel {

  private FormModel() {}

  /** An answer that is not whole. */
  static final class UnreadableAnswer extends RuntimeException implements Worded {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Message words;

    /**
     * @param why the key of a clause
     */
    UnreadableAnswer(String why) {
      super(Texts.english().get(why));
      this.words = Message.of(why);
    }

    @Override
    public Message words() {
      return words;
    }
  }

  static Form form(com.google.api.services.forms.v1.model.Form form) {
    List<Question> questions = new ArrayList<>();
    for (Item item : list(form.getItems())) {
      if (item.getQuestionItem() != null && item.getQuestionItem().getQuestion() != null) {
        com.google.api.services.forms.v1.model.Question question =
            item.getQuestionItem().getQuestion();
        add(questions, question, text(item.getTitle()), question.getChoiceQuestion());
      }
      if (item.getQuestionGroupItem() != null) {
        addGrid(questions, text(item.getTitle()), item.getQuestionGroupItem());
      }
    }
    return new Form(
        text(form.getFormId()),
        form.getInfo() == null ? "" : text(form.getInfo().getTitle()),
        Optional.ofNullable(form.getLinkedSheetId()),
        acceptsAnswers(form),
        text(form.getResponderUri()),
        questions);
  }

  /** The form as it is needed to edit it. */
  static CurrentForm currentForm(com.google.api.services.forms.v1.model.Form form) {
    String description = form.getInfo() == null ? "" : text(form.getInfo().getDescription());
    return new CurrentForm(
        form(form),
        description,
        list(form.getItems()).stream().map(item -> text(item.getTitle())).toList(),
        text(form.getRevisionId()),
        publishState(form).map(state -> Boolean.TRUE.equals(state.get("isPublished"))),
        text(form.getResponderUri()));
  }

  private static void addGrid(List<Question> questions, String title, QuestionGroupItem group) {
    ChoiceQuestion columns = group.getGrid() == null ? null : group.getGrid().getColumns();
    for (com.google.api.services.forms.v1.model.Question row : list(group.getQuestions())) {
      String rowTitle = row.getRowQuestion() == null ? "" : text(row.getRowQuestion().getTitle());
      add(questions, row, (title + " [" + rowTitle + "]").strip(), columns);
    }
  }

  private static void add(
      List<Question> questions,
      com.google.api.services.forms.v1.model.Question question,
      String title,
      @Nullable ChoiceQuestion choice) {
    if (question.getQuestionId() == null) {
      return;
    }
    List<Option> options = choice == null ? List.of() : list(choice.getOptions());
    questions.add(
        new Question(
            question.getQuestionId(),
            title,
            // "Other" is an option without a value.
            options.stream().map(Option::getValue).filter(Objects::nonNull).toList(),
            choice != null && "CHECKBOX".equals(choice.getType())));
  }

  /**
   * A key that the client library does not know yet, and that older forms do not have. In Google's
   * JSON, false is left out.
   */
  private static Optional<Map<?, ?>> publishState(
      com.google.api.services.forms.v1.model.Form form) {
    return form.get("publishSettings") instanceof Map<?, ?> settings
            && settings.get("publishState") instanceof Map<?, ?> state
        ? Optional.of(state)
        : Optional.empty();
  }

  private static Optional<Boolean> acceptsAnswers(
      com.google.api.services.forms.v1.model.Form form) {
    return publishState(form)
        .map(
            state ->
                Boolean.TRUE.equals(state.get("isPublished"))
                    && Boolean.TRUE.equals(state.get("isAcceptingResponses")));
  }

  /**
   * Turns an answer.
   *
   * @throws UnreadableAnswer if it has no id or no time, in words without its content
   */
  static Response answer(FormResponse response) {
    if (AnswerChecks.isMissing(response.getResponseId())) {
      throw new UnreadableAnswer("google.answer.no_id");
    }
    Instant last = time(response.getLastSubmittedTime(), response.getCreateTime());
    Instant created = time(response.getCreateTime(), response.getLastSubmittedTime());
    Map<String, List<String>> values = new HashMap<>();
    Map<String, Answer> answers = response.getAnswers();
    if (answers != null) {
      answers.forEach((questionId, answer) -> values.put(questionId, values(answer)));
    }
    return new Response(
        response.getResponseId(),
        created,
        last,
        Optional.ofNullable(response.getRespondentEmail()),
        values);
  }

  private static List<String> values(@Nullable Answer answer) {
    if (answer == null) {
      return List.of();
    }
    List<String> values = new ArrayList<>();
    if (answer.getTextAnswers() != null) {
      for (TextAnswer text : list(answer.getTextAnswers().getAnswers())) {
        values.add(text(text.getValue()));
      }
    }
    if (answer.getFileUploadAnswers() != null) {
      for (FileUploadAnswer file : list(answer.getFileUploadAnswers().getAnswers())) {
        values.add(text(file.getFileName() == null ? file.getFileId() : file.getFileName()));
      }
    }
    return List.copyOf(values);
  }

  private static Instant time(@Nullable String first, @Nullable String second) {
    String value = first == null ? second : first;
    if (value == null) {
      throw new UnreadableAnswer("google.answer.no_time");
    }
    try {
      return Instant.parse(value);
    } catch (DateTimeException e) {
      throw new UnreadableAnswer("google.answer.bad_time");
    }
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static <T> List<T> list(@Nullable List<T> values) {
    return values == null ? List.of() : values;
  }
}

package org.entraide.google.forms;

import com.google.api.services.forms.v1.model.BatchUpdateFormRequest;
import com.google.api.services.forms.v1.model.ChoiceQuestion;
import com.google.api.services.forms.v1.model.CreateItemRequest;
import com.google.api.services.forms.v1.model.Info;
import com.google.api.services.forms.v1.model.Item;
import com.google.api.services.forms.v1.model.Location;
import com.google.api.services.forms.v1.model.Option;
import com.google.api.services.forms.v1.model.PageBreakItem;
import com.google.api.services.forms.v1.model.Question;
import com.google.api.services.forms.v1.model.QuestionItem;
import com.google.api.services.forms.v1.model.Request;
import com.google.api.services.forms.v1.model.TextQuestion;
import com.google.api.services.forms.v1.model.UpdateFormInfoRequest;
import com.google.api.services.forms.v1.model.WriteControl;
import java.util.ArrayList;
import java.util.List;
import org.entraide.form.questionnaire.CurrentForm;
import org.entraide.form.questionnaire.MissingQuestions;
import org.entraide.form.questionnaire.QuestionnairePart;

/** What is to be added to a form, as Google takes it. */
final class FormRequests {

  private FormRequests() {}

  static BatchUpdateFormRequest of(CurrentForm form, MissingQuestions additions) {
    List<Request> requests = new ArrayList<>();
    additions
        .description()
        .ifPresent(
            words ->
                requests.add(
                    new Request()
                        .setUpdateFormInfo(
                            new UpdateFormInfoRequest()
                                .setInfo(new Info().setDescription(words))
                                .setUpdateMask("description"))));
    for (MissingQuestions.Placed placed : additions.pieces()) {
      requests.add(
          new Request()
              .setCreateItem(
                  new CreateItemRequest()
                      .setItem(item(placed.piece()))
                      .setLocation(new Location().setIndex(placed.index()))));
    }
    BatchUpdateFormRequest batch = new BatchUpdateFormRequest().setRequests(requests);
    return form.revision().isEmpty()
        ? batch
        : batch.setWriteControl(new WriteControl().setRequiredRevisionId(form.revision()));
  }

  private static Item item(QuestionnairePart piece) {
    Item item = new Item().setTitle(piece.title());
    if (!piece.description().isEmpty()) {
      item.setDescription(piece.description());
    }
    return piece.asks()
        ? item.setQuestionItem(new QuestionItem().setQuestion(question(piece)))
        : item.setPageBreakItem(new PageBreakItem());
  }

  private static Question question(QuestionnairePart piece) {
    Question question = new Question();
    if (piece.required()) {
      question.setRequired(true);
    }
    return switch (piece.kind()) {
      case LINE -> question.setTextQuestion(new TextQuestion());
      case PARAGRAPH -> question.setTextQuestion(new TextQuestion().setParagraph(true));
      case RADIO -> question.setChoiceQuestion(choice("RADIO", piece));
      case DROP_DOWN -> question.setChoiceQuestion(choice("DROP_DOWN", piece));
      case BOXES -> question.setChoiceQuestion(choice("CHECKBOX", piece));
      case SECTION -> throw new IllegalArgumentException("A section asks nothing.");
    };
  }

  private static ChoiceQuestion choice(String type, QuestionnairePart piece) {
    List<Option> options = new ArrayList<>();
    piece.choices().forEach(value -> options.add(new Option().setValue(value)));
    if (piece.other()) {
      options.add(new Option().setIsOther(true));
    }
    return new ChoiceQuestion().setType(type).setOptions(options);
  }
}

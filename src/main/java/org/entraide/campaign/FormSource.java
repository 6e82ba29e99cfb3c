package org.entraide.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form behind a campaign's sheet. */
public interface FormSource {

  /** Reads the form itself, in one request. */
  Form form() throws RemoteFailure;

  /**
   * Reads the answers given or changed at or after a moment, all pages.
   *
   * @param since inclusive; {@link Instant#EPOCH} for all
   */
  List<Answer> answers(Instant since) throws RemoteFailure;

  /**
   * A form.
   *
   * @param linkedSpreadsheet where its answers land, if anywhere
   * @param acceptsAnswers whether it is published and open, where the service says so
   */
  record Form(
      String id,
      String title,
      Optional<String> linkedSpreadsheet,
      Optional<Boolean> acceptsAnswers,
      List<Question> questions) {
    public Form {
      questions = List.copyOf(questions);
    }
  }

  /**
   * A question; a grid is one question a row.
   *
   * @param title as the sheet's header has it, {@code Title [Row]} for a grid's row
   * @param choices what can be ticked, none for free text
   * @param several whether more than one can be ticked
   */
  record Question(String id, String title, List<String> choices, boolean several) {
    public Question {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One person's answer.
   *
   * @param values question id to what was answered, as text or ticks
   */
  record Answer(
      String responseId,
      Instant created,
      Instant lastSubmitted,
      Optional<String> email,
      Map<String, List<String>> values) {
    public Answer {
      values = Map.copyOf(values);
    }
  }
}

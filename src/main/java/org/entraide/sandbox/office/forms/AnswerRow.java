package org.entraide.sandbox.office.forms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One response to a form, on its way into the response tab.
 *
 * @param submitted when it was last submitted
 * @param answers in any order; a question that was not answered is absent
 * @param email of the respondent, where the form collects it
 */
public record AnswerRow(
    String responseId, Instant submitted, List<Answer> answers, @Nullable String email) {

  /**
   * What was answered to one question.
   *
   * @param values one, or one for each box ticked
   */
  public record Answer(String questionId, String title, List<String> values) {
    public Answer {
      values = List.copyOf(values);
    }
  }

  public AnswerRow {
    answers = List.copyOf(answers);
  }
}

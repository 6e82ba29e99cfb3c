package org.entraide.form.questionnaire;

import java.util.List;
import java.util.Optional;
import org.entraide.form.Form;

/**
 * A form as it is, to be edited.
 *
 * @param description below its title; may be empty
 * @param titles of all its items from the top, those that ask nothing included; may be empty
 * @param revision an edit is refused when the form has another one at that time
 * @param published whether it can be opened by respondents, where the service says so
 * @param address where it is answered; may be empty
 */
public record CurrentForm(
    Form form,
    String description,
    List<String> titles,
    String revision,
    Optional<Boolean> published,
    String address) {
  public CurrentForm {
    titles = List.copyOf(titles);
  }
}

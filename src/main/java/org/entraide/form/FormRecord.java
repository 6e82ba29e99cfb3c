package org.entraide.form;

import java.util.List;

/**
 * Everything that is read of a form.
 *
 * @param responses those that were not deleted, in any order
 */
public record FormRecord(Form form, List<Response> responses) {
  public FormRecord {
    responses = List.copyOf(responses);
  }
}

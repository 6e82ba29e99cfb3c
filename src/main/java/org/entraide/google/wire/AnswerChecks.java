package org.entraide.google.wire;

import com.google.api.client.util.Data;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a value is in an answer. Google's client turns a {@code null} of JSON into special
 * values that are not null: an empty text, a zero, an object without fields.
 */
public final class AnswerChecks {

  private AnswerChecks() {}

  /** Whether a field is not there, or is null. */
  public static boolean isMissing(@Nullable Object value) {
    return value == null || Data.isNull(value);
  }

  /**
   * Holds an answer to the thing that was asked for.
   *
   * @param id of what was asked for
   * @param answeredId what the answer says
   * @throws GarbledAnswerException if it is about another one, or does not say
   */
  public static void check(String id, @Nullable String answeredId) throws GarbledAnswerException {
    if (!id.equals(answeredId)) {
      throw new GarbledAnswerException("an answer about something else");
    }
  }
}

package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.entraide.plan.layout.PersonColumn;
import org.entraide.plan.layout.Status;
import org.entraide.text.Message;
import org.entraide.text.Texts;

/**
 * What a row says about a person, before it is put into words.
 *
 * @param place nothing where no place is known
 * @param introduced counterparts
 * @param explanation whole sentences
 */
public record RowReport(
    Status status, List<Message> place, List<Message> introduced, List<Message> explanation) {

  private static final int LONGEST = 2000;

  public RowReport {
    place = List.copyOf(place);
    introduced = List.copyOf(introduced);
    explanation = List.copyOf(explanation);
  }

  /** With one more sentence. */
  public RowReport and(Message sentence) {
    List<Message> all = new ArrayList<>(explanation);
    all.add(sentence);
    return new RowReport(status, place, introduced, all);
  }

  /** The words of the reported columns. */
  public Map<PersonColumn, String> words(Texts texts) {
    return Map.of(
        PersonColumn.STATUS,
        texts.format(status.word()),
        PersonColumn.PLACE,
        joined(place, " ", texts),
        PersonColumn.INTRODUCED,
        joined(introduced, texts.get("introduced.separator"), texts),
        PersonColumn.EXPLANATION,
        shortened(joined(explanation, " ", texts)));
  }

  /** A cell holds 50,000 characters, and nobody reads that many. */
  public static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  public static String joined(List<Message> messages, String separator, Texts texts) {
    return String.join(separator, messages.stream().map(texts::format).distinct().toList());
  }
}

package org.entraide.plan.write;

import java.util.ArrayList;
import java.util.Comparator;
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
 * @param explanation all that is to be said, each a sentence of some {@link SentenceKind}, the most
 *     important first
 */
public record RowReport(
    Status status, List<Message> place, List<Message> introduced, List<Message> explanation) {

  private static final int LONGEST = 2000;

  public RowReport {
    place = List.copyOf(place);
    introduced = List.copyOf(introduced);
    explanation = explanation.stream().sorted(Comparator.comparingInt(SentenceKind::rank)).toList();
  }

  /** What an organiser is to do, the most important first, by key; a clause each. */
  public List<Message> actions() {
    return explanation.stream().filter(it -> SentenceKind.of(it) == SentenceKind.ACTION).toList();
  }

  /** With more sentences. */
  public RowReport and(List<Message> sentences) {
    List<Message> all = new ArrayList<>(explanation);
    all.addAll(sentences);
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
        new ExplanationCell(texts).of(explanation));
  }

  /** A cell holds 50,000 characters, and nobody reads that many. */
  public static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  public static String joined(List<Message> messages, String separator, Texts texts) {
    return String.join(separator, messages.stream().map(texts::format).distinct().toList());
  }
}

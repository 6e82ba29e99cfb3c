package org.entraide.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;
import org.entraide.text.Texts;

/**
 * Everything that was found, to be shown.
 *
 * @param findings in the order in which they help
 */
public record DoctorReport(List<DoctorFinding> findings) {

  private static final String PLAIN = "\u001b[0m";

  public DoctorReport {
    findings = List.copyOf(findings);
  }

  /** What the worst finding comes to. */
  public DoctorFinding.Consequence worst() {
    return findings.stream()
        .map(DoctorFinding::consequence)
        .max(Enum::compareTo)
        .orElse(DoctorFinding.Consequence.NONE);
  }

  /**
   * For people, a line each.
   *
   * @param texts of the reader's language
   * @param colour whether signs are coloured
   */
  public List<String> lines(Texts texts, boolean colour) {
    return findings.stream()
        .map(
            f ->
                (colour ? colour(f.grade()) + f.grade().sign() + PLAIN : f.grade().sign())
                    + " "
                    + f.line(texts))
        .toList();
  }

  private static String colour(DoctorFinding.Grade grade) {
    return switch (grade) {
      case GOOD -> "\u001b[32m";
      case WARNING -> "\u001b[33m";
      case BAD -> "\u001b[31m";
    };
  }

  /**
   * For programs, in English whatever the reader speaks: an array of objects, in the same order.
   */
  public String json() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ArrayNode array = mapper.createArrayNode();
    Texts english = Texts.english();
    for (DoctorFinding finding : findings) {
      FindingWords.FindingText findingText = finding.words().in(english);
      array
          .addObject()
          .put("grade", word(finding.grade()))
          .put("about", english.format(finding.about()))
          .put("text", findingText.text())
          .put("cause", findingText.cause())
          .put("fix", findingText.fix())
          .put("consequence", word(finding.consequence()));
    }
    return mapper.writeValueAsString(array);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

package org.entraide.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Locale;

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
   * @param colour whether signs are coloured
   */
  public List<String> lines(boolean colour) {
    return findings.stream()
        .map(
            f ->
                (colour ? colour(f.grade()) + f.grade().sign() + PLAIN : f.grade().sign())
                    + " "
                    + f.about()
                    + ": "
                    + f.text())
        .toList();
  }

  private static String colour(DoctorFinding.Grade grade) {
    return switch (grade) {
      case GOOD -> "\u001b[32m";
      case WARNING -> "\u001b[33m";
      case BAD -> "\u001b[31m";
    };
  }

  /** For programs: an array of objects, in the same order. */
  public String json() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ArrayNode array = mapper.createArrayNode();
    for (DoctorFinding finding : findings) {
      array
          .addObject()
          .put("grade", word(finding.grade()))
          .put("about", finding.about())
          .put("text", finding.text())
          .put("cause", finding.cause())
          .put("fix", finding.fix())
          .put("consequence", word(finding.consequence()));
    }
    return mapper.writeValueAsString(array);
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}

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
public record Report(List<Finding> findings) {

  private static final String PLAIN = "\u001b[0m";

  public Report {
    findings = List.copyOf(findings);
  }

  /** What the worst finding comes to. */
  public Finding.Consequence worst() {
    return findings.stream()
        .map(Finding::consequence)
        .max(Enum::compareTo)
        .orElse(Finding.Consequence.NONE);
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

  private static String colour(Finding.Grade grade) {
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
    for (Finding finding : findings) {
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

package org.entraide.matchfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.entraide.match.model.Alternative;
import org.entraide.match.model.Certificate;
import org.entraide.match.model.HelpFigures;
import org.entraide.match.model.RoundReport;
import org.jspecify.annotations.Nullable;

/** Writes {@code CERT.json}. */
public final class CertificateFile {

  private static final int MILLIS = 3;

  private CertificateFile() {}

  /**
   * The certificate as JSON, with a line feed at its end.
   *
   * @param took how long the whole took, reading included
   */
  public static String json(Certificate certificate, Duration took) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("people_helped", certificate.peopleHelped());
    root.put("introductions", certificate.introductions());
    root.put("upper_bound", certificate.upperBound());
    root.put("bound", certificate.bound());
    root.put("blocking_pairs", certificate.blockingPairs());
    for (RoundReport round : certificate.rounds()) {
      root.withArray("rounds")
          .addObject()
          .put("introductions", round.introductions())
          .put("blocking_pairs", round.blockingPairs())
          .put("largest_stable", round.largestStable().key());
    }
    root.withArray("rounds");
    writeFigures(root, new HelpFigures(certificate.distance(), certificate.load()));
    root.put("people", certificate.people());
    root.put("helpers", certificate.helpers());
    root.put("policy", certificate.policy().key());
    ObjectNode alternatives = root.putObject("alternatives");
    certificate
        .alternatives()
        .forEach((policy, it) -> alternatives.set(policy.key(), alternative(it)));
    root.put(
        "seconds", BigDecimal.valueOf(took.toNanos(), 9).setScale(MILLIS, RoundingMode.HALF_UP));
    try {
      return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(root)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of numbers and words was not written.", e);
    }
  }

  /** Adds {@code distance} and {@code load}, with two decimals; what is not known is null. */
  public static void writeFigures(ObjectNode node, HelpFigures figures) {
    node.putObject("distance")
        .put("median_km", rounded(figures.distance().medianKm()))
        .put("p90_km", rounded(figures.distance().p90Km()))
        .put("max_km", rounded(figures.distance().maxKm()));
    node.putObject("load")
        .put("median", rounded(figures.load().median()))
        .put("p90", rounded(figures.load().p90()));
  }

  private static @Nullable BigDecimal rounded(@Nullable Double number) {
    return number == null ? null : ListWords.rounded(number);
  }

  private static JsonNode alternative(Alternative it) {
    return it.equals(Alternative.UNKNOWN)
        ? JsonNodeFactory.instance.nullNode()
        : JsonNodeFactory.instance
            .objectNode()
            .put("people_helped", it.peopleHelped())
            .put("blocking_pairs", it.blockingPairs())
            .put("blocking_priority", it.blockingPriority());
  }
}

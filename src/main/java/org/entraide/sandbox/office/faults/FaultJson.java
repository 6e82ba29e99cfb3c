package org.entraide.sandbox.office.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.entraide.sandbox.office.faults.Faults.Rule;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.OfficeJson;

/** Rules of {@link Faults} as JSON. */
public final class FaultJson {

  private static final JsonSchema RULE =
      JsonSchema.parse(
          "kind method path times probability effect afterEffect delayMillis retryAfter");

  private FaultJson() {}

  /**
   * Reads a rule.
   *
   * @throws ApiException 400 for what is no rule
   */
  public static Rule read(ObjectNode json) {
    RULE.check(json);
    try {
      return new Rule(
          pattern(json, "kind"),
          pattern(json, "method"),
          pattern(json, "path"),
          json.path("times").asInt(1),
          json.path("probability").asDouble(1),
          effect(OfficeJson.text(json, "effect").orElse("")),
          json.path("afterEffect").asBoolean(false),
          Duration.ofMillis(json.path("delayMillis").asLong(0)),
          Instant.parse(OfficeJson.text(json, "retryAfter").orElse("1970-01-01T00:00:00Z")));
    } catch (PatternSyntaxException e) {
      throw ApiException.invalid("No regular expression: " + e.getPattern());
    } catch (DateTimeException e) {
      throw ApiException.invalid("retryAfter is a time such as 2026-01-01T00:00:00Z.");
    }
  }

  private static Pattern pattern(ObjectNode json, String field) {
    return Pattern.compile(OfficeJson.text(json, field).orElse(".*"));
  }

  private static FaultEffect effect(String name) {
    return Arrays.stream(FaultEffect.values())
        .filter(effect -> effect.name().equals(name))
        .findFirst()
        .orElseThrow(
            () -> ApiException.invalid("effect is one of " + List.of(FaultEffect.values()) + "."));
  }

  public static ObjectNode write(Rule rule) {
    return OfficeJson.object()
        .put("kind", rule.kind().pattern())
        .put("method", rule.method().pattern())
        .put("path", rule.path().pattern())
        .put("times", rule.times())
        .put("probability", rule.probability())
        .put("effect", rule.effect().name())
        .put("afterEffect", rule.applied())
        .put("delayMillis", rule.delay().toMillis())
        .put("retryAfter", rule.retryAfter().toString());
  }
}

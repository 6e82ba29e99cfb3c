package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Cuts a successful answer down to its {@code fields} mask and lays it out as asked. */
final class Partial {

  private Partial() {}

  static OfficeResponse of(OfficeResponse answer, Optional<FieldMask> mask, String prettyPrint) {
    boolean compact = prettyPrint.equals("false");
    boolean json = answer.headers().getOrDefault("Content-Type", "").startsWith("application/json");
    if (answer.status() != 200 || !json || (mask.isEmpty() && !compact)) {
      return answer;
    }
    JsonNode whole = Json.parse(answer.text());
    JsonNode kept = mask.map(m -> m.apply(whole)).orElse(whole);
    String text = compact ? Json.compact(kept) : Json.pretty(kept, 2);
    return new OfficeResponse(200, answer.headers(), text.getBytes(StandardCharsets.UTF_8));
  }
}

package org.entraide.sandbox.office.http;

import java.util.Optional;

/** Cuts a successful answer down to its {@code fields} mask and lays it out as asked. */
public final class PartialResponse {

  private PartialResponse() {}

  public static OfficeResponse of(
      OfficeResponse answer, Optional<FieldMask> mask, String prettyPrint) {
    boolean compact = prettyPrint.equals("false");
    boolean json = answer.headers().getOrDefault("Content-Type", "").startsWith("application/json");
    if (answer.status() != 200 || !json || (mask.isEmpty() && !compact)) {
      return answer;
    }
    byte[] kept = mask.orElseGet(FieldMask::everything).rewrite(answer.body(), !compact);
    return new OfficeResponse(200, answer.headers(), kept);
  }
}

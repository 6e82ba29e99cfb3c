package org.entraide.sandbox.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.http.OfficeRequest;

/**
 * What the page sends with every change, so that no other page can ask for one: nobody else's can
 * read it, even where a browser would send a request in its name.
 */
public final class PageToken {

  /** The request header that it comes in. */
  public static final String HEADER = "X-Entraide-Token";

  private static final int BYTES = 32;

  private final String value;

  private PageToken(String value) {
    this.value = value;
  }

  /**
   * A new one, good until the sandbox ends.
   *
   * @param random that nobody can guess
   */
  public static PageToken fresh(RandomGenerator random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new PageToken(HexFormat.of().formatHex(bytes));
  }

  /** Hexadecimal digits, which need no escaping in HTML or in a header. */
  String value() {
    return value;
  }

  boolean isIn(OfficeRequest request) {
    return MessageDigest.isEqual(
        request.header(HEADER).orElse("").getBytes(StandardCharsets.UTF_8),
        value.getBytes(StandardCharsets.UTF_8));
  }
}

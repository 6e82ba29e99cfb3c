package org.entraide.google.wire;

import com.google.api.client.http.HttpResponse;
import com.google.common.hash.Hashing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as it came, compressed where the server compressed it. Unpacking and
 * parsing a large sheet costs far more than comparing it with the one before.
 */
public final class PackedAnswer {

  /**
   * The largest answer that is held and compared; a larger one is read as it comes. A sheet of
   * 20,000 rows is some 3 MB, compressed.
   */
  private static final int MOST_HELD = 16 << 20;

  private final byte[] head;
  private final boolean zipped;
  private final Optional<InputStream> rest; // empty where all is held

  private PackedAnswer(byte[] head, boolean zipped, Optional<InputStream> rest) {
    this.head = head;
    this.zipped = zipped;
    this.rest = rest;
  }

  /** Keeps what a request got that asked for the bytes as they come. */
  public static PackedAnswer of(HttpResponse response) throws IOException {
    return of(response.getContent(), isZipped(response.getContentEncoding()), MOST_HELD);
  }

  static PackedAnswer of(InputStream body, boolean zipped, int mostHeld) throws IOException {
    byte[] head = body.readNBytes(mostHeld);
    return new PackedAnswer(
        head, zipped, head.length < mostHeld ? Optional.empty() : Optional.of(body));
  }

  /** What a header says of a body. */
  static boolean isZipped(@Nullable String contentEncoding) {
    return "gzip".equalsIgnoreCase(contentEncoding) || "x-gzip".equalsIgnoreCase(contentEncoding);
  }

  /** Whether all of it is there, so that it can be compared, and read later. */
  public boolean isHeld() {
    return rest.isEmpty();
  }

  /** A hash of the bytes; only for an answer that is held. */
  public String digest() {
    return Hashing.sha256().hashBytes(head).toString();
  }

  /** What it says, unpacked; to be read once where it is not held. */
  public InputStream open() throws IOException {
    InputStream held = new ByteArrayInputStream(head);
    InputStream all = rest.isPresent() ? new SequenceInputStream(held, rest.get()) : held;
    return zipped ? new GZIPInputStream(all) : all;
  }
}

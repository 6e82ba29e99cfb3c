package org.entraide.sandbox.office.gmail;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * One message of a mailbox, as it was at one moment.
 *
 * @param id sixteen hexadecimal digits
 * @param threadId the id of the thread's first message
 * @param labels such as {@code DRAFT}, {@code SENT}, {@code TRASH}
 * @param raw the bytes of RFC 5322
 * @param date when Gmail got it
 * @param historyId of its last change
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
public record MailMessage(
    String id, String threadId, List<String> labels, byte[] raw, Instant date, long historyId) {

  public MailMessage {
    labels = List.copyOf(new LinkedHashSet<>(labels));
  }

  boolean has(String label) {
    return labels.contains(label);
  }

  MailMessage with(long newHistoryId, Collection<String> newLabels) {
    return new MailMessage(id, threadId, List.copyOf(newLabels), raw, date, newHistoryId);
  }

  /** The headers and text, read anew from the bytes. */
  MimeText read() {
    return MimeText.read(raw);
  }
}

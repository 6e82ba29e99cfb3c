package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.OfficeJson;

/** What happened in a mailbox, in order; ids grow and leave gaps. */
final class MailHistory {

  private static final int WIDEST_GAP = 40;

  private final RandomGenerator random;
  private final List<Change> changes = new ArrayList<>();
  private long last;
  private long oldest;

  MailHistory(RandomGenerator random) {
    this.random = random;
    this.last = 1000L + random.nextInt(1_000_000);
    this.oldest = last;
  }

  enum Kind {
    MESSAGE_ADDED("messagesAdded", "messageAdded"),
    MESSAGE_DELETED("messagesDeleted", "messageDeleted"),
    LABEL_ADDED("labelsAdded", "labelAdded"),
    LABEL_REMOVED("labelsRemoved", "labelRemoved");

    private final String key;
    private final String type;

    Kind(String key, String type) {
      this.key = key;
      this.type = type;
    }

    /** As {@code historyTypes} names it. */
    String type() {
      return type;
    }
  }

  /**
   * @param labels those of the message after the change
   * @param moved the labels added or removed
   */
  record Change(
      long id,
      Kind kind,
      String messageId,
      String threadId,
      List<String> labels,
      List<String> moved) {

    ObjectNode toJson() {
      ObjectNode json = OfficeJson.object().put("id", Long.toString(id));
      json.putArray("messages").addObject().put("id", messageId).put("threadId", threadId);
      ObjectNode entry = json.putArray(kind.key).addObject();
      ObjectNode message =
          entry.putObject("message").put("id", messageId).put("threadId", threadId);
      labels.forEach(message.withArray("labelIds")::add);
      if (kind == Kind.LABEL_ADDED || kind == Kind.LABEL_REMOVED) {
        moved.forEach(entry.withArray("labelIds")::add);
      }
      return json;
    }
  }

  /** The next id, for a change that is about to be recorded. */
  long next() {
    last += 1 + random.nextInt(WIDEST_GAP);
    return last;
  }

  long last() {
    return last;
  }

  void record(Kind kind, MailMessage message, List<String> moved) {
    changes.add(
        new Change(
            message.historyId(), kind, message.id(), message.threadId(), message.labels(), moved));
  }

  /** Forgets everything so far: a cursor from before is too old. */
  void forget() {
    changes.clear();
    oldest = last;
  }

  /**
   * The changes after a cursor.
   *
   * @throws ApiException 404 for a cursor that is too old, or that was never given out
   */
  List<Change> since(long start) {
    if (start < oldest || start > last) {
      throw ApiException.notFound();
    }
    return changes.stream().filter(change -> change.id() > start).toList();
  }
}

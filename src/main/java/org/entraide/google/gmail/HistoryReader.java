package org.entraide.google.gmail;

import com.google.api.services.gmail.model.History;
import com.google.api.services.gmail.model.HistoryLabelAdded;
import com.google.api.services.gmail.model.HistoryLabelRemoved;
import com.google.api.services.gmail.model.HistoryMessageAdded;
import com.google.api.services.gmail.model.HistoryMessageDeleted;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.Message;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.entraide.campaign.port.Mailbox;
import org.jspecify.annotations.Nullable;

/** Sums up the history of a mailbox. */
final class HistoryReader {

  private final Set<String> threads = new HashSet<>();
  private final Set<String> messages = new HashSet<>();
  private final Map<String, Mailbox.MessageIds> sent = new LinkedHashMap<>();
  private final Map<String, Mailbox.MessageIds> drafted = new LinkedHashMap<>();

  private HistoryReader() {}

  /**
   * @param from where it begins
   * @param pages in order; one may be empty and be followed by others
   */
  static Mailbox.Changes read(String from, List<ListHistoryResponse> pages) {
    HistoryReader reader = new HistoryReader();
    for (ListHistoryResponse page : pages) {
      if (page.getHistory() != null) {
        page.getHistory().forEach(reader::read);
      }
    }
    // the first page's: what changes while later pages are read is in the next answer again
    String position =
        pages.stream()
            .map(ListHistoryResponse::getHistoryId)
            .filter(Objects::nonNull)
            .findFirst()
            .map(BigInteger::toString)
            .orElse(from);
    return new Mailbox.Changes(
        position,
        reader.threads,
        reader.messages,
        List.copyOf(reader.sent.values()),
        List.copyOf(reader.drafted.values()));
  }

  private void read(History history) {
    if (isBare(history)) {
      orNone(history.getMessages()).forEach(this::touched);
    }
    for (HistoryMessageAdded added : orNone(history.getMessagesAdded())) {
      // Google does not always send the labels of what was added: the look that follows reads them
      appeared(added.getMessage(), labels(added.getMessage()));
    }
    for (HistoryLabelAdded added : orNone(history.getLabelsAdded())) {
      appeared(added.getMessage(), orNone(added.getLabelIds()));
    }
    for (HistoryMessageDeleted deleted : orNone(history.getMessagesDeleted())) {
      touched(deleted.getMessage());
    }
    for (HistoryLabelRemoved removed : orNone(history.getLabelsRemoved())) {
      touched(removed.getMessage());
    }
  }

  /** Google documents that every record has its kind of change; one that does not counts. */
  private static boolean isBare(History history) {
    return history.getMessagesAdded() == null
        && history.getMessagesDeleted() == null
        && history.getLabelsAdded() == null
        && history.getLabelsRemoved() == null;
  }

  private void appeared(@Nullable Message message, List<String> labels) {
    if (message == null || message.getId() == null) {
      return;
    }
    Mailbox.MessageIds names = new Mailbox.MessageIds(message.getId(), text(message.getThreadId()));
    if (labels.equals(List.of("DRAFT"))) {
      drafted.put(names.id(), names);
      return;
    }
    touched(message);
    if (labels.contains("SENT")) {
      sent.put(names.id(), names);
    }
  }

  private void touched(@Nullable Message message) {
    if (message != null) {
      messages.add(text(message.getId()));
      threads.add(text(message.getThreadId()));
    }
  }

  private static List<String> labels(@Nullable Message message) {
    return message == null ? List.of() : orNone(message.getLabelIds());
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}

package org.entraide.google;

import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.MessagePartHeader;
import com.google.api.services.gmail.model.Thread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.entraide.campaign.Mailbox;
import org.entraide.campaign.RemoteFailure;
import org.entraide.campaign.RemoteFailure.Kind;
import org.entraide.plan.Letter;
import org.jspecify.annotations.Nullable;

/** A delegate's mailbox through the Gmail API. */
final class GmailMailbox implements Mailbox {

  private final GmailCalls calls;
  private final String address;

  /**
   * Message id to the subject's reference. What a message says never changes (an edited draft is
   * another message), and looking costs much quota: a search that is throttled goes on where it
   * was.
   */
  private final Map<String, SubjectLine> subjects = new ConcurrentHashMap<>();

  GmailMailbox(GmailCalls calls, String address) {
    this.calls = calls;
    this.address = address;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public List<Draft> drafts() throws RemoteFailure {
    List<Draft> drafts = new ArrayList<>();
    for (com.google.api.services.gmail.model.Draft draft : calls.drafts()) {
      drafts.add(draft(draft));
    }
    return List.copyOf(drafts);
  }

  @Override
  public Draft create(Letter letter) throws RemoteFailure {
    byte[] mime;
    try {
      mime = LetterMime.bytes(letter);
    } catch (LetterMime.UnfitLetterException e) {
      throw RemoteFailure.of(
          Kind.REJECTED,
          "The letter " + letter.introduction() + " cannot be drafted: " + e.getMessage() + ".");
    }
    return draft(calls.create(mime));
  }

  @Override
  public Map<String, Trace> find(Set<String> references) throws RemoteFailure {
    Map<String, Trace> found = new LinkedHashMap<>();
    List<Draft> drafts = drafts();
    for (Draft draft : drafts) {
      look(references, found, draft);
    }
    search(references, found, "SENT");
    search(references, found, "TRASH");
    return found;
  }

  /** A label's messages, as long as something is still to be found. */
  private void search(Set<String> references, Map<String, Trace> found, String label)
      throws RemoteFailure {
    if (found.keySet().containsAll(references)) {
      return;
    }
    for (Message message : calls.messages(label)) {
      look(references, found, new Draft("", text(message.getId()), text(message.getThreadId())));
      if (found.keySet().containsAll(references)) {
        return;
      }
    }
  }

  private void look(Set<String> references, Map<String, Trace> found, Draft where)
      throws RemoteFailure {
    SubjectLine known = subjects.get(where.messageId());
    if (known != null && known.references().stream().noneMatch(references::contains)) {
      return;
    }
    Optional<Message> message = headers(where.messageId());
    if (message.isEmpty()) {
      // Gone, or edited, between the listing and now.
      return;
    }
    SubjectLine subject = SubjectLine.parse(subject(message.get()));
    subjects.put(where.messageId(), subject);
    Fate fate = fate(message.get().getLabelIds());
    // An answer to the letter bears its reference, too; only a sent one proves anything.
    if (fate == Fate.ABSENT || (subject.isReply() && fate != Fate.SENT)) {
      return;
    }
    for (String reference : subject.references()) {
      if (references.contains(reference)) {
        found.putIfAbsent(reference, new Trace(fate, where));
      }
    }
  }

  @Override
  public Trace trace(Draft draft) throws RemoteFailure {
    Trace absent = new Trace(Fate.ABSENT, draft);
    if (draft.threadId().isEmpty()) {
      return absent;
    }
    Thread thread;
    try {
      thread = calls.thread(draft.threadId());
    } catch (RemoteFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return absent;
      }
      throw e;
    }
    List<Message> messages = thread.getMessages() == null ? List.of() : thread.getMessages();
    return messages.stream()
        .map(
            m ->
                new Trace(
                    fate(m.getLabelIds()),
                    new Draft(draft.id(), text(m.getId()), draft.threadId())))
        .filter(t -> t.fate() != Fate.ABSENT)
        // Sent outweighs a draft (an answer begun later), and that a message in the trash.
        .min(Comparator.comparing(t -> weight(t.fate())))
        .orElse(absent);
  }

  private static int weight(Fate fate) {
    return switch (fate) {
      case SENT -> 0;
      case DRAFT -> 1;
      case TRASHED -> 2;
      case ABSENT -> 3;
    };
  }

  /** By labels alone: the draft around a message can outlive its being sent. */
  static Fate fate(@Nullable List<String> labels) {
    if (labels == null) {
      return Fate.ABSENT;
    }
    if (labels.contains("SENT")) {
      return Fate.SENT;
    }
    if (labels.contains("TRASH")) {
      return Fate.TRASHED;
    }
    return labels.contains("DRAFT") ? Fate.DRAFT : Fate.ABSENT;
  }

  private Optional<Message> headers(String messageId) throws RemoteFailure {
    try {
      return Optional.of(calls.headers(messageId));
    } catch (RemoteFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String subject(Message message) {
    if (message.getPayload() == null || message.getPayload().getHeaders() == null) {
      return "";
    }
    return message.getPayload().getHeaders().stream()
        .filter(h -> "subject".equalsIgnoreCase(h.getName()))
        .map(MessagePartHeader::getValue)
        .map(GmailMailbox::text)
        .findFirst()
        .orElse("");
  }

  private static Draft draft(com.google.api.services.gmail.model.Draft draft) throws RemoteFailure {
    Message message = draft.getMessage();
    if (draft.getId() == null || message == null) {
      throw RemoteFailure.of(
          Kind.UNAVAILABLE, "Listing the delegate's mailbox failed: a draft without its ids.");
    }
    return new Draft(draft.getId(), text(message.getId()), text(message.getThreadId()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}

package org.entraide.sandbox.office.gmail;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.entraide.sandbox.office.gmail.Composer.Edit;
import org.entraide.sandbox.office.gmail.MailHistory.Kind;
import org.entraide.sandbox.office.http.ApiException;
import org.jspecify.annotations.Nullable;

/** A person's mailbox: messages, the drafts that wrap some of them, and what happened. */
public final class OfficeMailbox {

  private static final List<String> DRAFT = List.of("DRAFT");

  private final String email;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final MailHistory history;
  private final Map<String, MailMessage> messages = new LinkedHashMap<>();
  private final Map<String, String> drafts = new LinkedHashMap<>();
  private SendMode sendMode = SendMode.SEND_404_NEWID;
  private Duration lag = Duration.ZERO;

  /**
   * @param clock by which messages are dated
   * @param random where the names of messages and drafts come from
   */
  public OfficeMailbox(String email, InstantSource clock, RandomGenerator random) {
    this.email = email;
    this.clock = clock;
    this.random = random;
    this.history = new MailHistory(random);
  }

  /**
   * A draft's wrapper and what it holds.
   *
   * @param id {@code r} and a signed number
   */
  public record Draft(String id, MailMessage message) {}

  public String email() {
    return email;
  }

  public SendMode sendMode() {
    return sendMode;
  }

  /** Chooses what sending looks like from now on. */
  public void sendMode(SendMode mode) {
    sendMode = mode;
  }

  /** Lets listings lag behind: what is younger is in no list yet, though it can be read by name. */
  public void lag(Duration age) {
    lag = age;
  }

  /** Whether listings show a message already. */
  boolean lists(MailMessage message) {
    return !message.date().plus(lag).isAfter(clock.instant());
  }

  // What the API does.

  Draft create(byte[] raw, @Nullable String threadId) {
    String draftId = "r" + random.nextLong();
    MailMessage message = add(raw, threadId, DRAFT);
    drafts.put(draftId, message.id());
    return new Draft(draftId, message);
  }

  Draft replace(String draftId, byte[] raw, @Nullable String threadId) {
    MailMessage old = draft(draftId).message();
    remove(old);
    MailMessage message = add(raw, threadId, DRAFT);
    drafts.put(draftId, message.id());
    return new Draft(draftId, message);
  }

  /** Deletes for good what the wrapper holds, a sent message too. */
  void delete(String draftId) {
    MailMessage message = draft(draftId).message();
    drafts.remove(draftId);
    remove(message);
  }

  MailMessage relabel(String messageId, Set<String> added, Set<String> removed) {
    MailMessage old = message(messageId);
    Set<String> labels = new LinkedHashSet<>(old.labels());
    List<String> gained = added.stream().filter(labels::add).sorted().toList();
    List<String> lost = removed.stream().filter(labels::remove).sorted().toList();
    MailMessage changed = old;
    if (!lost.isEmpty()) {
      changed = changed.with(history.next(), labels);
      history.record(Kind.LABEL_REMOVED, changed, lost);
    }
    if (!gained.isEmpty()) {
      changed = changed.with(history.next(), labels);
      history.record(Kind.LABEL_ADDED, changed, gained);
    }
    messages.put(messageId, changed);
    return changed;
  }

  // What the person does in Gmail.

  /**
   * Begins a letter of the person's own.
   *
   * @param raw as RFC 5322 writes it
   */
  public Draft write(byte[] raw) {
    return create(raw, null);
  }

  /**
   * Edits a draft: the draft keeps its id, its message gets another, and its thread too once the
   * subject is another.
   *
   * @throws ApiException 404 if there is no such draft
   */
  public Draft edit(
      String draftId, Optional<String> to, Optional<String> subject, Optional<String> text) {
    MailMessage old = draft(draftId).message();
    byte[] raw = Composer.edit(old.raw(), new Edit(to, subject, text), clock.instant());
    boolean sameSubject =
        old.read().headerOr("Subject").equals(MimeText.read(raw).headerOr("Subject"));
    return replace(draftId, raw, sameSubject ? old.threadId() : null);
  }

  /**
   * Sends a draft, in the mode chosen.
   *
   * @throws ApiException 404 if there is no such draft
   */
  public MailMessage send(String draftId) {
    MailMessage draft = draft(draftId).message();
    byte[] raw = outgoing(draft.raw());
    if (sendMode == SendMode.SEND_SAMEID_LABELSWAP) {
      drafts.remove(draftId);
      messages.put(
          draft.id(),
          new MailMessage(
              draft.id(), draft.threadId(), draft.labels(), raw, draft.date(), draft.historyId()));
      return relabel(draft.id(), Set.of("SENT"), Set.of("DRAFT"));
    }
    remove(draft);
    MailMessage sent = add(raw, draft.threadId(), List.of("SENT"));
    if (sendMode == SendMode.SEND_WRAPPER_KEPT) {
      drafts.put(draftId, sent.id());
    } else {
      drafts.remove(draftId);
    }
    return sent;
  }

  /**
   * Sends the text of a draft as a new message, from Gmail or from another program: the draft stays
   * where it is.
   *
   * @throws ApiException 404 if there is no such draft
   */
  public MailMessage sendCopy(String draftId) {
    return add(outgoing(draft(draftId).message().raw()), null, List.of("SENT"));
  }

  /**
   * Sends a draft from a program that knows no drafts of Gmail's: the message that goes out is in
   * another thread, and the draft is gone.
   *
   * @throws ApiException 404 if there is no such draft
   */
  public MailMessage sendElsewhere(String draftId) {
    MailMessage sent = sendCopy(draftId);
    delete(draftId);
    return sent;
  }

  /**
   * Lets a draft wait for its hour: it is no draft any more, and not sent.
   *
   * @param hidden whether the API shows no label for that
   * @throws ApiException 404 if there is no such draft
   */
  public MailMessage schedule(String draftId, boolean hidden) {
    MailMessage draft = draft(draftId).message();
    drafts.remove(draftId);
    return relabel(draft.id(), hidden ? Set.of() : Set.of("SCHEDULED"), Set.of("DRAFT"));
  }

  /**
   * The hour of a scheduled message has come.
   *
   * @throws ApiException 404 if there is no such message
   */
  public MailMessage sendScheduled(String messageId) {
    MailMessage scheduled = message(messageId);
    remove(scheduled);
    return add(outgoing(scheduled.raw()), scheduled.threadId(), List.of("SENT"));
  }

  /** As Gmail sends it: with a new message identifier, and the time. */
  private byte[] outgoing(byte[] raw) {
    String messageId = "<CA" + Long.toHexString(random.nextLong()) + "@mail.gmail.com>";
    return Composer.sent(raw, messageId, clock.instant());
  }

  /**
   * Takes a sent message, or one that waits for its hour, back: it is a draft again, under another
   * draft id.
   *
   * @throws ApiException 404 if there is no such message
   */
  public Draft undoSend(String messageId) {
    MailMessage sent = message(messageId);
    drafts.values().removeIf(messageId::equals);
    remove(sent);
    return create(sent.raw(), sent.threadId());
  }

  /**
   * Throws a draft away.
   *
   * @param intoTrash whether its message goes to the trash, where the wrapper follows it, instead
   *     of being deleted with it
   * @throws ApiException 404 if there is no such draft
   */
  public void discard(String draftId, boolean intoTrash) {
    if (intoTrash) {
      relabel(draft(draftId).message().id(), Set.of("TRASH"), Set.of());
    } else {
      delete(draftId);
    }
  }

  /**
   * Changes the labels of a message: archives it, stars it, puts it into the trash.
   *
   * @throws ApiException 404 if there is no such message
   */
  public MailMessage label(String messageId, Set<String> added, Set<String> removed) {
    return relabel(messageId, added, removed);
  }

  /**
   * Deletes a message for good, as emptying the trash does.
   *
   * @throws ApiException 404 if there is no such message
   */
  public void purge(String messageId) {
    MailMessage message = message(messageId);
    drafts.values().removeIf(messageId::equals);
    remove(message);
  }

  /**
   * Takes a message out of the trash.
   *
   * @throws ApiException 404 if there is no such message
   */
  public void restore(String messageId) {
    relabel(messageId, Set.of(), Set.of("TRASH"));
  }

  /**
   * Gets a message from outside.
   *
   * @param raw the bytes of RFC 5322
   * @param threadId the thread that it answers in; null for a new one
   */
  public MailMessage receive(byte[] raw, @Nullable String threadId) {
    return add(raw, threadId, List.of("UNREAD", "INBOX"));
  }

  /** Makes every history cursor that was given out so far too old. */
  public void forgetHistory() {
    history.next();
    history.forget();
  }

  // What is there.

  /**
   * Finds a draft.
   *
   * @throws ApiException 404 if there is no such draft
   */
  public Draft draft(String draftId) {
    String messageId = drafts.get(draftId);
    if (messageId == null) {
      throw ApiException.notFound();
    }
    return new Draft(draftId, message(messageId));
  }

  /** Every draft, the newest first. */
  public List<Draft> drafts() {
    List<Draft> all = new ArrayList<>();
    drafts.forEach((id, messageId) -> all.add(new Draft(id, message(messageId))));
    Collections.reverse(all);
    return all;
  }

  /**
   * Finds a message.
   *
   * @throws ApiException 404 if there is no such message
   */
  public MailMessage message(String messageId) {
    MailMessage message = messages.get(messageId);
    if (message == null) {
      throw ApiException.notFound();
    }
    return message;
  }

  /** Every message, the newest first. */
  public List<MailMessage> messages() {
    List<MailMessage> all = new ArrayList<>(messages.values());
    Collections.reverse(all);
    return all;
  }

  /** The messages of a thread, the oldest first. */
  List<MailMessage> thread(String threadId) {
    return messages.values().stream().filter(m -> m.threadId().equals(threadId)).toList();
  }

  MailHistory history() {
    return history;
  }

  private MailMessage add(byte[] raw, @Nullable String threadId, List<String> labels) {
    String id = newId();
    String thread = threadId == null ? id : threadId;
    MailMessage message = new MailMessage(id, thread, labels, raw, clock.instant(), history.next());
    messages.put(id, message);
    history.record(Kind.MESSAGE_ADDED, message, List.of());
    return message;
  }

  private void remove(MailMessage message) {
    messages.remove(message.id());
    history.record(Kind.MESSAGE_DELETED, message.with(history.next(), message.labels()), List.of());
  }

  /** Milliseconds in the upper bits and chance in the lower twenty, as Gmail's ids look. */
  private String newId() {
    while (true) {
      long bits = (clock.instant().toEpochMilli() << 20) | random.nextInt(1 << 20);
      String id = "%016x".formatted(bits);
      if (!messages.containsKey(id)) {
        return id;
      }
    }
  }
}

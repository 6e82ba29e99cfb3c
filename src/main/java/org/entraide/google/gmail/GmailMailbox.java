package org.entraide.google.gmail;

import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.Thread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.entraide.campaign.port.Mailbox;
import org.entraide.google.wire.AnswerChecks;
import org.entraide.plan.introduction.Conversation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;
import org.entraide.resilience.RemoteFailure.Kind;
import org.jspecify.annotations.Nullable;

/** A delegate's mailbox through the Gmail API. */
public final class GmailMailbox implements Mailbox {

  /** No label: everything that is neither spam nor in the trash. */
  private static final String EVERYTHING = "";

  private final GmailCalls calls;
  private final String address;

  /**
   * Message id to what its headers say. What a message says never changes (an edited draft is
   * another message), and looking costs much quota: a search that is throttled goes on where it
   * was.
   */
  private final Map<String, Seen> subjects = new ConcurrentHashMap<>();

  /**
   * @param at Gmail's time of the message
   */
  private record Seen(SubjectLine subject, Set<String> recipients, Instant at) {}

  public GmailMailbox(GmailCalls calls, String address) {
    this.calls = calls;
    this.address = address;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public int room() {
    return calls.room();
  }

  @Override
  public String position() throws RemoteFailure {
    return calls.position();
  }

  @Override
  public Optional<Changes> changesSince(String position) throws RemoteFailure {
    try {
      return Optional.of(HistoryReader.read(position, calls.history(position)));
    } catch (RemoteFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty(); // too old, or another mailbox's
      }
      throw e;
    }
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
  public List<Mailbox.MessageIds> labelled(String label) throws RemoteFailure {
    return calls.messages(label).stream()
        .filter(m -> !AnswerChecks.isMissing(m.getId()))
        .map(m -> new Mailbox.MessageIds(text(m.getId()), text(m.getThreadId())))
        .toList();
  }

  @Override
  public Conversation conversation(String threadId) throws RemoteFailure {
    return thread(threadId)
        .map(thread -> MessageHeaders.conversation(thread, address))
        .orElse(Conversation.none(threadId));
  }

  private Optional<Thread> thread(String threadId) throws RemoteFailure {
    try {
      return Optional.of(calls.thread(threadId));
    } catch (RemoteFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Heading heading(Mailbox.MessageIds message) throws RemoteFailure {
    return seen(message.id()).map(GmailMailbox::heading).orElse(Heading.NONE);
  }

  private static Heading heading(Seen seen) {
    SubjectLine subject = seen.subject();
    return new Heading(
        subject.isReply() ? Set.of() : Set.copyOf(subject.references()),
        seen.recipients(),
        subject.isReply());
  }

  @Override
  public Draft create(Letter letter) throws RemoteFailure {
    byte[] mime;
    try {
      mime = LetterMime.bytes(letter);
    } catch (LetterMime.UnfitLetterException e) {
      throw RemoteFailure.of(Kind.REJECTED, e.words(letter.introduction()));
    }
    return draft(calls.create(mime, letter.thread().map(Letter.Thread::threadId)));
  }

  /** The draft around a message can outlive its being sent: its labels say so, and nothing else. */
  @Override
  public boolean delete(Draft draft) throws RemoteFailure {
    return delete(draft, message -> draft.messageId().equals(message.getId()));
  }

  @Override
  public boolean erase(Draft draft) throws RemoteFailure {
    return delete(draft, message -> true);
  }

  private boolean delete(Draft draft, Predicate<Message> may) throws RemoteFailure {
    try {
      Message message = calls.draft(draft.id()).getMessage();
      List<String> labels = message == null ? null : message.getLabelIds();
      if (message == null
          || labels == null
          || !labels.contains("DRAFT")
          || labels.contains("SENT")
          || !may.test(message)) {
        return false;
      }
      calls.delete(draft.id());
      return true;
    } catch (RemoteFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return isListedNoMore(draft);
      }
      throw e;
    }
  }

  /** A draft that is not found is only gone when the list agrees: nobody asks for it again. */
  private boolean isListedNoMore(Draft draft) throws RemoteFailure {
    if (drafts().stream().anyMatch(listed -> listed.id().equals(draft.id()))) {
      throw RemoteFailure.of(Kind.UNAVAILABLE, GmailCalls.DELETING.failed("google.why.listed"));
    }
    return true;
  }

  @Override
  public Optional<Letter.Thread> sentLetter(String threadId) throws RemoteFailure {
    return thread(threadId).flatMap(MessageHeaders::sentLetter);
  }

  @Override
  public Map<String, List<Mailbox.MessageIds>> find(
      Map<String, Introduction> wanted, Instant since, Instant hiddenSince) throws RemoteFailure {
    Map<String, List<Mailbox.MessageIds>> messagesByRef = new LinkedHashMap<>();
    Set<String> looked = new HashSet<>();
    search(wanted, messagesByRef, fresh(labelled("SENT"), looked), since, true);
    List<Mailbox.MessageIds> drafts = new ArrayList<>();
    drafts().forEach(d -> drafts.add(new Mailbox.MessageIds(d.messageId(), d.threadId())));
    search(wanted, messagesByRef, fresh(drafts, looked), Instant.EPOCH, false);
    search(wanted, messagesByRef, fresh(labelled("TRASH"), looked), since, false);
    if (!messagesByRef.keySet().containsAll(wanted.keySet())) {
      search(wanted, messagesByRef, fresh(labelled(EVERYTHING), looked), hiddenSince, false);
    }
    return messagesByRef;
  }

  @Override
  public Map<String, NamedLetter> lettersByReference(Instant since, Instant hiddenSince)
      throws RemoteFailure {
    Map<String, NamedLetter> named = new LinkedHashMap<>();
    Set<String> looked = new HashSet<>();
    named(fresh(labelled("SENT"), looked), since, named);
    List<Mailbox.MessageIds> drafts = new ArrayList<>();
    drafts().forEach(d -> drafts.add(new Mailbox.MessageIds(d.messageId(), d.threadId())));
    named(fresh(drafts, looked), Instant.EPOCH, named); // in no order of time
    named(fresh(labelled("TRASH"), looked), since, named);
    named(fresh(labelled(EVERYTHING), looked), hiddenSince, named);
    return named;
  }

  private void named(List<Mailbox.MessageIds> listed, Instant since, Map<String, NamedLetter> named)
      throws RemoteFailure {
    for (Mailbox.MessageIds message : listed) {
      Optional<Seen> seen = seen(message.id());
      if (seen.isPresent()) {
        if (seen.get().at().isBefore(since)) {
          return;
        }
        SubjectLine subject = seen.get().subject();
        if (!subject.isReply()) {
          NamedLetter letter =
              new NamedLetter(List.copyOf(seen.get().recipients()), seen.get().at());
          subject.references().forEach(ref -> named.putIfAbsent(ref, letter));
        }
      }
    }
  }

  private static List<Mailbox.MessageIds> fresh(
      List<Mailbox.MessageIds> listed, Set<String> looked) {
    return listed.stream().filter(message -> looked.add(message.id())).toList();
  }

  /**
   * Reads the subjects of a listing, newest first, until they are too old.
   *
   * @param sent whether these were sent: then an answer to the letter proves that it was, too, and
   *     one that is only begun does not
   */
  private void search(
      Map<String, Introduction> wanted,
      Map<String, List<Mailbox.MessageIds>> messagesByRef,
      List<Mailbox.MessageIds> listed,
      Instant since,
      boolean sent)
      throws RemoteFailure {
    for (Mailbox.MessageIds message : listed) {
      Optional<Seen> seen = seen(message.id());
      if (seen.isPresent()) {
        if (seen.get().at().isBefore(since)) {
          return;
        }
        for (Introduction i : wanted.values()) {
          if (isOf(i, seen.get(), sent)) {
            messagesByRef.computeIfAbsent(i.ref(), r -> new ArrayList<>()).add(message);
          }
        }
      }
    }
  }

  private static boolean isOf(Introduction i, Seen seen, boolean sent) {
    SubjectLine subject = seen.subject();
    boolean named = subject.references().contains(i.ref());
    if (sent) {
      // an answer in the letter's thread need not reach anybody of the two
      return (named && subject.isReply()) || heading(seen).isLetterOf(i);
    }
    return named && !subject.isReply();
  }

  /** What is known of a message; empty if it is gone or was edited since the listing. */
  private Optional<Seen> seen(String messageId) throws RemoteFailure {
    Seen cached = subjects.get(messageId);
    if (cached != null) {
      return Optional.of(cached);
    }
    Message message;
    try {
      message = calls.headers(messageId);
    } catch (RemoteFailure e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
    Long at = message.getInternalDate();
    Seen seen =
        new Seen(
            SubjectLine.parse(MessageHeaders.of(message, "Subject")),
            MessageHeaders.recipients(message),
            at == null ? Instant.MAX : Instant.ofEpochMilli(at));
    subjects.put(messageId, seen);
    return Optional.of(seen);
  }

  private static Draft draft(com.google.api.services.gmail.model.Draft draft) throws RemoteFailure {
    Message message = draft.getMessage();
    if (AnswerChecks.isMissing(draft.getId())
        || message == null
        || AnswerChecks.isMissing(message.getId())) {
      throw RemoteFailure.of(Kind.UNAVAILABLE, GmailCalls.LISTING.failed("google.why.no_ids"));
    }
    return new Draft(draft.getId(), text(message.getId()), text(message.getThreadId()));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}

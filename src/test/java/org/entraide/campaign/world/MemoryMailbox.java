package org.entraide.campaign.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.introduction.Conversation;
import org.entraide.plan.introduction.Introduction;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;

/** A delegate's mailbox in memory, with the delegate's hands. */
public final class MemoryMailbox implements Mailbox {

  /** In which order places outweigh one another, and what Gmail calls them. */
  private enum Fate {
    SENT,
    DRAFT,
    TRASH,
    ABSENT
  }

  /** What is left of a letter. */
  private static final class Held {
    private final Letter letter;
    private final String draftId;
    private final String threadId;
    private String messageId;
    private Fate fate = Fate.DRAFT;

    private Held(Letter letter, int number) {
      this.letter = letter;
      draftId = "d" + number;
      threadId = letter.thread().map(Letter.Thread::threadId).orElse("t" + number);
      messageId = "m" + number;
    }

    private Draft draft() {
      return new Draft(draftId, messageId, threadId);
    }

    private MessageIds names() {
      return new MessageIds(messageId, threadId);
    }

    private Conversation.Mail mail() {
      return new Conversation.Mail(
          messageId,
          Set.of(fate.name()),
          true,
          letter.to().stream().map(Letter.Recipient::email).collect(Collectors.toSet()),
          false,
          Set.of(),
          false);
    }
  }

  private final String address;
  private final Outage outage;
  private final List<Held> held = new ArrayList<>();
  private final List<Held> history = new ArrayList<>();
  private String refused = "";
  private int refusals;
  private boolean signedOut;
  private int numbers;
  private int forgotten;

  public MemoryMailbox(String address, Outage outage) {
    this.address = address;
    this.outage = outage;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public int room() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String position() throws RemoteFailure {
    mustBeSignedIn();
    return outage.reading("position", () -> String.valueOf(history.size()));
  }

  @Override
  public Optional<Changes> changesSince(String position) throws RemoteFailure {
    mustBeSignedIn();
    return outage.reading(
        "since",
        () -> {
          int start = Integer.parseInt(position);
          if (start < forgotten || start > history.size()) {
            return Optional.empty();
          }
          Set<String> threads = new LinkedHashSet<>();
          Set<String> messages = new LinkedHashSet<>();
          List<MessageIds> sent = new ArrayList<>();
          List<MessageIds> drafted = new ArrayList<>();
          for (Held changed : history.subList(start, history.size())) {
            if (changed.fate == Fate.DRAFT) {
              drafted.add(changed.names());
              continue;
            }
            threads.add(changed.threadId);
            messages.add(changed.messageId);
            if (changed.fate == Fate.SENT) {
              sent.add(changed.names());
            }
          }
          return Optional.of(
              new Changes(String.valueOf(history.size()), threads, messages, sent, drafted));
        });
  }

  private void mustBeSignedIn() throws RemoteFailure {
    if (signedOut) {
      throw RemoteFailure.of(RemoteFailure.Kind.SIGN_IN, "The sign-in of a mailbox is dead.");
    }
  }

  @Override
  public List<Draft> drafts() throws RemoteFailure {
    mustBeSignedIn();
    return outage.reading(
        "drafts", () -> held.stream().filter(h -> h.fate == Fate.DRAFT).map(Held::draft).toList());
  }

  @Override
  public List<MessageIds> labelled(String label) throws RemoteFailure {
    return outage.reading(
        "labelled",
        () -> held.stream().filter(h -> h.fate.name().equals(label)).map(Held::names).toList());
  }

  @Override
  public Conversation conversation(String threadId) throws RemoteFailure {
    return outage.reading(
        "conversation",
        () ->
            new Conversation(
                threadId,
                held.stream()
                    .filter(h -> h.fate != Fate.ABSENT && h.threadId.equals(threadId))
                    .map(Held::mail)
                    .toList()));
  }

  @Override
  public Heading heading(MessageIds message) throws RemoteFailure {
    return outage.reading(
        "heading",
        () ->
            held.stream()
                .filter(h -> h.fate != Fate.ABSENT && h.messageId.equals(message.id()))
                .map(
                    h -> new Heading(Set.of(h.letter.introduction()), h.mail().recipients(), false))
                .findFirst()
                .orElse(Heading.NONE));
  }

  @Override
  public Map<String, List<MessageIds>> find(
      Map<String, Introduction> wanted, Instant since, Instant hiddenSince) throws RemoteFailure {
    return outage.reading(
        "find",
        () -> {
          Map<String, List<MessageIds>> found = new LinkedHashMap<>();
          held.stream()
              .filter(h -> h.fate != Fate.ABSENT)
              .filter(h -> wanted.containsKey(h.letter.introduction()))
              .sorted(Comparator.comparing(h -> h.fate))
              .forEach(
                  h ->
                      found
                          .computeIfAbsent(h.letter.introduction(), r -> new ArrayList<>())
                          .add(h.names()));
          return found;
        });
  }

  @Override
  public Map<String, NamedLetter> lettersByReference(Instant since, Instant hiddenSince)
      throws RemoteFailure {
    return outage.reading(
        "named",
        () -> {
          Map<String, NamedLetter> named = new LinkedHashMap<>();
          held.stream()
              .filter(h -> h.fate != Fate.ABSENT)
              .sorted(Comparator.comparing(h -> h.fate))
              .forEach(
                  h ->
                      named.putIfAbsent(
                          h.letter.introduction(),
                          new NamedLetter(
                              h.letter.to().stream().map(Letter.Recipient::email).toList(),
                              Instant.MAX)));
          return named;
        });
  }

  @Override
  public Draft create(Letter letter) throws RemoteFailure {
    if (letter.to().stream().anyMatch(to -> to.email().equals(refused))) {
      refusals++;
      throw RemoteFailure.of(RemoteFailure.Kind.REJECTED, "An address does not do.");
    }
    return outage.writing("create", () -> added(letter));
  }

  private Draft added(Letter letter) {
    numbers++;
    Held made = new Held(letter, numbers);
    held.add(made);
    history.add(made);
    return made.draft();
  }

  private Optional<Held> there(Draft draft) {
    return held.stream()
        .filter(h -> h.draftId.equals(draft.id()) && h.fate == Fate.DRAFT)
        .findFirst();
  }

  @Override
  public boolean delete(Draft draft) throws RemoteFailure {
    return outage.writing(
        "delete",
        () -> {
          Optional<Held> there = there(draft);
          boolean untouched = there.map(h -> h.messageId.equals(draft.messageId())).orElse(true);
          if (untouched) {
            there.ifPresent(h -> become(h, Fate.ABSENT));
          }
          return untouched;
        });
  }

  @Override
  public boolean erase(Draft draft) throws RemoteFailure {
    return outage.writing(
        "erase",
        () -> {
          Optional<Held> there = there(draft);
          there.ifPresent(h -> become(h, Fate.ABSENT));
          return there.isPresent() || held.stream().noneMatch(h -> h.draftId.equals(draft.id()));
        });
  }

  @Override
  public Optional<Letter.Thread> sentLetter(String threadId) throws RemoteFailure {
    return outage.reading(
        "sentLetter",
        () ->
            held.stream()
                .filter(h -> h.threadId.equals(threadId) && h.fate == Fate.SENT)
                .findFirst()
                .map(
                    h ->
                        new Letter.Thread(
                            threadId,
                            "<" + h.messageId + "@example.org>",
                            h.letter.subject(),
                            h.mail().recipients())));
  }

  private void become(Held letter, Fate fate) {
    letter.fate = fate;
    history.add(letter);
  }

  /** How often a letter was refused as such. */
  public int refusals() {
    return refusals;
  }

  // ---- the delegate's hands

  public Letter first() {
    return held.get(0).letter;
  }

  public int lettersTo(String email) {
    return (int)
        held.stream()
            .filter(h -> h.letter.to().stream().anyMatch(to -> to.email().equals(email)))
            .count();
  }

  /** The delegate withdrew or restored the sign-in. */
  public void setSignedOut(boolean out) {
    signedOut = out;
  }

  /** From now on no letter to this address can be made. */
  public void refuse(String email) {
    refused = email;
  }

  /** Its history begins anew, as Gmail's does after some days. */
  public void forgetHistory() {
    forgotten = history.size() + 1;
    history.add(held.get(held.size() - 1));
  }

  /** All letters that were ever left here, whatever became of them. */
  public List<Letter> letters() {
    return held.stream().map(h -> h.letter).toList();
  }

  /** The references of the drafts that are there. */
  public List<String> waiting() {
    return held.stream()
        .filter(h -> h.fate == Fate.DRAFT)
        .map(h -> h.letter.introduction())
        .toList();
  }

  public void send(String introduction) {
    become(letter(introduction), Fate.SENT);
  }

  public void trash(String introduction) {
    become(letter(introduction), Fate.TRASH);
  }

  public void takeOutOfTrash(String introduction) {
    become(letter(introduction), Fate.DRAFT);
  }

  /** Deletes a draft for good, as Gmail's own page does. */
  public void discard(String introduction) {
    become(letter(introduction), Fate.ABSENT);
  }

  /** Changes a draft: the same draft, another message. */
  public void edit(String introduction) {
    Held letter = letter(introduction);
    letter.messageId = letter.messageId + "x";
    history.add(letter);
  }

  /** Deletes whatever drafts are there for good. */
  public void discardDrafts() {
    held.stream().filter(h -> h.fate == Fate.DRAFT).forEach(draft -> become(draft, Fate.ABSENT));
  }

  /** Changes whatever drafts are there. */
  public void editDrafts() {
    held.stream()
        .filter(h -> h.fate == Fate.DRAFT)
        .forEach(
            h -> {
              h.messageId = h.messageId + "x";
              history.add(h);
            });
  }

  /** Begins to pass a letter on to somebody else, in its thread. */
  public void passOn(String introduction, String email) {
    Held sent = letter(introduction);
    String subject = sent.letter.subject();
    Letter.Thread thread = new Letter.Thread(sent.threadId, "<m@x.org>", subject, Set.of());
    added(
        new Letter(
            introduction,
            address,
            List.of(new Letter.Recipient("", email)),
            "Fwd: " + subject,
            "",
            Optional.empty(),
            Optional.of(thread)));
  }

  private Held letter(String introduction) {
    return held.stream()
        .filter(h -> h.letter.introduction().equals(introduction))
        .findFirst()
        .orElseThrow();
  }
}

package org.entraide.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.entraide.plan.Letter;

/** A delegate's mailbox in memory, with the delegate's hands. */
final class MemoryMailbox implements Mailbox {
  private String refused = "";
  private boolean signedOut;

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
      threadId = "t" + number;
      messageId = "m" + number;
    }

    private Draft draft() {
      return new Draft(fate == Fate.DRAFT ? draftId : "", messageId, threadId);
    }
  }

  private final String address;
  private final Outage outage;
  private final List<Held> held = new ArrayList<>();
  private int numbers;

  MemoryMailbox(String address, Outage outage) {
    this.address = address;
    this.outage = outage;
  }

  @Override
  public String address() {
    return address;
  }

  @Override
  public List<Draft> drafts() throws RemoteFailure {
    if (signedOut) {
      throw RemoteFailure.of(RemoteFailure.Kind.SIGN_IN, "The sign-in of a mailbox is dead.");
    }
    return outage.reading("drafts", this::listed);
  }

  private List<Draft> listed() {
    return held.stream().filter(h -> h.fate == Fate.DRAFT).map(Held::draft).toList();
  }

  @Override
  public Draft create(Letter letter) throws RemoteFailure {
    if (letter.to().stream().anyMatch(to -> to.email().equals(refused))) {
      throw RemoteFailure.of(RemoteFailure.Kind.REJECTED, "An address does not do.");
    }
    return outage.writing("create", () -> added(letter));
  }

  Letter first() {
    return held.get(0).letter;
  }

  int lettersTo(String email) {
    return (int)
        held.stream()
            .filter(h -> h.letter.to().stream().anyMatch(to -> to.email().equals(email)))
            .count();
  }

  /** The delegate withdrew or restored the sign-in. */
  void setSignedOut(boolean out) {
    signedOut = out;
  }

  /** From now on no letter to this address can be made. */
  void refuse(String email) {
    refused = email;
  }

  private Draft added(Letter letter) {
    numbers++;
    Held made = new Held(letter, numbers);
    held.add(made);
    return made.draft();
  }

  @Override
  public Map<String, Trace> find(Set<String> references) throws RemoteFailure {
    return outage.reading(
        "find",
        () -> {
          Map<String, Trace> found = new LinkedHashMap<>();
          for (Held letter : byFate()) {
            for (String reference : references) {
              if (letter.letter.subject().contains("[" + reference + "]")) {
                found.putIfAbsent(reference, new Trace(letter.fate, letter.draft()));
              }
            }
          }
          return found;
        });
  }

  private List<Held> byFate() {
    return held.stream()
        .filter(h -> h.fate != Fate.ABSENT)
        .sorted(Comparator.comparing(h -> h.fate))
        .toList();
  }

  @Override
  public Trace trace(Draft draft) throws RemoteFailure {
    return outage.reading(
        "trace",
        () ->
            byFate().stream()
                .filter(h -> h.threadId.equals(draft.threadId()))
                .findFirst()
                .map(h -> new Trace(h.fate, new Draft(draft.id(), h.messageId, draft.threadId())))
                .orElse(new Trace(Fate.ABSENT, draft)));
  }

  // ---- the delegate's hands

  /** All letters that were ever left here, whatever became of them. */
  List<Letter> letters() {
    return held.stream().map(h -> h.letter).toList();
  }

  /** The references of the drafts that are there. */
  List<String> waiting() {
    return held.stream()
        .filter(h -> h.fate == Fate.DRAFT)
        .map(h -> h.letter.introduction())
        .toList();
  }

  void send(String introduction) {
    letter(introduction).fate = Fate.SENT;
  }

  void trash(String introduction) {
    letter(introduction).fate = Fate.TRASHED;
  }

  void takeOutOfTrash(String introduction) {
    letter(introduction).fate = Fate.DRAFT;
  }

  /** Deletes a draft for good, as Gmail's own page does. */
  void discard(String introduction) {
    letter(introduction).fate = Fate.ABSENT;
  }

  /** Changes a draft: the same draft, another message. */
  void edit(String introduction) {
    Held letter = letter(introduction);
    letter.messageId = letter.messageId + "x";
  }

  private Held letter(String introduction) {
    return held.stream()
        .filter(h -> h.letter.introduction().equals(introduction))
        .findFirst()
        .orElseThrow();
  }
}

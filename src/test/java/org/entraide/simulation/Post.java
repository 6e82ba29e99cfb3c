package org.entraide.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.entraide.sandbox.office.gmail.MailMessage;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.testkit.Premises;

/** The delegate's mailbox as the truth knows it: every letter that there ever was. */
final class Post {

  private final Premises premises;
  private final Addressees addressees;
  private final Map<String, Letter> letters = new TreeMap<>(); // by introduction
  private final Map<String, Letter> questions = new TreeMap<>(); // by reference
  private final Map<String, Letter> erased = new HashMap<>(); // of either, those of erased people
  private final Map<String, String> introductionOf = new HashMap<>(); // by message and draft
  private final Set<String> drafts = new HashSet<>(); // those that there were at the last look
  private final Set<String> sent = new HashSet<>();

  private final IntSupplier requests;
  private final Set<Letter> justMade = new HashSet<>(); // by the request that is being answered
  private final Set<Letter> inHand = new HashSet<>(); // seen by a pass that has journalled nothing
  private boolean forgotten;
  private boolean forgotHistory;
  private int gone; // drafts that the delegate threw away since the daemon last looked
  private int mostGone;
  private int made;

  /** What the daemon did to the mailbox in one request. */
  record MailboxChanges(List<Letter> made, List<Letter> again, List<Letter> deleted) {}

  /**
   * @param requests how many the daemon has made
   * @param addressees whom letters are for
   */
  Post(Premises premises, IntSupplier requests, Addressees addressees) {
    this.premises = premises;
    this.addressees = addressees;
    this.requests = requests;
  }

  /** The mailbox of each delegate. */
  private List<OfficeMailbox> mailboxes() {
    return Stream.of(Premises.DELEGATE, Premises.OTHER_DELEGATE)
        .flatMap(address -> premises.gmail().mailbox(address).stream())
        .toList();
  }

  private List<OfficeMailbox.Draft> drafts() {
    return mailboxes().stream().flatMap(mailbox -> mailbox.drafts().stream()).toList();
  }

  private OfficeMailbox mailboxOf(OfficeMailbox.Draft draft) {
    return mailboxes().stream()
        .filter(mailbox -> mailbox.drafts().stream().anyMatch(d -> d.id().equals(draft.id())))
        .findFirst()
        .orElseThrow();
  }

  /**
   * Nothing tells any more in which mailbox letters are that nobody looks into: they are given up,
   * unless the ledger tells that they were sent.
   *
   * @param looked whose mailbox is looked into
   * @param states what the ledger tells of introductions
   */
  void goAstray(String looked, Map<String, String> states, Predicate<Letter> ofDelegate) {
    all()
        .filter(letter -> ofDelegate.test(letter) && !letter.located)
        .filter(letter -> letter.isThere() || letter.state == LetterState.DISCARDED)
        .filter(letter -> !states.getOrDefault(letter.reference, "").equals("Envoyée"))
        .filter(letter -> !letter.mailbox.equals(looked))
        .forEach(letter -> letter.astray = true);
  }

  /** In whose mailbox an introduction's draft is; empty where it is in none. */
  Optional<String> mailboxOf(String reference) {
    return mailboxes().stream()
        .filter(
            mailbox ->
                mailbox.drafts().stream()
                    .filter(draft -> !draft.message().labels().contains("TRASH"))
                    .anyMatch(d -> reference.equals(introductionOf.get(d.id()))))
        .map(OfficeMailbox::email)
        .findFirst();
  }

  /**
   * The journal was lost, or is an older one: the ledger alone tells what was seen here.
   *
   * @param states what it tells of introductions
   */
  void isLost(Map<String, String> states) {
    forgotten = true;
    erased.values().forEach(letter -> letter.wasOutlived = true);
    for (Letter letter : all().toList()) {
      String state = states.getOrDefault(letter.reference, "");
      letter.known &= !state.isEmpty();
      letter.located = false;
      letter.wasOutlived = true;
      letter.untold |= letter.state == LetterState.DELETED && !state.equals("Retirée");
    }
  }

  boolean isForgotten() {
    return forgotten;
  }

  private Stream<Letter> all() {
    return Stream.concat(letters.values().stream(), questions.values().stream());
  }

  /** Every question, by its reference. */
  Map<String, Letter> questions() {
    return questions;
  }

  /** Every letter, by introduction. */
  Map<String, Letter> letters() {
    return letters;
  }

  /** What is new in the mailbox after a request of the daemon's. */
  MailboxChanges look() {
    MailboxChanges done =
        new MailboxChanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Set<String> now = new HashSet<>();
    justMade.clear();
    for (OfficeMailbox.Draft draft : drafts()) {
      now.add(draft.id());
      if (!drafts.contains(draft.id())) {
        arrived(draft, done);
      }
    }
    for (String gone : drafts) {
      if (!now.contains(gone)) {
        Letter letter = letter(gone);
        letter.state = LetterState.DELETED;
        if (!erased.containsValue(letter)) {
          done.deleted().add(letter);
        }
      }
    }
    drafts.clear();
    drafts.addAll(now);
    return done;
  }

  private void arrived(OfficeMailbox.Draft draft, MailboxChanges done) {
    String reference = MailText.reference(draft.message());
    Set<String> tokens = addressees.of(draft.message());
    introductionOf.put(draft.id(), reference);
    Letter letter = new Letter(reference, tokens, mailboxOf(draft).email());
    letter.number = made;
    made++;
    justMade.add(letter);
    Map<String, Letter> among = letter.isQuestion() ? questions : letters;
    Letter earlier = among.get(reference);
    if (earlier != null && !earlier.known && (earlier.purged || earlier.astray)) {
      // nobody who was not told of it can know of it
      letter.astray = earlier.astray;
      among.put(reference, letter);
    } else if (earlier != null) {
      done.again().add(letter);
    } else {
      among.put(reference, letter);
      done.made().add(letter);
    }
  }

  /**
   * Gmail answered the daemon, which knows by that of what was made, or looked at.
   *
   * @param whole whether the answer came, and came whole
   * @param ofDelegate whether a letter is the asking campaign's: another learns nothing of it
   */
  void answered(String path, boolean whole, Predicate<Letter> ofDelegate) {
    if (whole) {
      justMade.forEach(letter -> letter.known = true);
      justMade.forEach(letter -> letter.located = true);
      for (OfficeMailbox.Draft draft : drafts()) {
        MailMessage message = draft.message();
        // a thread is called like its first message, which an edit of the draft replaced
        if (path.endsWith("/drafts/" + draft.id())
            || path.endsWith("/messages/" + message.id())
            || path.endsWith("/threads/" + message.threadId())) {
          Letter letter = letter(draft.id());
          letter.located |= ofDelegate.test(letter);
          if (!letter.known && ofDelegate.test(letter)) {
            letter.known = true;
            inHand.add(letter);
          }
        }
      }
    }
    justMade.stream().filter(letter -> !whole).forEach(letter -> letter.nameless = true);
    justMade.clear();
    if (!whole) {
      forgetsInHand(); // a look that was broken off concludes nothing
    }
  }

  private void forgetsInHand() {
    inHand.forEach(letter -> letter.known = false);
    inHand.clear();
  }

  /** The daemon looked into every mailbox. */
  void isLookedAt() {
    gone = 0;
  }

  /** Whether so many drafts may have gone between two looks that people are to be asked. */
  boolean mayBeAskedAbout() {
    return forgotten || forgotHistory || mostGone > 5;
  }

  /** What was seen is journalled: a pass does so before it goes on from the mailboxes. */
  void isJournalled() {
    inHand.clear();
  }

  /** The process dies, and with it what it had only seen. */
  void dies() {
    justMade.forEach(letter -> letter.nameless = true);
    forgetsInHand();
  }

  /**
   * Somebody asked to be erased, and all letters in which they have a part.
   *
   * @return their references
   */
  Set<String> erase(String token) {
    Map<String, Letter> ofPerson = new HashMap<>();
    all().filter(it -> it.tokens.contains(token)).forEach(it -> ofPerson.put(it.reference, it));
    letters.keySet().removeAll(ofPerson.keySet());
    questions.keySet().removeAll(ofPerson.keySet());
    erased.putAll(ofPerson);
    return ofPerson.keySet();
  }

  /** Drafts of erased people that wait, of which the daemon must know. */
  List<Letter> leftDrafts() {
    return erased.values().stream()
        .filter(letter -> letter.state == LetterState.DRAFT && !letter.everSent)
        .filter(letter -> !letter.wasOutlived)
        .toList();
  }

  /** Whether there ever was a letter in which somebody had a part. */
  boolean everWroteTo(String token) {
    return Stream.concat(letters.values().stream(), erased.values().stream())
        .anyMatch(letter -> letter.tokens.contains(token));
  }

  /** Messages that are sent and that the delegate did not send. */
  List<String> sentByNobody() {
    return mailboxes().stream()
        .flatMap(mailbox -> mailbox.messages().stream())
        .filter(message -> message.labels().contains("SENT"))
        .map(MailMessage::id)
        .filter(id -> !sent.contains(id))
        .toList();
  }

  /** Whether a letter that the daemon wrote says that anywhere. */
  boolean says(Letter letter, String text) {
    return drafts().stream()
        .filter(draft -> letter.reference.equals(introductionOf.get(draft.id())))
        .anyMatch(draft -> MailText.of(draft.message()).contains(text));
  }

  private Letter letter(String draft) {
    String reference = introductionOf.getOrDefault(draft, "");
    Letter letter =
        letters.getOrDefault(reference, questions.getOrDefault(reference, erased.get(reference)));
    if (letter == null) {
      throw new AssertionError("an unknown draft");
    }
    return letter;
  }

  // ---- what the delegate does

  private List<OfficeMailbox.Draft> open() {
    return drafts().stream()
        .filter(draft -> draft.message().labels().contains("DRAFT"))
        .filter(draft -> !draft.message().labels().contains("TRASH"))
        .toList();
  }

  /** Whether there is anything to send. */
  boolean hasOpen() {
    return !open().isEmpty();
  }

  private OfficeMailbox.Draft open(int nth) {
    List<OfficeMailbox.Draft> open = open();
    return open.get(nth % open.size());
  }

  void send(int nth) {
    OfficeMailbox.Draft draft = open(nth);
    Letter letter = letter(draft.id());
    MailMessage message = mailboxOf(draft).send(draft.id());
    sent.add(message.id());
    introductionOf.put(message.id(), letter.reference);
    letter.state = LetterState.SENT;
    letter.everSent = true;
    forget(draft.id());
  }

  void discard(int nth, boolean intoTrash) {
    OfficeMailbox.Draft draft = open(nth);
    Letter letter = letter(draft.id());
    letter.state = LetterState.DISCARDED;
    letter.wasDiscarded = true;
    letter.purged = !intoTrash;
    mailboxOf(draft).discard(draft.id(), intoTrash);
    gone++;
    mostGone = Math.max(mostGone, gone);
    forget(draft.id());
  }

  /** Unless the wrapper stays there. */
  private void forget(String draft) {
    if (drafts().stream().noneMatch(d -> d.id().equals(draft))) {
      drafts.remove(draft);
    }
  }

  void rewrite(int nth) {
    OfficeMailbox.Draft draft = open(nth);
    change(letter(draft.id()));
    mailboxOf(draft)
        .edit(
            draft.id(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Bonjour, je me permets de vous mettre en relation."));
  }

  /** A sent letter is a draft again. */
  void takeBack(int nth) {
    Map<MailMessage, OfficeMailbox> all = new LinkedHashMap<>();
    for (OfficeMailbox mailbox : mailboxes()) {
      mailbox.messages().stream()
          .filter(m -> m.labels().contains("SENT"))
          .forEach(m -> all.put(m, mailbox));
    }
    if (all.isEmpty()) {
      return;
    }
    MailMessage message = List.copyOf(all.keySet()).get(nth % all.size());
    String reference = introductionOf.getOrDefault(message.id(), "");
    OfficeMailbox.Draft draft = Objects.requireNonNull(all.get(message)).undoSend(message.id());
    introductionOf.put(draft.id(), reference);
    drafts.add(draft.id());
    Letter letter = letter(draft.id());
    letter.state = LetterState.DRAFT;
    change(letter);
  }

  private void change(Letter letter) {
    letter.changed = true;
    letter.changedAt = requests.getAsInt();
  }

  /**
   * Whether the delegate changed a letter after the daemon could last look: to look at a draft and
   * to delete it are two requests, and Gmail deletes on no condition. Changed before the look, it
   * is no excuse.
   */
  boolean wasOvertaken(Letter letter) {
    return letter.changedAt == requests.getAsInt();
  }

  /** Another installation made a letter. */
  void isMadeElsewhere(Letter letter) {
    letter.elsewhereAt = requests.getAsInt();
  }

  void forgetHistory() {
    forgotHistory = true;
    mailboxes().forEach(OfficeMailbox::forgetHistory);
  }
}

package org.entraide.delegates;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.entraide.sandbox.office.gmail.MailMessage;
import org.entraide.sandbox.office.gmail.OfficeMailbox;
import org.entraide.sandbox.office.gmail.SendMode;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.testkit.Premises;

/** A letter in the delegate's hands. */
final class Letter {

  private final RunningPost post;
  private String draft;
  private String message;
  private String thread;

  Letter(RunningPost post, OfficeMailbox.Draft found) {
    this.post = post;
    this.draft = found.id();
    this.message = found.message().id();
    this.thread = found.message().threadId();
  }

  private OfficeMailbox mailbox() {
    return post.mailbox();
  }

  private void does(Runnable deed) {
    post.premises().office().exclusively(deed);
  }

  private void became(Supplier<MailMessage> deed) {
    does(
        () -> {
          MailMessage now = deed.get();
          message = now.id();
          thread = now.threadId();
        });
  }

  private Letter edited(Optional<String> to, Optional<String> subject, Optional<String> text) {
    became(() -> mailbox().edit(draft, to, subject, text).message());
    return this;
  }

  Letter rewritten(String text) {
    return edited(Optional.empty(), Optional.empty(), Optional.of(text));
  }

  Letter retitled(String subject) {
    return edited(Optional.empty(), Optional.of(subject), Optional.empty());
  }

  Letter addressed(String to) {
    return edited(Optional.of(to), Optional.empty(), Optional.empty());
  }

  Letter sent() {
    became(() -> mailbox().send(draft));
    return this;
  }

  Letter sent(SendMode mode) {
    does(() -> mailbox().sendMode(mode));
    return sent();
  }

  /** Sent as a message of its own. */
  Letter copied() {
    does(
        () -> {
          MailMessage copy = mailbox().sendCopy(draft);
          message = copy.id();
          thread = copy.threadId();
        });
    return this;
  }

  Letter sentElsewhere() {
    became(() -> mailbox().sendElsewhere(draft));
    return this;
  }

  Letter scheduled(boolean hidden) {
    became(() -> mailbox().schedule(draft, hidden));
    return this;
  }

  Letter due() {
    became(() -> mailbox().sendScheduled(message));
    return this;
  }

  /** The sending, or the waiting for it, is undone. */
  Letter undone() {
    does(
        () -> {
          OfficeMailbox.Draft again = mailbox().undoSend(message);
          draft = again.id();
          message = again.message().id();
          thread = again.message().threadId();
        });
    return this;
  }

  Letter discarded() {
    does(() -> mailbox().discard(draft, false));
    return this;
  }

  Letter trashed() {
    does(() -> mailbox().discard(draft, true));
    return this;
  }

  /** The letter that went out, into the trash. */
  Letter trashedAfterSending() {
    return labelled(Set.of("TRASH"), Set.of());
  }

  Letter restored() {
    does(() -> mailbox().restore(message));
    return this;
  }

  Letter purged() {
    does(() -> mailbox().purge(message));
    return this;
  }

  Letter labelled(Set<String> added, Set<String> removed) {
    became(() -> mailbox().label(message, added, removed));
    return this;
  }

  /** The mail system tells that an address takes no mail. */
  Letter bounces(String address) {
    return notice("{\"address\":\"" + address + "\"}");
  }

  Letter bouncesWithoutAddress() {
    return notice("{}");
  }

  Letter isLate() {
    return notice("{\"delay\":true}");
  }

  private Letter notice(String body) {
    post.people(
        "POST",
        "mailboxes/" + Premises.DELEGATE + "/messages/" + message + "/bounce",
        OfficeJson.parse(body));
    return this;
  }

  /** Somebody answers in its thread. */
  Letter answered(String from) {
    receive(from, "Re: Mise en relation", thread);
    return this;
  }

  /** A machine answers in its thread that somebody is away. */
  Letter answeredByAMachine(String from) {
    byte[] raw =
        ("From: <%s>\r\nTo: <%s>\r\nSubject: Absence : Re: Entraide\r\n"
                + "Auto-Submitted: auto-replied\r\nPrecedence: bulk\r\n\r\nAbsent.\r\n")
            .formatted(from, Premises.DELEGATE)
            .getBytes(StandardCharsets.UTF_8);
    does(() -> mailbox().receive(raw, thread));
    return this;
  }

  /** Somebody writes into its thread, which Gmail takes for spam. */
  Letter answeredAsSpam(String from) {
    byte[] raw =
        "From: <%s>\r\nTo: <%s>\r\nSubject: Re: Entraide\r\n\r\nGagnez.\r\n"
            .formatted(from, Premises.DELEGATE)
            .getBytes(StandardCharsets.UTF_8);
    does(
        () -> {
          MailMessage spam = mailbox().receive(raw, thread);
          mailbox().label(spam.id(), Set.of("SPAM"), Set.of("INBOX"));
        });
    return this;
  }

  private void receive(String from, String subject, String where) {
    byte[] raw =
        "From: <%s>\r\nTo: <%s>\r\nSubject: %s\r\n\r\nMerci.\r\n"
            .formatted(from, Premises.DELEGATE, subject)
            .getBytes(StandardCharsets.UTF_8);
    does(() -> mailbox().receive(raw, where));
  }
}

package org.entraide.livecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.letter.Letter;
import org.entraide.resilience.RemoteFailure;

/**
 * How Gmail treats a draft that a person edits, sends or deletes. Drafts are addressed to the
 * scratch mailbox itself, and a person sends them.
 */
final class MailProbes {

  private static final String SUBJECT = "Entraide live-check";

  private final Mailbox mailbox;
  private final ClickWaiting patience;
  private final List<Mailbox.Draft> leftDrafts = new ArrayList<>();
  private Optional<Mailbox.Draft> current = Optional.empty();

  MailProbes(Mailbox mailbox, BrowserUser human) {
    this.mailbox = mailbox;
    this.patience = new ClickWaiting(human);
  }

  List<Probe> probes() {
    return List.of(
        new Probe(
            "edited-draft",
            "What changes when a person edits a draft?",
            "",
            Map.of(
                "NEW_MESSAGE", "The draft keeps its id and gets another message, as in the office.",
                "NEW_DRAFT", "It becomes another draft: one of the office's assumptions is wrong."),
            this::editedDraft),
        new Probe(
            "sent-draft",
            "What does a sent draft look like afterwards?",
            "send",
            Map.of(
                "SEND_404_NEWID", "The draft is gone, and the sent message has a new id.",
                "SEND_WRAPPER_KEPT", "The draft is still listed, holding the sent message.",
                "SEND_SAMEID_LABELSWAP", "The message keeps its id and changes its labels."),
            this::sentDraft),
        new Probe(
            "undone-send",
            "What does a send look like that was undone?",
            "",
            Map.of(
                "NEW_DRAFT", "A draft again, under another draft id, as in the office.",
                "SAME_DRAFT", "The same draft again: easier than the office has it."),
            this::undoneSend));
  }

  private Optional<String> editedDraft() throws RemoteFailure, InterruptedException {
    Mailbox.Draft draft = create(1);
    Optional<Mailbox.Draft> edited =
        patience.until(
            "edit-draft",
            "In Gmail, open the draft “" + SUBJECT + " 1 …”, add a word to its text, and close it.",
            () ->
                mailbox.drafts().stream()
                    .filter(d -> !d.messageId().equals(draft.messageId()))
                    .filter(d -> d.id().equals(draft.id()) || d.threadId().equals(draft.threadId()))
                    .findFirst());
    current = Optional.of(edited.orElse(draft));
    edited.ifPresent(leftDrafts::add);
    return edited.map(d -> d.id().equals(draft.id()) ? "NEW_MESSAGE" : "NEW_DRAFT");
  }

  private Optional<String> sentDraft() throws RemoteFailure, InterruptedException {
    Mailbox.Draft draft = current.isPresent() ? current.get() : create(1);
    String position = mailbox.position();
    Optional<Mailbox.MessageIds> sent =
        patience.until(
            "send",
            "Send the draft “" + SUBJECT + " 1 …”. It goes to this very mailbox.",
            () -> sentIn(draft.threadId(), position));
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    if (mailbox.drafts().stream().anyMatch(d -> d.id().equals(draft.id()))) {
      return Optional.of("SEND_WRAPPER_KEPT");
    }
    return Optional.of(
        sent.get().id().equals(draft.messageId()) ? "SEND_SAMEID_LABELSWAP" : "SEND_404_NEWID");
  }

  private Optional<Mailbox.MessageIds> sentIn(String threadId, String position)
      throws RemoteFailure {
    return mailbox
        .changesSince(position)
        .flatMap(
            changes ->
                changes.sent().stream().filter(m -> m.threadId().equals(threadId)).findFirst());
  }

  private Optional<String> undoneSend() throws RemoteFailure, InterruptedException {
    Mailbox.Draft draft = create(2);
    Optional<Mailbox.Draft> again =
        patience.until(
            "undo-send",
            "Open the draft “" + SUBJECT + " 2 …”, send it, and click Undo at once.",
            () ->
                mailbox.drafts().stream()
                    .filter(d -> !d.messageId().equals(draft.messageId()))
                    .filter(d -> d.id().equals(draft.id()) || d.threadId().equals(draft.threadId()))
                    .findFirst());
    again.ifPresent(leftDrafts::add);
    return again.map(d -> d.id().equals(draft.id()) ? "SAME_DRAFT" : "NEW_DRAFT");
  }

  private Mailbox.Draft create(int number) throws RemoteFailure {
    Letter letter =
        new Letter(
            "M-0000" + number,
            mailbox.address(),
            List.of(new Letter.Recipient("", mailbox.address())),
            SUBJECT + " " + number,
            "A rehearsal; it can be thrown away.");
    Mailbox.Draft draft = mailbox.create(letter);
    leftDrafts.add(draft);
    return draft;
  }

  /**
   * Deletes the drafts that were not sent.
   *
   * @return how many were left since a person had changed them meanwhile
   */
  int cleanUp() throws RemoteFailure {
    List<Mailbox.Draft> drafts = mailbox.drafts();
    int kept = 0;
    for (Mailbox.Draft draft : leftDrafts) {
      if (drafts.contains(draft) && !mailbox.delete(draft)) {
        kept++;
      }
    }
    return kept;
  }
}

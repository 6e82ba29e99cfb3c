package org.entraide.google;

import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.ListDraftsResponse;
import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.Thread;
import java.util.Base64;
import java.util.List;
import org.entraide.campaign.RemoteFailure;

/**
 * The few calls to Gmail that are needed, with a scope that shows headers and labels and no bodies:
 * therefore no search ({@code q}) and no full messages.
 */
final class GmailCalls {

  private static final String ME = "me";
  private static final long MOST = 500;

  private static final Operation LISTING =
      Operation.read("Listing the delegate's mailbox", Operation.Target.MAILBOX);
  private static final Operation LOOKING =
      Operation.read("Looking at a mail in the delegate's mailbox", Operation.Target.MAILBOX);
  private static final Operation DRAFTING =
      Operation.write("Leaving a draft in the delegate's mailbox", Operation.Target.MAILBOX);

  private final Gmail gmail;
  private final Attempts attempts;
  private final AccessTokens tokens;

  GmailCalls(Gmail gmail, Attempts attempts, AccessTokens tokens) {
    this.gmail = gmail;
    this.attempts = attempts;
    this.tokens = tokens;
  }

  /** All drafts: 5 quota units a page. */
  List<Draft> drafts() throws RemoteFailure {
    return Pages.all(
        token -> {
          ListDraftsResponse page =
              attempts.run(
                  LISTING,
                  tokens,
                  () ->
                      gmail
                          .users()
                          .drafts()
                          .list(ME)
                          .setMaxResults(MOST)
                          .setPageToken(token)
                          .setFields("drafts(id,message(id,threadId)),nextPageToken")
                          .execute());
          return Pages.Page.of(page.getDrafts(), page.getNextPageToken());
        });
  }

  /** All messages with a label, newest first: 5 quota units a page. */
  List<Message> messages(String label) throws RemoteFailure {
    return Pages.all(
        token -> {
          ListMessagesResponse page =
              attempts.run(
                  LISTING,
                  tokens,
                  () ->
                      gmail
                          .users()
                          .messages()
                          .list(ME)
                          .setLabelIds(List.of(label))
                          .setIncludeSpamTrash(label.equals("TRASH"))
                          .setMaxResults(MOST)
                          .setPageToken(token)
                          .setFields("messages(id,threadId),nextPageToken")
                          .execute());
          return Pages.Page.of(page.getMessages(), page.getNextPageToken());
        });
  }

  /** A message's labels and subject: 20 quota units. */
  Message headers(String messageId) throws RemoteFailure {
    return attempts.run(
        LOOKING,
        tokens,
        () ->
            gmail
                .users()
                .messages()
                .get(ME, messageId)
                .setFormat("metadata")
                .setMetadataHeaders(List.of("Subject"))
                .setFields("id,threadId,labelIds,payload(headers)")
                .execute());
  }

  /** A thread's messages with their labels: 40 quota units. */
  Thread thread(String threadId) throws RemoteFailure {
    return attempts.run(
        LOOKING,
        tokens,
        () ->
            gmail
                .users()
                .threads()
                .get(ME, threadId)
                .setFormat("metadata")
                .setMetadataHeaders(List.of("Subject"))
                .setFields("id,messages(id,threadId,labelIds)")
                .execute());
  }

  /**
   * Creates a draft: 10 quota units.
   *
   * @param mime a whole message (RFC 5322)
   */
  Draft create(byte[] mime) throws RemoteFailure {
    String raw = Base64.getUrlEncoder().withoutPadding().encodeToString(mime);
    Draft draft = new Draft().setMessage(new Message().setRaw(raw));
    return attempts.run(
        DRAFTING,
        tokens,
        () -> {
          Draft created =
              gmail
                  .users()
                  .drafts()
                  .create(ME, draft)
                  .setFields("id,message(id,threadId)")
                  .execute();
          if (created.getId() == null || created.getMessage() == null) {
            throw new GarbledAnswerException("a draft without its id");
          }
          return created;
        });
  }
}

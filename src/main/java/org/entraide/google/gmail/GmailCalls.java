package org.entraide.google.gmail;

import com.google.api.services.gmail.Gmail;
import com.google.api.services.gmail.model.Draft;
import com.google.api.services.gmail.model.ListDraftsResponse;
import com.google.api.services.gmail.model.ListHistoryResponse;
import com.google.api.services.gmail.model.ListMessagesResponse;
import com.google.api.services.gmail.model.Message;
import com.google.api.services.gmail.model.Profile;
import com.google.api.services.gmail.model.Thread;
import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.entraide.google.quota.MinuteQuota;
import org.entraide.google.wire.AccessTokens;
import org.entraide.google.wire.AnswerChecks;
import org.entraide.google.wire.Attempts;
import org.entraide.google.wire.GarbledAnswerException;
import org.entraide.google.wire.Operation;
import org.entraide.google.wire.PageTokens;
import org.entraide.resilience.RemoteFailure;

/**
 * The few calls to Gmail that are needed, with a scope that shows headers and labels and no bodies:
 * therefore no search ({@code q}) and no full messages.
 */
public final class GmailCalls {

  private static final String ME = "me";
  private static final long MOST = 500;

  /** Prices in quota units: see {@link MinuteQuota}. */
  private static final int PROFILE = 1;

  private static final int HISTORY = 2;
  private static final int LIST = 5;
  private static final int CREATE = 10;
  private static final int DELETE = 10;
  private static final int GET = 20;
  private static final int THREAD = 40;

  /** Kept for looking at what people do with their drafts while many are being made. */
  private static final int RESERVE = 1_000;

  /** Pages of all mail, of which only the newest is ever of interest. */
  private static final int NEWEST = 4;

  static final Operation LISTING =
      Operation.read("google.doing.mailbox.list", Operation.Target.MAILBOX);
  private static final Operation LOOKING =
      Operation.read("google.doing.mailbox.look", Operation.Target.MAILBOX);
  private static final Operation DRAFTING =
      Operation.write("google.doing.mailbox.draft", Operation.Target.MAILBOX);
  static final Operation DELETING =
      Operation.write("google.doing.mailbox.delete", Operation.Target.MAILBOX);

  private final Gmail gmail;
  private final Attempts attempts;
  private final AccessTokens tokens;
  private final MinuteQuota quota;

  /**
   * @param quota of the mailbox's owner: one for all campaigns
   */
  public GmailCalls(Gmail gmail, Attempts attempts, AccessTokens tokens, MinuteQuota quota) {
    this.gmail = gmail;
    this.attempts = attempts;
    this.tokens = tokens;
    this.quota = quota;
  }

  /** How many drafts can be created now; a part of the quota is left for looking. */
  int room() {
    return Math.max(0, quota.room(CREATE) - RESERVE / CREATE);
  }

  private <T> T ask(Operation operation, int units, Attempts.Action<T> call) throws RemoteFailure {
    Attempts.Action<T> counted = quota.counted(units, call);
    try {
      return attempts.run(operation, tokens, counted);
    } catch (RemoteFailure e) {
      quota.obey(e);
      throw e;
    }
  }

  /** The present position of the mailbox's history. */
  String position() throws RemoteFailure {
    return ask(
        LISTING,
        PROFILE,
        () -> {
          Profile profile = gmail.users().getProfile(ME).setFields("historyId").execute();
          if (AnswerChecks.isMissing(profile.getHistoryId())) {
            throw new GarbledAnswerException("a mailbox without its history's position");
          }
          return profile.getHistoryId().toString();
        });
  }

  /**
   * Everything that happened since a position.
   *
   * @throws RemoteFailure of the kind NOT_FOUND where the position is too old or unknown
   */
  List<ListHistoryResponse> history(String position) throws RemoteFailure {
    BigInteger start;
    try {
      start = new BigInteger(position);
    } catch (NumberFormatException e) {
      throw RemoteFailure.of(RemoteFailure.Kind.NOT_FOUND, LISTING.failed("google.why.position"));
    }
    return PageTokens.all(
        token -> {
          ListHistoryResponse page =
              ask(
                  LISTING,
                  HISTORY,
                  () -> {
                    ListHistoryResponse answer =
                        gmail
                            .users()
                            .history()
                            .list(ME)
                            .setStartHistoryId(start)
                            .setMaxResults(MOST)
                            .setPageToken(token)
                            .execute();
                    if (AnswerChecks.isMissing(answer.getHistoryId())) {
                      throw new GarbledAnswerException("a history without its position");
                    }
                    return answer;
                  });
          return PageTokens.Page.of(List.of(page), page.getNextPageToken());
        });
  }

  /** A draft with its message's labels. */
  Draft draft(String draftId) throws RemoteFailure {
    return ask(
        LOOKING,
        GET,
        () -> {
          Draft draft =
              gmail
                  .users()
                  .drafts()
                  .get(ME, draftId)
                  .setFormat("minimal")
                  .setFields("id,message(id,threadId,labelIds)")
                  .execute();
          AnswerChecks.check(draftId, draft.getId());
          if (draft.getMessage() == null || AnswerChecks.isMissing(draft.getMessage().getId())) {
            throw new GarbledAnswerException("a draft without its message");
          }
          return draft;
        });
  }

  /** Deletes a draft for good. */
  void delete(String draftId) throws RemoteFailure {
    ask(
        DELETING,
        DELETE,
        () -> {
          String answer =
              gmail.users().drafts().delete(ME, draftId).executeUnparsed().parseAsString();
          if (!answer.isBlank() && !answer.strip().startsWith("{")) {
            // a page of somebody's in between: Gmail says nothing, or {}
            throw new GarbledAnswerException("an answer that is not Gmail's");
          }
          return answer;
        });
  }

  /** All drafts: 5 quota units a page. */
  List<Draft> drafts() throws RemoteFailure {
    return PageTokens.all(
        token -> {
          ListDraftsResponse page =
              ask(
                  LISTING,
                  LIST,
                  () ->
                      gmail
                          .users()
                          .drafts()
                          .list(ME)
                          .setMaxResults(MOST)
                          .setPageToken(token)
                          .setFields("drafts(id,message(id,threadId)),nextPageToken")
                          .execute());
          return PageTokens.Page.of(page.getDrafts(), page.getNextPageToken());
        });
  }

  /** All messages with a label, newest first: 5 quota units a page. */
  List<Message> messages(String label) throws RemoteFailure {
    return PageTokens.first(
        label.isEmpty() ? NEWEST : Integer.MAX_VALUE,
        token -> {
          ListMessagesResponse page =
              ask(
                  LISTING,
                  LIST,
                  () ->
                      gmail
                          .users()
                          .messages()
                          .list(ME)
                          .setLabelIds(label.isEmpty() ? null : List.of(label))
                          .setIncludeSpamTrash(label.equals("TRASH"))
                          .setMaxResults(MOST)
                          .setPageToken(token)
                          .setFields("messages(id,threadId),nextPageToken")
                          .execute());
          return PageTokens.Page.of(page.getMessages(), page.getNextPageToken());
        });
  }

  /** A message's labels, subject and recipients: 20 quota units. */
  Message headers(String messageId) throws RemoteFailure {
    return ask(
        LOOKING,
        GET,
        () -> {
          Message message =
              gmail
                  .users()
                  .messages()
                  .get(ME, messageId)
                  .setFormat("metadata")
                  .setMetadataHeaders(MessageHeaders.OF_A_MESSAGE)
                  .setFields("id,threadId,labelIds,internalDate,payload(headers)")
                  .execute();
          AnswerChecks.check(messageId, message.getId());
          return message;
        });
  }

  /** A thread's messages with their labels: 40 quota units. */
  Thread thread(String threadId) throws RemoteFailure {
    return ask(
        LOOKING,
        THREAD,
        () -> {
          Thread thread =
              gmail
                  .users()
                  .threads()
                  .get(ME, threadId)
                  .setFormat("metadata")
                  .setMetadataHeaders(MessageHeaders.WANTED)
                  .setFields("id,messages(id,threadId,labelIds,payload(headers))")
                  .execute();
          AnswerChecks.check(threadId, thread.getId());
          return thread;
        });
  }

  /**
   * Creates a draft: 10 quota units.
   *
   * @param mime a whole message (RFC 5322)
   * @param thread to which it belongs; empty for a new one
   */
  Draft create(byte[] mime, Optional<String> thread) throws RemoteFailure {
    String raw = Base64.getUrlEncoder().withoutPadding().encodeToString(mime);
    Draft draft = new Draft().setMessage(new Message().setRaw(raw));
    thread.ifPresent(draft.getMessage()::setThreadId);
    return ask(
        DRAFTING,
        CREATE,
        () -> {
          Draft created =
              gmail
                  .users()
                  .drafts()
                  .create(ME, draft)
                  .setFields("id,message(id,threadId)")
                  .execute();
          if (AnswerChecks.isMissing(created.getId())
              || created.getMessage() == null
              || AnswerChecks.isMissing(created.getMessage().getId())) {
            throw new GarbledAnswerException("a draft without its id");
          }
          return created;
        });
  }
}

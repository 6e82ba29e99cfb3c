package org.entraide.sandbox.office.gmail;

import java.util.Map;
import java.util.Optional;
import org.entraide.sandbox.office.http.JsonSchema;

/** The names that Gmail's answers can have. */
final class GmailSchemas {

  private static final Map<String, JsonSchema> TYPES =
      JsonSchema.types(
          """
          Message = id threadId labelIds[] snippet historyId internalDate sizeEstimate raw
            payload:Part classificationLabelValues[];
          Part = partId mimeType filename headers[]{name value} body{attachmentId size data}
            parts[]:Part;
          Draft = id message:Message;
          Drafts = drafts[]:Draft nextPageToken resultSizeEstimate;
          Messages = messages[]:Message nextPageToken resultSizeEstimate;
          Thread = id snippet historyId messages[]:Message;
          Profile = emailAddress messagesTotal threadsTotal historyId;
          Labels = labels[]{id name messageListVisibility labelListVisibility type messagesTotal
            messagesUnread threadsTotal threadsUnread color};
          Moved = message:Message labelIds[];
          History = historyId nextPageToken history[]{id messages[]:Message
            messagesAdded[]:Moved messagesDeleted[]:Moved labelsAdded[]:Moved
            labelsRemoved[]:Moved}
          """);

  private static final Map<String, String> ANSWERS =
      Map.ofEntries(
          Map.entry("POST drafts", "Draft"),
          Map.entry("GET drafts", "Drafts"),
          Map.entry("GET drafts/*", "Draft"),
          Map.entry("PUT drafts/*", "Draft"),
          Map.entry("GET messages", "Messages"),
          Map.entry("GET messages/*", "Message"),
          Map.entry("POST messages/*/trash", "Message"),
          Map.entry("POST messages/*/untrash", "Message"),
          Map.entry("POST messages/*/modify", "Message"),
          Map.entry("GET threads/*", "Thread"),
          Map.entry("GET profile", "Profile"),
          Map.entry("GET labels", "Labels"),
          Map.entry("GET history", "History"));

  private GmailSchemas() {}

  /**
   * @param key the verb and the path below the user
   */
  static Optional<JsonSchema> answer(String key) {
    return Optional.ofNullable(ANSWERS.get(key)).map(TYPES::get);
  }
}

package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.ListingPage;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.QueryNames;

/** What Gmail says of a mailbox as a whole: its profile, its labels, its history. */
final class MailboxMethods {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  private static final List<String> LABELS =
      List.of("INBOX", "SENT", "DRAFT", "TRASH", "SPAM", "UNREAD", "STARRED", "IMPORTANT");

  private MailboxMethods() {}

  static OfficeResponse profile(GmailCall call) {
    QueryNames.check(call.request());
    List<MailMessage> messages = call.mailbox().messages();
    long threads = messages.stream().map(MailMessage::threadId).distinct().count();
    return OfficeResponse.json(
        200,
        OfficeJson.object()
            .put("emailAddress", call.mailbox().email())
            .put("messagesTotal", messages.size())
            .put("threadsTotal", threads)
            .put("historyId", Long.toString(call.mailbox().history().last())));
  }

  static OfficeResponse labels(GmailCall call) {
    QueryNames.check(call.request());
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.putArray("labels");
    LABELS.forEach(
        name -> list.addObject().put("id", name).put("name", name).put("type", "system"));
    return OfficeResponse.json(200, json);
  }

  static OfficeResponse history(GmailCall call) {
    OfficeRequest request = call.request();
    QueryNames.check(
        request, "startHistoryId", "maxResults", "pageToken", "labelId", "historyTypes");
    String start = request.parameter("startHistoryId").orElse("");
    List<String> types = request.parameters("historyTypes");
    String label = request.parameter("labelId").orElse("");
    List<MailHistory.Change> all =
        call.mailbox().history().since(cursor(start)).stream()
            .filter(change -> types.isEmpty() || types.contains(change.kind().type()))
            .filter(change -> label.isEmpty() || change.labels().contains(label))
            .toList();
    ListingPage page = ListingPage.of(request, "maxResults", USUAL, MOST, start + types + label);
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.arrayNode();
    page.slice(all).forEach(change -> list.add(change.toJson()));
    if (!list.isEmpty()) {
      json.set("history", list);
    }
    page.next(all.size()).ifPresent(token -> json.put("nextPageToken", token));
    json.put("historyId", Long.toString(call.mailbox().history().last()));
    return OfficeResponse.json(200, json);
  }

  private static long cursor(String start) {
    try {
      return Long.parseUnsignedLong(start);
    } catch (NumberFormatException e) {
      throw ApiException.invalid("Invalid value at 'start_history_id' (TYPE_UINT64)");
    }
  }
}

package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.JsonSchema;
import org.entraide.sandbox.office.http.ListingPage;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.QueryNames;

/** {@code users.messages} and {@code users.threads}. */
final class MessageMethods {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  private static final JsonSchema MODIFY = JsonSchema.parse("addLabelIds[] removeLabelIds[]");

  private MessageMethods() {}

  static OfficeResponse get(GmailCall call) {
    QueryNames.check(call.request(), "format", "metadataHeaders");
    MessageView view = MessageView.of(call.request(), call.caller());
    return OfficeResponse.json(200, view.show(call.mailbox().message(call.id())));
  }

  static OfficeResponse list(GmailCall call) {
    QueryNames.check(
        call.request(), "maxResults", "pageToken", "q", "includeSpamTrash", "labelIds");
    MailQuery query = call.query();
    List<String> labels = call.request().parameters("labelIds");
    boolean trash = call.includesTrash() || labels.contains("TRASH");
    List<MailMessage> all =
        call.mailbox().messages().stream()
            .filter(call.mailbox()::lists)
            .filter(message -> trash || !message.has("TRASH"))
            .filter(message -> message.labels().containsAll(labels))
            .filter(query::finds)
            .toList();
    String bound = query.text() + trash + labels;
    ListingPage page = ListingPage.of(call.request(), "maxResults", USUAL, MOST, bound);
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.arrayNode();
    page.slice(all).forEach(message -> list.add(MessageView.brief(message)));
    if (!list.isEmpty()) {
      json.set("messages", list);
    }
    page.next(all.size()).ifPresent(token -> json.put("nextPageToken", token));
    return OfficeResponse.json(200, json.put("resultSizeEstimate", all.size()));
  }

  static OfficeResponse relabel(GmailCall call, Set<String> added, Set<String> removed) {
    QueryNames.check(call.request());
    MailMessage changed = call.mailbox().relabel(call.id(), added, removed);
    return OfficeResponse.json(200, MessageView.labelled(changed));
  }

  static OfficeResponse modify(GmailCall call) {
    ObjectNode body = OfficeJson.body(call.request());
    MODIFY.check(body);
    return relabel(call, names(body, "addLabelIds"), names(body, "removeLabelIds"));
  }

  private static Set<String> names(ObjectNode body, String field) {
    Set<String> names = new LinkedHashSet<>();
    body.path(field).forEach(name -> names.add(name.asText()));
    return names;
  }

  static OfficeResponse thread(GmailCall call) {
    QueryNames.check(call.request(), "format", "metadataHeaders");
    MessageView view = MessageView.of(call.request(), call.caller());
    List<MailMessage> messages = call.mailbox().thread(call.id());
    if (messages.isEmpty()) {
      throw ApiException.notFound();
    }
    long last = messages.stream().mapToLong(MailMessage::historyId).max().orElse(0);
    ObjectNode json =
        OfficeJson.object().put("id", call.id()).put("historyId", Long.toString(last));
    ArrayNode list = json.putArray("messages");
    messages.forEach(message -> list.add(view.show(message)));
    return OfficeResponse.json(200, json);
  }
}

package org.entraide.sandbox.office.gmail;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.gmail.OfficeMailbox.Draft;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.ListingPage;
import org.entraide.sandbox.office.http.OfficeJson;
import org.entraide.sandbox.office.http.OfficeResponse;
import org.entraide.sandbox.office.http.QueryNames;

/** {@code users.drafts}. */
final class DraftMethods {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  private DraftMethods() {}

  static OfficeResponse create(GmailCall call) {
    QueryNames.check(call.request(), "upload_id");
    return create(call, DraftUpload.read(call.request()));
  }

  static OfficeResponse create(GmailCall call, DraftUpload upload) {
    requireReadable(call, upload);
    return answer(call.mailbox().create(upload.raw(), upload.threadId()));
  }

  static OfficeResponse update(GmailCall call) {
    QueryNames.check(call.request(), "upload_id");
    return replace(call, call.id(), DraftUpload.read(call.request()));
  }

  static OfficeResponse replace(GmailCall call, String draftId, DraftUpload upload) {
    requireReadable(call, upload);
    return answer(call.mailbox().replace(draftId, upload.raw(), upload.threadId()));
  }

  /** A message that cannot be read and a thread that is not there are refused before any change. */
  private static void requireReadable(GmailCall call, DraftUpload upload) {
    MimeText.read(upload.raw()).text();
    String thread = upload.threadId();
    if (thread != null && call.mailbox().thread(thread).isEmpty()) {
      throw ApiException.notFound();
    }
  }

  private static OfficeResponse answer(Draft draft) {
    ObjectNode json = OfficeJson.object().put("id", draft.id());
    json.set("message", MessageView.labelled(draft.message()));
    return OfficeResponse.json(200, json);
  }

  static OfficeResponse get(GmailCall call) {
    QueryNames.check(call.request(), "format");
    MessageView view = MessageView.of(call.request(), call.caller());
    Draft draft = call.mailbox().draft(call.id());
    ObjectNode json = OfficeJson.object().put("id", draft.id());
    json.set("message", view.show(draft.message()));
    return OfficeResponse.json(200, json);
  }

  static OfficeResponse list(GmailCall call) {
    QueryNames.check(call.request(), "maxResults", "pageToken", "q", "includeSpamTrash");
    MailQuery query = call.query();
    List<Draft> all =
        call.mailbox().drafts().stream()
            .filter(draft -> call.mailbox().lists(draft.message()))
            .filter(draft -> call.includesTrash() || !draft.message().has("TRASH"))
            .filter(draft -> query.finds(draft.message()))
            .toList();
    String bound = query.text() + call.includesTrash();
    ListingPage page = ListingPage.of(call.request(), "maxResults", USUAL, MOST, bound);
    ObjectNode json = OfficeJson.object();
    ArrayNode list = json.arrayNode();
    for (Draft draft : page.slice(all)) {
      list.addObject().put("id", draft.id()).set("message", MessageView.brief(draft.message()));
    }
    if (!list.isEmpty()) {
      json.set("drafts", list);
    }
    page.next(all.size()).ifPresent(token -> json.put("nextPageToken", token));
    return OfficeResponse.json(200, json.put("resultSizeEstimate", all.size()));
  }

  static OfficeResponse delete(GmailCall call) {
    QueryNames.check(call.request());
    call.mailbox().delete(call.id());
    return OfficeResponse.noContent();
  }
}

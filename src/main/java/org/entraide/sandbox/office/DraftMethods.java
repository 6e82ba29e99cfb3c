package org.entraide.sandbox.office;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.entraide.sandbox.office.Mailbox.Draft;

/** {@code users.drafts}. */
final class DraftMethods {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  private DraftMethods() {}

  static OfficeResponse create(GmailCall call) {
    QueryNames.check(call.request(), "upload_id");
    return create(call, Upload.read(call.request()));
  }

  static OfficeResponse create(GmailCall call, Upload upload) {
    requireReadable(call, upload);
    return answer(call.mailbox().create(upload.raw(), upload.threadId()));
  }

  static OfficeResponse update(GmailCall call) {
    QueryNames.check(call.request(), "upload_id");
    return replace(call, call.id(), Upload.read(call.request()));
  }

  static OfficeResponse replace(GmailCall call, String draftId, Upload upload) {
    requireReadable(call, upload);
    return answer(call.mailbox().replace(draftId, upload.raw(), upload.threadId()));
  }

  /** A message that cannot be read and a thread that is not there are refused before any change. */
  private static void requireReadable(GmailCall call, Upload upload) {
    MimeText.read(upload.raw()).text();
    String thread = upload.threadId();
    if (thread != null && call.mailbox().thread(thread).isEmpty()) {
      throw ApiException.notFound();
    }
  }

  private static OfficeResponse answer(Draft draft) {
    ObjectNode json = Json.object().put("id", draft.id());
    json.set("message", MessageView.labelled(draft.message()));
    return OfficeResponse.json(200, json);
  }

  static OfficeResponse get(GmailCall call) {
    QueryNames.check(call.request(), "format");
    MessageView view = MessageView.of(call.request(), call.caller());
    Draft draft = call.mailbox().draft(call.id());
    ObjectNode json = Json.object().put("id", draft.id());
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
    Page page = Page.of(call.request(), "maxResults", USUAL, MOST, bound);
    ObjectNode json = Json.object();
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

package org.entraide.sandbox.office.gmail;

import java.util.List;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeScopes;

/**
 * One call of Gmail whose token was found good for it.
 *
 * @param id the identifier in the path; empty where there is none
 */
record GmailCall(OfficeRequest request, Caller caller, OfficeMailbox mailbox, String id) {

  /** The search text; a token that holds the metadata scope may not search. */
  MailQuery query() {
    String q = request.parameter("q").orElse("");
    if (!q.isEmpty() && caller.scopes().contains(OfficeScopes.GMAIL_METADATA)) {
      throw new ApiException(
          403,
          "PERMISSION_DENIED",
          "Metadata scope does not support 'q' parameter",
          "forbidden",
          "global",
          List.of());
    }
    return MailQuery.parse(q);
  }

  boolean includesTrash() {
    return request.parameter("includeSpamTrash").orElse("false").equals("true");
  }
}

package org.entraide.sandbox.office.gmail;

import static org.entraide.sandbox.office.http.OfficeScopes.GMAIL_COMPOSE;
import static org.entraide.sandbox.office.http.OfficeScopes.GMAIL_LABELS;
import static org.entraide.sandbox.office.http.OfficeScopes.GMAIL_METADATA;
import static org.entraide.sandbox.office.http.OfficeScopes.GMAIL_MODIFY;
import static org.entraide.sandbox.office.http.OfficeScopes.GMAIL_READONLY;
import static org.entraide.sandbox.office.http.OfficeScopes.MAIL;

import java.util.Map;
import java.util.Set;
import org.entraide.sandbox.office.http.ApiException;
import org.entraide.sandbox.office.http.Caller;
import org.entraide.sandbox.office.http.OfficeRequest;
import org.entraide.sandbox.office.http.OfficeScopes;
import org.entraide.sandbox.office.http.RequestKinds;

/** Which scopes each method of Gmail takes. */
final class GmailScopes {

  private static final String PROTO = "caribou.api.proto.MailboxService.";

  private static final Set<String> WRITE_DRAFTS = Set.of(MAIL, GMAIL_MODIFY, GMAIL_COMPOSE);
  private static final Set<String> READ_DRAFTS =
      Set.of(MAIL, GMAIL_MODIFY, GMAIL_COMPOSE, GMAIL_READONLY);
  private static final Set<String> READ =
      Set.of(MAIL, GMAIL_MODIFY, GMAIL_READONLY, GMAIL_METADATA);
  private static final Set<String> WRITE = Set.of(MAIL, GMAIL_MODIFY);

  private record Method(String name, Set<String> accepted) {}

  private static final Map<String, Method> METHODS =
      Map.ofEntries(
          Map.entry("POST drafts", new Method("CreateDraft", WRITE_DRAFTS)),
          Map.entry("GET drafts", new Method("ListDrafts", READ_DRAFTS)),
          Map.entry("GET drafts/*", new Method("GetDraft", READ_DRAFTS)),
          Map.entry("PUT drafts/*", new Method("UpdateDraft", WRITE_DRAFTS)),
          Map.entry("PUT drafts", new Method("CreateDraft", WRITE_DRAFTS)),
          Map.entry("DELETE drafts/*", new Method("DeleteDraft", WRITE_DRAFTS)),
          Map.entry("GET messages", new Method("ListMessages", READ)),
          Map.entry("GET messages/*", new Method("GetMessage", READ)),
          Map.entry("POST messages/*/trash", new Method("TrashMessage", WRITE)),
          Map.entry("POST messages/*/untrash", new Method("UntrashMessage", WRITE)),
          Map.entry("POST messages/*/modify", new Method("ModifyMessage", WRITE)),
          Map.entry("GET threads/*", new Method("GetThread", READ)),
          Map.entry(
              "GET profile",
              new Method(
                  "GetProfile",
                  Set.of(MAIL, GMAIL_MODIFY, GMAIL_COMPOSE, GMAIL_READONLY, GMAIL_METADATA))),
          Map.entry(
              "GET labels",
              new Method(
                  "ListLabels",
                  Set.of(MAIL, GMAIL_MODIFY, GMAIL_READONLY, GMAIL_METADATA, GMAIL_LABELS))),
          Map.entry("GET history", new Method("ListHistory", READ)));

  private GmailScopes() {}

  /**
   * @param key the verb and the path below the user
   * @throws ApiException 403 for a token without such a scope; 501 for a method not known here
   */
  static void require(Caller caller, String key, OfficeRequest request) {
    Method method = METHODS.get(key);
    if (method == null) {
      throw ApiException.unsupported(
          "Gmail " + request.method() + " " + RequestKinds.template(request));
    }
    OfficeScopes.require(caller, "gmail.googleapis.com", PROTO + method.name(), method.accepted());
  }
}

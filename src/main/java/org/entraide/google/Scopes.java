package org.entraide.google;

import com.google.api.services.forms.v1.FormsScopes;
import com.google.api.services.gmail.GmailScopes;
import com.google.api.services.sheets.v4.SheetsScopes;
import java.util.List;

/** The least that the daemon asks for. */
final class Scopes {

  /** For sheets and forms, as the account itself. */
  static final List<String> DOCUMENTS =
      List.of(
          SheetsScopes.SPREADSHEETS,
          FormsScopes.FORMS_BODY_READONLY,
          FormsScopes.FORMS_RESPONSES_READONLY);

  /** For making forms and adding questions; nothing but {@code init} asks for it. */
  static final List<String> FORM_MAKING = List.of(FormsScopes.FORMS_BODY);

  /** For a delegate's mailbox, as the delegate: drafts, and headers without bodies. */
  static final List<String> MAILBOX =
      List.of(GmailScopes.GMAIL_COMPOSE, GmailScopes.GMAIL_METADATA);

  private Scopes() {}
}

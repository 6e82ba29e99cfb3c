package org.entraide.google.wire;

import com.google.api.services.forms.v1.FormsScopes;
import com.google.api.services.gmail.GmailScopes;
import com.google.api.services.sheets.v4.SheetsScopes;
import java.util.List;

/** The least that the daemon asks for. */
public final class Scopes {

  /** Scopes for sheets and forms, as the account itself. */
  public static final List<String> DOCUMENTS =
      List.of(
          SheetsScopes.SPREADSHEETS,
          FormsScopes.FORMS_BODY_READONLY,
          FormsScopes.FORMS_RESPONSES_READONLY);

  /** Scopes for a delegate's mailbox, as the delegate: drafts, and headers without bodies. */
  public static final List<String> MAILBOX =
      List.of(GmailScopes.GMAIL_COMPOSE, GmailScopes.GMAIL_METADATA);

  /** Scopes for making a form in a person's name; nothing but {@code init} needs them. */
  public static final List<String> CREATE_FORMS = List.of(FormsScopes.FORMS_BODY);

  /**
   * Scopes to learn who consented where no mailbox is asked for, which would show it: Google puts
   * the address into the answer that brings the tokens.
   */
  public static final List<String> IDENTITY =
      List.of("openid", "https://www.googleapis.com/auth/userinfo.email");

  private Scopes() {}
}

package org.entraide.sandbox.office.http;

import java.util.Set;

/** Google's scopes that the office knows, and the check of a token against a method's list. */
public final class OfficeScopes {

  private static final String AUTH = "https://www.googleapis.com/auth/";

  public static final String SPREADSHEETS = AUTH + "spreadsheets";
  public static final String SPREADSHEETS_READONLY = AUTH + "spreadsheets.readonly";
  public static final String DRIVE = AUTH + "drive";
  public static final String DRIVE_READONLY = AUTH + "drive.readonly";
  public static final String DRIVE_FILE = AUTH + "drive.file";
  public static final String FORMS_BODY = AUTH + "forms.body";
  public static final String FORMS_BODY_READONLY = AUTH + "forms.body.readonly";
  public static final String FORMS_RESPONSES_READONLY = AUTH + "forms.responses.readonly";
  public static final String MAIL = "https://mail.google.com/";
  public static final String GMAIL_MODIFY = AUTH + "gmail.modify";
  public static final String GMAIL_COMPOSE = AUTH + "gmail.compose";
  public static final String GMAIL_SEND = AUTH + "gmail.send";
  public static final String GMAIL_READONLY = AUTH + "gmail.readonly";
  public static final String GMAIL_METADATA = AUTH + "gmail.metadata";
  public static final String GMAIL_LABELS = AUTH + "gmail.labels";

  public static final String USERINFO_EMAIL = AUTH + "userinfo.email";

  private OfficeScopes() {}

  /**
   * Lets a token through that holds one of the accepted scopes.
   *
   * @throws ApiException 403, with the challenge that lists them
   */
  public static void require(Caller caller, String service, String method, Set<String> accepted) {
    if (accepted.stream().noneMatch(caller.scopes()::contains)) {
      throw ApiException.insufficientScope(service, method, accepted);
    }
  }
}

package org.entraide.google.wire;

/**
 * What can be done about a refusal.
 *
 * @param account who sheets and forms are to be shared with: a service account's address, or words
 *     for a person
 * @param signIn about a sign-in that is refused
 * @param mailbox about a mailbox that cannot be reached
 * @param scopes about a sign-in that does not reach far enough; empty where {@code account} or
 *     {@code mailbox} say it
 */
public record RefusalAdvice(String account, String signIn, String mailbox, String scopes) {

  private static final String AGAIN =
      "Sign in again, with every box ticked: " + SignInAdvice.COMMAND;

  /**
   * For a service account.
   *
   * @param account its address, which is nobody's personal data
   * @param clientId its number, by which delegation is granted
   */
  public RefusalAdvice(String account, String clientId) {
    this(
        account,
        "Check that the service account "
            + account
            + " still exists and that its key was not deleted, or create a new key.",
        delegation(clientId),
        "");
  }

  /** For somebody who signed in; nothing in it names them. */
  public static RefusalAdvice person() {
    return new RefusalAdvice(
        "the person of [google] account",
        AGAIN,
        "The account has no mailbox at Gmail, or its Workspace has switched Gmail off for it.",
        AGAIN);
  }

  String denied(Operation operation, ApiRefusal refusal) {
    return switch (refusal.reason()) {
      case "SERVICE_DISABLED", "accessNotConfigured" ->
          refusal.activationUrl().isEmpty()
              ? "Enable the Sheets, Forms and Gmail APIs in the Google Cloud console."
              : "Enable it at " + refusal.activationUrl() + " and wait a few minutes.";
      case "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions" ->
          scopes.isEmpty() || operation.target() == Operation.Target.NEW_FORM
              ? access(operation.target())
              : scopes;
      default -> access(operation.target());
    };
  }

  private String access(Operation.Target target) {
    return switch (target) {
      case SPREADSHEET -> "Share the spreadsheet with " + account + " as editor.";
      case FORM -> "Share the form with " + account + " as editor (Add collaborators).";
      case NEW_FORM ->
          "A person has to allow it: entraide auth login EMAIL --create-forms. Or make the form by"
              + " hand and name it in the configuration (form = \"…\").";
      case MAILBOX -> mailbox;
    };
  }

  /** How domain-wide delegation is granted. */
  private static String delegation(String clientId) {
    return "An administrator of the delegate's Google Workspace has to grant the client "
        + clientId
        + " the scopes "
        + String.join(",", Scopes.MAILBOX)
        + " under Security > Access and data control > API controls > Domain-wide delegation."
        + " Mailboxes outside of a Workspace cannot be reached by a service account.";
  }

  String missing(Operation operation) {
    return switch (operation.target()) {
      case SPREADSHEET ->
          "Check the id of the spreadsheet in the configuration: the part of its address between"
              + " /d/ and /edit.";
      case FORM ->
          "Check the id of the form in the configuration: the part of its editing address between"
              + " /d/ and /edit.";
      case NEW_FORM, MAILBOX -> "It was deleted or moved.";
    };
  }

  String protectedCell() {
    return "Let " + account + " edit the protected range, or make it one that only warns.";
  }
}

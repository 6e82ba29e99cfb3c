package org.entraide.google;

/**
 * What a person can do about a refusal.
 *
 * @param account the service account's address, which is nobody's personal data
 * @param clientId the service account's number, by which delegation is granted
 */
record Advice(String account, String clientId) {

  String signIn() {
    return "Check that the service account "
        + account
        + " still exists and that its key was not"
        + " deleted, or create a new key.";
  }

  String denied(Operation operation, ApiRefusal refusal) {
    return switch (refusal.reason()) {
      case "SERVICE_DISABLED", "accessNotConfigured" ->
          refusal.activationUrl().isEmpty()
              ? "Enable the Sheets, Forms and Gmail APIs in the Google Cloud console."
              : "Enable it at " + refusal.activationUrl() + " and wait a few minutes.";
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
      case MAILBOX -> delegation();
    };
  }

  /** How domain-wide delegation is granted. */
  String delegation() {
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

package org.entraide.google.wire;

import java.util.Optional;
import org.entraide.text.Message;

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
public record RefusalAdvice(
    Message account, Message signIn, Message mailbox, Optional<Message> scopes) {

  private static final Message AGAIN = Message.of("google.fix.sign_in_whole");

  /**
   * Advice for a service account.
   *
   * @param account its address, which is nobody's personal data
   * @param clientId its number, by which delegation is granted
   */
  public RefusalAdvice(String account, String clientId) {
    this(
        Message.plain(account),
        Message.of("google.fix.service_account").with("account", account),
        Message.of("google.fix.delegation")
            .with("client", clientId)
            .with("scopes", String.join(",", Scopes.MAILBOX)),
        Optional.empty());
  }

  /** Advice for somebody who signed in; nothing in it names them. */
  public static RefusalAdvice person() {
    return new RefusalAdvice(
        Message.of("google.account.person"),
        AGAIN,
        Message.of("google.fix.no_gmail"),
        Optional.of(AGAIN));
  }

  Message denied(Operation operation, ApiRefusal refusal) {
    return switch (refusal.reason()) {
      case "SERVICE_DISABLED", "accessNotConfigured" ->
          refusal.activationUrl().isEmpty()
              ? Message.of("google.fix.apis")
              : Message.of("google.fix.api").with("url", refusal.activationUrl());
      case "ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions" ->
          scopes
              .filter(it -> operation.target() != Operation.Target.NEW_FORM)
              .orElseGet(() -> access(operation.target()));
      default -> access(operation.target());
    };
  }

  private Message access(Operation.Target target) {
    return switch (target) {
      case SPREADSHEET -> Message.of("google.fix.share_sheet").with("account", account);
      case FORM -> Message.of("google.fix.share_form").with("account", account);
      case NEW_FORM -> Message.of("google.fix.create_forms");
      case MAILBOX -> mailbox;
    };
  }

  Message missing(Operation operation) {
    return Message.of(
        switch (operation.target()) {
          case SPREADSHEET -> "google.fix.sheet_id";
          case FORM -> "google.fix.form_id";
          case NEW_FORM, MAILBOX -> "google.fix.gone";
        });
  }

  Message protectedCell() {
    return Message.of("google.fix.protected").with("account", account);
  }
}

package org.entraide.google;

import java.nio.file.Path;
import java.util.List;
import org.entraide.campaign.port.Mailbox;
import org.entraide.plan.letter.Letter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A mailbox over a wire that replays answers. */
public abstract class GmailMailboxFixture {

  public final ScriptedWire wire = new ScriptedWire();
  private @TempDir Path directory;
  public Mailbox mailbox;

  @BeforeEach
  void open() {
    mailbox =
        Offices.services(directory, ScriptedWire.ENDPOINT, wire, new Offices.Time())
            .mailbox(Offices.DELEGATE);
  }

  public static Letter letter(String email) {
    return new Letter(
        "M-7KQ47",
        Offices.DELEGATE,
        List.of(new Letter.Recipient("Zoé", email)),
        "Mise en relation [M-7KQ47]",
        "Bonjour");
  }

  public static String draft(String id, String message, String thread, String labels) {
    return "{\"id\":\"%s\",\"message\":{\"id\":\"%s\",\"threadId\":\"%s\",\"labelIds\":[\"%s\"]}}"
        .formatted(id, message, thread, labels);
  }

  public static String draft(String id, String message, String thread) {
    return "{\"id\":\"%s\",\"message\":{\"id\":\"%s\",\"threadId\":\"%s\"}}"
        .formatted(id, message, thread);
  }

  public static String message(String id, String subject, String labels) {
    return """
    {"id":"%s","threadId":"t","labelIds":["%s"],"internalDate":"1767225600000",
     "payload":{"headers":[{"name":"Subject","value":"%s"},
       {"name":"To","value":"Zoé <Zoe@example.org>"}]}}
    """
        .formatted(id, labels.replace(",", "\",\""), subject);
  }
}

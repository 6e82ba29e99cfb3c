package org.entraide.campaign.mail;

import java.time.Duration;
import org.entraide.campaign.port.Mailbox;

/**
 * A second draft of an introduction, which came after the one that is known. Gmail knows no fence:
 * one that a daemon asked for may come late, when its successor has looked for it in vain and left
 * another. The newer one goes as long as nobody touched it.
 *
 * @param ref the introduction's
 * @param mailbox whose
 */
public record DuplicateDraft(String ref, String mailbox, Mailbox.Draft draft) {

  /** So long after it was in doubt whether the first was made they are looked for. */
  static final Duration LATE = Duration.ofMinutes(30);
}

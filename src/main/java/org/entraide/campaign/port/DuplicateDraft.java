package org.entraide.campaign.port;

import java.time.Duration;

/**
 * A second draft of an introduction, which came after the one that is known. Gmail does not refuse
 * a daemon that lost its lease: a draft that it asked for may appear late, when its successor has
 * looked for it in vain and made another. The newer one is deleted unless somebody touched it.
 *
 * @param ref the introduction's
 * @param mailbox whose
 */
public record DuplicateDraft(String ref, String mailbox, Mailbox.Draft draft) {

  /** How long second drafts are looked for after it was in doubt whether the first was made. */
  public static final Duration LATE = Duration.ofMinutes(30);
}

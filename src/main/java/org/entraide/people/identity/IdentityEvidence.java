package org.entraide.people.identity;

import java.util.Locale;
import org.entraide.text.Message;

/** Why a row was given to a person. */
public enum IdentityEvidence {
  /** Its content is known and its cell shows the reference. */
  KNOWN,
  /** Its content is known; the cell was empty, or held no reference of anybody. */
  RESTORED,
  /** Its content is known; the cell showed another person's reference. */
  CORRECTED,
  /** Its content is new beside a known reference that nobody else's content claims. */
  EDITED,
  /** Another row says the same thing at the same time: not a second person. */
  COPY,
  /** A further answer of somebody. */
  ANSWERED_AGAIN,
  /** Nobody who was known. */
  NEW;

  /** In a sentence, for those who ask why. */
  public Message message() {
    return Message.of("people.evidence." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}

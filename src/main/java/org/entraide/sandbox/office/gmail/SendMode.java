package org.entraide.sandbox.office.gmail;

/** What the API shows once a person has sent a draft; Google was seen to do each. */
public enum SendMode {
  /** The draft answers 404 and the sent message has a new id. The usual case. */
  SEND_404_NEWID,
  /** The draft's wrapper outlives the send and holds the sent message. */
  SEND_WRAPPER_KEPT,
  /** The draft answers 404; its message stays and its label DRAFT becomes SENT. */
  SEND_SAMEID_LABELSWAP
}

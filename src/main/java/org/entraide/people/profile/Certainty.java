package org.entraide.people.profile;

/** How sure it is that a title asks for a field. */
public enum Certainty {
  /** The title is one of the usual wordings. */
  EXACT,
  /** The words of the title say so. */
  LIKELY,
  /** The configuration says so. */
  CONFIGURED
}

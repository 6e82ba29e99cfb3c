package org.entraide.match.model;

import java.util.Locale;

/**
 * Why a need is still open. Helpers who offer it are filtered in this order; the reason is the
 * filter that removed the last.
 */
public enum OpenNeedReason {
  /** Only an organiser finds help for this. */
  BY_HAND,
  NOBODY_OFFERS,
  /** Introduced before, to be kept apart, or with the same contact. */
  TRIED,
  /** The organisers have not checked the helper, and this need asks for it. */
  NOT_CHECKED,
  /** No common language, though both name theirs. */
  LANGUAGE,
  /** A place is unknown or too uncertain. */
  PLACE_UNKNOWN,
  TOO_FAR,
  /** All who could help have their capacity taken. */
  FULL;

  /** Returns the word for this reason in files: {@code nobody_offers}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}

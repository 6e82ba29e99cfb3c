package org.entraide.campaign.model;

import java.util.List;
import java.util.Locale;

/**
 * One thing that a pass changes outside of itself: in the sheet, in a mailbox or in the journal.
 *
 * <p>An effect is a value: it says what is wanted. Effects in the sheet are applied to the sheet
 * that the gate observed. Their text names people and introductions by their references alone, so
 * that a plan can be printed and logged.
 */
public sealed interface Effect permits SheetEffect, MailEffect, JournalEffect {

  /** The kind of an effect, as which it is counted. */
  enum Kind {
    PREPARE,
    LEDGER,
    DRAFT,
    FOLLOW_UP,
    DELETE_DRAFT,
    PUT_BACK,
    WRITE,
    SETTINGS,
    DASHBOARD,
    TODO,
    OTHER;

    /** The word for it, such as {@code delete_draft}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The kind as which it is counted. */
  Kind kind();

  /**
   * What a report lists of it: one effect for each row or draft; none for what nobody needs to
   * know, such as a note in the journal or a sign of life.
   */
  default List<Effect> listed() {
    return List.of(this);
  }
}

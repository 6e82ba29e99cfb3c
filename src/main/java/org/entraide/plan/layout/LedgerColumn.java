package org.entraide.plan.layout;

import java.util.List;
import java.util.Locale;

/**
 * The columns of the ledger, in order. The last one is hidden: whose contents the two references
 * are, and a hash of what was last written, so that both are known without the journal.
 */
public enum LedgerColumn {
  REF,
  PERSON,
  HELPER,
  DELEGATE,
  NEEDS,
  DISTANCE,
  STATE,
  SENT_ON,
  OUTCOME,
  EXPLANATION,
  CHECK;

  /**
   * The columns whose words change as an introduction goes on, in the order of their hashes in a
   * row's check: the checks of earlier versions end before those that came later.
   */
  public static final List<LedgerColumn> REPORTED =
      List.of(STATE, SENT_ON, EXPLANATION, DELEGATE, PERSON, HELPER);

  private final String mark = "ledger_" + name().toLowerCase(Locale.ROOT);
  private final String titleKey = "ledger." + name().toLowerCase(Locale.ROOT);

  /** The developer metadata by which the column is found again. */
  public String mark() {
    return mark;
  }

  /** The key of its title. */
  public String titleKey() {
    return titleKey;
  }

  public boolean isHidden() {
    return this == CHECK;
  }
}

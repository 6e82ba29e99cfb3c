package org.entraide.plan.layout;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that Entraide adds to the response tab, in the order in which it adds them. */
public enum PersonColumn {
  REF(true),
  STATUS(true),
  PLACE(true),
  INTRODUCED(true),
  EXPLANATION(true),
  INSTRUCTION(false),
  CHECKED(false),
  WITH(false),
  NEVER_WITH(false),
  GROUP(false),
  CORRECTED_PLACE(false),
  CHECK(true);

  /** The text for a tick. */
  public static final String TICKED = "TRUE";

  /** The columns whose words a row's report gives. */
  public static final List<PersonColumn> REPORTED = List.of(STATUS, PLACE, INTRODUCED, EXPLANATION);

  /**
   * The columns that organisers fill, in the order of their hashes in a row's check: the check of
   * an earlier version ends before those that came later.
   */
  public static final List<PersonColumn> ORGANISERS =
      List.of(INSTRUCTION, CHECKED, WITH, NEVER_WITH, CORRECTED_PLACE, GROUP);

  private final boolean written;
  private final String mark = name().toLowerCase(Locale.ROOT);
  private final String titleKey = "column." + mark;
  private final String typedMark = CellKey.TYPED + mark;
  private final String strayMark = CellKey.STRAY + mark;
  private final String awayMark = CellKey.AWAY + mark;
  private final String wentMark = CellKey.WENT + mark;

  PersonColumn(boolean written) {
    this.written = written;
  }

  /** The developer metadata by which the column is found again. */
  public String mark() {
    return mark;
  }

  /** Under which it is remembered what a person typed there. */
  public String typedMark() {
    return typedMark;
  }

  /** The mark under which is kept what was there and was not typed for the row's person. */
  public String strayMark() {
    return strayMark;
  }

  /** Under which it is remembered what was away from the row's person. */
  public String awayMark() {
    return awayMark;
  }

  /** Under which it is remembered what went with the row. */
  public String wentMark() {
    return wentMark;
  }

  /** The key of its title. */
  public String titleKey() {
    return titleKey;
  }

  /** Whether the daemon writes it; the others are the organisers', and only read. */
  public boolean isWritten() {
    return written;
  }

  public boolean isHidden() {
    return this == CHECK;
  }

  public static Optional<PersonColumn> ofMark(String mark) {
    return Arrays.stream(values()).filter(c -> c.mark().equals(mark)).findFirst();
  }
}

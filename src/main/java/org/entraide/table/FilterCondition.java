package org.entraide.table;

/** Which rows one column of a filter view lets through. */
public sealed interface FilterCondition
    permits FilterCondition.TextIs, FilterCondition.TextContains, FilterCondition.DateBefore {

  /** Cells that show this text; upper and lower case do not count. */
  record TextIs(String text) implements FilterCondition {}

  /** Cells that show this text among others; upper and lower case do not count. */
  record TextContains(String text) implements FilterCondition {}

  /** Cells with a day or a time that lies this long before today, or longer. */
  record DateBefore(Ago ago) implements FilterCondition {}

  /** How long before today; the filter counts anew each day. */
  enum Ago {
    WEEK,
    MONTH,
    YEAR
  }
}

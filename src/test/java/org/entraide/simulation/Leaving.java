package org.entraide.simulation;

/** How far the daemon has left a tab. */
enum Leaving {
  UNSEEN,
  /** It has read the spreadsheet since the form was linked anew. */
  SEEN,
  /** It has named people in the tab after it. */
  DONE
}

package org.entraide.simulation;

/** How far the daemon has left a tab. */
enum Leaving {
  UNSEEN,
  /** The daemon has read the spreadsheet since the form was linked anew. */
  SEEN,
  /** The daemon has named people in the new tab. */
  DONE
}

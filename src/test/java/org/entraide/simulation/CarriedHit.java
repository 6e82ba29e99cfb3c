package org.entraide.simulation;

import java.util.List;

/**
 * A carried text replaced what organisers had typed in the new tab, because people moved rows right
 * before the write. Only the process knows that, and it restores both.
 *
 * @param was what stood there
 * @param is what was written there
 */
record CarriedHit(String response, String mark, String was, String is) {

  /** Nobody knows of it: the process ended, or nobody looked after that was typed. */
  void isForgotten(Site site) {
    site.copied.isNobodys(response, mark);
    site.relinking.isAmiss(mark, is);
    if (mark.equals("instruction")) { // both are missing where they belong
      site.cleared.addAll(List.of(was, is));
      if (was.equals(Bars.WORD)) {
        site.bars.mayBeLifted(site.soulOf(response));
      }
    }
  }
}

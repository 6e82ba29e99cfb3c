package org.entraide.simulation;

/**
 * A carried text replaced what organisers had typed in the new tab, because people moved rows right
 * before the write. Only the process knows that, and it restores both.
 *
 * @param was what stood there
 * @param is what was written there
 */
record CarriedHit(String response, String mark, String was, String is) {}

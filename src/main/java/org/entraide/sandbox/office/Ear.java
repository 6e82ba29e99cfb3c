package org.entraide.sandbox.office;

import java.time.Instant;

/** Hears of each request to Google's services once it is answered, one after the other. */
@FunctionalInterface
public interface Ear {

  /**
   * Hears of one.
   *
   * @param time of this world
   * @param kind as in {@link RequestLog.Entry}
   * @param path likewise, its identifiers left out
   */
  void heard(Instant time, String kind, String path, OfficeRequest request, Delivery delivery);
}

package org.entraide.sandbox.office.http;

import java.time.Instant;

/** Gets each request to Google's services once it is answered, one after the other. */
@FunctionalInterface
public interface RequestListener {

  /**
   * Gets one.
   *
   * @param time of this world
   * @param kind as in {@code RequestLog.LoggedRequest}
   * @param path likewise, its identifiers left out
   */
  void answered(Instant time, String kind, String path, OfficeRequest request, Delivery delivery);
}

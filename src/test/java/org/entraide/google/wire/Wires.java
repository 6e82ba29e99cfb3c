package org.entraide.google.wire;

import java.net.URI;
import java.time.Duration;

/** Wires for tests of other packages. */
public final class Wires {

  private Wires() {}

  /**
   * Whether the list under the daemon's transport lets a call through.
   *
   * @param call method and address
   */
  public static boolean isAllowed(URI root, String call) {
    String service = root.toString();
    String[] parts = call.split(" ", 2);
    try {
      AllowedCalls.of(new AllowedCalls.Roots(service, service, service)).check(parts[0], parts[1]);
      return true;
    } catch (ForbiddenCallException e) {
      return false;
    }
  }

  /** The daemon's own, over real HTTP. */
  public static Wire http() {
    return new HttpWire();
  }

  /** The daemon's own, which waits no longer than that. */
  public static Wire http(Duration limit) {
    return new HttpWire(limit, limit);
  }
}

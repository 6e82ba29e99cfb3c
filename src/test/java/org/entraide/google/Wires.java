package org.entraide.google;

/** Wires for tests of other packages. */
public final class Wires {

  private Wires() {}

  /** The daemon's own, over real HTTP. */
  public static Wire http() {
    return new HttpWire();
  }
}

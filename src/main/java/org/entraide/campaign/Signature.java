package org.entraide.campaign;

/**
 * Whose work a campaign's sheet is, as its dashboard tells others.
 *
 * @param installation a hash that stays the same for as long as machine and state directory do
 * @param signs whether signs of life are left: a single cycle claims nothing
 * @param takesOver whether another installation's fresh sign of life is passed over
 */
public record Signature(String installation, boolean signs, boolean takesOver) {

  /** Of a single cycle. */
  public static Signature once(String installation, boolean takesOver) {
    return new Signature(installation, false, takesOver);
  }

  /** Of a daemon. */
  public static Signature daemon(String installation, boolean takesOver) {
    return new Signature(installation, true, takesOver);
  }
}

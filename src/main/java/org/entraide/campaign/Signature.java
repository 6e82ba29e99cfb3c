package org.entraide.campaign;

/**
 * Whose work a campaign's sheet is, as its dashboard tells others.
 *
 * @param installation a hash that stays the same for as long as machine and state directory do
 * @param signs whether a sign of life is shown for as long as the process lives; a single run shows
 *     one from its first effect to its last: {@link SheetClaim}
 * @param takesOver whether another installation's fresh sign of life is passed over, until the own
 *     one is there
 */
public record Signature(String installation, boolean signs, boolean takesOver) {

  /** Of a single run. */
  public static Signature once(String installation, boolean takesOver) {
    return new Signature(installation, false, takesOver);
  }

  /** Of a daemon. */
  public static Signature daemon(String installation, boolean takesOver) {
    return new Signature(installation, true, takesOver);
  }
}

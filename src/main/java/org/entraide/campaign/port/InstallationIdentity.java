package org.entraide.campaign.port;

/**
 * Whose work a campaign's sheet is, as its dashboard shows.
 *
 * @param installation a hash that stays the same for as long as machine and state directory do
 * @param signs whether a sign of life is shown for as long as the process lives; a single run shows
 *     one from its first effect to its last: {@code SheetClaim}
 * @param takesOver whether another installation's fresh sign of life is passed over, until the own
 *     one is there
 */
public record InstallationIdentity(String installation, boolean signs, boolean takesOver) {

  /** Of a single run. */
  public static InstallationIdentity once(String installation, boolean takesOver) {
    return new InstallationIdentity(installation, false, takesOver);
  }

  /** Of a daemon. */
  public static InstallationIdentity daemon(String installation, boolean takesOver) {
    return new InstallationIdentity(installation, true, takesOver);
  }
}

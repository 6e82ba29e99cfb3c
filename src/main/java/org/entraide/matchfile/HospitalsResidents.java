package org.entraide.matchfile;

import java.io.IOException;
import org.entraide.match.core.Preferences;

/** An instance as read from a file. */
public final class HospitalsResidents {

  private final int[] residentIds;
  private final int[] hospitalIds;
  private final Preferences preferences;

  HospitalsResidents(int[] residentIds, int[] hospitalIds, Preferences preferences) {
    this.residentIds = residentIds;
    this.hospitalIds = hospitalIds;
    this.preferences = preferences;
  }

  /** The pairs of which each side lists the other, by position in the file. */
  public Preferences preferences() {
    return preferences;
  }

  /**
   * Writes a line {@code resident hospital} for each match, by resident.
   *
   * @param matched the pair of each resident, or -1
   */
  public void write(int[] matched, Appendable out) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int r = 0; r < matched.length; r++) {
      if (matched[r] >= 0) {
        line.setLength(0);
        line.append(residentIds[r]).append(' ');
        line.append(hospitalIds[preferences.hospitalOf(matched[r])]).append('\n');
        out.append(line);
      }
    }
  }
}

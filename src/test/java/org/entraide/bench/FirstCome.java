package org.entraide.bench;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.entraide.file.FileProblem;
import org.entraide.match.Yardstick;
import org.entraide.match.core.Preferences;
import org.entraide.matchfile.HospitalsResidents;
import org.entraide.matchfile.InstanceFile;

/**
 * The greedy loop for hospitals/residents: each resident, in order, takes the best hospital that
 * has a place left. Run as {@code FirstCome INSTANCE OUT} it does what {@code entraide solve} does,
 * without any certificate.
 */
public final class FirstCome {

  private FirstCome() {}

  /** Returns the edge of each resident, or -1. */
  static int[] solve(Preferences preferences) {
    Yardstick.Columns of = Yardstick.columns(preferences);
    int[] room = of.capacity().clone();
    int[] matched = new int[preferences.residents()];
    Arrays.fill(matched, -1);
    for (int r = 0; r < matched.length; r++) {
      for (int e = of.start()[r]; e < of.start()[r + 1] && matched[r] < 0; e++) {
        if (room[of.hospital()[e]] > 0) {
          room[of.hospital()[e]]--;
          matched[r] = e;
        }
      }
    }
    return matched;
  }

  public static void main(String[] arguments) throws IOException, FileProblem {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[0])));
        BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      HospitalsResidents read = InstanceFile.read(arguments[0], in);
      read.write(solve(read.preferences()), out);
    }
  }
}

package org.entraide.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.entraide.match.Yardstick;
import org.entraide.match.core.Preferences;

/**
 * Random hospitals/residents instances with ties on both sides, for measurements: each resident
 * lists so many different hospitals, each side has ranks from 0 to 4, and there are as many places
 * as residents. The same numbers give the same instance.
 *
 * <p>Run as {@code Instances FILE RESIDENTS HOSPITALS LENGTH SEED} it writes a file for {@code *
 * entraide solve}.
 */
public final class Instances {

  private static final int RANKS = 5;

  private Instances() {}

  /** Makes one. */
  static Preferences random(int residents, int hospitals, int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] resident = new int[residents * length];
    int[] hospital = new int[resident.length];
    int[] mine = new int[resident.length];
    int[] theirs = new int[resident.length];
    int[] namedBy = new int[hospitals]; // 1 + who named it last
    for (int pair = 0; pair < resident.length; pair++) {
      int r = pair / length;
      int h = random.nextInt(hospitals);
      while (namedBy[h] == r + 1) {
        h = random.nextInt(hospitals);
      }
      namedBy[h] = r + 1;
      resident[pair] = r;
      hospital[pair] = h;
      mine[pair] = random.nextInt(RANKS);
      theirs[pair] = random.nextInt(RANKS);
    }
    int[] capacity = new int[hospitals];
    Arrays.fill(capacity, hospitals == 0 ? 0 : Math.max(1, residents / hospitals));
    return Preferences.ofPairs(residents, resident, hospital, mine, theirs, capacity);
  }

  /** Writes one; identifiers are positions from 1. */
  static void write(Path file, Preferences preferences) throws IOException {
    Yardstick.Columns of = Yardstick.columns(preferences);
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.append("%d %d\n".formatted(preferences.residents(), preferences.hospitals()));
      for (int r = 0; r < preferences.residents(); r++) {
        out.append(String.valueOf(r + 1)).append(':');
        int[] ids = Arrays.copyOfRange(of.hospital(), of.start()[r], of.start()[r + 1]);
        int[] ranks = Arrays.copyOfRange(of.residentRank(), of.start()[r], of.start()[r + 1]);
        list(out, ids, ranks);
      }
      hospitals(out, of);
    }
  }

  private static void hospitals(BufferedWriter out, Yardstick.Columns of) throws IOException {
    int hospitals = of.capacity().length;
    int[] end = new int[hospitals + 1];
    for (int h : of.hospital()) {
      end[h + 1]++;
    }
    for (int h = 0; h < hospitals; h++) {
      end[h + 1] += end[h];
    }
    int[] start = end.clone();
    long[] entries = new long[of.hospital().length]; // by hospital: rank, resident
    for (int r = 0; r + 1 < of.start().length; r++) {
      for (int e = of.start()[r]; e < of.start()[r + 1]; e++) {
        entries[start[of.hospital()[e]]++] = ((long) of.hospitalRank()[e] << Integer.SIZE) | r;
      }
    }
    for (int h = 0; h < hospitals; h++) {
      out.append("%d: %d:".formatted(h + 1, of.capacity()[h]));
      long[] mine = Arrays.copyOfRange(entries, end[h], end[h + 1]);
      Arrays.sort(mine);
      int[] ids = Arrays.stream(mine).mapToInt(it -> (int) it).toArray();
      int[] ranks = Arrays.stream(mine).mapToInt(it -> (int) (it >> Integer.SIZE)).toArray();
      list(out, ids, ranks);
    }
  }

  private static void list(BufferedWriter out, int[] ids, int[] ranks) throws IOException {
    for (int i = 0; i < ids.length; i++) {
      boolean tiedBefore = i > 0 && ranks[i - 1] == ranks[i];
      boolean tiedAfter = i + 1 < ids.length && ranks[i + 1] == ranks[i];
      out.append(!tiedBefore && tiedAfter ? " (" : " ");
      out.append(String.valueOf(ids[i] + 1));
      out.append(tiedBefore && !tiedAfter ? ")" : "");
    }
    out.append('\n');
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 5) {
      throw new IllegalArgumentException("FILE RESIDENTS HOSPITALS LENGTH SEED are needed.");
    }
    Preferences made =
        random(
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Long.parseLong(arguments[4]));
    write(Path.of(arguments[0]), made);
  }
}

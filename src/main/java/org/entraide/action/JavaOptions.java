package org.entraide.action;

import java.util.List;
import java.util.Map;

/**
 * How Java is started for the daemon, chosen by the measurements in {@code docs/benchmarks.md}. The
 * script {@code bin/entraide} has the same list, and a test holds the two together.
 */
public final class JavaOptions {

  /** For {@code run}. */
  public static final List<String> DAEMON =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms16m",
          "-Xmn8m",
          "-Xss512k",
          "-XX:MinHeapFreeRatio=40",
          "-XX:MaxHeapFreeRatio=60",
          "-XX:-ShrinkHeapInSteps",
          "-XX:+ExitOnOutOfMemoryError");

  /** Beside them, for the C library: one pool, of which 128 kB stay when they are free. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of("MALLOC_ARENA_MAX", "1", "MALLOC_TRIM_THRESHOLD_", "131072");

  private JavaOptions() {}
}

package org.entraide;

import java.util.List;

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
          "-XX:MinHeapFreeRatio=10",
          "-XX:MaxHeapFreeRatio=20",
          "-XX:-ShrinkHeapInSteps",
          "-XX:+ExitOnOutOfMemoryError");

  private JavaOptions() {}
}

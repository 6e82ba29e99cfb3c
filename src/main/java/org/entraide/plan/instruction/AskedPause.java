package org.entraide.plan.instruction;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Until when somebody is to pause.
 *
 * @param open whether a pause without an end is asked for
 * @param until the day at whose start the last of the pauses that have an end is over; empty where
 *     there is none, or it is over
 * @param assumed the days that were typed without their year, as they are understood: they must
 *     mean the same once they are over
 */
public record AskedPause(boolean open, Optional<LocalDate> until, Set<LocalDate> assumed) {

  static final AskedPause NONE = new AskedPause(false, Optional.empty(), Set.of());

  static final AskedPause WITHOUT_END = new AskedPause(true, Optional.empty(), Set.of());

  public AskedPause {
    assumed = Set.copyOf(assumed);
  }

  /** Whether it holds now. */
  public boolean isAsked() {
    return open || until.isPresent();
  }

  /** When it ends by itself; empty where it does not, or there is none. */
  public Optional<LocalDate> end() {
    return open ? Optional.empty() : until;
  }

  /** Both together. */
  AskedPause and(AskedPause other) {
    return new AskedPause(
        open || other.open,
        Stream.of(until, other.until).flatMap(Optional::stream).max(LocalDate::compareTo),
        Stream.of(assumed, other.assumed).flatMap(Set::stream).collect(Collectors.toSet()));
  }
}

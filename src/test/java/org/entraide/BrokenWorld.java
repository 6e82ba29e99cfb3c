package org.entraide;

import java.util.function.Consumer;
import org.entraide.action.Surgery;
import org.jspecify.annotations.NullMarked;

/**
 * A broken world and what has to be said of it.
 *
 * @param line how the line begins, with its sign
 * @param cause what the line has after that
 * @param fix what comes after the cause
 */
@NullMarked
public record BrokenWorld(
    String world, Consumer<Surgery> breaking, String line, String cause, String fix, int code) {
  @Override
  public String toString() {
    return world;
  }

  static BrokenWorld broken(
      String world, Consumer<Surgery> breaking, String line, String cause, String fix, int code) {
    return new BrokenWorld(world, breaking, line, cause, fix, code);
  }
}

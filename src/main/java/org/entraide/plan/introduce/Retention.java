package org.entraide.plan.introduce;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.entraide.plan.introduction.ShortHashes;

/**
 * Who is to be erased since nothing was heard of them for so long: no answer, no instruction and no
 * end of an introduction. Whoever has a standing introduction stays. It is announced a week before:
 * organisers read it in the row and on the dashboard, and a clock that jumped ahead erases nobody
 * at once. Pure.
 *
 * @param remembered of everybody, by reference, to be remembered until the next sweep
 * @param due who is to be erased now
 */
public record Retention(Map<String, Remembered> remembered, Set<String> due) {

  /** How long before it is announced. */
  public static final Duration NOTICE = Duration.ofDays(7);

  public Retention {
    remembered = Map.copyOf(remembered);
    due = Set.copyOf(due);
  }

  /**
   * Somebody as a sweep finds them.
   *
   * @param lastAnswer the latest of their answers; empty where none has a time
   * @param said what organisers say of them and how their introductions stand, in any form that is
   *     the same as long as it is; empty for nothing
   * @param standing whether they have an introduction that stands
   */
  public record Somebody(String ref, Optional<Instant> lastAnswer, String said, boolean standing) {}

  /**
   * What is remembered of somebody.
   *
   * @param heard when anything was last heard of them, but for answers
   * @param said a hash
   * @param leaves when they are erased, once that is announced
   */
  public record Remembered(Instant heard, String said, Optional<Instant> leaves) {

    private static final int FEWEST = 2;
    private static final int MOST = 3;

    /** In words without a space of their own. */
    public String words() {
      return heard + " " + said + leaves.map(at -> " " + at).orElse("");
    }

    /** Reads {@link #words}; empty for others. */
    public static Optional<Remembered> parse(String words) {
      String[] parts = words.split(" ", -1);
      if (parts.length < FEWEST || parts.length > MOST) {
        return Optional.empty();
      }
      try {
        return Optional.of(
            new Remembered(
                Instant.parse(parts[0]),
                parts[1],
                parts.length == MOST ? Optional.of(Instant.parse(parts[2])) : Optional.empty()));
      } catch (DateTimeParseException e) {
        return Optional.empty(); // heard of just now, then
      }
    }
  }

  /**
   * Looks who is due.
   *
   * @param people everybody of whom anything is known
   * @param before of the last sweep
   * @param retention how long somebody is kept
   */
  public static Retention sweep(
      Collection<Somebody> people,
      Map<String, Remembered> before,
      Duration retention,
      Instant now) {
    Map<String, Remembered> remembered = new HashMap<>();
    Set<String> due = new HashSet<>();
    for (Somebody one : people) {
      Optional<Remembered> known = Optional.ofNullable(before.get(one.ref()));
      String said = ShortHashes.longer(one.said());
      Instant heard = heard(one, known, said, now);
      Instant last =
          one.lastAnswer().filter(heard::isBefore).filter(at -> !at.isAfter(now)).orElse(heard);
      Instant end = last.plus(retention);
      boolean announced = !one.standing() && !now.isBefore(end.minus(NOTICE));
      Optional<Instant> leaves =
          announced
              ? Optional.of(
                  known
                      .flatMap(Remembered::leaves)
                      .filter(at -> !at.isAfter(now.plus(NOTICE))) // else the clock was set back
                      .orElse(now.plus(NOTICE)))
              : Optional.empty();
      remembered.put(one.ref(), new Remembered(heard, said, leaves));
      if (leaves.filter(at -> !now.isBefore(at)).isPresent()) {
        due.add(one.ref());
      }
    }
    return new Retention(remembered, due);
  }

  /** A sweep that knows nobody cannot know since when organisers say what they say. */
  private static Instant heard(Somebody one, Optional<Remembered> known, String said, Instant now) {
    Instant before =
        known.isPresent()
            ? known.filter(k -> k.said().equals(said)).map(Remembered::heard).orElse(now)
            : one.lastAnswer().filter(at -> said.isEmpty()).orElse(now);
    return before.isAfter(now) ? now : before;
  }
}

package org.entraide.sandbox.office.sheets.book;

import org.jspecify.annotations.Nullable;

/**
 * A change to the lines of one tab, which everything that has a range follows.
 *
 * @param from the first line inserted, deleted or moved
 * @param end the line after the last of them
 * @param to where moved lines land, counted before they leave
 * @param bandStart the part of the other dimension in which lines change; all of it for whole lines
 */
public record LineEdit(
    Kind kind, Dimension dimension, int from, int end, int to, int bandStart, int bandEnd) {

  /** The end of an interval that goes on to wherever the grid ends. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** What happens to the lines. */
  public enum Kind {
    INSERT,
    DELETE,
    MOVE
  }

  /** Consecutive lines, the end exclusive. */
  public record Interval(int start, int end) {}

  public static LineEdit insert(Dimension dimension, int at, int count) {
    return new LineEdit(Kind.INSERT, dimension, at, at + count, at, 0, OPEN);
  }

  public static LineEdit delete(Dimension dimension, int from, int end) {
    return new LineEdit(Kind.DELETE, dimension, from, end, from, 0, OPEN);
  }

  public static LineEdit move(Dimension dimension, int from, int end, int to) {
    return new LineEdit(Kind.MOVE, dimension, from, end, to, 0, OPEN);
  }

  /** This edit for a part of the other dimension only: of rows for some columns, or the reverse. */
  public LineEdit within(int start, int stop) {
    return new LineEdit(kind, dimension, from, end, to, start, stop);
  }

  public boolean covers(int start, int stop) {
    return start >= bandStart && (stop == OPEN ? bandEnd == OPEN : stop <= bandEnd);
  }

  /** Where a line is afterwards; -1 when it is gone. */
  public int line(int index) {
    Interval mapped = map(index, index + 1);
    return mapped == null ? -1 : mapped.start();
  }

  /**
   * Where an interval lies afterwards: it grows with what is inserted inside it, shrinks with what
   * leaves it, and goes along when all of it moves. Null when nothing of it is left.
   */
  public @Nullable Interval map(int start, int stop) {
    return switch (kind) {
      case INSERT -> inserted(start, stop, from, end - from);
      case DELETE -> deleted(start, stop);
      case MOVE -> moved(start, stop);
    };
  }

  private static Interval inserted(int start, int stop, int at, int count) {
    return new Interval(start >= at ? start + count : start, stop > at ? plus(stop, count) : stop);
  }

  private @Nullable Interval deleted(int start, int stop) {
    int newStart = shrunk(start);
    int newStop = stop == OPEN ? OPEN : shrunk(stop);
    return newStart < newStop ? new Interval(newStart, newStop) : null;
  }

  private int shrunk(int edge) {
    if (edge <= from) {
      return edge;
    }
    return edge >= end ? edge - (end - from) : from;
  }

  private @Nullable Interval moved(int start, int stop) {
    int count = end - from;
    int landing = to > from ? to - count : to;
    if (start >= from && stop <= end) {
      return new Interval(start - from + landing, stop - from + landing);
    }
    boolean stays = from >= start && end <= stop && to >= start && to <= stop;
    Interval rest = stays ? null : deleted(start, stop);
    return rest == null
        ? new Interval(start, stop)
        : inserted(rest.start(), rest.end(), landing, count);
  }

  private static int plus(int edge, int count) {
    return edge == OPEN ? OPEN : edge + count;
  }
}

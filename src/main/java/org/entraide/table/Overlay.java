package org.entraide.table;

import java.util.Map;
import java.util.Set;

/**
 * What lies over the cells of a spreadsheet and is read with them.
 *
 * @param names named ranges by their name
 * @param charts the numbers of all charts, whichever tab they are on
 */
public record Overlay(Map<String, Named> names, Set<Integer> charts) {

  public static final Overlay NONE = new Overlay(Map.of(), Set.of());

  public Overlay {
    names = Map.copyOf(names);
    charts = Set.copyOf(charts);
  }

  /**
   * A range that formulas can name.
   *
   * @param id Google's
   * @param area where it is by now: it moves with its cells
   */
  public record Named(String id, Area area) {}
}

package org.entraide.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entraide.plan.Layout;
import org.entraide.table.Change;
import org.entraide.text.Texts;

/** Plans the columns, tabs and marks that a sheet lacks. Pure. */
final class Preparations {

  private Preparations() {}

  /**
   * What to add; empty where nothing is missing.
   *
   * @param found the sheet as it was read
   * @param pins marks by which columns of the form are known again
   * @param words in which columns and tabs are titled
   */
  static Optional<SheetEffect.Prepare> of(
      Layout found, List<Change> pins, Texts words, boolean paused) {
    List<Change> all = with(found.preparations(words), pins);
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new SheetEffect.Prepare(all, with(found.necessities(words), pins), paused));
  }

  private static List<Change> with(List<Change> changes, List<Change> pins) {
    List<Change> all = new ArrayList<>(changes);
    all.addAll(pins);
    return all;
  }
}

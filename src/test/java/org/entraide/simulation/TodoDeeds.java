package org.entraide.simulation;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.entraide.sandbox.office.Desk;

/**
 * What organisers do in the tab À faire and in the first line of the dashboard, in which nothing is
 * theirs: all of it must come back.
 */
final class TodoDeeds {

  /** What somebody types over what is said there. */
  static final String SCRIBBLED = "fait, voir Paul";

  private static final List<String> COLUMNS =
      List.of(
          "todo_what",
          "todo_who",
          "todo_detail",
          "todo_since",
          "todo_delegate",
          "todo_link"); // not the hidden check: a row without it is a note of theirs

  private final Site site;
  private boolean sorted;

  TodoDeeds(Site site) {
    this.site = site;
  }

  /** Whether people ever chose an order of their own, which stays until tasks change. */
  boolean wasSorted() {
    return sorted;
  }

  private Optional<Desk.Tab> tab() {
    return site.desk.copy().with("todo_what");
  }

  /** In the dashboard, of which the line about the week is watched. */
  void happensAbove(Happening.Kind kind, Organisers people, SplittableRandom random) {
    site.desk
        .copy()
        .titled(WeekWatch.DASHBOARD)
        .ifPresent(
            tab -> {
              if (kind == Happening.Kind.DELETES_DASHBOARD) {
                site.desk.deleteTab(tab.id());
              } else {
                site.desk.type(tab.id(), 0, 1, random.nextBoolean() ? SCRIBBLED : "");
              }
              people.act();
            });
  }

  void happens(Happening.Kind kind, Organisers people, SplittableRandom random) {
    tab()
        .ifPresent(
            tab -> {
              int row = 1 + random.nextInt(Math.max(1, tab.rows()));
              int column = tab.column(COLUMNS.get(random.nextInt(COLUMNS.size())));
              switch (kind) {
                case SORTS_TODO -> {
                  sorted = true;
                  site.desk.sort(tab.id(), column, random.nextBoolean());
                }
                case TYPES_OVER_TODO ->
                    site.desk.type(tab.id(), row, column, random.nextBoolean() ? SCRIBBLED : "");
                case DELETES_TODO_ROW -> site.desk.delete(tab.id(), row);
                default -> site.desk.deleteTab(tab.id());
              }
              people.act();
            });
  }
}

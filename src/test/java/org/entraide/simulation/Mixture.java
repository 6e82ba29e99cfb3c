package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.entraide.simulation.Happening.Kind;

/** What is mixed into what happens every day, in stories of its own. */
enum Mixture {
  /** Other installations are at work now and then, amid passes or between them. */
  OTHERS(
      20,
      0x07e5,
      Kind.RUNS_ONCE_ELSEWHERE,
      Kind.TWO_RUN_ONCE,
      Kind.TAKES_OVER_ONCE,
      Kind.WORKS_ELSEWHERE),
  /** Organisers say for which groups people help, and how many those help. */
  GROUPS(
      4,
      0x6709,
      Kind.NAMES_GROUP,
      Kind.NAMES_GROUP,
      Kind.NAMES_GROUP,
      Kind.LIMITS_GROUP,
      Kind.LIMITS_GROUP,
      Kind.CLEARS_GROUP,
      Kind.DELETES_GROUP_LINE,
      Kind.RENAMES_GROUP_LINE,
      Kind.SORTS_SETTINGS),
  /** Organisers let people pause until a day. */
  PAUSES(6, 0x9a05, Kind.PAUSES_UNTIL),
  /** People forget half of their answer, and answer again. */
  QUESTIONS(8, 0xa5ced, Kind.ANSWERS_HALF, Kind.ANSWERS_HALF, Kind.ANSWERS_WHOLE),
  /** Organisers sort, edit and delete what is to be done. */
  TODO(
      6,
      0x70d0,
      Kind.SORTS_TODO,
      Kind.SORTS_TODO,
      Kind.TYPES_OVER_TODO,
      Kind.TYPES_OVER_TODO,
      Kind.DELETES_TODO_ROW,
      Kind.DELETES_TODO),
  /** Organisers introduce people themselves. */
  BY_HAND(5, 0xa4d0, Kind.INTRODUCES_BY_HAND),
  /** Organisers say how many drafts may wait, and whether people are asked. */
  SETTINGS(
      6,
      0x5e77,
      Kind.TYPES_SETTING,
      Kind.TYPES_SETTING,
      Kind.TYPES_SETTING,
      Kind.TYPES_SETTING,
      Kind.DELETES_SETTING_LINE,
      Kind.SORTS_SETTINGS),
  /** Organisers delete, change and make filter views, and spoil the dashboard. */
  VIEWS(
      6,
      0xf117,
      Kind.DELETES_VIEW,
      Kind.DELETES_VIEW,
      Kind.CHANGES_VIEW,
      Kind.RENAMES_VIEW,
      Kind.ADDS_VIEW,
      Kind.TYPES_OVER_WEEK,
      Kind.TYPES_OVER_WEEK,
      Kind.DELETES_DASHBOARD),
  /** The daemon is upgraded from the version before, between passes. */
  UPGRADES(20, 0x0b5e, Kind.IS_UPGRADED),
  /** People are erased, between passes. */
  ERASURES(12, 0xe4a5e, Kind.ERASES_SOMEBODY),
  /** Google shows the sheet as it was before the last write, within a minute of it. */
  OLDER_READS(4, 0x01de4, Kind.SHOWS_AN_OLDER_SHEET);

  private final int every;
  private final long salt;

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final List<Kind> kinds;

  /**
   * @param every how many happenings come before one of these, on average
   * @param salt makes its chance another than what happens every day
   */
  Mixture(int every, long salt, Kind... kinds) {
    this.every = every;
    this.salt = salt;
    this.kinds = List.of(kinds);
  }

  /** The same, and some of these in between. */
  List<Happening> into(List<Happening> some, long seed) {
    SplittableRandom random = new SplittableRandom(seed ^ salt);
    List<Happening> all = new ArrayList<>();
    for (Happening one : some) {
      all.add(one);
      if (random.nextInt(every) == 0) {
        Kind kind = kinds.size() == 1 ? kinds.get(0) : kinds.get(random.nextInt(kinds.size()));
        int call = isBetween(random) ? 0 : 1 + random.nextInt(Happening.MOST_CALLS);
        all.add(new Happening(kind, call, random.nextLong(Happening.SEEDS)));
      }
    }
    return List.copyOf(all);
  }

  private boolean isBetween(SplittableRandom random) {
    return this == UPGRADES || this == ERASURES || random.nextBoolean();
  }
}

package org.entraide.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One thing that happens in a story. A value: it does the same in the same world whenever it is
 * told again, and something sensible, or nothing, in any other.
 *
 * @param call how many requests of the daemon's later, 0 for at once: then it happens amid a pass
 * @param seed of what is left to chance in it
 */
record Happening(Kind kind, int call, long seed) {

  /** The most calls of a pass: as in one that has much to do. */
  static final int MOST_CALLS = 12;

  static final long SEEDS = 10_000;

  /**
   * What a story tells besides what happens every day. One theme each: what an organiser may expect
   * of a row that was typed by hand once the form writes to another tab, for one, is not settled.
   */
  enum Theme {
    EVERY_DAY,
    /** The form is linked anew. */
    RELINKS,
    /** Households, copies, rows typed by hand, ticks, bars, answers that are too long. */
    ROWS,
    /** Outcomes that are corrected or not understood; delegates who come and go. */
    LETTERS
  }

  /** Kinds of things that happen, and how often. */
  enum Kind {
    // people answer
    ANSWERS(9),
    NAMESAKE_ANSWERS(3),
    ANSWERS_AGAIN(3),
    EDITS(4),
    // organisers work in the sheet
    SORTS(10),
    INSERTS_ROWS(4),
    INSTRUCTS(7),
    CLEARS_INSTRUCTION(5),
    KEEPS_APART(2),
    TYPES_STATUS(4),
    CLEARS_STATUS(2),
    CLEARS_EXPLANATION(2),
    DELETES_ROW(1),
    UNDOES(3),
    NOTES_OUTCOME(6),
    CORRECTS_OUTCOME(3, Theme.LETTERS),
    NOTES_NONSENSE(2, Theme.LETTERS),
    SORTS_LEDGER(3),
    SUSPENDS(1),
    RESUMES(4),
    LINKS_THE_FORM_ANEW(2, Theme.RELINKS),
    LINKS_THE_FORM_ANEW_AND_LOSES_THE_JOURNAL(1, Theme.RELINKS),
    // what people do beyond that: Newcomers, RowHandling, Marking, Lengths
    HOUSEHOLD_ANSWERS(3, Theme.ROWS),
    ANSWERS_FROM_ABROAD(2, Theme.ROWS),
    COMES_BACK(4, Theme.ROWS),
    COPIES_ROW(3, Theme.ROWS),
    DELETES_MARKED_ROW(3, Theme.ROWS),
    PUTS_ROW_BACK(2, Theme.ROWS),
    TYPES_ROW(2, Theme.ROWS),
    COMPLETES_ROW(2, Theme.ROWS),
    TICKS(6, Theme.ROWS),
    UNTICKS(3, Theme.ROWS),
    TYPES_MEANT_STATUS(3, Theme.ROWS),
    LIFTS_BAR(2, Theme.ROWS),
    PASTES_FAR_TOO_MUCH(1, Theme.ROWS),
    // the delegate works in Gmail
    SENDS(10),
    DISCARDS(4),
    REWRITES(4),
    TAKES_BACK(2),
    DISCARDS_ONE_AFTER_ANOTHER(1, Theme.LETTERS),
    // the administrator
    EXCHANGES_THE_DELEGATE(2, Theme.LETTERS),
    // Google
    REFUSES(8),
    LOSES_THE_ANSWER_TO_A_DRAFT(2),
    LOSES_THE_ANSWER_TO_A_WRITE(2),
    IS_AWAY(3),
    SIGNS_THE_DELEGATE_OUT(2),
    SHOWS_AN_EMPTY_SHEET(2),
    SHOWS_AN_OLDER_SHEET(0),
    FORGETS_HISTORY(1),
    // the machine
    DIES_BEFORE(2),
    DIES_AFTER(3),
    DIES_AND_LOSES_THE_JOURNAL(1),
    DIES_AND_FINDS_AN_OLDER_JOURNAL(1),
    IS_STARTED_ANEW(2),
    // nothing
    MINUTES_PASS(2),
    // groups have stories of their own: Mixture, SiteGroups
    NAMES_GROUP(0),
    CLEARS_GROUP(0),
    LIMITS_GROUP(0),
    DELETES_GROUP_LINE(0),
    RENAMES_GROUP_LINE(0),
    SORTS_SETTINGS(0),
    // questions have stories of their own: Newcomers
    ANSWERS_HALF(0),
    ANSWERS_WHOLE(0),
    // pauses until a day have stories of their own: Marking
    PAUSES_UNTIL(0),
    // upgrades have stories of their own
    IS_UPGRADED(0),
    // the tab À faire has stories of its own: TodoDeeds
    SORTS_TODO(0),
    TYPES_OVER_TODO(0),
    DELETES_TODO_ROW(0),
    DELETES_TODO(0),
    // introductions made by hand have stories of their own: HandMadeDeeds
    INTRODUCES_BY_HAND(0),
    // settings about who is written to have stories of their own: Wishes
    TYPES_SETTING(0),
    DELETES_SETTING_LINE(0),
    // filter views and the dashboard have stories of their own: Views, TodoDeeds
    TYPES_OVER_WEEK(0),
    DELETES_DASHBOARD(0),
    DELETES_VIEW(0),
    CHANGES_VIEW(0),
    RENAMES_VIEW(0),
    ADDS_VIEW(0),
    // erasures have stories of their own
    ERASES_SOMEBODY(0),
    // several daemons have stories of their own
    IS_SUSPENDED(0),
    FAILS_OVER(0),
    // other installations have stories of their own
    RUNS_ONCE_ELSEWHERE(0),
    TWO_RUN_ONCE(0),
    TAKES_OVER_ONCE(0),
    /** A daemon, which takes over or does not. */
    WORKS_ELSEWHERE(0);

    private final int weight;
    private final Theme theme;

    Kind(int weight) {
      this(weight, Theme.EVERY_DAY);
    }

    Kind(int weight, Theme theme) {
      this.weight = weight;
      this.theme = theme;
    }

    private int weight(Theme of) {
      return theme == Theme.EVERY_DAY || theme == of ? weight : 0;
    }

    /** Whether it is the daemon's end, which comes at a request. */
    boolean isDeath() {
      return name().startsWith("DIES");
    }
  }

  /** Draws as many happenings, of a theme and of every day. */
  static List<Happening> some(SplittableRandom random, int number, Theme theme) {
    List<Happening> some = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      Kind kind = any(random, theme);
      boolean amid = kind.isDeath() || random.nextInt(10) < 4;
      some.add(
          new Happening(kind, amid ? 1 + random.nextInt(MOST_CALLS) : 0, random.nextLong(SEEDS)));
    }
    return some;
  }

  /** The same, with daemons suspended amid their passes now and then, and a database set back. */
  static List<Happening> ofSeveral(List<Happening> some, SplittableRandom random) {
    List<Happening> all = new ArrayList<>();
    for (Happening one : some) {
      all.add(one);
      if (random.nextInt(12) == 0) {
        int call = 1 + random.nextInt(MOST_CALLS);
        all.add(new Happening(Kind.IS_SUSPENDED, call, random.nextLong(SEEDS)));
      }
      if (random.nextInt(25) == 0) {
        int call = random.nextInt(MOST_CALLS);
        all.add(new Happening(Kind.FAILS_OVER, call, random.nextLong(SEEDS)));
      }
    }
    return all;
  }

  private static Kind any(SplittableRandom random, Theme theme) {
    int all = 0;
    for (Kind kind : Kind.values()) {
      all += kind.weight(theme);
    }
    int left = random.nextInt(all);
    for (Kind kind : Kind.values()) {
      left -= kind.weight(theme);
      if (left < 0) {
        return kind;
      }
    }
    throw new AssertionError(left);
  }

  @Override
  public String toString() {
    String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return call == 0
        ? words + " (" + seed + ")"
        : words + " at request " + call + " (" + seed + ")";
  }
}

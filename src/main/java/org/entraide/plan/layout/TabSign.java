package org.entraide.plan.layout;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.entraide.people.profile.Field;
import org.entraide.people.profile.FormHints;
import org.entraide.people.profile.Questionnaire;
import org.entraide.people.word.WordComparison;
import org.entraide.table.Cell;
import org.entraide.table.Row;
import org.entraide.table.Tab;
import org.entraide.text.Texts;

/**
 * What a tab shows of whether the form writes there. Pure.
 *
 * @param tab as it was read
 * @param used whether the daemon wrote beside answers: the tab was served once, or is a copy of one
 * @param marked whether the column of references has its mark
 * @param copied whether it has a column of references without a mark, which a copy of a tab has and
 *     a tab that a form made has not
 * @param left whether what organisers asked for there was carried over into the tab after it
 * @param usable whether its titles alone are those of a campaign
 * @param titles of the columns that are not Entraide's, folded
 * @param moments when its answers were given, as seconds of the sheet's time
 * @param unread whether the daemon never wrote beside the newest answer
 */
record TabSign(
    Tab tab,
    boolean used,
    boolean marked,
    boolean copied,
    boolean left,
    boolean usable,
    Set<String> titles,
    TreeSet<Long> moments,
    boolean unread) {

  /** Day 0 of Google's serial numbers. */
  private static final LocalDateTime EPOCH = LocalDateTime.of(1899, 12, 30, 0, 0);

  private static final double SECONDS_PER_DAY = 86_400.0;

  /** Of so many of the titles that a form gives, two in three are in a tab that it made. */
  private static final int OF_TITLES = 3;

  private static final int MOST_TITLES = 2;

  static TabSign of(Tab tab, Map<Field, String> overrides, List<Texts> languages) {
    TabColumns<PersonColumn> people = columns(tab, languages);
    Set<Integer> own = new HashSet<>(people.at().values());
    List<String> header = tab.header().cells().stream().map(Cell::text).toList();
    Questionnaire questionnaire = Questionnaire.recognise(header, own, overrides, FormHints.NONE);
    Set<String> titles = new HashSet<>();
    for (int i = 0; i < header.size(); i++) {
      if (!own.contains(i) && !header.get(i).isBlank()) {
        titles.add(WordComparison.fold(header.get(i)));
      }
    }
    List<Integer> times =
        questionnaire.columns().stream()
            .filter(c -> c.field() == Field.TIMESTAMP)
            .map(Questionnaire.Column::index)
            .toList();
    TreeSet<Long> moments = new TreeSet<>();
    boolean unread = false;
    for (Row row : tab.body()) {
      long moment = moment(row, times);
      if (moment > 0) {
        boolean newest = moments.isEmpty() || moment >= moments.last();
        unread = newest ? !isUsed(row, people) : unread;
        moments.add(moment);
      }
    }
    boolean marked = tab.columnMarks().containsValue(PersonColumn.REF.mark());
    return new TabSign(
        tab,
        tab.body().stream().anyMatch(row -> isUsed(row, people)),
        marked,
        !marked && people.at().containsKey(PersonColumn.REF),
        tab.isLeft(),
        questionnaire.missing().isEmpty(),
        titles,
        moments,
        unread);
  }

  /** Entraide's columns in a tab, also in one that was left. */
  static TabColumns<PersonColumn> columns(Tab tab, List<Texts> languages) {
    Map<Integer, String> marks =
        tab.columnMarks().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    e ->
                        e.getValue().startsWith(Tab.LEFT)
                            ? e.getValue().substring(Tab.LEFT.length())
                            : e.getValue()));
    return TabColumns.find(
        new Tab(
            tab.sheetId(),
            tab.title(),
            tab.hasForm(),
            tab.rowCount(),
            tab.columnCount(),
            tab.rows().subList(0, Math.min(1, tab.rows().size())),
            marks),
        PersonColumn.class,
        PersonColumn::mark,
        column -> languages.stream().map(texts -> texts.get(column.titleKey())).toList());
  }

  private static long moment(Row row, List<Integer> times) {
    for (int column : times) {
      if (row.cell(column).kind() == Cell.Kind.NUMBER) {
        return Math.round(row.cell(column).number() * SECONDS_PER_DAY);
      }
    }
    return 0;
  }

  /** Whether the daemon has written beside an answer. */
  private static boolean isUsed(Row row, TabColumns<PersonColumn> people) {
    return shows(row, people, PersonColumn.REF) || shows(row, people, PersonColumn.CHECK);
  }

  private static boolean shows(Row row, TabColumns<PersonColumn> people, PersonColumn column) {
    Integer at = people.at().get(column);
    return at != null && !row.cell(at).isBlank();
  }

  /** Whether the daemon has written beside the answer in a row. */
  static boolean isUsed(Tab tab, int index, List<Texts> languages) {
    TabColumns<PersonColumn> people = columns(tab, languages);
    return tab.rows().stream()
        .filter(row -> row.index() == index)
        .anyMatch(row -> isUsed(row, people));
  }

  int id() {
    return tab.sheetId();
  }

  boolean hasAnswers() {
    return !moments.isEmpty();
  }

  /** The newest answer's moment; before all others where there is none. */
  long newest() {
    return moments.isEmpty() ? Long.MIN_VALUE : moments.last();
  }

  /**
   * When its newest answer was given.
   *
   * @param zone of the sheet's time
   */
  Instant newestAt(ZoneId zone) {
    return hasAnswers() ? EPOCH.plusSeconds(newest()).atZone(zone).toInstant() : Instant.MIN;
  }

  /**
   * Whether it shows the answers of another tab, as one does into which the form wrote all its
   * answers again; another form's tab shows none of them. People delete rows in either.
   */
  boolean shows(TabSign other) {
    Set<Long> common = new HashSet<>(moments);
    common.retainAll(other.moments);
    int fewer = Math.min(moments.size(), other.moments.size());
    return !common.isEmpty() && 2 * common.size() >= fewer;
  }

  /** Whether most of these titles are in it. */
  boolean asks(Set<String> wanted) {
    long present = wanted.stream().filter(titles::contains).count();
    return !wanted.isEmpty() && OF_TITLES * present >= (long) MOST_TITLES * wanted.size();
  }

  /** A spreadsheet program names a copy after what was copied, in whatever language. */
  boolean isCopyOf(TabSign other) {
    return tab.title().length() > other.tab.title().length()
        && tab.title().contains(other.tab.title());
  }

  /** Those of which something holds; all of them where it holds of none. */
  static List<TabSign> narrowed(List<TabSign> signs, Predicate<TabSign> which) {
    List<TabSign> narrowed = signs.stream().filter(which).toList();
    return narrowed.isEmpty() ? signs : narrowed;
  }
}

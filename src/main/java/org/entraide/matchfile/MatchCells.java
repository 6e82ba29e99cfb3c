package org.entraide.matchfile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.entraide.file.RowCells;
import org.entraide.file.ShownText;
import org.entraide.people.word.Category;
import org.entraide.text.typed.NearestWord;
import org.jspecify.annotations.Nullable;

/**
 * What only the matcher's files have in their cells. Equal sets, days and names of groups are one
 * object, however many rows have them.
 */
final class MatchCells {

  private static final List<String> CATEGORIES =
      EnumSet.allOf(Category.class).stream().map(Category::key).toList();

  /** Ways of writing a list that are recognised the next time. */
  private static final int MOST_REMEMBERED = 10_000;

  private final RowCells cells;
  private final Map<String, Set<Category>> categorySets = new HashMap<>();
  private final Map<String, Set<String>> wordSets = new HashMap<>();
  private final Map<Integer, LocalDate> days = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  MatchCells(RowCells cells) {
    this.cells = cells;
  }

  /** A day such as 2020-03-23; null for an empty cell. */
  @Nullable LocalDate day(int field) {
    if (!cells.find(field)) {
      return null;
    }
    byte[] b = cells.bytes();
    int start = cells.start();
    int end = cells.end();
    boolean shaped = end - start == 10 && b[start + 4] == '-' && b[start + 7] == '-';
    int year = shaped ? digits(start, start + 4) : -1;
    int month = shaped ? digits(start + 5, start + 7) : -1;
    int day = shaped ? digits(start + 8, start + 10) : -1;
    if (year < 0 || month < 0 || day < 0) {
      cells.refuse(field, ShownText.quoted(b, start, end) + " is not a day such as 2020-03-23");
      return null;
    }
    try {
      return days.computeIfAbsent(
          (year * 100 + month) * 100 + day, key -> LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      cells.refuse(field, ShownText.quoted(b, start, end) + " is no day of the calendar");
      return null;
    }
  }

  private int digits(int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      byte b = cells.bytes()[i];
      if (b < '0' || b > '9') {
        return -1;
      }
      value = value * 10 + (b - '0');
    }
    return value;
  }

  /** Categories separated by semicolons. */
  Set<Category> categories(int field) {
    if (!cells.find(field)) {
      return Set.of();
    }
    String list = cells.foundText(field);
    Set<Category> remembered = categorySets.get(list);
    return remembered != null ? remembered : newSet(field, list);
  }

  private Set<Category> newSet(int field, String list) {
    EnumSet<Category> set = EnumSet.noneOf(Category.class);
    for (String word : list.split(";", -1)) {
      String key = word.strip();
      Category category = Category.ofKey(key).orElse(null);
      if (category != null) {
        set.add(category);
      } else if (!key.isEmpty()) {
        cells.refuse(field, unknown(key));
        return Set.of();
      }
    }
    Set<Category> shared = Set.copyOf(set);
    if (categorySets.size() < MOST_REMEMBERED) {
      categorySets.put(list, shared);
    }
    return shared;
  }

  private static String unknown(String word) {
    String near =
        word.length() > 40
            ? ""
            : NearestWord.of(word, CATEGORIES).map(n -> "; did you mean \"" + n + "\"?").orElse("");
    return ShownText.quoted(word) + " is not a category" + near;
  }

  /** Words separated by semicolons, in lower case: codes of languages. */
  Set<String> words(int field) {
    if (!cells.find(field)) {
      return Set.of();
    }
    String list = cells.foundText(field);
    Set<String> remembered = wordSets.get(list);
    if (remembered != null) {
      return remembered;
    }
    Set<String> set = new HashSet<>();
    for (String word : list.split(";", -1)) {
      if (!word.isBlank()) {
        set.add(word.strip().toLowerCase(Locale.ROOT));
      }
    }
    Set<String> shared = Set.copyOf(set);
    if (wordSets.size() < MOST_REMEMBERED) {
      wordSets.put(list, shared);
    }
    return shared;
  }

  /** A name that many rows may share; null for an empty cell. */
  @Nullable String name(int field) {
    if (!cells.find(field)) {
      return null;
    }
    String name = cells.foundText(field);
    String remembered = names.get(name);
    if (remembered != null || names.size() >= MOST_REMEMBERED) {
      return remembered == null ? name : remembered;
    }
    names.put(name, name);
    return name;
  }

  /** One of two words. */
  boolean isYes(int field, boolean empty) {
    if (!cells.find(field)) {
      return empty;
    }
    String word = cells.foundText(field);
    if (!word.equals("yes") && !word.equals("no") && !word.isEmpty()) {
      cells.refuse(
          field,
          ShownText.quoted(cells.bytes(), cells.start(), cells.end()) + " is neither yes nor no");
    }
    return word.equals("yes");
  }
}
